import Accord

/// Where our own aircraft were in the last minutes: what a question about a moment is answered from.
struct OwnPast: Sendable {
    /// How far back it reaches, seconds.
    static let keptSeconds = 300
    private var seconds: [Int: [OwnTrackState]] = [:]
    private var first: Int?
    private var last: Int?

    /// Takes the own states of a picture second.
    mutating func take(_ states: [OwnTrackState], at second: Int) {
        if let last, second < last { self = OwnPast() }
        first = first ?? second
        last = second
        seconds[second] = states
        first = max(first ?? second, second - Self.keptSeconds)
        seconds[second - Self.keptSeconds - 1] = nil
        if seconds.count > Self.keptSeconds + 60 { seconds = seconds.filter { $0.key >= second - Self.keptSeconds } }
    }

    /// The time for which it knows where ours were; nil: none yet. The newest reports are on their way: a little ahead counts.
    var coveredUnixSeconds: ClosedRange<Double>? {
        guard let first, let last else { return nil }
        return Double(first) - 1...Double(last) + 15
    }

    /// The states around a time.
    func states(around time: Double, withinSeconds: Double) -> [OwnTrackState] {
        guard let last, abs(time) < 1e11 else { return [] }
        let wanted = min(Int(time), last)
        let reach = Int(min(max(withinSeconds, 1), 120))
        var found: Set<OwnTrackState> = []
        for second in wanted - reach...wanted + reach { found.formUnion(seconds[second] ?? []) }
        return Array(found)
    }
}
