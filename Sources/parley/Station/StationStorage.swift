import ArgumentParser
import Foundation
import Station

/// `parley station storage`: what the records cost.
struct StationStorage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storage",
        abstract: "Say what the records cost, per record, day and type, and drop what was kept long enough.",
        discussion: """
            --apply drops own tracks of days that ended longer ago than the retention. Acts, alarms and sign-ins stay, \
            and so do all hashes: what is left still verifies.
            """)

    @OptionGroup var acting: ActingOperator

    @Flag(help: "Apply the retention.")
    var apply = false

    @Option(help: "Days that own tracks are kept, instead of what the settings say.")
    var days: Int?

    @Flag(help: "Print what the station answers, as JSON.")
    var json = false

    private struct Storage: Decodable {
        struct Record: Decodable {
            struct Share: Decodable {
                var type: String
                var entries: Int
                var bytes: Int
            }
            var origin: String
            var own: Bool
            var entries: Int
            var droppedEntries: Int
            var diskBytes: Int
            var estimate: Bool
            var types: [Share]
        }
        var records: [Record]
        var otherBytes: Int
    }
    private struct Dropped: Decodable { var droppedEntries: Int }

    func run() async throws {
        try await explained("station storage") {
            let station = acting.station
            if apply {
                let body = days.map { #"{"days":\#($0)}"# } ?? "{}"
                let answer = try await station.send("POST", "/api/storage/retention", Array(body.utf8))
                let dropped = try JSONDecoder().decode(Dropped.self, from: Data(answer)).droppedEntries
                announce("\(dropped) own tracks were dropped; their hashes stay.")
            }
            let answer = try await station.get("/api/storage")
            guard !json else { return output(answer + [UInt8(ascii: "\n")]) }
            let storage = try JSONDecoder().decode(Storage.self, from: Data(answer))
            for record in storage.records {
                let dropped = record.droppedEntries > 0 ? ", \(record.droppedEntries) dropped" : ""
                announce(
                    "\(Self.size(record.diskBytes))  \(record.origin)  \(record.own ? "own" : "replica"), "
                        + "\(record.entries) entries\(dropped)")
                for share in record.types {
                    announce(
                        "    \(record.estimate ? "about " : "")\(Self.size(share.bytes))  \(share.type)  \(share.entries)"
                    )
                }
            }
            let total = storage.records.reduce(storage.otherBytes) { $0 + $1.diskBytes }
            announce("\(Self.size(storage.otherBytes))  everything else\n\(Self.size(total))  in all")
        }
    }

    private static func size(_ bytes: Int) -> String {
        let units = ["B", "kB", "MB", "GB", "TB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1_000, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        return unit == 0 ? "\(bytes) B" : String(format: "%.1f %@", value, units[unit])
    }
}
