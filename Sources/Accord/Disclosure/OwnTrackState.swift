public import Airspace

/// Where an own aircraft is, at full precision, as its own station knows it.
public struct OwnTrackState: Sendable, Hashable {
    /// The identifier, as receivers give it.
    public var identifier: String
    /// The call sign.
    public var callsign: String?
    /// When it was there, Unix seconds.
    public var timeUnixSeconds: Double
    /// Where.
    public var position: GeodeticPosition
    /// Pressure altitude, feet; nil: not known.
    public var levelFeet: Double?
    /// Ground speed, knots.
    public var speedKt: Double?
    /// Where it goes, degrees true.
    public var trackDegrees: Double?
    /// Rate of climb, feet a minute.
    public var verticalFpm: Double?
    /// The emergency that it is in.
    public var emergency: SharedEmergency?

    /// A state.
    public init(
        identifier: String, callsign: String? = nil, timeUnixSeconds: Double, position: GeodeticPosition,
        levelFeet: Double? = nil, speedKt: Double? = nil, trackDegrees: Double? = nil, verticalFpm: Double? = nil,
        emergency: SharedEmergency? = nil
    ) {
        self.identifier = identifier
        self.callsign = callsign
        self.timeUnixSeconds = timeUnixSeconds
        self.position = position
        self.levelFeet = levelFeet
        self.speedKt = speedKt
        self.trackDegrees = trackDegrees
        self.verticalFpm = verticalFpm
        self.emergency = emergency
    }
}
