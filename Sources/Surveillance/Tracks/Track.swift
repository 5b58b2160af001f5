public import Airspace

/// One aircraft as its reports so far describe it.
public struct Track: Sendable, Identifiable {
    /// Identifier as in `Report`.
    public let identifier: String
    /// The same, for lists.
    public var id: String { identifier }
    /// Where it was last reported, when, and how it moved then. A velocity that is not reported is derived from positions.
    public internal(set) var state: KinematicState
    /// Height above the WGS-84 ellipsoid, feet, if one came with the position.
    public internal(set) var ellipsoidHeightFeet: Double?
    /// Call sign as last sent.
    public internal(set) var callsign: String?
    /// Transponder code as last sent.
    public internal(set) var squawk: String?
    /// When that code was last sent, Unix seconds.
    public internal(set) var squawkUnixSeconds: Double?
    /// Emitter category as last sent (`A3`).
    public internal(set) var emitterCategory: String?
    /// Whether it says that it is on the ground.
    public internal(set) var isOnGround = false
    /// Number of the feed that its position came from.
    public internal(set) var feed: Int
    /// When it was last heard at all, position or not, Unix seconds.
    public internal(set) var lastHeardUnixSeconds: Double
    /// Where it has been, oldest first.
    public internal(set) var history = TrackHistory()

    /// When its level was last reported, Unix seconds; nil: it is not known, or too old to hold.
    public internal(set) var levelUnixSeconds: Double?

    var quality = QualityMonitor()
    var velocityUnixSeconds: Double?
    var rateUnixSeconds: Double?
    var basis: VelocityBasis?

    /// The class that it broadcasts; `unknown` when it says nothing that tells.
    public var aircraftClass: AircraftClass { AircraftClass(emitterCategory: emitterCategory) }

    /// How old its position is at picture time `unixSeconds`, seconds.
    public func age(at unixSeconds: Double) -> Double { max(0, unixSeconds - state.timeUnixSeconds) }

    /// What is wrong with its data at picture time `unixSeconds`.
    ///
    /// - Parameter staleSeconds: from which age on a position is stale.
    public func quality(at unixSeconds: Double, staleSeconds: Double) -> QualityFlags {
        var present = quality.present(at: unixSeconds)
        if age(at: unixSeconds) > staleSeconds { present.insert(.stale) }
        return present
    }
}

extension AircraftClass {
    /// The class of an emitter category (RTCA DO-260B, 2.2.3.2.5.2): large and heavy aeroplanes, rotorcraft, unmanned
    /// aircraft, and high performance (more than 5 g and 400 kt). All else is `unknown`, which has the strictest minima.
    public init(emitterCategory: String?) {
        switch emitterCategory {
        case "A3", "A4", "A5": self = .airliner
        case "A6": self = .fighter
        case "A7": self = .helicopter
        case "B6": self = .drone
        default: self = .unknown
        }
    }
}
