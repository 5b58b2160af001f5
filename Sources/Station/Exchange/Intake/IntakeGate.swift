import Synchronization

/// Holds one peer's entries to the pace, across all that reads from it.
final class IntakeGate: Sendable {
    private let pace: Mutex<IntakePace>
    private let start = ContinuousClock.now
    /// Seconds for which the peer was held back, for the screen and the measurements.
    private let heldBack = Mutex(0.0)
    private let heard = Mutex<ContinuousClock.Instant?>(nil)

    init(_ limits: IntakePace.Limits = .init()) { pace = Mutex(IntakePace(limits)) }

    /// Returns when more may be read.
    ///
    /// - Throws: `CancellationError` when the task is cancelled meanwhile.
    func pass(entries: Int, bytes: Int) async throws {
        heard.withLock { $0 = .now }
        let uptime = start.duration(to: .now) / .seconds(1)
        let wait = pace.withLock { $0.take(entries: entries, bytes: bytes, uptimeSeconds: uptime) }
        guard wait > 0 else { return }
        heldBack.withLock { $0 += wait }
        try await Task.sleep(for: .seconds(wait))
    }

    /// For how long nothing has come from the peer, not even a sign of life; nil before anything has.
    var silence: Duration? { heard.withLock { $0?.duration(to: .now) } }

    /// Seconds for which the peer was held back in all.
    var heldBackSeconds: Double { heldBack.withLock { $0 } }
}
