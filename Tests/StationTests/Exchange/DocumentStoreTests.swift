import Accord
import Foundation
import GRDB
import Testing

@testable import Station

/// What a peer names or sends again and again is not read again and again.
@Suite struct DocumentStoreTests {
    private let scratch: Scratch
    private let store: DocumentStore
    private let folder: String

    init() throws {
        scratch = try Scratch()
        folder = scratch.path + "/documents"
        store = try DocumentStore(directory: folder, database: try DatabasePool(path: scratch.path + "/test.db"))
    }

    private func parts(_ bytes: [UInt8]) throws -> [BlobBody] {
        try DocumentStore.drafts(of: bytes).compactMap { $0.body as? BlobBody }
    }

    @Test("A part of a document that is here is passed over by a look at the directory alone")
    func isNotReadAgain() async throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let sha256 = try await store.keep(bytes).sha256
        // Whoever read it would find that it isn't what its name says.
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(folder)/\(sha256)"))
        await #expect(throws: StationError.self) { try await store.document(sha256) }
        for part in try parts(bytes) { #expect(try await store.take(part, from: "EAST") == nil) }
    }

    @Test("Parts come in any order and twice, and disagreeing ones are refused")
    func anyOrder() async throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 17) }
        let sha256 = DocumentStore.hash(bytes)
        let all = try parts(bytes)
        for part in [all[2], all[1], all[2]] { #expect(try await store.take(part, from: "EAST") == nil) }
        #expect(try await store.text(sha256) == .missing)
        var other = all[0]
        other.parts = 4
        #expect(try await store.take(other, from: "EAST")?.contains("disagree") == true)
        for part in all { #expect(try await store.take(part, from: "EAST") == nil) }
        #expect(try await store.text(sha256) == .bytes(bytes))
    }

    @Test("A text longer than any agreement is known to be none without being read")
    func tooLong() async throws {
        let bytes = [UInt8](repeating: 0x61, count: DocumentNode.maximumBytes + 1)
        let sha256 = try await store.keep(bytes).sha256
        #expect(try await store.text(sha256) == .tooLong)
        #expect(try await store.document(sha256) == bytes, "it is kept all the same")
        #expect(try await store.text(String(repeating: "0", count: 64)) == .missing)
        #expect(try await store.text("../test.db") == .missing)
    }

    @Test("Many small documents take as much room as they take on the disk")
    func smallDocuments() async throws {
        let small = try DocumentStore(
            directory: folder, database: try DatabasePool(path: scratch.path + "/small.db"),
            limits: DocumentStore.Limits(totalBytes: 20_000))
        var refused = 0
        for number in 0..<10 {
            for part in try parts([UInt8(number)]) {
                if try await small.take(part, from: "EAST") != nil { refused += 1 }
            }
        }
        #expect(refused == 5)
        for part in try parts([0x41]) { #expect(try await small.take(part, from: "SOUTH") == nil) }
    }

    @Test("What documents were found to be is remembered, of the newest")
    func judged() {
        var judged = JudgedDocuments<String>()
        judged.keep(.nothing, of: "a")
        judged.keep(.means("SEINE-1"), of: "b")
        guard case .nothing? = judged["a"], case .means("SEINE-1")? = judged["b"] else {
            Issue.record("it is forgotten")
            return
        }
        for number in 0..<10_000 { judged.keep(.nothing, of: "\(number)") }
        let kept = (0..<10_000).filter { judged["\($0)"] != nil }
        #expect(kept.last == 9_999 && kept.count < 5_000)
    }
}
