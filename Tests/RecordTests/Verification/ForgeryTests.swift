import Testing

@testable import Record

/// Everything that can be done to a record by whoever stores or serves it, and by its own writer. All of it must be
/// refused, with the reason.
@Suite struct ForgeryTests {
    private static let size = 70_000
    private static let key = try? SigningKey(name: "example.org/a")
    private static let honest: MemorySource? = key.flatMap { key in
        try? MemorySource(entries: sampleEntries(0..<size), key: key, alsoAt: [300])
    }

    private func setUp() throws -> (source: MemorySource, key: SigningKey) {
        let honest = try #require(Self.honest)
        return (MemorySource(honest.all), try #require(Self.key))
    }

    private func verify(
        _ source: MemorySource, _ key: SigningKey, witnesses: [VerifierKey] = [], older: [SignedCheckpoint] = []
    ) async -> Verification {
        await RecordVerifier.verify(
            source, policy: VerificationPolicy(key: key.verifierKey, witnesses: witnesses, older: older))
    }

    @Test func theHonestRecordIsProved() async throws {
        let (source, key) = try setUp()
        let result = await verify(source, key)
        #expect(
            result.sentence
                == "Proved: all 70000 entries hash to the root that example.org/a signed; not proved: that what the "
                + "entries say is true, or that nobody was shown another history.")
        #expect(result.isProved)
        #expect(result.checkedEntries == 70_000)
        let unconfirmed = await RecordVerifier.verify(source, policy: VerificationPolicy(key: nil))
        #expect(unconfirmed.sentence == "consistent, key unconfirmed")
        #expect(!unconfirmed.isProved)
    }

    @Test(arguments: [0, 255, 256, 65_535, 65_536, 69_999])
    func aChangedEntryIsNamed(index: Int) async throws {
        let (source, key) = try setUp()
        try forge(source, bundleOf: index) { $0[index & 0xFF].append(0) }
        #expect(await refusal(source, key).contains("entry \(index) does not hash to its leaf"))
    }

    @Test func droppedSwappedInsertedAndDoubledEntriesAreRefused() async throws {
        let (source, key) = try setUp()
        try forge(source, bundleOf: 1000) { $0.remove(at: 7) }
        #expect(await refusal(source, key).contains("the bundle ends after 255 of 256 entries"))
        try restore(source)
        try forge(source, bundleOf: 1000) { $0.swapAt(3, 4) }
        #expect(await refusal(source, key).contains("entry 771 does not hash to its leaf"))
        try restore(source)
        try forge(source, bundleOf: 1000) { $0.insert([1], at: 9) }
        #expect(await refusal(source, key).contains("bytes follow the last of 256 entries"))
        try restore(source)
        try forge(source, bundleOf: 1000) { $0[5] = $0[4] }
        #expect(await refusal(source, key).contains("entry 773 does not hash to its leaf"))
        try restore(source)
        try forge(source, bundleOf: 69_999) { $0.removeLast() }
        #expect(await refusal(source, key).contains("the bundle ends after 111 of 112 entries"))
    }

    @Test(arguments: [
        RecordResource.tile(TileCoordinate(level: 0, index: 0)),
        .tile(TileCoordinate(level: 0, index: 272)),
        .tile(TileCoordinate(level: 1, index: 0)),
        .tile(TileCoordinate(level: 0, index: 273, width: 112)),
        .tile(TileCoordinate(level: 1, index: 1, width: 17)),
        .tile(TileCoordinate(level: 2, index: 0, width: 1)),
    ])
    func aChangedTileOfAnyLevelIsRefused(tile: RecordResource) async throws {
        let (source, key) = try setUp()
        let bytes = try #require(source[tile])
        for place in [0, bytes.count / 2, bytes.count - 1] {
            var forged = bytes
            forged[place] ^= 0x10
            source[tile] = forged
            #expect(await refusal(source, key).contains(tile.path))
        }
        for wrong in [Array(bytes.dropLast()), Array(bytes.dropLast(32)), bytes + bytes.prefix(32), []] {
            source[tile] = wrong
            #expect(await refusal(source, key).contains("\(tile.path) is not what was signed"))
        }
        source[tile] = nil
        #expect(await refusal(source, key).contains("\(tile.path) is not there"))
    }

    @Test func truncatedAndOverlongBundlesAreRefused() async throws {
        let (source, key) = try setUp()
        for resource in [RecordResource.entries(index: 5, width: 256), .entries(index: 273, width: 112)] {
            let bytes = try #require(source[resource])
            source[resource] = Array(bytes.dropLast())
            #expect(await refusal(source, key).contains("\(resource.path) is not what was signed: the bundle ends"))
            source[resource] = bytes + [0]
            #expect(await refusal(source, key).contains("1 bytes follow"))
            source[resource] = nil
            #expect(await refusal(source, key).contains("\(resource.path) is not there"))
            source[resource] = bytes
        }
    }

    @Test func aWrongSizeOrRootIsRefused() async throws {
        let (source, key) = try setUp()
        let root = try await source.newestCheckpoint().checkpoint.root
        for size in [69_999, 70_001, 256, 1 << 40] as [UInt64] {
            try source.sign(size: size, root: root, by: key)
            #expect(await verify(source, key).problem != nil, "size \(size)")
        }
        try source.sign(size: 70_000, root: .leaf([]), by: key)
        #expect(await refusal(source, key).contains("do not hash to the root"))
    }

