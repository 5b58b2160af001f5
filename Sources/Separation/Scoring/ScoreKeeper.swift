/// Sets what the monitor said beside what really happened, second by second: a pure state machine.
///
/// Feed it one recording in order, each second what was said (made only from reports up to that second) and what was measured
/// (afterwards, from the whole recording); then `finish` gives the score.
public struct ScoreKeeper: Sendable {
    /// Losses of one pair at most this far apart are one encounter, seconds.
    let mergeSeconds: Double
    /// How long after a conflict was last shown the two are still watched, seconds: as long as it might have been about.
    let watchSeconds: Double

    var shown: [AlertIdentifier: ScoredConflict] = [:]
    var alerted: [AlertIdentifier: ScoredConflict] = [:]
    var alarmed: [AlertIdentifier: ScoredConflict] = [:]
    var losses: [AlertIdentifier: OpenLoss] = [:]
    var nearSince: [AlertIdentifier: (first: Double, last: Double)] = [:]
    var score = PredictionScore()

    /// A keeper without any history, for alerts by `rules`.
    public init(rules: AlertRules, mergeSeconds: Double = 60) {
        watchSeconds = rules.longestLookAheadSeconds
        self.mergeSeconds = mergeSeconds
    }

    /// One second.
    ///
    /// - Parameters:
    ///   - picture: What was said.
    ///   - measured: Every pair within 1.25 times its minima, each once; further ones only cost time.
    ///   - airborneAircraft: How many aircraft were measured in flight.
    public mutating func step(_ picture: AlertPicture, measured: [MeasuredPair], airborneAircraft: Int) {
        let now = picture.timeUnixSeconds
        score.flightSeconds += Double(airborneAircraft)
        for alert in picture.alerts {
            Self.note(alert, atLeast: .none, in: &shown, closed: &score.shown, at: now, watchSeconds)
            Self.note(alert, atLeast: .advisory, in: &alerted, closed: &score.advisories, at: now, watchSeconds)
            Self.note(alert, atLeast: .alarm, in: &alarmed, closed: &score.alarms, at: now, watchSeconds)
        }
        for pair in measured {
            measure(pair, at: now)
        }
    }

    /// The score of everything so far; the keeper may go on.
    public func finish() -> PredictionScore {
        var final = score
        final.shown += shown.values
        final.advisories += alerted.values
        final.alarms += alarmed.values
        final.encounters += losses.values.map(\.measured)
        final.sort()
        return final
    }

    /// Two stretches of a conflict with fewer seconds between them than this are one.
    static let flickerSeconds = 15.0

    private static func note(
        _ alert: Alert, atLeast level: AlertLevel, in open: inout [AlertIdentifier: ScoredConflict],
        closed: inout [ScoredConflict], at now: Double, _ watchSeconds: Double
    ) {
        guard alert.level >= level else { return }
        if var conflict = open[alert.identifier], now - conflict.endUnixSeconds <= flickerSeconds {
            conflict.endUnixSeconds = now
            conflict.wasAlarm = conflict.wasAlarm || alert.level == .alarm
            open[alert.identifier] = conflict
            return
        }
        if let old = open[alert.identifier] { closed.append(old) }
        open[alert.identifier] = ScoredConflict(
            identifier: alert.identifier, startUnixSeconds: now, endUnixSeconds: now, minima: alert.minima,
            wasAlarm: alert.level == .alarm)
    }

    private mutating func measure(_ pair: MeasuredPair, at now: Double) {
        let identifier = pair.identifier
        watch(pair, in: \.shown, at: now)
        watch(pair, in: \.alerted, at: now)
        watch(pair, in: \.alarmed, at: now)
        let known = nearSince[identifier]
        let since = known.flatMap { now - $0.last <= Self.flickerSeconds ? $0.first : nil } ?? now
        nearSince[identifier] = (since, now)
        guard pair.isLoss else { return }
        var open = losses[identifier]
        if let over = open, now - over.encounter.endUnixSeconds > mergeSeconds {
            score.encounters.append(over.measured)
            open = nil
        }
        var loss = open ?? OpenLoss(pair, at: now, nearSince: since)
        loss.add(pair, at: now)
        warn(&loss.encounter, at: now)
        losses[identifier] = loss
    }

    private mutating func watch(
        _ pair: MeasuredPair, in open: WritableKeyPath<ScoreKeeper, [AlertIdentifier: ScoredConflict]>, at now: Double
    ) {
        guard let conflict = self[keyPath: open][pair.identifier], now - conflict.endUnixSeconds <= watchSeconds else {
            return
        }
        self[keyPath: open][pair.identifier]?.closestShare = min(conflict.closestShare, pair.share)
    }

    /// Notes what has been said about a loss, as long as it is said now.
    private func warn(_ loss: inout ScoredEncounter, at now: Double) {
        func start(_ open: [AlertIdentifier: ScoredConflict]) -> Double? {
            open[loss.identifier].flatMap { now - $0.endUnixSeconds <= Self.flickerSeconds ? $0.startUnixSeconds : nil }
        }
        loss.shownUnixSeconds = loss.shownUnixSeconds ?? start(shown)
        loss.advisoryUnixSeconds = loss.advisoryUnixSeconds ?? start(alerted)
        loss.alarmUnixSeconds = loss.alarmUnixSeconds ?? start(alarmed)
    }
}
