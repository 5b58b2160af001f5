import Accord

/// When which track was in an alarm: the stretches of own tracks that outlive the retention, because an alarm without the paths that
/// led to it shows nothing.
struct AlarmedSpans {
    /// This long before an alarm was first shown, and after it ended, belongs to it.
    static let marginSeconds = 120.0

    private struct Open {
        var tracks: [String]
        var since: Double
        /// Whether it was ever more than advice.
        var isAlarm: Bool
    }

    private var open: [String: Open] = [:]
    private var spans: [String: [ClosedRange<Double>]] = [:]
    private let day: ClosedRange<Double>

    /// - Parameter day: what the record spans, Unix seconds: an alarm that it doesn't see begin or end reaches that far.
    init(day: ClosedRange<Double>) { self.day = day }

    /// Whether no track is in an alarm.
    var isEmpty: Bool { spans.isEmpty }

    /// Notes the next alarm of the record, in its order.
    mutating func note(_ alarm: AlarmBody) {
        let time = alarm.time.unixSeconds
        switch alarm.state {
        case .shown, .alarm:
            var known = open[alarm.alert] ?? Open(tracks: alarm.tracks, since: time, isAlarm: false)
            known.isAlarm = known.isAlarm || alarm.state == .alarm
            open[alarm.alert] = known
        case .ended:
            // Begun the day before: whether it was more than advice is not said here, so it is kept.
            let begun =
                open.removeValue(forKey: alarm.alert)
                ?? Open(tracks: alarm.tracks, since: min(day.lowerBound, time), isAlarm: true)
            close(begun, at: time)
        }
    }

    /// Notes an alarm that the record of the next day begins with.
    mutating func noteNextDay(_ alarm: AlarmBody) {
        guard alarm.state != .ended, open[alarm.alert] == nil else { return }
        close(Open(tracks: alarm.tracks, since: alarm.time.unixSeconds, isAlarm: true), at: alarm.time.unixSeconds)
    }

    /// Ends what was still going on when the record ended.
    mutating func finish() {
        for begun in open.values { close(begun, at: max(begun.since, day.upperBound)) }
        open = [:]
    }

    /// Whether any part of a track belongs to an alarm.
    func concerns(_ track: String) -> Bool { spans[track] != nil }

    /// Whether a track belongs to an alarm at a time, Unix seconds.
    func contains(_ track: String, at time: Double) -> Bool { spans[track]?.contains { $0.contains(time) } ?? false }

    private mutating func close(_ alarm: Open, at end: Double) {
        guard alarm.isAlarm else { return }
        let span = (alarm.since - Self.marginSeconds)...(max(alarm.since, end) + Self.marginSeconds)
        for track in alarm.tracks { spans[track, default: []].append(span) }
    }
}
