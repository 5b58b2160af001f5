import Accord
import Foundation
import Inquiry
import Testing

@Suite("The index of records")
struct RecordIndexTests {
    /// Records of two aircraft on one day: each party's own track of its own aircraft.
    static func collected(seconds: Int, aircraft: Int = 2) throws -> (library: RecordLibrary, testimony: Testimony) {
        var collector = EvidenceCollector()
        let start = Double(SimulatedSky.start)
        collector.begin(
            try RecordOrigin(writer: "WEST", scope: .privateRecord, day: "2015-11-03"), size: 10, hasDropped: false)
        var index: UInt64 = 0
        for second in 0..<seconds {
            for number in 0..<aircraft {
                let along = Double(second - seconds / 2) * 0.002 * (number.isMultiple(of: 2) ? 1 : -1)
                let body = OwnTrackBody(
                    track: "a\(number)", callsign: "CALL\(number)",
                    time: EntryTime(unixSeconds: start + Double(second)),
                    lat: 40 + Double(number) / 30, lon: 20 + along, levelFt: 30_000, speedKt: 330, source: "f1",
                    ours: true,
                    quality: [])
                let bytes = try EntryDraft(body).bytes(
                    atUnixSeconds: start + Double(second), salt: [UInt8](repeating: 1, count: 16))
                collector.take(bytes, index: index)
                index += 1
            }
        }
        return collector.finish()
    }

    @Test("written and read back it answers as before")
    func roundTrip() throws {
        let (library, testimony) = try Self.collected(seconds: 300)
        var bytes = Data()
        try RecordIndex.write(library: library, testimony: testimony, sentences: ["proved"]) { bytes.append($0) }
        let read = try RecordIndex.read(bytes, name: "an index")
        #expect(read.sentences == ["proved"] && read.testimony.records.count == 1)
        let text = ClaimText.distance(
            "CALL0", "CALL1", SimulatedSky.start + 10, SimulatedSky.start + 290, "at-least: 1 NM", within: nil)
        let before = try ClaimText.finding(text, library)
        let after = try ClaimText.finding(text, read.library)
        #expect(before == after && before.verdict == .supported)
        #expect(!before.entries.isEmpty)
    }

    @Test("anything else is refused")
    func damaged() throws {
        let (library, testimony) = try Self.collected(seconds: 5)
        var bytes = Data()
        try RecordIndex.write(library: library, testimony: testimony, sentences: []) { bytes.append($0) }
        for count in [0, 1, 14, 15, 22, 23, 40, bytes.count - 1] {
            #expect(throws: InquiryError.self) { try RecordIndex.read(bytes.prefix(count), name: "x") }
        }
        var long = bytes
        long[17] = 0xFF
        #expect(throws: InquiryError.self) { try RecordIndex.read(long, name: "x") }
    }

    /// PARLEY_DAY_INDEX names a file to write: 2,000 tracks of a day at one position a second, and ten propositions about them.
    @Test("a day of two thousand tracks", .enabled(if: ProcessInfo.processInfo.environment["PARLEY_DAY_INDEX"] != nil))
    func day() throws {
        let path = try #require(ProcessInfo.processInfo.environment["PARLEY_DAY_INDEX"])
        let clock = ContinuousClock()
        let start = Double(SimulatedSky.start - SimulatedSky.start % 86_400)
        let tracks = (0..<2_000).map { number in
            RecordLibrary.Track(
                identifier: "a\(number)", source: "WEST own", first: start, last: start + 86_399, count: 86_400)
        }
        let library = RecordLibrary(
            tracks: tracks, records: ["parley/WEST/private/2015-11-03"], precisions: [],
            store: DayOfTraffic(startUnixSeconds: start))
        try Data().write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        let built = try clock.measure {
            try RecordIndex.write(library: library, testimony: Testimony(records: [], entries: []), sentences: []) {
                try file.write(contentsOf: $0)
            }
            try file.close()
        }
        var lines = ["claim: 1", "by: x", "propositions:"]
        for number in 0..<10 {
            lines.append(
                "  - {id: p\(number), kind: minimum-distance, between: [a\(number * 7), a\(number * 7 + 1)], from: 2015-11-03T00:00:00Z, to: 2015-11-03T23:59:59Z, at-least: 1 NM}"
            )
        }
        let claim = try ClaimReader.read(lines.joined(separator: "\n"))
        var verdicts: [Finding.Verdict] = []
        let checked = try clock.measure {
            let index = try RecordIndex.read(
                try Data(contentsOf: URL(filePath: path), options: .alwaysMapped), name: path)
            verdicts = try ClaimChecker(tracks: index.library).check(claim).map(\.verdict)
        }
        print("2,000 tracks of a day: written in \(built), ten propositions over the whole day in \(checked)")
        #expect(verdicts.count == 10)
    }
}

/// Positions that are computed when they are asked for.
struct DayOfTraffic: RowStore {
    let startUnixSeconds: Double

    func rows(of track: Int, unixSeconds range: ClosedRange<Double>) -> [RecordRow] {
        (0..<86_400).map { second in
            let phase = Double(second) / 900 + Double(track)
            return RecordRow(
                timeUnixSeconds: startUnixSeconds + Double(second),
                latitudeDegrees: 40 + Double(track % 40) * 0.1 + sin(phase) * 0.5,
                longitudeDegrees: 10 + Double(track / 40) * 0.2 + cos(phase) * 0.7, altitudeFeet: 30_000,
                speedMetresPerSecond: 120, index: UInt32(second * 2_000 + track), record: 0, precision: 0)
        }
    }
}
