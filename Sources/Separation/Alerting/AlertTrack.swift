public import Airspace

/// What is wrong with the data of a track; an alert that rests on such data says so.
public struct TrackFlaws: OptionSet, Sendable, Hashable {
    /// One bit for each flaw.
    public let rawValue: UInt8

    /// Flaws by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Reports arrive, but the position in them has stopped changing.
    public static let frozen = TrackFlaws(rawValue: 1)
    /// It is very likely a second track of an aircraft that is already there.
    public static let duplicateTrack = TrackFlaws(rawValue: 2)
    /// It moved further than an aircraft can.
    public static let jump = TrackFlaws(rawValue: 4)
    /// The time stamps of its source can't be right.
    public static let clock = TrackFlaws(rawValue: 8)
    /// Its altitudes came with different datums.
    public static let mixedDatum = TrackFlaws(rawValue: 16)
    /// No report for longer than the rules' coasting time.
    public static let coasting = TrackFlaws(rawValue: 32)

    /// The names, as in the measured encounters: `frozen`, `duplicate-track`, `jump`, `clock`, `mixed-datum`, `coasting`.
    public var names: [String] {
        let all: [(TrackFlaws, String)] = [
            (.frozen, "frozen"), (.duplicateTrack, "duplicate-track"), (.jump, "jump"), (.clock, "clock"),
            (.mixedDatum, "mixed-datum"), (.coasting, "coasting"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

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
    public var flaws: TrackFlaws
    /// The identifier of the track of which this is very likely a second one; nil: none is known.
    public var duplicateOf: String?
    /// How far it may be from where it is shown, metres: the protected distance grows by it. 0 for what broadcasts.
    public var uncertaintyMetres: Double

    /// A track at the picture time.
    public init(
        identifier: String, state: KinematicState, lastReportUnixSeconds: Double,
        aircraftClass: AircraftClass = .unknown, isOnGround: Bool = false, squawk: String? = nil,
        squawkReportUnixSeconds: Double? = nil, flaws: TrackFlaws = [], duplicateOf: String? = nil,
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
