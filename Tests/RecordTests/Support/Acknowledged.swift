import Synchronization
import Testing

@testable import Record

/// What a writer acknowledged, to be held against what is there afterwards.
final class Acknowledged: Sendable {
    private struct State {
        var entries: [UInt64: [UInt8]] = [:]
        var checkpoints: [SignedCheckpoint] = []
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.entries.count } }

    func add(_ range: Range<UInt64>, _ entries: [[UInt8]]) {
        state.withLock { state in
            for (index, entry) in zip(range, entries) { state.entries[index] = entry }
        }
    }

    func add(_ checkpoint: SignedCheckpoint) { state.withLock { $0.checkpoints.append(checkpoint) } }

    /// Verifies the record, that it extends every checkpoint that was given out, and that no acknowledged entry is lost.
    func check(_ source: any TileSource, key: VerifierKey, _ comment: Comment) async throws {
        let known = state.withLock { $0 }
        let result = await RecordVerifier.verify(
            source, policy: VerificationPolicy(key: key, older: known.checkpoints.suffix(20)))
        try #require(result.isProved, "\(comment): \(result.sentence)")
        guard let checkpoint = result.checkpoint?.checkpoint, !known.entries.isEmpty else { return }
        let reader = RecordReader(source: source, trusting: checkpoint)
        let entries = try await reader.entries(in: 0..<checkpoint.size)
        for (index, entry) in known.entries {
            try #require(index < checkpoint.size, "\(comment): acknowledged entry \(index) is lost")
            try #require(entries[Int(index)] == entry, "\(comment): acknowledged entry \(index) is another")
        }
    }
}
