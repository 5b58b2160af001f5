import Accord
import Foundation
import Testing

@testable import Station

/// What we had been told by a time, whatever the writer's clock says of it.
@Suite struct KnownQueryTests {
    private static let origin = "parley/EAST/to/WEST/SEINE-1/2023-11-14"
    private static let time = SharingSamples.time

    /// Messages of a peer that were written and stored at times.
    private static func store(
        _ entries: [(written: Double, stored: Double, isLate: Bool)], in index: EntryIndex
    ) async throws {
        var record = try await index.record(
            origin, peer: "EAST", scope: .agreement("SEINE-1"), direction: .received)
        for (place, entry) in entries.enumerated() {
            let body = AlertEndedBody(alert: "a\(place)")
            let bytes = try EntryDraft(body).bytes(
                atUnixSeconds: entry.written, salt: [UInt8](repeating: 7, count: 16))
            let place = UInt64(place)
            var batch = HandledBatch(
                origin: origin, places: place..<place + 1, storedUnixSeconds: entry.stored)
            batch.kept = [.init(place: place, entry: try Entry(bytes), isLate: entry.isLate, isIndexed: true)]
            try await index.take(batch, in: record)
            record.handled = place + 1
        }
    }

    /// The places of the entries that the interface says we had been told, and those of them that are late.
    private static func told(_ node: NodeHarness, _ session: OperatorDesk.Opened, since: Double? = nil) async throws
        -> (places: [Int], late: [Int])
    {
        struct Answer: Decodable {
            struct Told: Decodable {
                struct Item: Decodable {
                    var index: Int
                    var late: Bool
                }
                var entries: [Item]
            }
            var told: [Told]
        }
        let path = "/api/known?by=WEST&at=\(time)" + (since.map { "&since=\($0)" } ?? "")
        let answer = try JSONDecoder().decode(
            Answer.self, from: Data(try await node.ask("GET", path, session: session).body))
        let items = answer.told.flatMap(\.entries)
        return (items.map(\.index), items.filter(\.late).map(\.index))
    }

    @Test("What was stored here by then counts, though its writer's clock is ahead or a file brought it days later")
    func countsByOurOwnClock() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let session = try await node.session(try await node.add(.investigator))
            let index = try ExchangePart(node.node.context) { [] }.index
            let now = Self.time
            try await Self.store(
                [
                    (written: now - 7_200, stored: now - 7_199, isLate: false),
                    // As a courier brings it.
                    (written: now - 400_000, stored: now - 600, isLate: true),
                    // As of a clock that is 40 s ahead.
                    (written: now + 39, stored: now - 1, isLate: false),
                    (written: now - 5, stored: now + 5, isLate: false),
                ], in: index)
            let all = try await Self.told(node, session)
            #expect(all.places == [0, 1, 2])
            #expect(all.late == [1])
            #expect(try await Self.told(node, session, since: now - 3_600).places == [1, 2])
            #expect(try await Self.told(node, session, since: now - 0.5).places == [])
            let wrong = try await node.ask("GET", "/api/known?by=WEST&at=\(now)&since=\(now + 1)", session: session)
            #expect(wrong.status == 400)
        }
    }
}
