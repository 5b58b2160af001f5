import Synchronization

/// Holds one peer's entries to the pace, across all that reads from it.
final class IntakeGate: Sendable {
    private let pace: Mutex<IntakePace>
    private let limits: IntakePace.Limits
    private let reason: @Sendable (_ bytes: Int) -> IntakeHold?
    private let current = Mutex<IntakeHold?>(nil)
    private let start = ContinuousClock.now
    /// Seconds for which the peer was held back, for the screen and the measurements.
    private let heldBack = Mutex(0.0)
    private let heard = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameter reason: told how much came each time; why it is taken more slowly than `limits`, if it is.
    init(
        _ limits: IntakePace.Limits = .init(), reason: @escaping @Sendable (_ bytes: Int) -> IntakeHold? = { _ in nil }
    ) {
        self.limits = limits
        self.reason = reason
        pace = Mutex(IntakePace(limits))
    }

    /// Returns when more may be read.
    ///
    /// - Throws: `CancellationError` when the task is cancelled meanwhile.
    func pass(entries: Int, bytes: Int) async throws {
        heard.withLock { $0 = .now }
        let uptime = start.duration(to: .now) / .seconds(1)
        let hold = reason(bytes)
        let limits = hold == nil ? limits : limits.least(.scarce)
        let wait = pace.withLock { pace in
            pace.change(to: limits)
            return pace.take(entries: entries, bytes: bytes, uptimeSeconds: uptime)
        }
        // Who sends no more than it may even then need not be named.
        current.withLock { $0 = hold == nil || wait > 0 ? hold : $0 }
        guard wait > 0 else { return }
        heldBack.withLock { $0 += wait }
        try await Task.sleep(for: .seconds(wait))
    }

    /// For how long nothing has come from the peer, not even a sign of life; nil before anything has.
    var silence: Duration? { heard.withLock { $0?.duration(to: .now) } }

    /// Why the peer is held back beyond the usual pace; nil: it isn't.
    var hold: IntakeHold? { current.withLock { $0 } }

    /// Seconds for which the peer was held back in all.
    var heldBackSeconds: Double { heldBack.withLock { $0 } }
}
