/// One stretch in which a conflict was shown with at least a given level, and how close the two came.
public struct ScoredConflict: Sendable, Hashable {
    /// The pair.
    public var identifier: AlertIdentifier
    /// The first second in which it was shown, Unix seconds.
    public var startUnixSeconds: Double
    /// The last one.
    public var endUnixSeconds: Double
    /// The minima that held when it was first shown.
    public var minima: Minima
    /// How close the two came from the start on, in units of the minima; infinite: they were never measured.
    public var closestShare = Double.infinity
    /// Whether an alarm was part of it.
    public var wasAlarm = false

    /// Within 1.25 times the minima a conflict was worth showing; beyond, it was a nuisance.
    public static let worthwhileShare = 1.25

    /// Whether the two never came within 1.25 times the minima.
    public var isNuisance: Bool { closestShare >= Self.worthwhileShare }
}
