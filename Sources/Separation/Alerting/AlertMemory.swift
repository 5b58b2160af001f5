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
    /// How bad it is now.
    var severity = AlertSeverity()
    /// How bad it was when it was acknowledged.
    var acknowledgedSeverity = AlertSeverity()
}

/// How bad a conflict is, as far as an acknowledged one must call again when it gets worse.
struct AlertSeverity: Sendable, Hashable {
    /// Its level.
    var level = AlertLevel.none
    /// Whether both minima are undercut now.
    var isInLoss = false
    /// How close both come, in units of the minima.
    var closestRatio = Double.infinity

    /// Whether this is worse than `other`: a higher level, a loss that was only predicted before, or a quarter closer.
    func isWorse(than other: AlertSeverity) -> Bool {
        level > other.level || (isInLoss && !other.isInLoss) || closestRatio < other.closestRatio * 0.75
    }
}
