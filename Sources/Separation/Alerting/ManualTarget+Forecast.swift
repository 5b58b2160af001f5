public import Airspace

extension ManualTarget {
    /// How fast an aircraft of a class may be taken to move while its speed is not known, metres per second.
    ///
    /// Round figures above what the class does below FL450: they bound, they don't describe.
    public static func assumedSpeedMetresPerSecond(of aircraftClass: AircraftClass) -> Double {
        switch aircraftClass {
        case .airliner: 270
        case .fighter: 400
        case .helicopter: 90
        case .drone: 60
        case .unknown: 300
        }
    }

    /// The share of a reported speed by which it may be wrong, or have changed, and so by which the uncertainty grows.
    public static let speedErrorShare = 0.2

    /// How fast the uncertainty grows, metres per second: a fifth of the speed where speed and track are known; the speed itself
    /// where the track is not; the assumed speed of the class where neither is.
    public var growthMetresPerSecond: Double {
        guard let speed = groundSpeedMetresPerSecond else {
            return Self.assumedSpeedMetresPerSecond(of: aircraftClass)
        }
        return trackDegrees == nil ? speed : max(speed * Self.speedErrorShare, 5)
    }

    /// How far it may be from where it is shown, metres; at most 500 km. Before its own time it is as uncertain as at it.
    public func uncertaintyMetres(at unixSeconds: Double) -> Double {
        min(errorMetres + growthMetresPerSecond * max(unixSeconds - timeUnixSeconds, 0), 500_000)
    }

    /// Where it is taken to be: carried along its track where speed and track are known, else where it was seen.
    public func state(at unixSeconds: Double) -> KinematicState {
        var state = KinematicState(timeUnixSeconds: unixSeconds, position: position, level: level)
        guard let speed = groundSpeedMetresPerSecond, let track = trackDegrees else { return state }
        let distance = speed * max(unixSeconds - timeUnixSeconds, 0)
        let end = Geodesic.direct(from: position, azimuthDegrees: track, distanceMetres: distance)
        state.position = end.position
        state.groundSpeedMetresPerSecond = speed
        state.trackDegrees = end.azimuthDegrees
        return state
    }

    /// The track that the monitor takes. It counts as heard at the picture time: its age shows in its uncertainty.
    public func track(at unixSeconds: Double) -> AlertTrack {
        AlertTrack(
            identifier: identifier, state: state(at: unixSeconds), lastReportUnixSeconds: unixSeconds,
            aircraftClass: aircraftClass, uncertaintyMetres: uncertaintyMetres(at: unixSeconds))
    }
}
