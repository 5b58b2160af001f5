import ArgumentParser
import Logging
import Record
import Station

/// `parley record serve`: a record over HTTP.
struct RecordServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve a record over HTTP: its parts, and /tail?from=N with what is new.",
        discussion: """
            The parts are as C2SP tlog-tiles lays them out, with cache headers that let any proxy keep what can't change. \
            /tail is a stream of server-sent events: entry (id: its index, data: base64) and checkpoint (data: base64).
            """)

    @OptionGroup var place: RecordPlace
    @Option(help: ArgumentHelp("Where to listen.", valueName: "host:port")) var listen = "127.0.0.1:8490"

    func run() async throws {
        try await explained {
            try RecordDirectory(place.directory).mend()
            let server = RecordServer(
                try DirectorySource(place.directory), at: try ListenAddress(parsing: listen), logger: quietLogger())
            try await server.run { announce("The record is at http://\($0)/") }
        }
    }
}

/// A logger that speaks up only when something is wrong.
func quietLogger() -> Logger {
    var logger = Logger(label: "parley")
    logger.logLevel = .warning
    return logger
}
