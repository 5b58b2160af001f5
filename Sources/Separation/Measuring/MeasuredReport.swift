public import Airspace

/// What the measuring rule needs of one report of one aircraft.
public struct MeasuredReport: Sendable, Hashable {
    /// When the aircraft was there, Unix seconds.
    public var timeUnixSeconds: Double
    /// Identifier, as it shall appear in the encounters.
    public var identifier: String
    /// Call sign; nil or empty: not sent with this report.
    public var callsign: String?
    /// Place; nil: not sent.
    public var position: GeodeticPosition?
    /// Pressure altitude, feet; nil: not sent.
    public var pressureAltitudeFeet: Double?
    /// Whether it is on the ground; a source that does not say means in the air.
    public var isOnGround: Bool
    /// What is wrong with this report, found by whoever followed the track.
    public var quality: QualityFlags

    /// A report.
    public init(
        timeUnixSeconds: Double, identifier: String, callsign: String? = nil, position: GeodeticPosition?,
        pressureAltitudeFeet: Double?, isOnGround: Bool = false, quality: QualityFlags = []
    ) {
        self.timeUnixSeconds = timeUnixSeconds
        self.identifier = identifier
        self.callsign = callsign
        self.position = position
        self.pressureAltitudeFeet = pressureAltitudeFeet
        self.isOnGround = isOnGround
        self.quality = quality
    }
}

/// What became of a report that was given to the measurer.
public enum ReportFate: String, Sendable, Hashable, CaseIterable {
    /// It counts, unless an earlier one of the same second still arrives.
    case kept
    /// Another report of this aircraft in the same second is earlier.
    case laterInSecond = "later-in-second"
    /// No position.
    case withoutPosition = "without-position"
    /// No pressure altitude.
    case withoutAltitude = "without-altitude"
    /// On the ground.
    case onGround = "on-ground"
    /// A pressure altitude below -1,500 ft or above 60,000 ft, or a position that no place has.
    case outOfRange = "out-of-range"
    /// It came after its second had been measured.
    case late
    /// Its time is no time, or ahead of the clock by more than is tolerated.
    case clock
    /// There are more aircraft than the measurer follows.
    case tooMany = "too-many"
}
