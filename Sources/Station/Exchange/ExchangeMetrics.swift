/// What the exchange measures about itself; `/metrics` shows it with the rest.
final class ExchangeMetrics: Sendable {
    /// Entries of ours that became durable in records for peers.
    let sentEntries = Counter()
    /// Entries of peers that were verified, stored and understood.
    let receivedEntries = Counter()
    /// Entries of peers that were quarantined.
    let quarantinedEntries = Counter()
    /// Entries of peers that their agreement did not let them write when they came.
    let outsideEntries = Counter()
    /// Peers that were seen to contradict themselves.
    let contradictions = Counter()
    /// Connections to the peer port that were refused: no certificate, or none of a peer.
    let refusedConnections = Counter()
    /// Writing one batch: signing, synchronising and publishing it.
    let commitSeconds = Histogram(bounds: ExchangeMetrics.bounds)
    /// From when a peer wrote an entry, by its clock, to when it was handed on here, by ours.
    let entryAgeSeconds = Histogram(bounds: ExchangeMetrics.bounds)

    /// From the time of a disclosed position, beyond its agreed delay, to the picture that shows it.
    let positionAgeSeconds = Histogram(bounds: ExchangeMetrics.bounds)

    private static let bounds = [
        0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.5, 0.75, 1, 2, 5, 10, 60,
    ]

    init() {}

    /// All of it in the Prometheus text exposition format, version 0.0.4.
    func write(to text: inout PrometheusText) {
        text.counter("parley_exchange_sent_total", "Entries written for peers", sentEntries)
        text.counter("parley_exchange_received_total", "Entries of peers stored and understood", receivedEntries)
        text.counter("parley_exchange_quarantined_total", "Entries of peers in quarantine", quarantinedEntries)
        text.counter(
            "parley_exchange_outside_total", "Entries of peers that came outside the standing",
            outsideEntries)
        text.counter("parley_exchange_contradictions_total", "Peers seen to contradict themselves", contradictions)
        text.counter("parley_exchange_refused_total", "Connections to the peer port refused", refusedConnections)
        text.histogram("parley_exchange_commit_seconds", "Writing one batch of entries for a peer", commitSeconds)
        text.histogram(
            "parley_exchange_entry_age_seconds", "From a peer's writing of an entry to its handing on here",
            entryAgeSeconds)
        text.histogram(
            "parley_exchange_position_age_seconds",
            "From the time of a peer's position, beyond its agreed delay, to the picture that shows it",
            positionAgeSeconds)
    }
}
