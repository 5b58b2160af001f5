/// One stretch in which a conflict was shown with at least a given level, and how close the two came.
public struct ScoredConflict: Sendable, Hashable {
    /// The pair.
    public var identifier: AlertIdentifier
    /// The first second in which it was shown, Unix seconds.
    public var startUnixSeconds: Double
    /// The last one.
    public var endUnixSeconds: Double
    /// How close the two came from the start on, in units of the minima; infinite: they were never measured.
    public var closestShare = Double.infinity
    /// Whether an alarm was part of it.
    public var wasAlarm = false

    /// Within 1.25 times the minima a conflict was worth showing; beyond, it was a nuisance.
    public static let worthwhileShare = 1.25

    /// Whether the two never came within 1.25 times the minima.
    public var isNuisance: Bool { closestShare >= Self.worthwhileShare }
}

/// One loss as it really happened where the rules alert, and when it was first said.
public struct ScoredEncounter: Sendable, Hashable {
    /// The pair.
    public var identifier: AlertIdentifier
    /// The first second in loss, Unix seconds.
    public var startUnixSeconds: Double
    /// The last second in loss.
    public var endUnixSeconds: Double
    /// Since when the pair had been measured without a gap before, Unix seconds: no warning can be longer.
    public var measuredSinceUnixSeconds: Double
    /// When the conflict that led to it was first shown; nil: not before it ended.
    public var shownUnixSeconds: Double?
    /// When it was first an advisory, or more; nil: never before it ended.
    public var advisoryUnixSeconds: Double?
    /// When it was first an alarm; nil: never before it ended.
    public var alarmUnixSeconds: Double?

    /// How long before the loss something was first said, seconds; negative: after it began; nil: never.
    public func warningSeconds(_ first: KeyPath<ScoredEncounter, Double?>) -> Double? {
        self[keyPath: first].map { startUnixSeconds - $0 }
    }
}
