import ArgumentParser
import Foundation
import Logging
import Separation
import Station

/// `parley watch`: a station that shows who is in the sky and who is about to come too close to whom.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show traffic on a page, predict every conflict, measure every encounter.")

    @Argument(help: ArgumentHelp("Recordings, http:// addresses of aircraft.json, or sbs://HOST:PORT.", valueName: "source"))
    var sources: [String]

    @Option(help: "How many times as fast as the clock a recording is replayed.")
    var speed = 1.0

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8480

    @Option(name: .customLong("bind"), help: "The address to listen on.")
    var bindAddress = "127.0.0.1"

    @Option(help: ArgumentHelp("The directory of the page's files.", valueName: "dir"))
    var web: String?

    func run() async throws {
        var options = WatchOptions(
            sources: try sources.map { try WatchSource(parsing: $0) },
            rules: AlertRules(minima: ClassMinima(.enRoute)))
        options.speed = speed
        options.port = port
        options.bindAddress = bindAddress
        options.webDirectory = web
        var logger = Logger(label: "parley")
        logger.logLevel = .warning
        do {
            let station = try WatchStation(options, logger: logger)
            let address = bindAddress
            try await station.run { port in print("Parley is at http://\(address):\(port)/") }
        } catch let error as StationError {
            throw ValidationError(error.description)
        }
    }
}
