import Accord
import Airspace
import Foundation
import Inquiry
import Testing

@Suite("Two parties with several aircraft each")
struct PartiesTests {
    /// Each party's own record of its own aircraft: `apart` gives how far north of one line each flies, in nautical miles.
    private func library(
        west: [Double], east: [Double], unseen: ClosedRange<Int>? = nil
    ) throws -> (library: RecordLibrary, testimony: Testimony) {
        var collector = EvidenceCollector()
        let start = Double(SimulatedSky.start)
        for (party, north) in [("WEST", west), ("EAST", east)] {
            collector.begin(
                try RecordOrigin(writer: party, scope: .privateRecord, day: "2015-11-03"), size: 1, hasDropped: false)
            var index: UInt64 = 0
            for second in 0...300 {
                for (number, miles) in north.enumerated() {
                    if party == "EAST", number == 1, unseen?.contains(second) ?? false { continue }
                    let body = OwnTrackBody(
                        track: "\(party == "WEST" ? "a" : "b")0000\(number)",
                        time: EntryTime(unixSeconds: start + Double(second)), lat: 40 + miles / 60,
                        lon: 20 + Double(second) * 0.002, levelFt: 30_000, speedKt: 330, source: "f", ours: true,
                        quality: [])
                    let bytes = try EntryDraft(body).bytes(
                        atUnixSeconds: start + Double(second), salt: [UInt8](repeating: 1, count: 16))
                    collector.take(bytes, index: index)
                    index += 1
                }
            }
        }
        return collector.finish()
    }

    private func finding(
        _ bound: String, west: [Double], east: [Double], unseen: ClosedRange<Int>? = nil
    ) throws -> Finding {
        let text = ClaimText.distance(
            "WEST", "EAST", SimulatedSky.start + 20, SimulatedSky.start + 280, bound, within: nil)
        let (library, testimony) = try library(west: west, east: east, unseen: unseen)
        return try ClaimChecker(tracks: library, testimony: testimony).check(try ClaimReader.read(text))[0]
    }

    @Test("the closest of all pairs counts")
    func closest() throws {
        // Pairs: 10, 4, 30 and 16 miles.
        let (west, east) = ([0.0, 20], [10.0, 4])
        #expect(try finding("at-most: 4.5 NM", west: west, east: east).verdict == .supported)
        #expect(try finding("at-most: 3.5 NM", west: west, east: east).verdict == .contradicted)
        #expect(try finding("at-least: 3.5 NM", west: west, east: east).verdict == .supported)
        #expect(try finding("at-least: 4.5 NM", west: west, east: east).verdict == .contradicted)
        let exact = try finding("at-least: 4 NM", west: west, east: east)
        #expect(exact.verdict == .notDeterminable && exact.reasons.contains(.intervalStraddles))
        let (low, high) = (exact.low ?? -1, exact.high ?? -1)
        #expect(low < 7_408 && 7_408 < high && high - low < 1_000, "\(low) to \(high)")
    }

    @Test("one pair that was not seen throughout leaves the others' distance open")
    func gap() throws {
        let (west, east) = ([0.0], [4.0, 10])
        let far = try finding("at-least: 3.5 NM", west: west, east: east, unseen: 100...200)
        #expect(far.verdict == .notDeterminable && far.reasons.contains(.gap) && far.low == 0)
        #expect(try finding("at-most: 3.5 NM", west: west, east: east, unseen: 100...200).verdict == .notDeterminable)
        #expect(try finding("at-most: 4.5 NM", west: west, east: east, unseen: 100...200).verdict == .supported)
        #expect(try finding("at-least: 4.5 NM", west: west, east: east, unseen: 100...200).verdict == .contradicted)
    }

    @Test("one aircraft each is as two identifiers")
    func single() throws {
        let parties = try finding("at-least: 3 NM", west: [0], east: [4])
        let (library, testimony) = try library(west: [0], east: [4])
        let text = ClaimText.distance(
            "a00000", "b00000", SimulatedSky.start + 20, SimulatedSky.start + 280, "at-least: 3 NM", within: nil)
        let named = try ClaimChecker(tracks: library, testimony: testimony).check(try ClaimReader.read(text))[0]
        #expect(parties == named && named.verdict == .supported)
    }

    @Test("two stations that count one day from their own records agree, or the difference is listed entry by entry")
    func counts() throws {
        func count(_ unseen: ClosedRange<Int>?) throws -> Finding {
            let (library, testimony) = try twoViews(unseen: unseen)
            let from = UTCTime.string(unixSeconds: Double(SimulatedSky.start))
            let to = UTCTime.string(unixSeconds: Double(SimulatedSky.start + 300))
            let text =
                "{claim: 1, by: x, propositions: [{id: p, kind: violation-count, from: \(from), to: \(to), exactly: 2}]}"
            return try ClaimChecker(tracks: library, testimony: testimony).check(try ClaimReader.read(text))[0]
        }
        let same = try count(nil)
        #expect(same.verdict == .supported && same.low == 2 && same.high == 2 && same.missing.isEmpty, "\(same)")
        // East did not see one of the three: two of West's encounters are not in its count.
        let other = try count(0...300)
        #expect(other.verdict != .supported && other.reasons.contains(.recordsDiffer), "\(other)")
        #expect(
            other.missing.count == 1 && other.missing[0].english.hasPrefix("WEST own: c00000 – c00002"),
            "\(other.missing)")
        #expect(other.missing[0].russian.contains("c00002"))
    }

    /// Three aircraft in a row three miles apart, as each of two stations saw them; East misses the third in some seconds.
    private func twoViews(unseen: ClosedRange<Int>?) throws -> (library: RecordLibrary, testimony: Testimony) {
        var collector = EvidenceCollector()
        let start = Double(SimulatedSky.start)
        for party in ["WEST", "EAST"] {
            collector.begin(
                try RecordOrigin(writer: party, scope: .privateRecord, day: "2015-11-03"), size: 1, hasDropped: false)
            var index: UInt64 = 0
            for second in 0...300 {
                for (number, miles) in [3.0, 0, 6].enumerated() {
                    if party == "EAST", number == 2, unseen?.contains(second) ?? false { continue }
                    let body = OwnTrackBody(
                        track: "c0000\(number)", time: EntryTime(unixSeconds: start + Double(second)),
                        lat: 40 + miles / 60, lon: 20 + Double(second) * 0.002, levelFt: 30_000, speedKt: 330,
                        source: "f", ours: false, quality: [])
                    let bytes = try EntryDraft(body).bytes(
                        atUnixSeconds: start + Double(second), salt: [UInt8](repeating: 1, count: 16))
                    collector.take(bytes, index: index)
                    index += 1
                }
            }
        }
        return collector.finish()
    }
}
