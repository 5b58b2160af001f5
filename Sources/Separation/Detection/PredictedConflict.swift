/// A loss of separation that one detection pass predicts for two aircraft of a snapshot.
///
/// Every time is in seconds from the instant of the snapshot and lies within the look-ahead.
public struct PredictedConflict: Sendable, Hashable {
    /// Index of the first aircraft in the snapshot; below `second`.
    public var first: Int
    /// Index of the second aircraft.
    public var second: Int
    /// Both minima are undercut now. Never true where a level is not known.
    public var inLossNow: Bool
    /// The level of at least one is an interval: this is the safe side, and is never counted as a loss.
    public var levelIsUnknown: Bool
    /// When both minima are first undercut; 0 if they are now.
    public var secondsToLoss: Double
    /// When at least one of the minima is kept again; the look-ahead if that is later.
    public var secondsToLossEnd: Double
    /// When the horizontal distance is smallest within the look-ahead; 0 if it grows from now on.
    public var secondsToCPA: Double
    /// The horizontal distance then, metres along the ellipsoid.
    public var cpaHorizontalMetres: Double
    /// The vertical distance then, metres; the smallest possible where a level is an interval.
    public var cpaVerticalMetres: Double
}
