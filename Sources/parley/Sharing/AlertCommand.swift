import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley alert`: the alerts across parties.
struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Show the alerts across parties, and mark one as seen.",
        subcommands: [AlertList.self, AlertSeen.self], defaultSubcommand: AlertList.self)
}

/// `parley alert list`: both ways, the newest first.
struct AlertList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the alerts that are not over, with who has seen them.",
        discussion: """
            Of ours it says when the other station had stored it, as that station signed, and who there has seen it. What came long after it \
            was written is late: it is no news.

              parley alert list --data DIR --as NAME --all
            """)

    @OptionGroup var acting: ActingOperator

    @Flag(help: "Those that are over as well.")
    var all = false

    @Flag(help: "Print what the station answers, as JSON.")
    var json = false

    func run() async throws {
        try await explained("alert list") {
            let answer = try await acting.station.get("/api/alerts")
            guard !json else { return output(answer + [UInt8(ascii: "\n")]) }
            let alerts = try CrossAlert.read(answer).filter { all || !$0.over }
            for alert in alerts { print(alert.text) }
            if alerts.isEmpty { announce("No alert across parties is open.") }
        }
    }
}

/// `parley alert seen`: a person has seen an alert of a peer.
struct AlertSeen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seen", abstract: "Say that you have seen an alert of another party.",
        discussion: """
            The other party reads your name and the time, signed. It says nothing of what is done about it.

              parley alert seen --data DIR --as NAME n2k3x8-4
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The alert, as the list names it.", valueName: "alert"))
    var alert: String

    @Option(
        help: ArgumentHelp("Whose it is, where two parties use the same name for an alert.", valueName: "party"),
        transform: { $0.uppercased() })
    var from: String?

    func run() async throws {
        try await explained("alert seen") {
            let found = try CrossAlert.read(try await acting.station.get("/api/alerts"))
                .filter { !$0.ours && $0.alert == alert && (from == nil || $0.peer == from) }
            guard let one = found.first else {
                throw StationError.option(
                    name: "ALERT", reason: "no party has sent an alert “\(alert)”; parley alert list names them")
            }
            guard found.count == 1 else {
                throw StationError.option(
                    name: "--from", reason: "choose one of \(found.map(\.peer).joined(separator: ", "))")
            }
            let path = [one.peer, one.agreement, one.alert].map(addressPart).joined(separator: "/")
            try await acting.station.send("POST", "/api/alerts/\(path)/seen", Array("{}".utf8))
            announce("\(one.peer) is told that you have seen it.")
        }
    }
}

/// An alert across parties, as the station says it.
private struct CrossAlert: Decodable {
    struct By: Decodable { var name: String }

    var peer: String
    var agreement: String
    var alert: String
    var ours: Bool
    var kind: String
    var level: String
    var tracks: [String]
    var secondsToLoss: Double?
    var horizontalNM: Double?
    var verticalFt: Double?
    var zone: String?
    var written: Double
    var stored: Double?
    var received: Double?
    var late: Bool
    var seen: Double?
    var seenBy: By?
    var over: Bool

    /// All of an answer, the newest first.
    static func read(_ answer: [UInt8]) throws -> [CrossAlert] {
        struct All: Decodable { var alerts: [CrossAlert] }
        return try JSONDecoder().decode(All.self, from: Data(answer)).alerts
    }

    /// One line.
    var text: String {
        let numbers = [
            secondsToLoss.map { String(format: "in %.0f s", $0) }, horizontalNM.map { String(format: "%.1f NM", $0) },
            verticalFt.map { String(format: "%.0f ft", $0) }, zone,
        ]
        let came =
            ours
            ? stored.map { "received there \(Self.clock($0))" } ?? "not received there yet"
            : late ? "late, received \(Self.clock(received ?? written))" : nil
        let eyes = seenBy.map { "seen by \($0.name) \(Self.clock(seen ?? 0))" } ?? "not seen yet"
        let parts = [
            alert, ours ? "to \(peer)" : "from \(peer)", Self.clock(written), "\(kind), \(level)",
            tracks.joined(separator: " – "), numbers.compactMap { $0 }.joined(separator: ", "), came, eyes,
            over ? "over" : nil,
        ]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\t")
    }

    private static func clock(_ time: Double) -> String { UTCTime.string(unixSeconds: time) }
}
