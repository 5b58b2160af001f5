import Foundation
import Testing

@testable import Record

@Suite struct RotationTests {
    private static let time = "2026-11-22T00:00:00.000Z"
    private let key: SigningKey

    init() throws { key = try SigningKey(name: "example.org/a/1") }

    /// Three records, each continuing the one before, the third with a new key.
    private func chain(_ scratch: Scratch) async throws -> [RecordDirectory] {
        let directories = (1...3).map { scratch.record("\($0)") }
        var writer = try await RecordWriter.create(at: directories[0], key: key)
        _ = try await writer.append(contentsOf: sampleEntries(0..<600))
        for number in 2...3 {
            let origin = "example.org/a/\(number)"
            let newKey = number == 3 ? try SigningKey(name: origin) : nil
            let next = try await writer.rotate(
                into: directories[number - 1], origin: origin, key: newKey, time: Self.time)
            try await writer.finish()
            writer = next
            _ = try await writer.append(contentsOf: sampleEntries(0..<300))
        }
        try await writer.finish()
        return directories
    }

    private func find(
        _ directories: [RecordDirectory]
    ) -> (Verification.PreviousRecord) async throws -> (any TileSource)? {
        { previous in
            for directory in directories {
                let source = DirectorySource(directory)
                let origin = try await source.newestCheckpoint().checkpoint.origin
                if origin == previous.finalCheckpoint.checkpoint.origin { return source }
            }
            return nil
        }
    }

    private func verify(_ directories: [RecordDirectory]) async throws -> [Verification] {
        let newest = try #require(directories.last)
        let key = try SigningKey(readingFrom: newest.key).verifierKey
        return await RecordVerifier.verifyChain(
            DirectorySource(newest), policy: VerificationPolicy(key: key), find: find(directories))
    }

