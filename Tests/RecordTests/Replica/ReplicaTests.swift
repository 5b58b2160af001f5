import Testing

@testable import Record

@Suite struct ReplicaTests {
    private let log: SigningKey
    private let cosigner: SigningKey

    init() throws {
        log = try SigningKey(name: "example.org/a")
        cosigner = try SigningKey(name: "example.org/b")
    }

    private func replica(_ scratch: Scratch, files: any FileLayer = SystemFiles()) async throws -> Replica {
        try await Replica(
            scratch.record("replica"), following: log.verifierKey, cosigner: cosigner, files: files)
    }

    private func source(_ count: Int, changed: Int? = nil) throws -> MemorySource {
        var entries = sampleEntries(0..<count)
        if let changed { entries[changed] = [0xFF] }
        return try MemorySource(entries: entries, key: log, alsoAt: [300, 700])
    }

    private func checkCopy(_ scratch: Scratch, size: UInt64) async throws {
        let copy = DirectorySource(scratch.record("replica"))
        let result = await RecordVerifier.verify(
            copy, policy: VerificationPolicy(key: log.verifierKey, witnesses: [cosigner.cosignatureKey]))
        #expect(result.isProved, "\(result.sentence)")
        #expect(result.checkedEntries == size)
    }

    @Test func itFollowsVerifiesStoresAndCosigns() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch)
        var outcome = try await replica.catchUp(from: try source(300), timeUnixSeconds: 1_700_000_000)
        #expect(outcome.kind == .stored)
        #expect(outcome.stored == 0..<300)
        try await checkCopy(scratch, size: 300)
        let newest = try source(1000)
        outcome = try await replica.catchUp(from: newest, timeUnixSeconds: 1_700_000_001)
        #expect(outcome.stored == 300..<1000)
        let signed = try #require(outcome.checkpoint)
        #expect(signed.cosigners(among: [cosigner.cosignatureKey]).map(\.timeUnixSeconds) == [1_700_000_001])
        try await checkCopy(scratch, size: 1000)
        outcome = try await replica.catchUp(from: newest, timeUnixSeconds: 1_700_000_002)
        #expect(outcome.kind == .upToDate)
        outcome = try await replica.catchUp(from: try source(700), timeUnixSeconds: 1_700_000_002)
        #expect(outcome.kind == .sourceBehind)
        #expect(await replica.size == 1000)
        try await replica.finish()
        let again = try await self.replica(scratch)
        #expect(await again.size == 1000)
        try await again.finish()
        await #expect(throws: RecordError.self, "the replica of one record follows no other") {
            try await Replica(scratch.record("replica"), following: try SigningKey(name: "example.org/a").verifierKey)
        }
    }

    /// The source fails after some resources, again and again; what was stored is not fetched again.
    @Test func itResumesAfterAnyBreak() async throws {
        let scratch = try Scratch()
        let large = (0..<3000).map { sampleEntry($0) + [UInt8](repeating: 7, count: 10_000) }
        let whole = try MemorySource(entries: large, key: log)
        var breaks = 0
        var sizes: [UInt64] = []
        while true {
            let replica = try await replica(scratch)
            sizes.append(await replica.size)
            let outcome = try? await replica.catchUp(
                from: BreakingSource(source: whole, fetches: 3), timeUnixSeconds: 1)
            // Every other time it is not closed in order either.
            if breaks % 2 == 0 { await replica.abandon() } else { try await replica.finish() }
            if outcome?.kind == .stored { break }
            breaks += 1
            try #require(breaks < 50)
        }
        #expect(breaks > 2)
        #expect(sizes == sizes.sorted() && Set(sizes).count > 3, "\(sizes)")
        try await checkCopy(scratch, size: 3000)
    }

    @Test func aForkedOrRewrittenHistoryIsRefusedWithEvidence() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch)
        _ = try await replica.catchUp(from: try source(700), timeUnixSeconds: 1)
        for size in [700, 1000, 300] {
            await #expect(throws: RecordError.self, "\(size)") {
                try await replica.catchUp(from: try source(size, changed: 5), timeUnixSeconds: 2)
            }
            let evidence = try #require(await replica.forkEvidence)
            #expect(max(evidence.first.checkpoint.size, evidence.second.checkpoint.size) == UInt64(max(700, size)))
        }
        #expect(await replica.size == 700)
        try await replica.finish()
        try await checkCopy(scratch, size: 700)
    }

    @Test func whatAStreamBringsIsVerifiedToo() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch)
        _ = try await replica.catchUp(from: try source(300), timeUnixSeconds: 1)
        let signed = try await source(310).newestCheckpoint()
        func receive(_ first: UInt64, _ entries: [[UInt8]]) async throws -> ReplicaOutcome {
            try await replica.receive(firstIndex: first, entries: entries, checkpoint: signed, timeUnixSeconds: 2)
        }
        #expect(try await receive(305, sampleEntries(305..<310)).kind == .gap)
        var forged = sampleEntries(300..<310)
        forged[3] = [1]
        await #expect(throws: RecordError.self) { try await receive(300, forged) }
        await #expect(throws: RecordError.self) { try await receive(300, sampleEntries(300..<309)) }
        #expect(await replica.size == 300)
        let outcome = try await receive(298, sampleEntries(298..<310))
        #expect(outcome.stored == 300..<310)
        #expect(outcome.cosignature != nil)
        #expect(try await receive(300, sampleEntries(300..<310)).kind == .upToDate)
        try await replica.finish()
        try await checkCopy(scratch, size: 310)
    }

    @Test func aDamagedSourceStoresNothingWrong() async throws {
        let scratch = try Scratch()
        let replica = try await replica(scratch)
        let source = try source(1000)
        source[.entries(index: 2, width: 256)] = source[.entries(index: 1, width: 256)]
        await #expect(throws: RecordError.self) { try await replica.catchUp(from: source, timeUnixSeconds: 1) }
        let stranger = try SigningKey(name: log.name)
        try source.sign(size: 1000, root: .leaf([]), by: stranger)
        await #expect(throws: RecordError.self) { try await replica.catchUp(from: source, timeUnixSeconds: 1) }
        #expect(await replica.size == 0)
        _ = try await replica.catchUp(from: try self.source(1000), timeUnixSeconds: 1)
        try await replica.finish()
        try await checkCopy(scratch, size: 1000)
    }
}

/// A source that breaks off after some bundles were fetched.
private actor BreakingSource: TileSource {
    struct Broken: Error {}

    private let source: MemorySource
    private var remaining: Int

    init(source: MemorySource, fetches: Int) {
        self.source = source
        remaining = fetches
    }

    func fetch(_ resource: RecordResource) async throws -> [UInt8]? {
        if case .entries = resource {
            remaining -= 1
            if remaining < 0 { throw Broken() }
        }
        return try await source.fetch(resource)
    }
}