    @Test func badMissingAndForeignSignaturesAreRefused() async throws {
        let (source, key) = try setUp()
        let signed = try await source.newestCheckpoint()
        var note = signed.note
        note.signatures[0].signature[5] ^= 1
        source[.checkpoint] = note.bytes
        #expect(await refusal(source, key).contains("does not fit the text"))
        note.signatures = []
        source[.checkpoint] = note.bytes
        #expect(await refusal(source, key).contains("the note has no signature"))
        let stranger = try SigningKey(name: key.name)
        note.signatures = [try stranger.sign(note.text)]
        source[.checkpoint] = note.bytes
        #expect(await refusal(source, key).contains("no signature by \(key.verifierKey)"))
        source[.checkpoint] = nil
        #expect(await refusal(source, key).contains("checkpoint is not there"))
    }

    @Test func aRightSignatureOverTheWrongOriginIsRefused() async throws {
        let (source, key) = try setUp()
        let signed = try await source.newestCheckpoint().checkpoint
        let other = Checkpoint(origin: "example.org/b", size: signed.size, root: signed.root)
        source[.checkpoint] = try SignedCheckpoint(signing: other, with: key).bytes
        #expect(await refusal(source, key).contains("the checkpoint is of example.org/b"))
    }

    @Test func cosignaturesMustBeThereAndOfThisBody() async throws {
        let (source, key) = try setUp()
        let witness = try SigningKey(name: "example.org/w")
        let witnesses = [witness.cosignatureKey]
        let signed = try await source.newestCheckpoint()
        #expect(
            await verify(source, key, witnesses: witnesses).problem
                == .signatureRejected("0 of 1 witnesses cosigned; 1 must"))
        let older = try SignedCheckpoint(
            signing: Checkpoint(origin: key.name, size: 300, root: ReferenceTree(size: 300).root(0..<300)), with: key)
        let stale = try witness.cosign(older.note.text, timeUnixSeconds: 1)
        source[.checkpoint] = signed.adding([stale]).bytes
        #expect(await verify(source, key, witnesses: witnesses).problem != nil, "a cosignature of an older body")
        source[.checkpoint] = signed.adding([try witness.cosign(signed.note.text, timeUnixSeconds: 1)]).bytes
        let result = await verify(source, key, witnesses: witnesses)
        #expect(result.isProved)
        #expect(result.sentence.contains("example.org/w cosigned it at 70000 entries"))
        // An earlier checkpoint may carry the cosignature, if the record extends it.
        source[.checkpoint] = signed.bytes
        source[.cosignedCheckpoint] = older.adding([stale]).bytes
        #expect(await verify(source, key, witnesses: witnesses).cosignedSize == 300)
    }

    @Test func aRollbackIsRefused() async throws {
        let (_, key) = try setUp()
        let honest = try #require(Self.honest)
        let archived = try await honest.newestCheckpoint()
        let rolledBack = try MemorySource(entries: sampleEntries(0..<69_000), key: key)
        #expect(await verify(rolledBack, key).isProved, "by itself it looks right")
        let result = await verify(rolledBack, key, older: [archived])
        #expect(result.sentence.contains("shows 69000 entries but signed 70000 before: it was rolled back"))
    }

    @Test(arguments: [70_000, 70_500, 65_536])
    func aRewrittenAndReSignedHistoryIsRefused(size: Int) async throws {
        let (_, key) = try setUp()
        let archived = try SignedCheckpoint(
            signing: Checkpoint(
                origin: key.name, size: 65_000,
                root: try await RecordReader(
                    source: try #require(Self.honest),
                    trusting: try await #require(Self.honest).newestCheckpoint().checkpoint
                ).root(atSize: 65_000)), with: key)
        var entries = sampleEntries(0..<size)
        entries[12_345] = Array("it never happened".utf8)
        let rewritten = try MemorySource(entries: entries, key: key)
        #expect(await verify(rewritten, key).isProved, "by itself it looks right")
        let result = await verify(rewritten, key, older: [archived])
        #expect(result.sentence.contains("its history was rewritten"))
        #expect(result.fork?.first == archived)
    }

    @Test func anArchivedCheckpointOfAStrangerAccusesNobody() async throws {
        let (source, key) = try setUp()
        let stranger = try SigningKey(name: key.name)
        let forged = try SignedCheckpoint(
            signing: Checkpoint(origin: key.name, size: 10, root: .leaf([])), with: stranger)
        let result = await verify(source, key, older: [forged])
        #expect(result.fork == nil)
        #expect(result.sentence.contains("no signature by"))
    }

    private func refusal(_ source: MemorySource, _ key: SigningKey) async -> String {
        let result = await verify(source, key)
        #expect(!result.isProved)
        return result.sentence
    }

    private func restore(_ source: MemorySource) throws {
        let honest = try #require(Self.honest)
        for (resource, bytes) in honest.all { source[resource] = bytes }
    }

    private func forge(_ source: MemorySource, bundleOf index: Int, _ change: (inout [[UInt8]]) -> Void) throws {
        let bundle = index >> 8
        let width = min(256, Self.size - bundle << 8)
        let resource = RecordResource.entries(index: UInt64(bundle), width: width)
        var entries = try EntryBundle.decode(try #require(source[resource]), count: width)
        change(&entries)
        source[resource] = try EntryBundle.encode(entries)
    }
}
