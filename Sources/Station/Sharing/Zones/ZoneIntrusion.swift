import Accord
import Airspace

/// An aircraft that is in an active zone to which it is not entitled, or is about to be.
struct ZoneIntrusion: Sendable, Hashable {
    /// The agreement.
    var agreement: String
    /// The zone, by its identifier.
    var zone: String
    /// The aircraft, by its identifier in this station's picture.
    var track: String
    /// Whose aircraft it is; nil: no party's, as far as this station knows.
    var party: String?
    /// How long until it is inside, seconds; 0: it is, or may be.
    var secondsToEntry: Double
    /// How far it flies until then, metres.
    var distanceMetres: Double

    /// What tells it from others.
    var key: String { "\(agreement)|\(zone)|\(track)" }
}

/// Who is about to enter, or is in, an active zone without being entitled: a pure machine, one step a picture second.
struct ZoneWatch: Sendable {
    /// How far ahead entries are predicted, seconds.
    static let lookAheadSeconds = 180.0
    /// Seconds between two looks along the way.
    private static let stepSeconds = 5.0
    /// Hits in a row that raise an intrusion.
    private static let confirming = 2
    /// Misses in a row that end one.
    private static let releasing = 5

    private struct Memory: Sendable {
        var hits = 0
        var misses = 0
        var isRaised = false
        var last: ZoneIntrusion
    }

    private var memories: [String: Memory] = [:]

    /// The intrusions at a second, those that are inside first, then by time.
    ///
    /// - Parameters:
    ///   - party: this station's party, whose aircraft are those marked as ours.
    ///   - zones: the zones that are active.
    mutating func step(at time: Double, tracks: [PictureTrack], party: String, zones: [WatchedZone]) -> [ZoneIntrusion]
    {
        var found: [String: ZoneIntrusion] = [:]
        if !zones.isEmpty {
            for track in tracks where !track.isOnGround && track.ageSeconds <= 60 + (track.shared?.delaySeconds ?? 0) {
                let owner = track.isOurs ? party : track.shared?.party
                for zone in zones where owner.map({ !zone.zone.entitled.contains($0) }) ?? zone.keepsOthersOut {
                    if let intrusion = Self.intrusion(of: track, owner, into: zone, at: time) {
                        found[intrusion.key] = intrusion
                    }
                }
            }
        }
        for (key, intrusion) in found {
            var memory = memories[key] ?? Memory(last: intrusion)
            memory.hits += 1
            memory.misses = 0
            memory.last = intrusion
            memory.isRaised = memory.isRaised || memory.hits >= Self.confirming
            memories[key] = memory
        }
        for (key, memory) in memories where found[key] == nil {
            var memory = memory
            memory.hits = 0
            memory.misses += 1
            memories[key] = memory.misses >= Self.releasing ? nil : memory
        }
        return memories.values.filter(\.isRaised).map(\.last)
            .sorted { ($0.secondsToEntry, $0.key) < ($1.secondsToEntry, $1.key) }
    }

    private static func intrusion(
        of track: PictureTrack, _ owner: String?, into zone: WatchedZone, at time: Double
    ) -> ZoneIntrusion? {
        let state = TrackTable.carry(track.state, to: time)
        let speed = state.groundSpeedMetresPerSecond ?? 0
        let doubt = track.shared?.isSeenHere == false || track.manual != nil ? track.uncertaintyMetres ?? 0 : 0
        let place = EarthCentred(footOf: state.position)
        guard zone.mayBeReached(from: place, flying: speed * lookAheadSeconds + doubt) else { return nil }
        let rate = (state.verticalRateMetresPerSecond ?? 0) / LengthUnit.feet.metres
        let slack = track.shared?.isSeenHere == false ? (track.shared?.levelGridFeet ?? 0) / 2 : 0
        let azimuth = state.trackDegrees ?? 0
        for seconds in stride(from: 0.0, through: speed > 0 ? lookAheadSeconds : 0, by: stepSeconds) {
            let there =
                seconds == 0
                ? state.position
                : Geodesic.direct(from: state.position, azimuthDegrees: azimuth, distanceMetres: speed * seconds)
                    .position
            // A climb or descent is believed for a while only; then it may go on or not.
            let climbed = rate * min(seconds, 60)
            let bounds = state.level.boundsFeet
            let level = Level.between(
                lowerFeet: bounds.lowerBound + min(climbed, 0) - slack,
                upperFeet: bounds.upperBound + max(climbed, 0) + slack)
            if zone.mayContain(there, level: level, uncertaintyMetres: doubt) {
                return ZoneIntrusion(
                    agreement: zone.agreement, zone: zone.zone.identifier, track: track.identifier, party: owner,
                    secondsToEntry: seconds, distanceMetres: speed * seconds)
            }
        }
        return nil
    }
}

extension WatchedZone {
    /// Whether aircraft of no party are to be kept out as well: a corridor and an alerting volume are nobody's.
    fileprivate var keepsOthersOut: Bool {
        switch zone.purpose {
        case .exercise, .restricted, .keepOut: true
        case .corridor, .alerting: false
        }
    }
}
