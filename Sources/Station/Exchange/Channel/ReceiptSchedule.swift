/// When a receipt (`seen/1`) is due on its own. Pure.
///
/// A receipt is the first entry of each batch anyway. With nothing else to send it is written at most once a second, and
/// only after entries other than receipts have come: two idle stations have nothing to say to each other.
struct ReceiptSchedule: Sendable {
    /// Receipts alone are this far apart, seconds.
    static let intervalSeconds = 1.0

    /// How much of the peer's record a receipt must cover; nil when none is owed.
    private var owed: UInt64?
    private var writtenUnixSeconds = -Double.infinity

    /// Entries other than receipts have come, and stand below `size` in the peer's record.
    mutating func noteOwed(size: UInt64) { owed = max(owed ?? 0, size) }

    /// The peer goes on in another record.
    mutating func noteNewRecord() { owed = nil }

    /// A receipt for the first `size` entries was written.
    mutating func noteWritten(size: UInt64, atUnixSeconds now: Double) {
        if let needed = owed, needed <= size { owed = nil }
        writtenUnixSeconds = now
    }

    /// How long to wait before a receipt is due, seconds, 0 for now; nil when none is owed.
    func secondsUntilDue(atUnixSeconds now: Double) -> Double? {
        guard owed != nil else { return nil }
        // A clock that was put back must not hold receipts up.
        return min(Self.intervalSeconds, max(0, writtenUnixSeconds + Self.intervalSeconds - now))
    }
}
