/// How fast a peer's entries are taken: a bucket of entries and one of bytes that fill up at a steady rate. Pure.
///
/// What is over is left in the peer's own buffers by not reading on, so a flood costs the peer's memory and not ours.
struct IntakePace: Sendable {
    /// What a peer may send, sustained and at once.
    struct Limits: Sendable {
        /// Entries a second: ten times what two thousand tracks a second need.
        var entriesPerSecond = 20_000.0
        /// Bytes a second.
        var bytesPerSecond = 16e6
        /// What may come at once, in seconds of the above.
        var burstSeconds = 2.0

        /// What a peer is held to while there is little room for it: twice what two thousand tracks a second need. A flood is slowed
        /// tenfold, and nobody honest waits: what a peer says of distress, and on the line, stands behind its positions.
        static let scarce = Limits(entriesPerSecond: 4_000, bytesPerSecond: 1.5e6)

        /// Whichever is less of each.
        func least(_ other: Limits) -> Limits {
            Limits(
                entriesPerSecond: min(entriesPerSecond, other.entriesPerSecond),
                bytesPerSecond: min(bytesPerSecond, other.bytesPerSecond),
                burstSeconds: min(burstSeconds, other.burstSeconds))
        }
    }

    private var limits: Limits
    private var entries: Double
    private var bytes: Double
    private var filledSeconds: Double?

    /// Full buckets.
    init(_ limits: Limits = Limits()) {
        self.limits = limits
        entries = limits.entriesPerSecond * limits.burstSeconds
        bytes = limits.bytesPerSecond * limits.burstSeconds
    }

    /// Goes on at another pace. What was saved up under a faster one is not kept.
    mutating func change(to new: Limits) {
        limits = new
        entries = min(entries, new.entriesPerSecond * new.burstSeconds)
        bytes = min(bytes, new.bytesPerSecond * new.burstSeconds)
    }

    /// Takes what has come out of the buckets.
    ///
    /// - Parameter uptimeSeconds: a clock that only goes on.
    /// - Returns: how long to wait before more is read, seconds; 0 as a rule.
    mutating func take(entries count: Int, bytes length: Int, uptimeSeconds now: Double) -> Double {
        let passed = max(0, now - (filledSeconds ?? now))
        filledSeconds = now
        entries = min(entries + passed * limits.entriesPerSecond, limits.entriesPerSecond * limits.burstSeconds)
        bytes = min(bytes + passed * limits.bytesPerSecond, limits.bytesPerSecond * limits.burstSeconds)
        entries -= Double(count)
        bytes -= Double(length)
        return max(0, -entries / limits.entriesPerSecond, -bytes / limits.bytesPerSecond)
    }
}
