import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley known`: what a party had been told by a time.
struct KnownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "known", abstract: "Say what a party had been told by a time.",
        discussion: """
            Of another party it rests on the receipts that this party signed itself; of our own on what we had stored by then, by our own \
            clock. Entries that no receipt covers are listed apart. What came long after it was written, as over a link that was restored \
            or in a file, is said to be late. It looks a day back; --since looks further, or less far:

              parley known --data DIR --as NAME --by WEST --at 2015-11-03T09:24:05Z --since 2015-10-20T00:00:00Z
            """)

    @OptionGroup var acting: ActingOperator

    @Option(help: ArgumentHelp("The party that had been told.", valueName: "party"))
    var by: String

    @Option(help: ArgumentHelp("By when, 2015-11-03T09:24:05Z; now, if it is left out.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("From when on; a day before, if it is left out.", valueName: "time"))
    var since: String?

    @Flag(help: "Print what the station answers, as JSON.")
    var json = false

    private struct Answer: Decodable {
        struct Item: Decodable {
            var type: String
            var written: Double
            var record: String
            var index: Int
            var stored: Double?
            var late: Bool?
            var body: String
        }
        struct Track: Decodable {
            var track: String
            var time: Double
            var lat: Double
            var lon: Double
            var levelFt: Double?
            var gridNM: Double
            var record: String
            var index: Int
        }
        struct Told: Decodable {
            var writer: String
            var reader: String
            var entries: [Item]
            var unconfirmed: [Item]
            var tracks: [Track]
        }
        var told: [Told]
    }

    func run() async throws {
        try await explained("known") {
            var path = "/api/known?by=\(addressPart(by.uppercased()))"
            for (name, text) in [("at", at), ("since", since)] {
                guard let text else { continue }
                guard let time = try? UTCTime.unixSeconds(parsing: text) else {
                    throw StationError.option(
                        name: "--\(name)", reason: "“\(text)” is no time, such as 2015-11-03T09:24:05Z")
                }
                path += "&\(name)=\(time)"
            }
            let bytes = try await acting.station.get(path)
            guard !json else { return output(bytes + [UInt8(ascii: "\n")]) }
            let answer = try JSONDecoder().decode(Answer.self, from: Data(bytes))
            for told in answer.told { show(told) }
            if answer.told.isEmpty { announce("Nothing is on record that \(by) had been told.") }
        }
    }

    private func show(_ told: Answer.Told) {
        announce("\(told.reader) had been told by \(told.writer):")
        for one in told.entries {
            let late = one.late == true ? "late, written \(Self.clock(one.written))\t" : ""
            announce(
                "  \(Self.clock(one.stored ?? one.written))\t\(late)\(one.type)\t\(one.body)\t[\(one.record) \(one.index)]"
            )
        }
        for one in told.tracks {
            let level = one.levelFt.map { String(format: "%.0f ft", $0) } ?? "no level"
            let place = String(format: "%.4f %.4f", one.lat, one.lon)
            announce(
                "  \(Self.clock(one.time))\ttrack\t\(one.track) at \(place), \(level), grid \(one.gridNM) NM\t[\(one.record) \(one.index)]"
            )
        }
        for one in told.unconfirmed {
            announce(
                "  not confirmed: \(Self.clock(one.written))\t\(one.type)\t\(one.body)\t[\(one.record) \(one.index)]"
            )
        }
    }

    private static func clock(_ time: Double) -> String { UTCTime.string(unixSeconds: time, fractionDigits: 3) }
}
