import Airspace
import Separation
import Surveillance

/// The tracks of the picture: reports go in, and at each picture second every track is carried forward to it.
struct TrackTable: Sendable {
    private struct Entry {
        var track: PictureTrack
        var lastHeard: Double
        var squawkHeard: Double?
        var changed = true
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []
    private var removed: [String] = []

    /// How long a track is shown after its last report, seconds.
    private static let forgottenAfterSeconds = 300.0

    var count: Int { entries.count }

    mutating func take(_ report: Report, feed: String) {
        guard let position = report.position ?? entries[report.identifier]?.track.state.position else { return }
        var entry =
            entries[report.identifier]
            ?? Entry(
                track: PictureTrack(
                    identifier: report.identifier, callsign: nil,
                    state: KinematicState(
                        timeUnixSeconds: report.timeUnixSeconds, position: position, level: .unknown),
                    ellipsoidHeightFeet: nil, squawk: nil, aircraftClass: .unknown, feed: feed, ageSeconds: 0,
                    freshness: .live, isOnGround: false, quality: [], together: nil, manual: nil, uncertaintyMetres: nil),
                lastHeard: report.timeUnixSeconds)
        if entries[report.identifier] == nil { order.append(report.identifier) }
        entry.lastHeard = max(entry.lastHeard, report.timeUnixSeconds)
        entry.track.callsign = report.callsign ?? entry.track.callsign
        if let squawk = report.squawk {
            entry.track.squawk = squawk
            entry.squawkHeard = report.timeUnixSeconds
        }
        entry.track.feed = feed
        entry.track.isOnGround = report.isOnGround ?? entry.track.isOnGround
        if let position = report.position {
            var state = KinematicState(timeUnixSeconds: report.timeUnixSeconds, position: position, level: .unknown)
            if let feet = report.pressureAltitudeFeet {
                state.level = .pressure(feet: feet)
            } else if let feet = report.ellipsoidHeightFeet {
                state.level = .fromEllipsoidHeight(feet: feet)
            }
            state.groundSpeedMetresPerSecond = report.groundSpeedMetresPerSecond
            state.trackDegrees = report.trackDegrees
            state.verticalRateMetresPerSecond = report.verticalRateMetresPerSecond
            entry.track.state = state
            entry.track.ellipsoidHeightFeet = report.ellipsoidHeightFeet
        }
        entry.changed = true
        entries[report.identifier] = entry
    }

    /// Every track at `second`, in the order of first appearance, for the picture and for the monitor.
    mutating func advance(to second: Double, rules: AlertRules) -> TrackSecond {
        var result = TrackSecond()
        var kept: [String] = []
        kept.reserveCapacity(order.count)
        for identifier in order {
            guard var entry = entries[identifier] else { continue }
            let age = max(0, second - entry.track.state.timeUnixSeconds)
            if age > Self.forgottenAfterSeconds {
                entries[identifier] = nil
                result.removed.append(identifier)
                continue
            }
            kept.append(identifier)
            entry.track.ageSeconds = age
            let freshness: PictureTrack.Freshness =
                age > rules.staleSeconds ? .stale : age > rules.coastingSeconds ? .coasting : .live
            if freshness != entry.track.freshness { entry.changed = true }
            entry.track.freshness = freshness
            if entry.changed { result.changed.append(result.tracks.count) }
            result.tracks.append(entry.track)
            result.alertTracks.append(
                AlertTrack(
                    identifier: identifier, state: Self.carry(entry.track.state, to: second),
                    lastReportUnixSeconds: entry.track.state.timeUnixSeconds,
                    aircraftClass: entry.track.aircraftClass, isOnGround: entry.track.isOnGround,
                    squawk: entry.track.squawk, squawkReportUnixSeconds: entry.squawkHeard))
            entry.changed = false
            entries[identifier] = entry
        }
        order = kept
        return result
    }

    static func carry(_ state: KinematicState, to second: Double) -> KinematicState {
        let age = second - state.timeUnixSeconds
        guard age > 0 else { return state }
        var carried = state
        carried.timeUnixSeconds = second
        if let speed = state.groundSpeedMetresPerSecond, let track = state.trackDegrees, speed > 0 {
            let end = Geodesic.direct(from: state.position, azimuthDegrees: track, distanceMetres: speed * age)
            carried.position = end.position
            carried.trackDegrees = end.azimuthDegrees
        }
        if case .pressure(let feet) = state.level, let rate = state.verticalRateMetresPerSecond {
            carried.level = .pressure(feet: feet + rate * min(age, 15) / LengthUnit.feet.metres)
        }
        return carried
    }
}

/// The tracks of one picture second.
struct TrackSecond: Sendable {
    /// All tracks as the picture shows them.
    var tracks: [PictureTrack] = []
    /// The same tracks, carried forward, as the monitor needs them.
    var alertTracks: [AlertTrack] = []
    /// Indices of the tracks that are not as they were the second before.
    var changed: [Int] = []
    /// Tracks that are no longer there.
    var removed: [String] = []
}
