import Accord
import Synchronization
import Testing

@testable import Station

/// What a run asks to be written comes into its record, in its order, whatever happens on the way.
struct RunOutboxTests {
    /// Records of a test, which can refuse.
    private final class Records: Sendable {
        struct Full: Error {}
        let state = Mutex<(written: [String: [String]], refusing: Set<String>, flows: [String: AgreementFlow])>(
            ([:], [], [:]))

        func outbox() -> RunOutbox {
            RunOutbox(logger: silentLogger) { batch, standing in
                let name = batch.reader?.party ?? "private"
                try self.state.withLock { state in
                    if state.refusing.contains(name) { throw Full() }
                    state.written[name, default: []] += batch.drafts.compactMap {
                        ($0.body as? CheckInBody)?.participant
                    }
                    state.flows[name] = standing?.flow
                }
            }
        }

        func refuse(_ names: Set<String>) { state.withLock { $0.refusing = names } }
        func written(_ name: String) -> [String] { state.withLock { $0.written[name] ?? [] } }
    }

    private func draft(_ name: String) throws -> EntryDraft {
        try EntryDraft(CheckInBody(run: "run-1", participant: name, frequency: "KILO", by: RunSamples.officer))
    }

    @Test("writes each record in its order")
    func order() async throws {
        let records = Records()
        let outbox = records.outbox()
        for name in ["one", "two", "three"] {
            outbox.put(try draft(name), .shared(try RunSamples.standing()))
            outbox.put(try draft("own-" + name), .privateRecord)
        }
        #expect(await outbox.write())
        #expect(records.written("EAST") == ["one", "two", "three"])
        #expect(records.written("private") == ["own-one", "own-two", "own-three"])
        #expect(await outbox.write())
        #expect(records.written("EAST").count == 3)
    }

    @Test("keeps what could not be written, holds nothing else up, and writes nothing twice")
    func again() async throws {
        let records = Records()
        let outbox = records.outbox()
        records.refuse(["EAST"])
        outbox.put(try draft("abort"), .shared(try RunSamples.standing()))
        outbox.put(try draft("track"), .privateRecord)
        #expect(await !outbox.write())
        #expect(outbox.fault != nil)
        #expect(records.written("private") == ["track"])
        outbox.put(try draft("later"), .shared(try RunSamples.standing(flow: .suspended(owed: []))))
        records.refuse([])
        #expect(await outbox.write())
        #expect(outbox.fault == nil)
        #expect(records.written("EAST") == ["abort", "later"])
        #expect(records.written("private") == ["track"])
        #expect(records.state.withLock { $0.flows["EAST"] } == .suspended(owed: []), "what may be told is asked anew")
    }

    @Test("is bounded, and says that entries are missing")
    func bound() async throws {
        let records = Records()
        let outbox = records.outbox()
        let one = try draft("one")
        for _ in 0...RunOutbox.mostWaiting { outbox.put(one, .privateRecord) }
        #expect(outbox.fault?.contains("missing") == true)
        #expect(await outbox.write())
        #expect(records.written("private").count == RunOutbox.mostWaiting)
    }
}
