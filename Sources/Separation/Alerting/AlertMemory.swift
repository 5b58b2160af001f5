/// What the monitor remembers of one alert from cycle to cycle.
struct AlertMemory: Sendable, Hashable {
    /// Since when the conflict has been in the picture, Unix seconds.
    var sinceUnixSeconds: Double
    /// The last cycle in which it was in the picture, Unix seconds.
    var lastSeenUnixSeconds: Double
    /// The level that it speaks with now.
    var level = AlertLevel.none
    /// One bit a cycle, the newest lowest: was it at least an advisory?
    var advisoryHits: UInt32 = 0
    /// One bit a cycle, the newest lowest: was it an alarm?
    var alarmHits: UInt32 = 0
    /// One bit a cycle, the newest lowest: did the two diverge?
    var divergences: UInt32 = 0
    /// Who acknowledged it.
    var acknowledged: AlertAct?
    /// It was acknowledged and got worse in this cycle.
    var hasWorsened = false
    /// How bad it is now.
    var severity = AlertSeverity()
    /// How bad it was when it was acknowledged.
    var acknowledgedSeverity = AlertSeverity()

    init(sinceUnixSeconds: Double, lastSeenUnixSeconds: Double) {
        self.sinceUnixSeconds = sinceUnixSeconds
        self.lastSeenUnixSeconds = lastSeenUnixSeconds
    }
}

/// How bad a conflict is, as far as an acknowledged one must call again when it gets worse.
struct AlertSeverity: Sendable, Hashable {
    /// Its level.
    var level = AlertLevel.none
    /// Whether both minima are undercut now.
    var isInLoss = false
    /// How close both come, in units of the minima.
    var closestRatio = Double.infinity

    /// Whether this is worse than `other`: a higher level, a loss that was only predicted before, or closer by a quarter and by a
    /// tenth of the minima.
    func isWorse(than other: AlertSeverity) -> Bool {
        let closer = closestRatio < min(other.closestRatio * 0.75, other.closestRatio - 0.1)
        return level > other.level || (isInLoss && !other.isInLoss) || closer
    }
}

extension AlertMemory {
    /// A cycle passes without the conflict.
    mutating func shift() {
        advisoryHits <<= 1
        alarmHits <<= 1
        divergences <<= 1
        hasWorsened = false
    }

    /// A cycle with the conflict in it.
    mutating func take(_ conflict: JudgedConflict, isInhibited: Bool, at timeUnixSeconds: Double) {
        shift()
        advisoryHits |= conflict.isAdvisory ? 1 : 0
        alarmHits |= conflict.isAlarm ? 1 : 0
        divergences |= conflict.alert.isDiverging ? 1 : 0
        lastSeenUnixSeconds = timeUnixSeconds
        level = isInhibited || !conflict.mayAlert ? .none : nextLevel(conflict)
        severity = AlertSeverity(
            level: level, isInLoss: conflict.alert.prediction.isInLoss,
            closestRatio: conflict.alert.prediction.closestRatio)
        guard let act = acknowledged else { return }
        if act.untilUnixSeconds <= timeUnixSeconds || level == .none {
            acknowledged = nil
        } else if severity.isWorse(than: acknowledgedSeverity) {
            acknowledged = nil
            hasWorsened = true
        }
    }

    /// The level after this cycle: confirmed upwards, released downwards, stepped down at once while the two diverge.
    private func nextLevel(_ conflict: JudgedConflict) -> AlertLevel {
        let policy = conflict.policy
        let window = (UInt32(1) << UInt32(policy.cycleWindow)) - 1
        let holding = (UInt32(1) << UInt32(policy.releasingCycles)) - 1
        let isConfirmed = { (hits: UInt32) in (hits & window).nonzeroBitCount >= policy.confirmingCycles }
        let diverges = isConfirmed(divergences)

        let holdsAlarm = level == .alarm && alarmHits & holding != 0 && !diverges
        let raisesAlarm = isConfirmed(alarmHits) && !conflict.isCoasting && !diverges
        if holdsAlarm || raisesAlarm { return .alarm }
        let holdsAdvisory = level != .none && advisoryHits & holding != 0
        let raisesAdvisory = isConfirmed(advisoryHits) && !conflict.isCoasting
        guard holdsAdvisory || raisesAdvisory else { return .none }
        return diverges && !conflict.isAdvisory ? .none : .advisory
    }

    /// What happened to the level in this cycle.
    func events(for identifier: AlertIdentifier, since before: AlertLevel, at timeUnixSeconds: Double) -> [AlertEvent] {
        let kind: AlertEvent.Kind
        switch (before, level) {
        case (.alarm, .advisory): kind = .steppedDown
        case (.none, .advisory): kind = .advisory
        case (.none, .alarm), (.advisory, .alarm): kind = hasWorsened ? .worsened : .alarm
        case (.advisory, .none), (.alarm, .none): kind = .ended
        default:
            guard hasWorsened else { return [] }
            kind = .worsened
        }
        return [
            AlertEvent(timeUnixSeconds: timeUnixSeconds, kind: kind, subject: identifier.description, level: level)
        ]
    }
}
