import Airspace

/// An aircraft of our own picture that the one asked about may be: shown before a question is asked, so that none is asked needlessly.
struct CivilCandidate: Sendable, Hashable {
    /// Its identifier.
    var identifier: String
    /// Its call sign; nil: it sends none.
    var callsign: String?
    /// How far off it is, metres.
    var horizontalMetres: Double
    /// How far above or below, feet; nil: a level is not known.
    var verticalFeet: Double?

    /// Further than this it is not meant, metres.
    static let nearMetres = 3 * 1_852.0
    /// Further above or below than this it is not meant, feet.
    static let nearFeet = 1_500.0

    /// What our own picture knows near a track, the nearest first: the track itself where it broadcasts who it is.
    static func near(_ track: PictureTrack, in tracks: [PictureTrack], at time: Double) -> [CivilCandidate] {
        let asked = TrackTable.carry(track.state, to: time)
        let place = EarthCentred(footOf: asked.position)
        var found: [CivilCandidate] = []
        for other in tracks where !other.isOurs && other.manual == nil && (other.shared?.isSeenHere ?? true) {
            guard other.identifier == track.identifier || !other.isOnGround else { continue }
            let state = TrackTable.carry(other.state, to: time)
            let metres = (EarthCentred(footOf: state.position) - place).length
            guard metres <= nearMetres else { continue }
            var feet: Double?
            if case .pressure(let one) = asked.level, case .pressure(let two) = state.level { feet = abs(one - two) }
            guard feet ?? 0 <= nearFeet else { continue }
            found.append(
                CivilCandidate(
                    identifier: other.identifier, callsign: other.callsign, horizontalMetres: metres,
                    verticalFeet: feet))
        }
        return found.sorted { ($0.horizontalMetres, $0.identifier) < ($1.horizontalMetres, $1.identifier) }
    }
}
