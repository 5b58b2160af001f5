import Surveillance

/// The last minutes of every live track, of which the older ones are on disk already.
struct HistoryTable: Sendable {
    private var points: [String: [CompactPoint]] = [:]
    private var storedUnixSeconds = -Double.infinity
    private var nextFlushUnixSeconds = -Double.infinity

    /// How far back the memory reaches, seconds; what is older is asked of the store.
    static let keptSeconds = 300.0
    /// How often new points go to the store, seconds.
    static let flushSeconds = 60.0
    /// The most points of one aircraft: its rate may be anything.
    private static let mostPoints = 1_500

    /// Takes a report; of each second and aircraft one point.
    mutating func take(_ report: Report) {
        guard let point = HistoryPoint(report) else { return }
        let known = points[report.identifier]?.last?.timeUnixSeconds ?? -.infinity
        guard point.timeUnixSeconds.rounded(.down) > known.rounded(.down) else { return }
        if points[report.identifier]?.count ?? 0 >= Self.mostPoints { points[report.identifier]?.removeFirst() }
        points[report.identifier, default: []].append(CompactPoint(point))
    }

    /// The points of an aircraft within `span`.
    func points(of identifier: String, in span: ClosedRange<Double>) -> [HistoryPoint] {
        (points[identifier] ?? []).filter { span.contains($0.timeUnixSeconds) }.map(\.point)
    }

    /// Once a minute: the points that are not on disk yet; what is old is forgotten.
    mutating func flush(at unixSeconds: Double) -> [TrackStretch] {
        guard unixSeconds >= nextFlushUnixSeconds else { return [] }
        let isFirst = nextFlushUnixSeconds == -.infinity
        nextFlushUnixSeconds = unixSeconds + Self.flushSeconds
        return isFirst ? [] : takeUnstored(at: unixSeconds)
    }

    /// The points that are not on disk yet, now; for when the station stops.
    mutating func takeUnstored(at unixSeconds: Double) -> [TrackStretch] {
        var stretches: [TrackStretch] = []
        let stored = storedUnixSeconds
        for (identifier, known) in points {
            let fresh = known.filter { $0.timeUnixSeconds > stored && $0.timeUnixSeconds <= unixSeconds }
            if !fresh.isEmpty { stretches.append(TrackStretch(identifier: identifier, points: fresh)) }
            guard let first = known.first, first.timeUnixSeconds < unixSeconds - Self.keptSeconds else { continue }
            let recent = known.filter { $0.timeUnixSeconds >= unixSeconds - Self.keptSeconds }
            points[identifier] = recent.isEmpty ? nil : recent
        }
        storedUnixSeconds = unixSeconds
        return stretches
    }
}
