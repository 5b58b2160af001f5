public import Airspace

/// One loss as it really happened where the rules alert, and when it was first said.
public struct ScoredEncounter: Sendable, Hashable {
    /// The pair.
    public var identifier: AlertIdentifier
    /// The first second in loss, Unix seconds.
    public var startUnixSeconds: Double
    /// The last second in loss.
    public var endUnixSeconds: Double
    /// Since when the pair had been within 1.25 times its minima before, Unix seconds.
    public var nearSinceUnixSeconds: Double
    /// The minima that held when it began.
    public var minima: Minima
    /// The smallest vertical distance in it, feet.
    public var minVerticalFeet = Double.infinity
    /// When the conflict that led to it was first shown; nil: not before it ended.
    public var shownUnixSeconds: Double?
    /// When it was first an advisory, or more; nil: never before it ended.
    public var advisoryUnixSeconds: Double?
    /// When it was first an alarm; nil: never before it ended.
    public var alarmUnixSeconds: Double?
    /// What is wrong with the data that it rests on.
    public var quality: QualityFlags = []

    /// How long before the loss something was first said, seconds; negative: after it began; nil: never.
    public func warningSeconds(_ first: KeyPath<ScoredEncounter, Double?>) -> Double? {
        self[keyPath: first].map { startUnixSeconds - $0 }
    }

    /// Whether it rests on data in which no flaw was found. A loss that level keeping alone explains is clean data.
    public var isClean: Bool { quality.subtracting([.levelTolerance, .rounding]).isEmpty }
}
