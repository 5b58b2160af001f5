import Airspace
import Separation

/// Where the tracks of our own receivers were in the last two minutes, every few seconds: what another party tells late is compared with
/// the place where ours were then, not with a guess of where it is by now.
struct PastSky: Sendable {
    /// How far back it reaches, seconds.
    static let reachSeconds = 120.0
    /// Between two moments that are kept, seconds.
    static let stepSeconds = 5.0

    private struct Moment: Sendable {
        var timeUnixSeconds: Double
        var states: [String: KinematicState]
    }

    /// The oldest first.
    private var moments: [Moment] = []

    /// Notes where tracks are, unless a moment shortly before is kept.
    mutating func note(_ tracks: [AlertTrack], at time: Double) {
        if let last = moments.last?.timeUnixSeconds {
            if time < last { moments = [] } else if time - last < Self.stepSeconds { return }
        }
        moments.removeAll { time - $0.timeUnixSeconds > Self.reachSeconds + Self.stepSeconds }
        moments.append(
            Moment(
                timeUnixSeconds: time,
                states: Dictionary(tracks.map { ($0.identifier, $0.state) }, uniquingKeysWith: { one, _ in one })))
    }

    /// Forgets all, for when nobody tells late.
    mutating func forget() { moments = [] }

    /// Where a track was, carried over the seconds that lie between; nil: it was not there, or that is too long ago.
    func state(of identifier: String, at time: Double) -> KinematicState? {
        let nearest = moments.min { abs($0.timeUnixSeconds - time) < abs($1.timeUnixSeconds - time) }
        guard let nearest, abs(nearest.timeUnixSeconds - time) <= Self.stepSeconds else { return nil }
        return nearest.states[identifier].map { $0.moved(to: time) }
    }
}

extension KinematicState {
    /// Where it was or will be if it keeps its course, for a few seconds either way.
    func moved(to time: Double) -> KinematicState {
        let seconds = time - timeUnixSeconds
        guard seconds < 0 else { return TrackTable.carry(self, to: time) }
        var moved = self
        moved.timeUnixSeconds = time
        if let speed = groundSpeedMetresPerSecond, let track = trackDegrees, speed > 0 {
            moved.position =
                Geodesic.direct(
                    from: position, azimuthDegrees: (track + 180).truncatingRemainder(dividingBy: 360),
                    distanceMetres: speed * -seconds
                ).position
        }
        if case .pressure(let feet) = level, let rate = verticalRateMetresPerSecond {
            moved.level = .pressure(feet: feet + rate * seconds / LengthUnit.feet.metres)
        }
        return moved
    }
}
