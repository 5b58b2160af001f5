import Accord
import Record
import Testing

@testable import Station

@Suite("How much of a peer is taken", .timeLimit(.minutes(2))) struct IntakeHoldTests {
    @Test("a day has its quota, across midnight and whatever the clock does")
    func quota() {
        var quota = IntakeQuota()
        let noon = 20_000.5 * 86_400
        let half = IntakeQuota.usualBytesPerDay / 2
        #expect(quota.take(bytes: half, atUnixSeconds: noon) == false)
        #expect(quota.take(bytes: half, atUnixSeconds: noon + 60) == false)
        #expect(quota.take(bytes: 1, atUnixSeconds: noon + 120) == true)
        #expect(quota.take(bytes: 1, atUnixSeconds: noon - 86_400) == true, "a clock that goes back begins no new day")
        #expect(quota.take(bytes: half, atUnixSeconds: noon + 43_200) == false)
    }

    @Test("the quota is of the peer, not of each channel with it")
    func quotas() {
        let quotas = IntakeQuotas()
        #expect(!quotas.take(bytes: IntakeQuota.usualBytesPerDay, of: "EAST", atUnixSeconds: 0))
        #expect(quotas.take(bytes: 1, of: "EAST", atUnixSeconds: 0))
        #expect(!quotas.take(bytes: 1, of: "NORTH", atUnixSeconds: 0))
    }

    @Test("a slower pace begins at once, and a faster one again when it is over")
    func pace() {
        let usual = IntakePace.Limits()
        var pace = IntakePace(usual)
        #expect(pace.take(entries: 0, bytes: 1_000_000, uptimeSeconds: 0) == 0)
        pace.change(to: usual.least(.scarce))
        let wait = pace.take(entries: 0, bytes: 6_000_000, uptimeSeconds: 0)
        #expect(abs(wait - 2) < 0.01, "two seconds' worth may come at once")
        pace.change(to: usual)
        #expect(pace.take(entries: 0, bytes: 0, uptimeSeconds: 1) == 0)
    }

    @Test("a peer is named while it is held back for want of room, and not before")
    func gate() async throws {
        let gate = IntakeGate(.init(), reason: { $0 > 100 ? .disk : nil })
        try await gate.pass(entries: 1, bytes: 50)
        #expect(gate.hold == nil)
        try await gate.pass(entries: 1, bytes: 101)
        #expect(gate.hold == nil, "it sends no more than it may")
        try await gate.pass(entries: 1, bytes: 3_200_000)
        #expect(gate.hold == .disk)
        #expect(gate.heldBackSeconds > 0)
        try await gate.pass(entries: 1, bytes: 50)
        #expect(gate.hold == nil)
    }

    @Test("while the disk is nearly full a peer is read slowly and named, and what it sent comes all the same")
    func disk() async throws {
        let scratch = try Scratch()
        let west = try TestStation("WEST", in: scratch.path)
        let east = try TestStation("EAST", in: scratch.path)
        // Slower than any machine.
        try await west.start(pace: .init(entriesPerSecond: 200), isDiskShort: { true })
        try await east.start()
        try await west.know(east)
        try await east.know(west)
        let watched = try await west.channel(to: east)
        let hostile = try await east.channel(to: west)
        _ = try await hostile.append([try message(0, by: "EAST")])
        let body = #"{"message":"x"}"#
        let line =
            #"{"type":"message-shown/1","at":"2015-11-03T09:24:05.000Z","salt":"AAAAAAAAAAAAAAAAAAAAAA==","body":\#(body)}"#
        try await hostile.forge([[UInt8]](repeating: Array(line.utf8), count: 2_000))
        try await eventually("it is named") {
            await watched.currentState().notice?.contains("EAST is read slowly") == true
        }
        try await eventually("all came") { await west.handler.received.count >= 2_001 }
        #expect(await watched.currentState().heldBackSeconds > 1)
        await west.stop()
        await east.stop()
    }

    @Test("what nobody knows is kept in the replica and not in the index")
    func unknownTypes() throws {
        let record = HandledRecord(
            origin: "parley/EAST/to/WEST/A1/2015-11-03", peer: "EAST", scope: .agreement("A1"), direction: .received)
        let intake = EntryIntake(record: record, policy: .standard, wanted: [MessageBody.type])
        let unknown =
            #"{"type":"noise/1","at":"2015-11-03T09:24:05.000Z","salt":"AAAAAAAAAAAAAAAAAAAAAA==","body":{}}"#
        let salt = [UInt8](repeating: 1, count: 16)
        let known = try message(1, by: "EAST").bytes(atUnixSeconds: 1_446_542_645, salt: salt)
        let found = intake.read([Array(unknown.utf8), known][...], from: 0, nowUnixSeconds: 1_446_542_646, offset: 0)
        #expect(found.batch.kept.map(\.place) == [1])
        #expect(found.batch.quarantined.isEmpty)
        #expect(found.batch.hasMoreThanReceipts)
    }
}
