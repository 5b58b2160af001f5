/// How far a peer's clock is ahead of ours, out of what crosses anyway. Pure.
///
/// An entry that the peer writes at `at` arrives later by the delay of the way and the difference of the clocks; a receipt
/// for an entry of ours tells the same of the other way. Over some time the smallest of each is taken, as the delay then is
/// least, and half their difference is the offset (as NTP does, RFC 5905, section 8), right to half the
/// asymmetry of the two ways. It is shown, and nothing is corrected by it.
struct PeerClockEstimate: Sendable {
    /// The minima are taken over two spans of this length, the present one and the one before, seconds.
    static let spanSeconds = 30.0

    /// The smallest values of one span.
    private struct Span: Sendable {
        var start: Double
        var inward = Double.infinity
        var outward = Double.infinity
    }

    private var present: Span?
    private var before: Span?

    /// An entry came that the peer wrote just now.
    mutating func noteReceived(atUnixSeconds at: Double, receivedUnixSeconds received: Double) {
        move(to: received)
        note(received - at, in: \.inward)
    }

    /// A receipt came for what we sent at a time.
    mutating func noteSeen(sentUnixSeconds sent: Double, atUnixSeconds at: Double, receivedUnixSeconds received: Double)
    {
        move(to: received)
        note(at - sent, in: \.outward)
    }

    /// The peer's clock less ours, seconds; nil until both ways were measured.
    var offsetSeconds: Double? {
        let inward = min(present?.inward ?? .infinity, before?.inward ?? .infinity)
        let outward = min(present?.outward ?? .infinity, before?.outward ?? .infinity)
        guard inward.isFinite, outward.isFinite else { return nil }
        return (outward - inward) / 2
    }

    private mutating func note(_ difference: Double, in way: WritableKeyPath<Span, Double>) {
        guard var span = present else { return }
        span[keyPath: way] = min(span[keyPath: way], difference)
        present = span
    }

    private mutating func move(to now: Double) {
        guard let current = present else {
            present = Span(start: now)
            return
        }
        if now - current.start > Self.spanSeconds || now < current.start {
            before = current
            present = Span(start: now)
        }
    }
}
