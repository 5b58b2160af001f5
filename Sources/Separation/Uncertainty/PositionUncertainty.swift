public import Airspace

/// How wrong a reported position may be, each part by its nature.
///
/// The error of a receiver is random and has a radius that holds it with 95 %. All else is bounded: rounding to a grid, a time
/// stamp that is off. Bounds are added up in full, so that each of them only ever widens what is said.
public struct PositionUncertainty: Sendable, Hashable {
    /// The radius that holds the horizontal error with 95 %, metres; circular normal.
    public var radius95Metres: Double
    /// The spacing of the grid to which the position was rounded, metres: it is off by up to half of the diagonal.
    public var gridMetres: Double
    /// How far the time stamp may be from the time of the position, seconds, either way: rounding, an unknown delay.
    public var timeSeconds: Double
    /// How far the level may be off, feet, either way: half of the grid to which it was rounded.
    public var levelFeet: Double

    /// An uncertainty of these parts; none is below zero.
    public init(
        radius95Metres: Double, gridMetres: Double = 0, timeSeconds: Double = 0, levelFeet: Double = 0
    ) {
        self.radius95Metres = max(radius95Metres, 0)
        self.gridMetres = max(gridMetres, 0)
        self.timeSeconds = max(timeSeconds, 0)
        self.levelFeet = max(levelFeet, 0)
    }

    /// A position that an aircraft broadcasts itself: navigation accuracy category 9, an estimated position uncertainty below 30 m
    /// (RTCA DO-260B, table 2-71). Most say 10.
    public static let broadcastRadius95Metres = 30.0

    /// A radar track that is rebroadcast: a tenth of a degree in azimuth at 60 NM, and range.
    public static let rebroadcastRadius95Metres = 370.0

    /// How far off the grid alone can put it, metres.
    var gridErrorMetres: Double { gridMetres * 0.5.squareRoot() }
}

/// A report of one aircraft as the measuring rule takes it, with how wrong it may be and where it comes from.
public struct UncertainReport: Sendable, Hashable {
    /// What was reported.
    public var measured: MeasuredReport
    /// How wrong the position may be.
    public var uncertainty: PositionUncertainty
    /// Ground speed as reported, metres per second; nil: not known.
    public var groundSpeedMetresPerSecond: Double?
    /// How old the position was when it was reported, seconds, where the source says so.
    public var positionAgeSeconds: Double
    /// The caller's own number for it: the index of an entry, say.
    public var reference: Int

    /// A report with its uncertainty.
    public init(
        _ measured: MeasuredReport, uncertainty: PositionUncertainty, groundSpeedMetresPerSecond: Double? = nil,
        positionAgeSeconds: Double = 0, reference: Int = 0
    ) {
        self.measured = measured
        self.uncertainty = uncertainty
        self.groundSpeedMetresPerSecond = groundSpeedMetresPerSecond
        self.positionAgeSeconds = positionAgeSeconds
        self.reference = reference
    }
}

/// A stretch of time in which a track is not to be relied on, and why.
public struct TrackFlaw: Sendable, Hashable {
    /// What is wrong.
    public var quality: QualityFlags
    /// When, ends included, Unix seconds.
    public var unixSeconds: ClosedRange<Double>

    /// A flaw.
    public init(quality: QualityFlags, unixSeconds: ClosedRange<Double>) {
        self.quality = quality
        self.unixSeconds = unixSeconds
    }
}
