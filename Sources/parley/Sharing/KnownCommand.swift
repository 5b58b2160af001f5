import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley known`: what a party had been told by a time.
struct KnownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "known", abstract: "Say what a party had been told by a time.",
        discussion: """
            Of another party it rests on the receipts that this party signed itself; of our own on what we had stored by then. \
            Entries that no receipt covers are listed apart.
            """)

    @OptionGroup var acting: ActingOperator

    @Option(help: ArgumentHelp("The party that had been told.", valueName: "party"))
    var by: String

    @Option(help: ArgumentHelp("By when, 2015-11-03T09:24:05Z; now, if it is left out.", valueName: "time"))
    var at: String?

    private struct Answer: Decodable {
        struct Item: Decodable {
            var type: String
            var written: Double
            var record: String
            var index: Int
            var stored: Double?
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
            if let at {
                guard let time = try? UTCTime.unixSeconds(parsing: at) else {
                    throw StationError.option(name: "--at", reason: "“\(at)” is no time, such as 2015-11-03T09:24:05Z")
                }
                path += "&at=\(time)"
            }
            let answer = try JSONDecoder().decode(Answer.self, from: Data(try await acting.station.get(path)))
            for told in answer.told { show(told) }
            if answer.told.isEmpty { announce("Nothing is on record that \(by) had been told.") }
        }
    }

    private func show(_ told: Answer.Told) {
        announce("\(told.reader) had been told by \(told.writer):")
        for one in told.entries {
            announce(
                "  \(Self.clock(one.stored ?? one.written))\t\(one.type)\t\(one.body)\t[\(one.record) \(one.index)]")
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