    @Test func verifyingFollowsTheChain() async throws {
        let scratch = try Scratch()
        let directories = try await chain(scratch)
        let results = try await verify(directories)
        #expect(results.map(\.isProved) == [true, true, true])
        #expect(results.compactMap { $0.checkpoint?.checkpoint.size } == [301, 302, 601])
        #expect(results[0].sentence.contains("it continues example.org/a/2, which ended with 302 entries"))
        await #expect(throws: RecordError.closed) {
            let old = try await RecordWriter.open(directories[0])
            do { try await old.append([1]) } catch {
                try await old.finish()
                throw error
            }
        }
    }

    @Test func whatIsNotThereIsNotSaidToBeProved() async throws {
        let scratch = try Scratch()
        let directories = try await chain(scratch)
        let results = try await verify(Array(directories[1...]))
        #expect(results.count == 2)
        #expect(results.last?.previous?.finalCheckpoint.checkpoint.origin == "example.org/a/1")
    }

    @Test func anOlderRecordThatGrewOrWasRewrittenIsRefused() async throws {
        let scratch = try Scratch()
        let directories = try await chain(scratch)
        for entries in [sampleEntries(0..<700), sampleEntries(1..<602), sampleEntries(0..<500)] {
            let forged = try MemorySource(entries: entries, key: key)
            let policy = VerificationPolicy(key: try key.renamed("example.org/a/2").verifierKey)
            let results = await RecordVerifier.verifyChain(DirectorySource(directories[1]), policy: policy) { _ in
                forged
            }
            #expect(results.count == 2)
            #expect(results.last?.isProved == false)
        }
    }

    /// Broken off after any step, the same call takes it up again.
    @Test func rotatingTwiceIsRotatingOnce() async throws {
        let scratch = try Scratch()
        let (old, new) = (scratch.record("1"), scratch.record("2"))
        var writer = try await RecordWriter.create(at: old, key: key)
        try await writer.append([1])
        // The new record was made, and then the process ended.
        try await RecordWriter.create(at: new, key: try key.renamed("example.org/a/2")).finish()
        try await writer.rotate(into: new, origin: "example.org/a/2", time: Self.time).finish()
        try await writer.finish()
        // Everything was done, and it is asked for again.
        writer = try await RecordWriter.open(old)
        let next = try await writer.rotate(into: new, origin: "example.org/a/2", time: Self.time)
        #expect(await next.checkpoint.checkpoint.size == 1)
        #expect(await writer.checkpoint.checkpoint.size == 2)
        try await next.finish()
        try await writer.finish()
        #expect(try await verify([old, new]).map(\.isProved) == [true, true])
        let again = try await RecordWriter.open(old)
        await #expect(throws: RecordError.self, "one name for two histories") {
            try await again.rotate(into: scratch.record("3"), origin: "example.org/a/1", time: Self.time)
        }
        try await again.finish()
    }

    @Test func droppedEntriesAreSeenToBeGoneAndTheRestVerifies() async throws {
        let scratch = try Scratch()
        let directories = try await chain(scratch)
        let dropped = try directories[0].dropBundles(before: 600, keeping: [100, 511])
        #expect(dropped == 0..<512)
        let source = DirectorySource(directories[0])
        let result = await RecordVerifier.verify(source, policy: VerificationPolicy(key: key.verifierKey))
        #expect(result.isProved)
        #expect(result.droppedEntries == 0..<512)
        #expect(result.checkedEntries == 601 - 512)
        #expect(result.sentence.contains("hashes of entries 0 to 511, which are no longer there"))
        #expect(result.sentence.contains("what the entries that are gone said"))
        let reader = RecordReader(source: source, trusting: try await source.newestCheckpoint().checkpoint)
        #expect(try await reader.entry(at: 100) == sampleEntry(100))
        #expect(try await reader.entry(at: 511) == sampleEntry(511))
        #expect(try directories[0].keptEntries() == [0, 100, 511] && directories[1].keptEntries() == [])
        await #expect(throws: RecordError.self) { try await reader.entry(at: 101) }
        try (try await reader.inclusionProof(at: 101)).verify(
            leaf: .leaf(sampleEntry(101)), root: await reader.checkpoint.root)
    }

    /// A whole closed record may lose all its entries; the chain through it still holds.
    @Test func aChainHoldsThroughARecordWithoutEntries() async throws {
        let scratch = try Scratch()
        let directories = try await chain(scratch)
        for directory in directories[..<2] {
            let size = try await DirectorySource(directory).newestCheckpoint().checkpoint.size
            #expect(try directory.dropBundles(before: size) == 0..<size)
            #expect(try directory.dropBundles(before: size) == 0..<size, "again")
            let left = FileManager.default.enumerator(atPath: directory.published + "/tile/entries")?.allObjects ?? []
            #expect(left.isEmpty)
        }
        let results = try await verify(directories)
        #expect(results.map(\.isProved) == [true, true, true])
        #expect(results.map(\.droppedEntries) == [0..<0, 0..<302, 0..<601])
        // Nothing of them is left in private files either.
        let journal = try FileManager.default.contentsOfDirectory(atPath: directories[0].journal)
        for name in journal {
            let bytes = FileManager.default.contents(atPath: directories[0].journal + "/" + name) ?? Data()
            #expect(bytes.range(of: Data("entry 599".utf8)) == nil)
        }
    }

    @Test func aHoleInTheMiddleIsALossNotRetention() async throws {
        let scratch = try Scratch()
        let directories = try await chain(scratch)
        try FileManager.default.removeItem(atPath: directories[0].published + "/tile/entries/001")
        let result = await RecordVerifier.verify(
            DirectorySource(directories[0]), policy: VerificationPolicy(key: key.verifierKey))
        #expect(result.problem == .missing(path: "tile/entries/001"))
    }

    @Test func aWriterDropsOldEntriesWhileItWrites() async throws {
        let scratch = try Scratch()
        let writer = try await RecordWriter.create(at: scratch.record(), key: key)
        _ = try await writer.append(contentsOf: sampleEntries(0..<1000))
        #expect(try await writer.dropBundles(before: 600) == 0..<512)
        #expect(try await writer.append(sampleEntry(1000)) == 1000)
        try await writer.finish()
        let result = await RecordVerifier.verify(
            DirectorySource(scratch.record()), policy: VerificationPolicy(key: key.verifierKey))
        #expect(result.droppedEntries == 0..<512)
        #expect(result.isProved)
    }
}
