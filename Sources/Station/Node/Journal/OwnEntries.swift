import Accord
import Airspace
import Foundation
import Separation
import Surveillance

private func knots(_ metresPerSecond: Double?) -> Double? { metresPerSecond.map { $0 * 3_600 / 1_852 } }

/// To so many decimals: what is beyond the precision of any receiver only costs room.
private func rounded(_ value: Double?, _ decimals: Int) -> Double? {
    guard let value, value.isFinite else { return nil }
    let scale = pow(10, Double(decimals))
    return (value * scale).rounded() / scale
}

extension OwnTrackBody {
    /// A track as the picture has it: where it was last reported.
    init(_ track: PictureTrack, source: String, isOurs: Bool) {
        let state = track.state
        var level: Double?
        var datum: LevelDatum?
        switch state.level {
        case .pressure(let feet): level = feet
        case .between, .unknown:
            level = track.ellipsoidHeightFeet
            datum = level == nil ? nil : .ellipsoid
        }
        self.init(
            track: track.identifier, callsign: track.callsign,
            time: EntryTime(unixSeconds: state.timeUnixSeconds),
            lat: rounded(state.position.latitudeDegrees, 7) ?? state.position.latitudeDegrees,
            lon: rounded(state.position.longitudeDegrees, 7) ?? state.position.longitudeDegrees,
            levelFt: rounded(level, 2), datum: datum,
            speedKt: rounded(knots(state.groundSpeedMetresPerSecond), 2), trackDegrees: rounded(state.trackDegrees, 2),
            verticalFpm: rounded(state.verticalRateMetresPerSecond.map { $0 * 60 / 0.3048 }, 1), source: source,
            ours: isOurs, quality: track.quality.isEmpty ? [] : track.quality.names)
    }
}

extension AlarmBody {
    /// What is written down of a second: alarms that were shown, became louder, or ended, with the numbers that were shown.
    static func alarms(of second: PictureSecond) -> [AlarmBody] {
        second.alerts.events.compactMap { event in
            let state: State
            switch event.kind {
            case .advisory, .steppedDown: state = .shown
            case .alarm, .worsened, .emergency: state = .alarm
            case .ended, .emergencyEnded: state = .ended
            case .acknowledged, .inhibited, .inhibitionEnded: return nil
            }
            let isEmergency = event.kind == .emergency || event.kind == .emergencyEnded
            let alert = isEmergency ? nil : second.alerts.alerts.first { $0.identifier.description == event.subject }
            let isLoss = alert?.prediction.isInLoss ?? false
            return AlarmBody(
                alert: identifier(event.subject), tracks: event.subject.split(separator: "|").map(String.init),
                state: state, kind: isEmergency ? .distress : isLoss ? .loss : .conflict,
                secondsToLoss: alert?.prediction.secondsToLoss,
                horizontalNM: rounded((alert?.prediction.cpaHorizontalMetres).map { $0 / 1_852 }, 4),
                verticalFt: rounded(alert?.prediction.cpaVerticalFeet.map { abs($0) }, 1),
                minimumNM: rounded(alert?.minima.horizontal.nauticalMiles, 4), zone: alert?.volume,
                time: EntryTime(unixSeconds: event.timeUnixSeconds))
        }
    }

    /// A subject as an entry can name it: `3949ea|3965af` becomes `3949ea:3965af`.
    static func identifier(_ subject: String) -> String {
        let bytes = subject.utf8.prefix(64).map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                byte
            case UInt8(ascii: "|"): UInt8(ascii: ":")
            default: UInt8(ascii: "_")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
