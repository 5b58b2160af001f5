import Testing

@testable import Record

@Suite struct ReaderTests {
    private let key: SigningKey

    init() throws { key = try SigningKey(name: "example.org/a") }

    /// Sizes around every tile boundary: all proofs between them hold.
    @Test func proofsHoldAcrossTileBoundaries() async throws {
        let sizes = [1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_000]
        let source = try MemorySource(entries: sampleEntries(0..<66_000), key: key)
        let checkpoint = try await source.newestCheckpoint().verify(by: key.verifierKey)
        let reader = RecordReader(source: source, trusting: checkpoint)
        for new in sizes {
            for old in sizes where old <= new {
                let proof = try await reader.consistencyProof(fromSize: UInt64(old), toSize: UInt64(new))
                try proof.verify(
                    oldRoot: try await reader.root(atSize: UInt64(old)),
                    newRoot: try await reader.root(atSize: UInt64(new)))
            }
        }
        for index in [0, 254, 255, 256, 65_535, 65_536, 65_999] {
            let proof = try await reader.inclusionProof(at: UInt64(index))
            try proof.verify(leaf: .leaf(sampleEntry(index)), root: checkpoint.root)
        }
        #expect(try await reader.root(atSize: 700) == ReferenceTree(size: 700).root(0..<700))
    }

    @Test func fullTilesAreFetchedOnce() async throws {
        let source = try MemorySource(entries: sampleEntries(0..<3000), key: key)
        let reader = RecordReader(source: source, trusting: try await source.newestCheckpoint().checkpoint)
        for index in 0..<3000 { _ = try await reader.leafHash(at: UInt64(index)) }
        for tile in 0..<(3000 / 256) {
            #expect(source.fetches(of: .tile(TileCoordinate(level: 0, index: UInt64(tile)))) == 1)
        }
    }

    @Test func theCacheIsBounded() {
        var cache = TileCache(tiles: 4)
        for index in 0..<100 { cache.insert([], at: TileCoordinate(level: 0, index: UInt64(index))) }
        let kept = (0..<100).filter { cache.take(TileCoordinate(level: 0, index: UInt64($0))) != nil }
        #expect(kept.count <= 4)
        #expect(kept.contains(99))
    }

    /// A server may drop a partial tile as soon as the full one is there.
    @Test func aFullTileStandsForAPartialOne() async throws {
        let older = try MemorySource(entries: sampleEntries(0..<300), key: key)
        let trusted = try await older.newestCheckpoint().checkpoint
        let source = try MemorySource(entries: sampleEntries(0..<70_000), key: key)
        let reader = RecordReader(source: source, trusting: trusted)
        #expect(try await reader.entries(in: 250..<300) == sampleEntries(250..<300))
        try await reader.advance(to: try await source.newestCheckpoint().checkpoint)
        #expect(try await reader.entry(at: 69_999) == sampleEntry(69_999))
        #expect(try await reader.entries(in: 298..<302) == sampleEntries(298..<302))
    }

    @Test func aReaderNeverGoesBackNorAside() async throws {
        let source = try MemorySource(entries: sampleEntries(0..<500), key: key, alsoAt: [400])
        let reader = RecordReader(source: source, trusting: try await source.newestCheckpoint().checkpoint)
        let smaller = Checkpoint(origin: key.name, size: 400, root: try await reader.root(atSize: 400))
        await #expect(throws: RecordError.self) { try await reader.advance(to: smaller) }
        var entries = sampleEntries(0..<600)
        entries[3] = [1]
        let aside = try MemorySource(entries: entries, key: key)
        for (resource, bytes) in aside.all { source[resource] = bytes }
        let newer = try await source.newestCheckpoint().checkpoint
        await #expect(throws: RecordError.self) { try await reader.advance(to: newer) }
        #expect(await reader.checkpoint.size == 500)
    }

    @Test func nothingOutsideTheCheckpointIsRead() async throws {
        let source = try MemorySource(entries: sampleEntries(0..<10), key: key)
        let reader = RecordReader(source: source, trusting: try await source.newestCheckpoint().checkpoint)
        await #expect(throws: RecordError.self) { try await reader.entry(at: 10) }
        await #expect(throws: RecordError.self) { try await reader.entries(in: 5..<11) }
        await #expect(throws: RecordError.self) { try await reader.inclusionProof(at: 10) }
        await #expect(throws: RecordError.self) { try await reader.root(atSize: 11) }
        await #expect(throws: RecordError.self) { try await reader.bundle(at: 1) }
        let empty = RecordReader(
            source: MemorySource(), trusting: Checkpoint(origin: "a", size: 0, root: .emptyTree))
        #expect(try await empty.entries(in: 0..<0).isEmpty)
    }
}
