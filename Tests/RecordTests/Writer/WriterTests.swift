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
}
