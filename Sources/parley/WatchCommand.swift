import ArgumentParser
import Foundation
import Logging
import Separation
import Station

/// `parley watch`: a station that shows who is in the sky and who is about to come too close to whom.
struct WatchCommand: AsyncParsableCommand, LongRunning {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show traffic on a page, predict every conflict, measure every encounter.",
        discussion: """
            Open the address that it prints. A source is one of:
              paris.states.csv.gz                     OpenSky state vectors, plain or gzip
              traffic.jsonl, aircraft.json            readsb or tar1090, lines or a snapshot, plain or gzip
              http://receiver/data/aircraft.json      the same, asked for every second
              sbs://receiver:30003                    SBS-1 BaseStation lines over TCP, reconnecting
            Recordings replay by their own time stamps. Several sources make one picture, as long as they are all \
            recordings or all live.

            A rules file says where and between whom which minima hold, and where there are advisories and alarms; \
            docs/rules.md explains it, and Examples/ has files to start from. Without one the standard rules hold.

            Examples:
              parley watch paris.states.csv.gz --speed 20
              parley watch sbs://192.168.1.20:30003 --rules Examples/standard.rules.yaml
            """)

    @Argument(
        help: ArgumentHelp(
            "A recording, or the address of a live source; several make one picture.", valueName: "source"))
    var sources: [String]

    @OptionGroup var view: ViewOptions

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8480

    @Option(name: .customLong("bind"), help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var bindAddress = "127.0.0.1"

    @Option(help: ArgumentHelp("Where encounters, alarms and tracks are kept.", valueName: "dir"))
    var data: String?

    @Option(help: "The language that the page starts in: en or ru.")
    var language = "en"

    @Option(help: "The name of the station on its page.")
    var name = "Parley"

    func run() async throws {
        var logger = Logger(label: "parley")
        logger.logLevel = .warning
        let station = try WatchStation(options(), logger: logger)
        let address = bindAddress.contains(":") ? "[\(bindAddress)]" : bindAddress
        try await station.run { port in
            print("Parley is at http://\(address):\(port)/ – stop it with Ctrl-C")
            fflush(nil)
        }
    }

    private func options() throws -> WatchOptions {
        var options = try view.watch(sources)
        options.port = port
        options.bindAddress = bindAddress
        options.dataDirectory = data
        options.language = language
        options.stationName = name
        return options
    }
}
