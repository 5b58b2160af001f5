import Accord
import Logging
import Phraseology
import Testing

@testable import Station

@Suite("A message that its agreement does not allow") struct LineOutsideTests {
    /// No line, and an agreement that lets only distress through.
    private struct Resting: LineCarriers {
        func carriers() async -> [LineCarrier] { [] }
        func append(_ drafts: [EntryDraft], to peer: String) async throws {}
        func isOutside(_ received: ReceivedEntry, isDistress: Bool) async -> Bool { !isDistress }
    }

    private func received(_ code: String, _ index: UInt64) throws -> ReceivedEntry {
        let body = MessageBody(
            message: "E-\(index)", elements: [EntryElement(code: code)],
            written: EntryTime(unixSeconds: LineScene.start), by: LineScene.east)
        let salt = [UInt8](repeating: 7, count: 16)
        return ReceivedEntry(
            peer: "EAST", scope: .agreement("A1"),
            reference: EntryReference(origin: LineScene.origins["EAST"] ?? "", index: index),
            entry: try Entry(EntryDraft(body).bytes(atUnixSeconds: LineScene.start, salt: salt)),
            receivedUnixSeconds: LineScene.start, isLate: false, isHistory: false)
    }

    @Test("is shown and marked, and does not call; distress does")
    func marked() async throws {
        let told = LineServiceTests.Mutexed()
        let line = LineService(
            party: "WEST", clock: NodeClock { LineScene.start }, carriers: Resting(), logger: Logger(label: "line")
        ) { told.add($0) }
        await line.take(try received("TI.UNKNOWN", 1))
        let outside = try #require(told.all.last)
        #expect(outside.contains(#""outside":true"#))
        #expect(!outside.contains(#""arrived""#))
        await line.take(try received("EMG.MAYDAY", 2))
        let distress = try #require(told.all.last)
        #expect(distress.contains(#""arrived":"E-2""#))
        #expect(await line.desks["EAST"]?.items.count == 2)
    }
}
