import Accord
import Record
import Testing

@testable import Station

/// What stood in a record at a time, of all times.
struct RecordedPastTests {
    private static let start = 1_700_000_000.0

    private static func track(_ name: String, at time: Double) -> TrackBody {
        TrackBody(
            track: name, time: EntryTime(unixSeconds: time), lat: 49, lon: 2, gridNM: 0.5, levelGridFt: 500,
            timeGridSeconds: 5, delaySeconds: 0, rule: "r")
    }

    private static func bytes(_ body: some EntryBody, at time: Double) throws -> [UInt8] {
        try EntryDraft(body).bytes(atUnixSeconds: time, salt: [UInt8](repeating: 1, count: 16))
    }

    @Test func everyTimeIsAnsweredExactly() async throws {
        let scratch = try Scratch()
        let origin = try RecordOrigin(parsing: "parley/WEST/to/EAST/A1/2023-11-14")
        let place = RecordDirectory(scratch.path)
        let writer = try await RecordWriter.create(at: place, key: try SigningKey(name: origin.description))
        // Each second a receipt, and positions of aircraft that come and go.
        var bodies: [(Double, any EntryBody)] = []
        var generator = SystemRandomNumberGenerator()
        for second in 0..<900 {
            let time = Self.start + Double(second)
            bodies.append(
                (
                    time,
                    SeenBody(
                        record: "parley/EAST/to/WEST/A1/2023-11-14", size: UInt64(second),
                        root: TreeHash.emptyTree.base64)
                ))
            for aircraft in 0..<3 where Bool.random(using: &generator) {
                bodies.append((time, Self.track("t\(aircraft)", at: time)))
            }
            if second % 97 == 50 { bodies.append((time, TrackEndedBody(track: "t1", reason: .left))) }
        }
        _ = try await writer.append(contentsOf: bodies.map { time, body in try Self.bytes(body, at: time) })
        try await writer.finish()
        let past = try #require(try await RecordedPast(origin, at: scratch.path))
        for second in [-1, 0, 1, 49, 50, 51, 147, 148, 500, 898, 899, 5_000] {
            let time = Self.start + Double(second) + 0.5
            let receipt = try await past.lastReceipt(by: time, since: 0)
            #expect(receipt?.size == (second < 0 ? nil : UInt64(min(second, 899))), "second \(second)")
            let below = bodies.count { $0.0 <= time }
            var expected: [String: Double] = [:]
            for (_, body) in bodies.prefix(below) {
                if let body = body as? TrackBody { expected[body.track] = body.time.unixSeconds }
                if let body = body as? TrackEndedBody { expected[body.track] = nil }
            }
            let tracks = try await past.tracks(below: UInt64(below), since: 0)
            #expect(
                Dictionary(uniqueKeysWithValues: tracks.map { ($0.body.track, $0.body.time.unixSeconds) }) == expected)
        }
        #expect(try await past.tracks(below: 400, since: Self.start + 899).isEmpty)
        #expect(try await past.lastReceipt(by: Self.start + 899, since: Self.start + 2_000) == nil)
    }
}
