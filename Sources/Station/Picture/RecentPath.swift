/// Where one aircraft was in the last minutes: of each second one point, in a ring that is allocated once and never moved again.
struct RecentPath: Sendable {
    /// How far back it reaches at one point a second, seconds.
    static let keptSeconds = 300

    private var ring: [CompactPoint] = []
    private var oldest = 0

    /// When the newest point was, Unix seconds; nil: there is none.
    var newestUnixSeconds: Double? {
        ring.isEmpty ? nil : ring[(oldest + ring.count - 1) % ring.count].timeUnixSeconds
    }

    /// Adds a point; one that is not in a later second than the newest is dropped.
    mutating func take(_ point: HistoryPoint) {
        let newest = newestUnixSeconds ?? -.infinity
        guard point.timeUnixSeconds.rounded(.down) > newest.rounded(.down) else { return }
        if ring.count < Self.keptSeconds {
            if ring.count == ring.capacity { ring.reserveCapacity(min(max(2 * ring.count, 8), Self.keptSeconds)) }
            ring.append(CompactPoint(point))
        } else {
            ring[oldest] = CompactPoint(point)
            oldest = (oldest + 1) % ring.count
        }
    }

    /// The points within `span`, oldest first.
    func points(in span: ClosedRange<Double>) -> [CompactPoint] {
        [ring[oldest...], ring[..<oldest]].flatMap { part in part.filter { span.contains($0.timeUnixSeconds) } }
    }
}
