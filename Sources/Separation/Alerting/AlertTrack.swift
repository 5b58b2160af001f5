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
    /// How far its level may be from the one that is shown, feet: the protected height grows by it. 0 for what broadcasts.
    public var levelUncertaintyFeet: Double
    /// The other party whose aircraft it is, as that party disclosed it; nil: what this station knows itself.
    public var party: String?
    /// The emergency that its own side declares; nil: none. It counts at once.
    public var distress: Distress?

    /// A track at the picture time.
    public init(
        identifier: String, state: KinematicState, lastReportUnixSeconds: Double,
        aircraftClass: AircraftClass = .unknown, isOnGround: Bool = false, squawk: String? = nil,
        squawkReportUnixSeconds: Double? = nil, flaws: QualityFlags = [], duplicateOf: String? = nil,
        uncertaintyMetres: Double = 0, levelUncertaintyFeet: Double = 0, party: String? = nil,
        distress: Distress? = nil
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
        self.levelUncertaintyFeet = levelUncertaintyFeet
        self.party = party
        self.distress = distress
    }
}
