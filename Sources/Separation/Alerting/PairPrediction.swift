public import Airspace

/// What straight motion makes of two aircraft, seen from now.
public struct PairPrediction: Sendable, Hashable {
    /// Horizontal distance now, metres.
    public var horizontalMetres: Double
    /// Difference of pressure altitude now, feet; nil: a level is not known.
    public var verticalFeet: Double?
    /// Both minima are undercut now.
    public var isInLoss: Bool
    /// Time until both minima are undercut, 0 if they are; nil: not within the look-ahead.
    public var secondsToLoss: Double?
    /// Time until at least one of the minima is kept again; infinite if never.
    public var secondsToLossEnd: Double?
    /// Time until the smallest horizontal distance; 0 if it is past.
    public var secondsToCPA: Double
    /// The smallest horizontal distance, metres.
    public var cpaHorizontalMetres: Double
    /// The difference of pressure altitude then, feet; nil: a level is not known.
    public var cpaVerticalFeet: Double?
    /// Where the first aircraft is then.
    public var cpaFirst: GeodeticPosition
    /// Where the second aircraft is then.
    public var cpaSecond: GeodeticPosition
    /// How fast the horizontal distance grows now, metres a second; negative while they close.
    public var rangeRateMetresPerSecond: Double
    /// How fast the difference of altitude grows now, feet a second; nil: a level is not known.
    public var verticalRateFeetPerSecond: Double?
    /// How close both come, in units of the minima: the smallest over the look-ahead of the larger of the two ratios; below 1
    /// is a loss.
    public var closestRatio: Double
    /// How much slower than `rangeRateMetresPerSecond` the distance may really grow, because a place is not well known.
    public var rangeRateDoubtMetresPerSecond = 0.0
    /// Whether the levels are known well enough to say which of the two is above.
    public var isVerticalRateSure = true

    /// A prediction by its values.
    public init(
        horizontalMetres: Double, verticalFeet: Double?, isInLoss: Bool, secondsToLoss: Double?,
        secondsToLossEnd: Double?, secondsToCPA: Double, cpaHorizontalMetres: Double, cpaVerticalFeet: Double?,
        cpaFirst: GeodeticPosition, cpaSecond: GeodeticPosition, rangeRateMetresPerSecond: Double,
        verticalRateFeetPerSecond: Double?, closestRatio: Double
    ) {
        self.horizontalMetres = horizontalMetres
        self.verticalFeet = verticalFeet
        self.isInLoss = isInLoss
        self.secondsToLoss = secondsToLoss
        self.secondsToLossEnd = secondsToLossEnd
        self.secondsToCPA = secondsToCPA
        self.cpaHorizontalMetres = cpaHorizontalMetres
        self.cpaVerticalFeet = cpaVerticalFeet
        self.cpaFirst = cpaFirst
        self.cpaSecond = cpaSecond
        self.rangeRateMetresPerSecond = rangeRateMetresPerSecond
        self.verticalRateFeetPerSecond = verticalRateFeetPerSecond
        self.closestRatio = closestRatio
    }
}
