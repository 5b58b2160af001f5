import Accord

/// Where our own aircraft were in the last minutes: what a question about a moment is answered from.
struct OwnPast: Sendable {
    /// How far back it reaches, seconds.
    static let keptSeconds = RecentPath.keptSeconds
    private var paths: [String: OwnPath] = [:]
    private var heard = HeardTime()
    private var last: Int?
    private var nextForgetting = Int.min

    /// Takes the own states of a picture second.
    ///
    /// - Parameter newestReport: the time of the newest report that our receivers delivered for it, of whatever aircraft; nil: none.
    mutating func take(_ states: [OwnTrackState], newestReport: Double?, at second: Int) {
        if let last, second < last { self = OwnPast() }
        last = second
        heard.take(newestReport, at: second)
        for state in states { paths[state.identifier, default: OwnPath()].take(state) }
        guard second >= nextForgetting else { return }
        nextForgetting = second + 60
        let earliest = Double(second - Self.keptSeconds)
        paths = paths.filter { ($0.value.newestUnixSeconds ?? -.infinity) >= earliest }
    }

    /// Whether it can know where ours were at a time.
    func coverage(of time: Double) -> AnswerPolicy.Coverage { heard.coverage(of: time) }

    /// Where ours were reported around a time, several places of each at best.
    func states(around time: Double, withinSeconds: Double) -> [OwnTrackState] {
        guard let last else { return [] }
        let reach = min(max(withinSeconds, 1), 120)
        let earliest = max(time - reach, Double(last - Self.keptSeconds))
        guard earliest <= time + reach else { return [] }
        return paths.flatMap { $0.value.states(of: $0.key, in: earliest...time + reach) }
    }
}

/// The reports of one aircraft, and the call sign that it gave last.
private struct OwnPath: Sendable {
    private var callsign: String?
    private var path = RecentPath()

    var newestUnixSeconds: Double? { path.newestUnixSeconds }

    /// A report stays in the picture until the next one comes: it is taken once.
    mutating func take(_ state: OwnTrackState) {
        callsign = state.callsign ?? callsign
        path.take(HistoryPoint(state))
    }

    func states(of identifier: String, in span: ClosedRange<Double>) -> [OwnTrackState] {
        path.points(in: span).map { OwnTrackState(identifier: identifier, callsign: callsign, $0.point) }
    }
}
