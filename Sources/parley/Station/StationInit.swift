import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley station init`: makes a node.
struct StationInit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a node: its keys, its certificate, its settings.",
        discussion: """
            What it prints is what the other parties' officers compare with you, by telephone or in person, before they \
            add you as a peer. The keys are files that only you can read; keep a backup of DIR where keys belong.
            """)

    @OptionGroup var place: NodePlace

    @Option(help: ArgumentHelp("The party, as agreements and records will name it.", valueName: "party"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "A host name or IP address under which peers reach the station; may be given several times.",
            valueName: "address"))
    var address: [String] = []

    @Option(help: "The port for operators.")
    var port = 8480

    @Option(help: "The port for peers.")
    var peerPort = 8481

    @Option(help: "The language that the page starts in: en or ru.")
    var language = "en"

    @Option(
        help: ArgumentHelp(
            "For training alone: the time at which it is set up, if not now; see --training-clock of station up.",
            valueName: "time"))
    var trainingTime: String?

    func run() async throws {
        try await explained("station init") {
            var request = NodeSetup.Request(name: name, directory: place.data)
            request.addresses = address
            request.port = port
            request.peerPort = peerPort
            request.language = language
            var now = Date()
            if let trainingTime {
                now = Date(timeIntervalSince1970: try UTCTime.unixSeconds(parsing: trainingTime))
            }
            let node = try NodeSetup(request, now: now)
            announce(
                """
                \(node.party) is set up in \(place.data).
                Verifier key         \(node.verifierKey)
                Certificate SHA-256  \(node.certificateSHA256)
                Next: parley station up --data \(place.data) SOURCE
                """)
        }
    }
}
