import Accord
import Airspace
import Separation

extension OwnTrackState {
    /// A track of the picture where it was last reported, as disclosure and answers take it.
    ///
    /// - Parameter emergency: what it is in, confirmed.
    init(_ track: PictureTrack, emergency: SharedEmergency?) {
        let state = track.state
        var level: Double?
        if case .pressure(let feet) = state.level { level = feet }
        let knots = SpeedUnit.knots.metresPerSecond
        let feetPerMinute = SpeedUnit.feetPerMinute.metresPerSecond
        self.init(
            identifier: track.identifier, callsign: track.callsign, timeUnixSeconds: state.timeUnixSeconds,
            position: state.position, levelFeet: level, speedKt: state.groundSpeedMetresPerSecond.map { $0 / knots },
            trackDegrees: state.trackDegrees,
            verticalFpm: state.verticalRateMetresPerSecond.map { $0 / feetPerMinute }, emergency: emergency)
    }
}

extension OwnTrackState {
    /// A place where one of ours has been, as it is remembered.
    init(identifier: String, callsign: String?, _ point: HistoryPoint) {
        self.init(
            identifier: identifier, callsign: callsign, timeUnixSeconds: point.timeUnixSeconds,
            position: point.position, levelFeet: point.pressureAltitudeFeet,
            speedKt: point.groundSpeedMetresPerSecond.map { $0 / SpeedUnit.knots.metresPerSecond },
            trackDegrees: point.trackDegrees)
    }
}

extension HistoryPoint {
    /// Where one of ours is, to be remembered.
    init(_ state: OwnTrackState) {
        self.init(
            timeUnixSeconds: state.timeUnixSeconds, position: state.position, pressureAltitudeFeet: state.levelFeet,
            groundSpeedMetresPerSecond: state.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond },
            trackDegrees: state.trackDegrees)
    }
}

extension PictureSecond {
    /// The states of the tracks that are ours, with the emergencies that are confirmed. One that is too old has gone silent, and one on
    /// the ground takes no part in the sky.
    func ownStates() -> [OwnTrackState] {
        let emergencies = Dictionary(
            alerts.emergencies.filter { !$0.isLost }.map { ($0.identifier, SharedEmergency($0.kind)) },
            uniquingKeysWith: { one, _ in one })
        return tracks.filter { $0.isOurs && !$0.isOnGround && $0.freshness != .stale }.map {
            OwnTrackState($0, emergency: emergencies[$0.identifier])
        }
    }
}

extension SharedEmergency {
    /// How an emergency is told.
    init(_ kind: Emergency.Kind) {
        self =
            switch kind {
            case .hijack: .squawk7500
            case .radio: .squawk7600
            case .general: .squawk7700
            case .mayday: .mayday
            case .lostLink: .lostLink
            case .lostCommunications: .lostCommunications
            }
    }
}
