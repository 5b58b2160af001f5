public import Airspace

/// One aircraft at one picture second, as the monitor needs it.
public struct AlertTrack: Sendable, Hashable {
    /// Its identifier, unique in the picture.
    public var identifier: String
    /// Its state **carried forward to the picture time**.
    public var state: KinematicState
    /// When it was last heard, Unix seconds.
    public var lastReportUnixSeconds: Double
    /// Its class.
    public var aircraftClass: AircraftClass
    /// Whether it says that it is on the ground; such an aircraft takes part in nothing.
    public var isOnGround: Bool
    /// Its transponder code; nil: never sent.
    public var squawk: String?
    /// When that code was last received, Unix seconds; nil: as `lastReportUnixSeconds`.
    public var squawkReportUnixSeconds: Double?
    /// What is wrong with its data.
    public var flaws: QualityFlags
    /// The identifier of the track of which this is very likely a second one; nil: none is known.
    public var duplicateOf: String?
    /// How far it may be from where it is shown, metres: the protected distance grows by it. 0 for what broadcasts.
    public var uncertaintyMetres: Double

    /// A track at the picture time.
    public init(
        identifier: String, state: KinematicState, lastReportUnixSeconds: Double,
        aircraftClass: AircraftClass = .unknown, isOnGround: Bool = false, squawk: String? = nil,
        squawkReportUnixSeconds: Double? = nil, flaws: QualityFlags = [], duplicateOf: String? = nil,
        uncertaintyMetres: Double = 0
    ) {
        self.identifier = identifier
        self.state = state
        self.lastReportUnixSeconds = lastReportUnixSeconds
        self.aircraftClass = aircraftClass
        self.isOnGround = isOnGround
        self.squawk = squawk
        self.squawkReportUnixSeconds = squawkReportUnixSeconds
        self.flaws = flaws
        self.duplicateOf = duplicateOf
        self.uncertaintyMetres = uncertaintyMetres
    }
}
