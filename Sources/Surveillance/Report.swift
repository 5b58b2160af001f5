public import Airspace

/// One observation of one aircraft by one receiver, in the project's units whatever the source used.
public struct Report: Sendable, Hashable {
    /// When the aircraft was there, Unix seconds: for a readsb report `now` less `seen_pos`, where given.
    public var timeUnixSeconds: Double
    /// Identifier as sent, lower case: a 24-bit address in hex, prefixed by `~` where it is not one of ICAO's.
    public var identifier: String
    /// Call sign without padding; nil: not sent.
    public var callsign: String?
    /// Place; nil: not sent, or no place on earth (then a `ReadFault` says so).
    public var position: GeodeticPosition?
    /// Pressure altitude (1013.25 hPa), feet.
    public var pressureAltitudeFeet: Double?
    /// Height above the WGS-84 ellipsoid, feet.
    public var ellipsoidHeightFeet: Double?
    /// Ground speed, metres per second.
    public var groundSpeedMetresPerSecond: Double?
    /// Direction of motion, degrees from true north.
    public var trackDegrees: Double?
    /// Rate of climb, metres per second.
    public var verticalRateMetresPerSecond: Double?
    /// Transponder code, four octal digits (`7700`); nil: not sent.
    public var squawk: String?
    /// Whether it is on the ground; nil: the source does not say.
    public var isOnGround: Bool?
    /// Emitter category as broadcast (`A3`); nil: not sent.
    public var emitterCategory: String?
    /// When the position was last updated, where the source says so, Unix seconds; tells a frozen position.
    public var positionUpdatedUnixSeconds: Double?

    /// A report with nothing but its time and identifier; the rest is filled in by the reader.
    public init(timeUnixSeconds: Double, identifier: String) {
        self.timeUnixSeconds = timeUnixSeconds
        self.identifier = identifier
    }
}
