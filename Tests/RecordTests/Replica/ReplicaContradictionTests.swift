import Testing

@testable import Record

/// Whatever the writer signs against itself is seen, and both heads are there to be kept.
@Suite struct ReplicaContradictionTests {
    private let log: SigningKey

    init() throws { log = try SigningKey(name: "example.org/a") }

    private func source(_ entries: [[UInt8]]) throws -> MemorySource { try MemorySource(entries: entries, key: log) }

    /// Entries of which the first is another one.
    private func another(_ count: Int) -> [[UInt8]] { [[0xFF]] + sampleEntries(1..<count) }

    private func replica(_ scratch: Scratch, of count: Int) async throws -> Replica {
        let replica = try await Replica(scratch.record("replica"), following: log.verifierKey)
        _ = try await replica.catchUp(from: try source(sampleEntries(0..<count)), timeUnixSeconds: 1)
        return replica
    }

    @Test func theNextEntryOfAnotherHistoryLeavesItsHead() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch, of: 300)
        let head = try await source(another(301)).newestCheckpoint()
        await #expect(throws: RecordError.self) {
            try await replica.receive(
                firstIndex: 300, entries: sampleEntries(300..<301), checkpoint: head, timeUnixSeconds: 2)
        }
        #expect(await replica.unresolved == head)
        #expect(await replica.newestSigned == head)
        // Tiles that show less settle nothing; the head stays.
        let behind = try await replica.catchUp(from: try source(sampleEntries(0..<300)), timeUnixSeconds: 3)
        #expect(behind.kind == .sourceBehind)
        #expect(await replica.unresolved == head)
        // Tiles of the history that is stored prove that the head is of another.
        await #expect(throws: RecordError.self) {
            try await replica.catchUp(from: try source(sampleEntries(0..<310)), timeUnixSeconds: 4)
        }
        let evidence = try #require(await replica.forkEvidence)
        #expect(evidence.first == head || evidence.second == head)
        #expect(await replica.size == 300)
        try await replica.finish()
    }

    @Test func aStreamThatIsWrongAboutATrueHeadIsNoFork() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch, of: 300)
        let true301 = try source(sampleEntries(0..<301))
        let head = try await true301.newestCheckpoint()
        await #expect(throws: RecordError.self) {
            try await replica.receive(firstIndex: 300, entries: [[1]], checkpoint: head, timeUnixSeconds: 2)
        }
        #expect(try await replica.catchUp(from: true301, timeUnixSeconds: 3).kind == .stored)
        #expect(await replica.unresolved == nil)
        #expect(await replica.forkEvidence == nil)
        try await replica.finish()
    }

    @Test(arguments: [300, 200]) func aHeadThatCoversNothingNewIsCompared(size: Int) async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch, of: 300)
        try await replica.compare(try await source(sampleEntries(0..<size)).newestCheckpoint())
        #expect(await replica.forkEvidence == nil)
        let head = try await source(another(size)).newestCheckpoint()
        await #expect(throws: RecordError.self) { try await replica.compare(head) }
        #expect(await replica.forkEvidence?.first == head)
        let stranger = try SigningKey(name: log.name)
        let forged = try MemorySource(entries: another(size), key: stranger)
        await #expect(throws: RecordError.self) { try await replica.compare(try await forged.newestCheckpoint()) }
        #expect(await replica.forkEvidence?.first == head, "what nobody signed proves nothing")
        try await replica.finish()
    }

    @Test func aPromiseOfAStreamIsNotForgotten() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch, of: 300)
        let head = try await source(sampleEntries(0..<310)).newestCheckpoint()
        try await replica.notePromise(head)
        let shorter = try source(sampleEntries(0..<305))
        #expect(try await replica.catchUp(from: shorter, timeUnixSeconds: 2).kind == .sourceBehind)
        #expect(await replica.newestSigned == head)
        // What extends the promise keeps it.
        let longer = try source(sampleEntries(0..<320))
        #expect(try await replica.catchUp(from: longer, timeUnixSeconds: 3).kind == .stored)
        let stranger = try MemorySource(entries: another(400), key: try SigningKey(name: log.name))
        let forged = try await stranger.newestCheckpoint()
        await #expect(throws: RecordError.self) { try await replica.notePromise(forged) }
        #expect(await replica.newestSigned?.checkpoint.size == 320)
        try await replica.finish()
    }

    /// A record is promised, begun or not, and then shown shorter than it was signed, though longer than it is stored.
    @Test(arguments: [0, 2]) func aPromiseIsNotForgotten(bundles: Int) async throws {
        let scratch = try Scratch()
        let large = (0..<2_000).map { sampleEntry($0) + [UInt8](repeating: 7, count: 10_000) }
        let replica = try await Replica(scratch.record("replica"), following: log.verifierKey)
        _ = try await replica.catchUp(from: try source(Array(large[..<10])), timeUnixSeconds: 1)
        let whole = try source(large)
        for index in bundles..<8 { whole[.entries(index: UInt64(index), width: index < 7 ? 256 : 208)] = nil }
        await #expect(throws: RecordError.self) { try await replica.catchUp(from: whole, timeUnixSeconds: 2) }
        let stored = await replica.size
        #expect(stored == (bundles == 0 ? 10 : 512))
        let shorter = try await replica.catchUp(from: try source(Array(large[..<1_500])), timeUnixSeconds: 3)
        #expect(shorter.kind == .sourceBehind)
        #expect(await replica.size == stored)
        #expect(await replica.newestSigned?.checkpoint.size == 2_000)
        try await replica.finish()
    }
}
