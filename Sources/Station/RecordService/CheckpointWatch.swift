import Record
import Synchronization

/// Tells many waiting clients when the published checkpoint of a record on this machine has changed.
///
/// The record may be written by another process, so the file is looked at every 20 ms: a few hundred bytes, which the
/// system keeps in memory.
final class CheckpointWatch: Sendable {
    private struct State {
        var newest: [UInt8] = []
        var wakers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextClient = 0
        var isFinished = false
    }

    private let source: DirectorySource
    private let state = Mutex(State())
    /// How often the file is looked at.
    private static let interval = Duration.milliseconds(20)

    init(_ source: DirectorySource) { self.source = source }

    /// The newest checkpoint as it is published.
    var newest: [UInt8] { state.withLock { $0.newest } }

    /// Looks until the task is cancelled. A look that fails is repeated: the file is replaced, never gone for long.
    func run() async {
        while !Task.isCancelled {
            if let bytes = try? await source.fetch(.checkpoint) { publish(bytes) }
            try? await Task.sleep(for: Self.interval)
        }
        finish()
    }

    /// A stream that yields once now and then whenever there may be something new.
    func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let client: Int? = state.withLock {
            guard !$0.isFinished else { return nil }
            $0.nextClient += 1
            $0.wakers[$0.nextClient] = continuation
            return $0.nextClient
        }
        guard let client else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { _ in _ = self.state.withLock { $0.wakers.removeValue(forKey: client) } }
        continuation.yield()
        return stream
    }

    /// Ends all streams: the record is not served any more.
    func finish() {
        // Not under the lock: whoever ends takes itself off the list.
        let wakers = state.withLock {
            $0.isFinished = true
            return Array($0.wakers.values)
        }
        for waker in wakers { waker.finish() }
    }

    /// Wakes everybody, so that silent streams show a sign of life.
    func beat() { state.withLock { for waker in $0.wakers.values { waker.yield() } } }

    /// Tells all that there is a new checkpoint: for a record that this process writes, nobody need look.
    func publish(_ bytes: [UInt8]) {
        state.withLock {
            guard $0.newest != bytes else { return }
            $0.newest = bytes
            for waker in $0.wakers.values { waker.yield() }
        }
    }
}
