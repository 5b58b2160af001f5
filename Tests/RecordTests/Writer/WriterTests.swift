import Foundation
import Testing

@testable import Record

@Suite struct WriterTests {
    @Test func whatIsAppendedIsReadAgain() async throws {
        let scratch = try Scratch()
        let key = try SigningKey(name: "example.org/a")
        let writer = try await RecordWriter.create(at: scratch.record(), key: key)
        #expect(try await writer.append(contentsOf: sampleEntries(0..<300)) == 0..<300)
        #expect(try await writer.append(sampleEntry(300)) == 300)
        let source = try DirectorySource(scratch.path + "/record")
        let checkpoint = try await source.newestCheckpoint().verify(by: key.verifierKey)
        #expect(checkpoint.size == 301)
        let reader = RecordReader(source: source, trusting: checkpoint)
        #expect(try await reader.entries(in: 0..<301) == sampleEntries(0..<301))
        for index in [0, 255, 256, 300] as [UInt64] {
            let proof = try await reader.inclusionProof(at: index)
            try proof.verify(leaf: .leaf(sampleEntry(Int(index))), root: checkpoint.root)
        }
        try await writer.finish()
        let again = try await RecordWriter.open(scratch.record())
        #expect(await again.checkpoint.checkpoint == checkpoint)
        #expect(try await again.append(sampleEntry(301)) == 301)
        try await again.finish()
    }

    @Test func aSecondWriterIsRefused() async throws {
        let scratch = try Scratch()
        let writer = try await RecordWriter.create(at: scratch.record(), key: try SigningKey(name: "example.org/a"))
        await #expect(throws: RecordError.locked(path: scratch.record().lock)) {
            try await RecordWriter.open(scratch.record())
        }
        try await writer.finish()
        try await RecordWriter.open(scratch.record()).finish()
    }

    @Test func anEntryTooLongIsRefusedAndTheRestGoesOn() async throws {
        let scratch = try Scratch()
        let writer = try await RecordWriter.create(at: scratch.record(), key: try SigningKey(name: "example.org/a"))
        await #expect(throws: RecordError.entryTooLong(bytes: 65_536)) {
            try await writer.append([UInt8](repeating: 1, count: 65_536))
        }
        #expect(try await writer.append([UInt8](repeating: 1, count: 65_535)) == 0)
        #expect(try await writer.append([]) == 1)
        try await writer.finish()
    }

    @Test func manyWritersShareCommits() async throws {
        let scratch = try Scratch()
        var limits = RecordWriter.Limits()
        limits.queuedEntries = 16
        let writer = try await RecordWriter.create(
            at: scratch.record(), key: try SigningKey(name: "example.org/a"), limits: limits)
        let indexes = try await withThrowingTaskGroup(of: UInt64.self) { group in
            for number in 0..<500 { group.addTask { try await writer.append(sampleEntry(number)) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(indexes.sorted() == Array(0..<500))
        try await writer.finish()
    }

    @Test func aFullQueueIsToldOrWaitedFor() async throws {
        let scratch = try Scratch()
        var limits = RecordWriter.Limits()
        limits.queuedEntries = 4
        let writer = try await RecordWriter.create(
            at: scratch.record(), key: try SigningKey(name: "example.org/a"), limits: limits)
        await #expect(throws: RecordError.queueFull) { try await writer.append(contentsOf: sampleEntries(0..<5)) }
        let told = await withTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        _ = try await writer.tryAppend(contentsOf: sampleEntries(number..<number + 3))
                        return 0
                    } catch { return error as? RecordError == .queueFull ? 1 : 1000 }
                }
            }
            return await group.reduce(0, +)
        }
        #expect((1..<200).contains(told))
        // A cancelled caller that still waits for a place gives up, and nothing of it is written.
        let before = await writer.checkpoint.checkpoint.size
        let tasks = (0..<50).map { number in
            Task { try await writer.append(contentsOf: sampleEntries(number..<number + 4)) }
        }
        for task in tasks { task.cancel() }
        var written = 0
        for task in tasks where (try? await task.value) != nil { written += 1 }
        #expect(await writer.checkpoint.checkpoint.size == before + UInt64(4 * written))
        try await writer.finish()
        await #expect(throws: RecordError.stopped(reason: "it was closed")) { try await writer.append([1]) }
    }

    @Test func subscribersSeeEveryCommitInOrder() async throws {
        let scratch = try Scratch()
        let writer = try await RecordWriter.create(at: scratch.record(), key: try SigningKey(name: "example.org/a"))
        let commits = await writer.commits(buffering: 1000)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 { group.addTask { _ = try? await writer.append(sampleEntry(number)) } }
        }
        try await writer.finish()
        var next: UInt64 = 0
        for await commit in commits {
            #expect(commit.firstIndex == next)
            next += UInt64(commit.entries.count)
            #expect(commit.checkpoint.checkpoint.size == next)
        }
        #expect(next == 100)
    }

    /// Old partial tiles go once the full tile is there; what a checkpoint needs stays.
    @Test func partialTilesAreClearedAway() async throws {
        let scratch = try Scratch()
        let writer = try await RecordWriter.create(at: scratch.record(), key: try SigningKey(name: "example.org/a"))
        _ = try await writer.append(contentsOf: sampleEntries(0..<500))
        for number in 500..<520 { try await writer.append(sampleEntry(number)) }
        let tiles = scratch.record().published + "/tile/"
        let names = try FileManager.default.contentsOfDirectory(atPath: tiles + "0").sorted()
        #expect(names == ["000", "001", "002.p"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: tiles + "entries/002.p").count == 8)
        try await writer.finish()
    }

    @Test func theKeyLiesOutsideThePublishedPartAndIsPrivate() async throws {
        let scratch = try Scratch()
        let record = scratch.record()
        let writer = try await RecordWriter.create(at: record, key: try SigningKey(name: "example.org/a"))
        try await writer.append([1])
        try await writer.finish()
        #expect(try SystemFiles().permissions(record.key) == 0o600)
        #expect(!record.key.hasPrefix(record.published))
        let published = FileManager.default.enumerator(atPath: record.published)?.allObjects ?? []
        #expect(
            Set(published.compactMap { $0 as? String }).isSubset(of: [
                "checkpoint", "tile", "tile/0", "tile/0/000.p", "tile/0/000.p/1", "tile/entries", "tile/entries/000.p",
                "tile/entries/000.p/1",
            ]))
        await #expect(throws: RecordError.directory(path: record.path, reason: "already holds a record")) {
            try await RecordWriter.create(at: record, key: try SigningKey(name: "example.org/b"))
        }
    }
}
