import Airspace
import Separation

/// What other parties disclose of their aircraft: the latest of each, carried forward until it ends.
struct ForeignTrackTable: Sendable {
    /// By identifier.
    private(set) var tracks: [String: ForeignTrack] = [:]
    /// The parties from which nothing is heard now: their tracks are grey.
    private(set) var silentParties: Set<String> = []
    private var clockOffsets: [String: Double] = [:]
    /// Tracks whose party's clock was set since their last position: what comes next counts, whatever time it bears.
    private var rewound: Set<String> = []
    private var touched: Set<String> = []
    private var counts: [String: Int] = [:]

    /// More aircraft of one party are not taken: no party has them in the air.
    static let mostTracksOfAParty = 20_000
    /// A track that nothing is heard of for longer than this beyond its delay is dropped, seconds.
    static let forgottenSeconds = 300.0

    /// Takes what was disclosed; false: it is older than what is known, or there are too many.
    @discardableResult
    mutating func take(_ track: ForeignTrack) -> Bool {
        let identifier = track.identifier
        if let known = tracks[identifier] {
            guard known.state.timeUnixSeconds <= track.state.timeUnixSeconds || rewound.contains(identifier) else {
                return false
            }
            rewound.remove(identifier)
        } else {
            guard counts[track.party, default: 0] < Self.mostTracksOfAParty else { return false }
            counts[track.party, default: 0] += 1
        }
        tracks[identifier] = track
        tracks[identifier]?.clockOffsetSeconds = clockOffsets[track.party] ?? 0
        touched.insert(identifier)
        return true
    }

    /// A track is no longer disclosed.
    mutating func end(_ identifier: String) {
        guard let track = tracks.removeValue(forKey: identifier) else { return }
        counts[track.party, default: 1] -= 1
        rewound.remove(identifier)
    }

    /// Nothing of a party is disclosed any more.
    mutating func endAll(of party: String) {
        tracks = tracks.filter { $0.value.party != party }
        counts[party] = nil
        rewound.formIntersection(tracks.keys)
    }

    /// The clock of a party is so far ahead of ours, seconds, as measured.
    mutating func setClockOffset(_ seconds: Double, party: String) {
        clockOffsets[party] = seconds
        for (identifier, track) in tracks where track.party == party {
            tracks[identifier]?.clockOffsetSeconds = seconds
            rewound.insert(identifier)
        }
    }

    /// A party falls silent, or is heard again.
    mutating func setSilent(_ isSilent: Bool, party: String) {
        guard silentParties.contains(party) != isSilent else { return }
        if isSilent { silentParties.insert(party) } else { silentParties.remove(party) }
        for (identifier, track) in tracks where track.party == party { touched.insert(identifier) }
    }

    /// Every track at `time` in the order of identifiers, and whether it changed since the last call; what is too old is dropped.
    mutating func advance(to time: Double) -> [(track: ForeignTrack, isTouched: Bool)] {
        for (identifier, track) in tracks
        where track.lateSeconds(at: time) > Self.forgottenSeconds {
            end(identifier)
        }
        defer { touched.removeAll(keepingCapacity: true) }
        return tracks.keys.sorted().compactMap { identifier in
            tracks[identifier].map { ($0, touched.contains(identifier)) }
        }
    }
}

extension ForeignTrack {
    /// How old the track is beyond what its agreement lets it be, seconds, by the clocks as they were measured.
    func lateSeconds(at time: Double) -> Double {
        let age = time - state.timeUnixSeconds + clockOffsetSeconds
        return max(0, age - delaySeconds - everySeconds - precision.timeGridSeconds)
    }

    /// The track as the monitor needs it: carried forward, with what is not known of its place.
    func alertTrack(at time: Double) -> AlertTrack {
        let doubt = uncertainty(at: time)
        return AlertTrack(
            identifier: identifier, state: TrackTable.carry(state, to: time),
            lastReportUnixSeconds: time - lateSeconds(at: time), squawk: distress?.squawk,
            uncertaintyMetres: doubt.metres, levelUncertaintyFeet: doubt.feet, party: party, distress: distress)
    }

    /// The track as it is shown.
    func pictureTrack(at time: Double, isSilent: Bool, rules: AlertRules) -> PictureTrack {
        let freshness = PictureTrack.Freshness(ageSeconds: lateSeconds(at: time), rules)
        var track = PictureTrack(
            identifier: identifier, callsign: nil, state: state, ellipsoidHeightFeet: nil, squawk: nil,
            aircraftClass: .unknown, feed: party, ageSeconds: max(0, time - state.timeUnixSeconds),
            freshness: isSilent ? .stale : freshness, isOnGround: false, quality: [])
        track.uncertaintyMetres = uncertainty(at: time).metres
        track.shared = PictureTrack.Shared(self, isSeenHere: false)
        return track
    }
}
