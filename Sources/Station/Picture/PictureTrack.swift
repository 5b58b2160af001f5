public import Airspace

/// One aircraft as the picture shows it.
public struct PictureTrack: Sendable, Hashable {
    /// How far its position can be trusted to be the present one.
    public enum Freshness: String, Sendable {
        /// Heard of within the last seconds.
        case live
        /// Carried forward from its last report.
        case coasting
        /// Too old to be carried forward: shown grey where it was last seen.
        case stale
    }

    /// A target that a person entered.
    public struct Manual: Sendable, Hashable {
        /// The error of the position when it was entered, metres.
        public var errorMetres: Double
        /// Where the person had it from.
        public var source: String
        /// Who entered it.
        public var by: String
    }

    /// Identifier as in `Report`.
    public var identifier: String
    /// Call sign; nil: never sent.
    public var callsign: String?
    /// Where it was last reported, and how it moved then.
    public var state: KinematicState
    /// Height above the ellipsoid, feet.
    public var ellipsoidHeightFeet: Double?
    /// Transponder code.
    public var squawk: String?
    /// Class, as broadcast or declared.
    public var aircraftClass: AircraftClass
    /// Identifier of the feed that its last report came from.
    public var feed: String
    /// How old its position is, seconds of picture time.
    public var ageSeconds: Double
    /// How far its position can be trusted.
    public var freshness: Freshness
    /// Whether it says that it is on the ground.
    public var isOnGround: Bool
    /// What is wrong with its data.
    public var quality: QualityFlags
    /// The group that its own side declared it to fly with.
    public var together: String?
    /// Set for a target that a person entered.
    public var manual: Manual?
    /// How far it may be from where it is shown, metres; grows until the next report.
    public var uncertaintyMetres: Double?
    /// What another party disclosed of it; nil: no party did.
    public var shared: Shared?
    /// Whether it is on the list of this party's own aircraft.
    public var isOurs = false
    /// When its level was last reported to our receivers, Unix seconds; nil: they don't know it.
    public var levelUnixSeconds: Double?
}

extension PictureTrack {
    /// Writes it as the interface describes `Track`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", identifier)
            $0.field("callsign", callsign)
            $0.field("lat", state.position.latitudeDegrees, decimals: 6)
            $0.field("lon", state.position.longitudeDegrees, decimals: 6)
            switch state.level {
            case .pressure(let feet): $0.field("altFt", feet, decimals: 2)
            case .between(let lower, let upper):
                $0.field("levelLowFt", lower, decimals: 0)
                $0.field("levelHighFt", upper, decimals: 0)
            case .unknown: break
            }
            $0.field("geoAltFt", ellipsoidHeightFeet, decimals: 0)
            $0.field("gs", state.groundSpeedMetresPerSecond, decimals: 1)
            $0.field("trk", state.trackDegrees, decimals: 1)
            $0.field("vs", state.verticalRateMetresPerSecond, decimals: 2)
            $0.field("squawk", squawk)
            $0.field("class", aircraftClass.rawValue)
            $0.field("feed", feed)
            $0.field("time", state.timeUnixSeconds, decimals: 3)
            $0.field("age", ageSeconds, decimals: 1)
            $0.field("state", freshness.rawValue)
            $0.field("onGround", isOnGround)
            $0.array("quality") { list in
                if !quality.isEmpty { quality.names.forEach { list.value($0) } }
            }
            $0.field("together", together)
            if let manual {
                $0.object("manual") {
                    $0.field("error", manual.errorMetres, decimals: 0)
                    $0.field("source", manual.source)
                    $0.field("by", manual.by)
                }
            }
            $0.field("uncertaintyMetres", uncertaintyMetres, decimals: 0)
            shared?.write(to: &$0)
            if isOurs { $0.field("ours", true) }
        }
    }
}
