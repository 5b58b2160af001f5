import Airspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The older of two places from which a velocity is derived when the aircraft sends none.
struct VelocityBasis: Sendable {
    private var position: GeodeticPosition
    private var time: Double
    private var feet: Double?

    /// Places this close in time give a velocity that is mostly rounding, seconds.
    private static let shortestSeconds = 3.0
    /// Over a longer stretch it is no longer the velocity of now, seconds.
    private static let longestSeconds = 20.0

    /// A derived velocity: metres per second and degrees from true north.
    struct Velocity {
        var groundSpeed: Double
        var trackDegrees: Double?
        var verticalRate: Double?
    }

    init(_ state: KinematicState) {
        position = state.position
        time = state.timeUnixSeconds
        if case .pressure(let feet) = state.level { self.feet = feet }
    }

    /// The mean velocity from here to `state`, and `state` as the next basis; nil while it is too early.
    ///
    /// On a local plane, which over 20 s of flight is good to a thousandth; not at the poles themselves.
    mutating func velocity(to state: KinematicState) -> Velocity? {
        let elapsed = state.timeUnixSeconds - time
        if elapsed < Self.shortestSeconds { return nil }
        let next = VelocityBasis(state)
        defer { self = next }
        if elapsed > Self.longestSeconds { return nil }
        let latitude = (state.position.latitudeDegrees + position.latitudeDegrees) / 2 * .pi / 180
        var east = state.position.longitudeDegrees - position.longitudeDegrees
        if abs(east) > 180 { east -= east > 0 ? 360 : -360 }
        let slope = 1 - WGS84.eccentricitySquared * sin(latitude) * sin(latitude)
        let primeRadius = WGS84.semiMajorAxisMetres / slope.squareRoot()
        let meridianRadius = primeRadius * (1 - WGS84.eccentricitySquared) / slope
        let eastMetres = east * .pi / 180 * primeRadius * cos(latitude)
        let northMetres =
            (state.position.latitudeDegrees - position.latitudeDegrees) * .pi / 180 * meridianRadius
        let distance = (eastMetres * eastMetres + northMetres * northMetres).squareRoot()
        var velocity = Velocity(groundSpeed: distance / elapsed)
        if distance > 10 {
            let degrees = atan2(eastMetres, northMetres) * 180 / .pi
            velocity.trackDegrees = degrees < 0 ? degrees + 360 : degrees
        }
        if let feet, let nextFeet = next.feet {
            velocity.verticalRate = (nextFeet - feet) * LengthUnit.feet.metres / elapsed
        }
        return velocity
    }
}
