import Airspace
import Separation

/// The targets that people entered, each carried forward until it is refreshed or cancelled.
struct ManualTargetTable: Sendable {
    /// By identifier.
    private(set) var targets: [String: ManualTarget] = [:]
    private var cancelled: [String] = []

    mutating func enter(_ target: ManualTarget) {
        targets[target.identifier] = target
        cancelled.removeAll { $0 == target.identifier }
    }

    mutating func cancel(_ identifier: String) -> Bool {
        guard targets.removeValue(forKey: identifier) != nil else { return false }
        cancelled.append(identifier)
        return true
    }

    /// Adds them to the tracks of a second; a target of the future (after a jump back) is not there yet.
    mutating func append(to tracks: inout TrackSecond, at time: Double) {
        tracks.removed += cancelled
        cancelled = []
        for target in targets.values.sorted(by: { $0.identifier < $1.identifier })
        where target.timeUnixSeconds <= time + 1 {
            tracks.changed.append(tracks.tracks.count)
            tracks.tracks.append(Self.picture(target, at: time))
            tracks.alertTracks.append(target.track(at: time))
        }
    }

    static func picture(_ target: ManualTarget, at time: Double) -> PictureTrack {
        var state = target.state(at: time)
        state.timeUnixSeconds = time
        return PictureTrack(
            identifier: target.identifier, callsign: target.callsign, state: state, ellipsoidHeightFeet: nil,
            squawk: nil, aircraftClass: target.aircraftClass, feed: "manual",
            ageSeconds: max(0, time - target.timeUnixSeconds), freshness: .live, isOnGround: false, quality: [],
            manual: PictureTrack.Manual(
                errorMetres: target.errorMetres, source: target.source, by: target.enteredBy),
            uncertaintyMetres: target.uncertaintyMetres(at: time))
    }
}
