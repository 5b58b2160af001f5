import Surveillance

/// The last minutes of every live track, of which the older ones are on disk already.
struct HistoryTable: Sendable {
    private var paths: [String: RecentPath] = [:]
    private var storedUnixSeconds = -Double.infinity
    private var nextFlushUnixSeconds = -Double.infinity

    /// How often new points go to the store, seconds: well before the memory forgets them.
    static let flushSeconds = 60.0

    /// Takes a report; of each second and aircraft one point.
    mutating func take(_ report: Report) {
        guard let point = HistoryPoint(report) else { return }
        paths[report.identifier, default: RecentPath()].take(point)
    }

    /// The points of an aircraft within `span`; what is older than the memory is asked of the store.
    func points(of identifier: String, in span: ClosedRange<Double>) -> [HistoryPoint] {
        paths[identifier]?.points(in: span).map(\.point) ?? []
    }

    /// Once a minute: the points that are not on disk yet; who has not been heard of for minutes is forgotten.
    mutating func flush(at unixSeconds: Double) -> [TrackStretch] {
        guard unixSeconds >= nextFlushUnixSeconds else { return [] }
        let isFirst = nextFlushUnixSeconds == -.infinity
        nextFlushUnixSeconds = unixSeconds + Self.flushSeconds
        return isFirst ? [] : takeUnstored(at: unixSeconds)
    }

    /// The points that are not on disk yet, now; for when the station stops.
    mutating func takeUnstored(at unixSeconds: Double) -> [TrackStretch] {
        var stretches: [TrackStretch] = []
        if storedUnixSeconds.nextUp <= unixSeconds {
            for (identifier, path) in paths {
                let fresh = path.points(in: storedUnixSeconds.nextUp...unixSeconds)
                if !fresh.isEmpty { stretches.append(TrackStretch(identifier: identifier, points: fresh)) }
            }
        }
        let earliest = unixSeconds - Double(RecentPath.keptSeconds)
        paths = paths.filter { ($0.value.newestUnixSeconds ?? -.infinity) >= earliest }
        storedUnixSeconds = unixSeconds
        return stretches
    }
}
