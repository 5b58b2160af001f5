import ArgumentParser
import Foundation
import Logging
import Station

/// `parley station up`: runs a node.
struct StationUp: AsyncParsableCommand, LongRunning {
    static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Run a node until it is asked to stop.",
        discussion: """
            Sources are as for parley watch; without one the station sees only what its peers share. Operators are served \
            on loopback in plain HTTP; bound to any other address it is HTTPS with the station's own certificate.
            """)

    @OptionGroup var place: NodePlace

    @Argument(help: ArgumentHelp("A recording, or the address of a live source.", valueName: "source"))
    var sources: [String] = []

    @OptionGroup var view: ViewOptions

    @Option(help: "The port for operators, instead of the one in the settings; 0 takes any that is free.")
    var port: Int?

    @Option(name: .customLong("bind"), help: ArgumentHelp("The address for operators.", valueName: "address"))
    var bindAddress: String?

    @Option(help: "The port for peers, instead of the one in the settings; 0 takes any that is free.")
    var peerPort: Int?

    @Option(name: .customLong("peer-bind"), help: ArgumentHelp("The address for peers.", valueName: "address"))
    var peerBindAddress: String?

    @Option(
        help: ArgumentHelp(
            "For training alone: another time, and a clock that runs faster, such as 2015-11-03T09:05:00Z@1764086880x20.",
            valueName: "clock"))
    var trainingClock: String?

    func run() async throws {
        try await explained("station up") {
            var logger = Logger(label: "parley")
            logger.logLevel = .warning
            let node = try await StationNode(options(), logger: logger)
            try await node.run { running in
                announce("Parley (\(running.party)) is at \(running.pageAddress) – stop it with Ctrl-C")
                if let link = running.firstOperatorLink {
                    announce("The first operator signs in once, within the hour, at \(link)")
                }
            }
        }
    }

    private func options() throws -> StationNode.Options {
        var options = StationNode.Options(watch: try view.watch(sources), directory: place.data)
        options.port = port
        options.bindAddress = bindAddress
        options.peerPort = peerPort
        options.peerBindAddress = peerBindAddress
        options.trainingClock = trainingClock
        // For tests alone: a station whose clock is wrong.
        if let text = ProcessInfo.processInfo.environment["PARLEY_CLOCK_OFFSET_SECONDS"], let offset = Double(text),
            abs(offset) < 1e9
        {
            options.clockOffsetSeconds = offset
        }
        return options
    }
}
