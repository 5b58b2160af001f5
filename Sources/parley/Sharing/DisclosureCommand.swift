import ArgumentParser
import Foundation
import Station

/// `parley disclosure`: what other parties are told of our aircraft.
struct DisclosureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclosure",
        abstract: "Show what a party is told of our aircraft, and prove that nothing else was.",
        subcommands: [DisclosureShow.self, DisclosureAuditCommand.self])
}

/// `parley disclosure show`: exactly what a party gets, beside what we see.
struct DisclosureShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show exactly what a party gets now, beside what we see.",
        discussion: "parley disclosure show --to EAST --as Walker --data DIR")

    @OptionGroup var acting: ActingOperator

    @Option(help: ArgumentHelp("The party.", valueName: "party"), transform: { $0.uppercased() })
    var to: String

    func run() async throws {
        try await explained("disclosure show") {
            let answer = try await acting.station.get("/api/disclosure/\(addressPart(to))")
            let view = try JSONDecoder().decode(DisclosureView.self, from: Data(answer))
            print(view.text)
        }
    }
}

/// What a party is told, as the station says it.
struct DisclosureView: Decodable {
    struct Told: Decodable {
        var track: String
        var time: Double
        var lat: Double
        var lon: Double
        var levelFt: Double?
        var speedKt: Double?
        var trackDegrees: Double?
        var gridNM: Double
        var levelGridFt: Double
        var delaySeconds: Double
        var rule: String
        var emergency: String?
    }
    struct Own: Decodable {
        var id: String
        var callsign: String?
        /// Where we see it; nil: it has landed or fallen silent, and the peer has it still.
        var lat: Double?
        var lon: Double?
        var altFt: Double?

        /// Its name, its place and its level.
        var text: String {
            let name = (callsign ?? id).padding(toLength: 9, withPad: " ", startingAt: 0)
            guard let lat, let lon else { return name + " not in the air now           " }
            let level = altFt.map { String(format: "%6.0f ft", $0) } ?? "     ? ft"
            return String(format: "%@ %8.4f %9.4f %@", name, lat, lon, level)
        }
    }
    struct Row: Decodable {
        var own: Own
        var told: Told?
        var withheld: String?
    }

    var peer: String
    var rows: [Row]

    /// A table: ours on the left, what the peer has on the right.
    var text: String {
        var lines = ["ours                                  \(peer) is told"]
        for row in rows {
            let own = row.own.text
            guard let told = row.told else {
                lines.append("\(own)  nothing: \(row.withheld ?? "no rule")")
                continue
            }
            let toldLevel = told.levelFt.map { String(format: "%6.0f ft", $0) } ?? "  no level"
            let place = String(format: "%@ %8.4f %9.4f %@", told.track, told.lat, told.lon, toldLevel)
            let precision = String(format: "±%.2f NM ±%.0f ft", told.gridNM / 2, told.levelGridFt / 2)
            lines.append("\(own)  \(place) \(precision) by rule \(told.rule)\(told.emergency.map { " \($0)" } ?? "")")
        }
        return lines.joined(separator: "\n")
    }
}
