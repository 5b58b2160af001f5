import Accord

/// Where our own aircraft were in the last minutes: what a question about a moment is answered from.
struct OwnPast: Sendable {
    /// How far back it reaches, seconds.
    static let keptSeconds = 300
    private var paths: [String: OwnPath] = [:]
    private var first: Int?
    private var last: Int?

    /// Takes the own states of a picture second.
    mutating func take(_ states: [OwnTrackState], at second: Int) {
        if let last, second < last { self = OwnPast() }
        first = max(first ?? second, second - Self.keptSeconds)
        last = second
        for state in states { paths[state.identifier, default: OwnPath()].take(state) }
        guard second.isMultiple(of: 60) else { return }
        let earliest = Double(second - Self.keptSeconds)
        paths = paths.filter { ($0.value.newestUnixSeconds ?? -.infinity) >= earliest }
    }

    /// The time for which it knows where ours were; nil: none yet. The newest reports are on their way: a little ahead counts.
    var coveredUnixSeconds: ClosedRange<Double>? {
        guard let first, let last else { return nil }
        return Double(first) - 1...Double(last) + 15
    }

    /// Where ours were reported around a time, several places of each at best.
    func states(around time: Double, withinSeconds: Double) -> [OwnTrackState] {
        guard let last else { return [] }
        let reach = min(max(withinSeconds, 1), 120)
        let earliest = max(time - reach, Double(last - Self.keptSeconds))
        guard earliest <= time + reach else { return [] }
        return paths.flatMap { $0.value.states(of: $0.key, in: earliest...time + reach) }
    }
}

/// The reports of one aircraft, of each second at most one, in a ring as long as a question may reach back.
private struct OwnPath: Sendable {
    private static let most = OwnPast.keptSeconds
    private var callsign: String?
    private var ring: [CompactPoint] = []
    private var oldest = 0

    var newestUnixSeconds: Double? {
        ring.isEmpty ? nil : ring[(oldest + ring.count - 1) % ring.count].timeUnixSeconds
    }

    mutating func take(_ state: OwnTrackState) {
        callsign = state.callsign ?? callsign
        let point = CompactPoint(HistoryPoint(state))
        // A report stays in the picture until the next one comes.
        guard point.timeUnixSeconds > newestUnixSeconds ?? -.infinity else { return }
        if ring.count < Self.most {
            if ring.count == ring.capacity { ring.reserveCapacity(min(max(2 * ring.count, 8), Self.most)) }
            ring.append(point)
        } else {
            ring[oldest] = point
            oldest = (oldest + 1) % Self.most
        }
    }

    func states(of identifier: String, in span: ClosedRange<Double>) -> [OwnTrackState] {
        ring.lazy.filter { span.contains($0.timeUnixSeconds) }
            .map { OwnTrackState(identifier: identifier, callsign: callsign, $0.point) }
    }
}
