import Accord

/// The time of the last minutes for which our own receivers delivered.
///
/// Outside it, not to have seen an aircraft of ours says nothing: a station that hears nothing knows nothing.
struct HeardTime: Sendable {
    /// How far back it reaches, seconds.
    static let keptSeconds = Double(RecentPath.keptSeconds)
    /// Our receivers are silent when nothing of any of them is newer than this, seconds: the newest reports are on their way.
    static let silentSeconds = 15.0
    /// After a silence it takes so long until every aircraft has been heard again, seconds.
    static let settlingSeconds = 10.0

    /// From the first report after a silence to the last one before the next, the oldest first.
    private var stretches: [ClosedRange<Double>] = []
    private var now: Double?

    /// Takes the time of the newest report that was delivered for a picture second; nil: none was.
    mutating func take(_ newest: Double?, at second: Int) {
        let time = Double(second)
        now = time
        // A receiver whose clock is ahead makes nothing known of what is to come.
        if let newest { hear(min(newest, time + 1)) }
        stretches.removeAll { $0.upperBound < time - Self.keptSeconds }
    }

    private mutating func hear(_ time: Double) {
        guard let last = stretches.last else { return stretches.append(time...time) }
        guard time > last.upperBound else { return }
        if time - last.upperBound <= Self.silentSeconds {
            stretches[stretches.count - 1] = last.lowerBound...time
        } else {
            stretches.append(time...time)
        }
    }

    /// What can be known of a time.
    func coverage(of time: Double) -> AnswerPolicy.Coverage {
        if let now, !(now - Self.keptSeconds - 1...now + Self.silentSeconds).contains(time) { return .outOfTime }
        let isHeard = stretches.contains { stretch in
            let onTheWay = stretch == stretches.last ? Self.silentSeconds : 0
            return stretch.lowerBound + Self.settlingSeconds <= time && time <= stretch.upperBound + onTheWay
        }
        return isHeard ? .heard : .silent
    }
}
