import Airspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One flight in many runs at once, a column for each quantity. East and north in metres on the plane, levels in feet.
struct FlightColumns: Sendable {
    /// The step of the integration, seconds. A curve of 10 m/s² lies within 0.32 m of its chord.
    static let stepSeconds = 0.5
    /// The time constant of rolling out on a heading, seconds.
    static let steeringSeconds = 3.0
    /// A point counts as reached when it is this many seconds ahead.
    static let captureSeconds = 3.0

    let route: PlaneRoute
    let count: Int
    /// The forecast wind: what a crew holds its heading against.
    let forecast: HorizontalVelocity
    let tangentOfUsualBank: Double
    let tangentOfEscapeBank: Double
    /// How much the tangent of the bank changes in one step.
    let rollPerStep: Double

    // Where it is and how it moves, one value a run.
    var east: [Double]
    var north: [Double]
    var levelFeet: [Double]
    var feetPerSecond: [Double]
    var headingEast: [Double]
    var headingNorth: [Double]
    var airspeed: [Double]
    /// The tangent of the bank, to the left above zero.
    var tangentOfBank: [Double]
    var leg: [Int32]
    var groundEast: [Double]
    var groundNorth: [Double]
    // What chance decided.
    var windEast: [Double]
    var windNorth: [Double]
    var errorEast: [Double]
    var errorNorth: [Double]
    var driftEast: [Double]
    var driftNorth: [Double]
    var speedError: [Double]
    var levelErrorFeet: [Double]
    var wrongLeg: [Int32]
    var wrongSine: [Double]
    var wrongCosine: [Double]
    var wrongSeconds: [Double]
    // What became of it.
    /// When the wrong heading is noticed; below zero while it has not begun.
    var wrongUntil: [Double]
    var wrongEast: [Double]
    var wrongNorth: [Double]
    /// When the crew begins to turn away; infinite without an abort.
    var escapeAt: [Double]
    var escapeEast: [Double]
    var escapeNorth: [Double]
    /// Which way it turns away: 1 to the left, -1 to the right, 0 the short way.
    var escapeSide: [Double]
    var wrongTurnUntil: [Double]

    init(
        _ route: PlaneRoute, forecast: HorizontalVelocity, draws: [RunDraw], crew: KeyPath<RunDraw, RunDraw.Crew>
    ) {
        self.route = route
        self.forecast = forecast
        count = draws.count
        tangentOfUsualBank = tan(route.performance.bankDegrees * radiansPerDegree)
        tangentOfEscapeBank = tan((route.escape.bankDegrees ?? route.performance.bankDegrees) * radiansPerDegree)
        rollPerStep = tan(min(route.performance.rollDegreesPerSecond * Self.stepSeconds, 60) * radiansPerDegree)
        let crews = draws.map { $0[keyPath: crew] }
        // Late means further back on the first course.
        let late = crews.map { $0.startSeconds * route.metresPerSecond }
        east = zip(crews, late).map { route.startEast - $0.navigation.east - route.directionEast * $1 }
        north = zip(crews, late).map { route.startNorth - $0.navigation.north - route.directionNorth * $1 }
        levelFeet = crews.map { route.levelFeet + $0.levelFeet }
        feetPerSecond = [Double](repeating: 0, count: count)
        headingEast = [Double](repeating: route.directionEast, count: count)
        headingNorth = [Double](repeating: route.directionNorth, count: count)
        airspeed = crews.map { max(route.metresPerSecond + $0.speed, 10) }
        tangentOfBank = [Double](repeating: 0, count: count)
        leg = [Int32](repeating: 0, count: count)
        windEast = draws.map { forecast.east + $0.wind.east }
        windNorth = draws.map { forecast.north + $0.wind.north }
        groundEast = zip(airspeed, windEast).map { $0 * route.directionEast + $1 }
        groundNorth = zip(airspeed, windNorth).map { $0 * route.directionNorth + $1 }
        errorEast = crews.map(\.navigation.east)
        errorNorth = crews.map(\.navigation.north)
        driftEast = crews.map(\.drift.east)
        driftNorth = crews.map(\.drift.north)
        speedError = crews.map(\.speed)
        levelErrorFeet = crews.map(\.levelFeet)
        wrongLeg = crews.map(\.wrongLeg)
        wrongSine = crews.map { sin($0.wrongDegrees * radiansPerDegree) }
        wrongCosine = crews.map { cos($0.wrongDegrees * radiansPerDegree) }
        wrongSeconds = crews.map(\.wrongSeconds)
        wrongUntil = [Double](repeating: -1, count: count)
        wrongEast = [Double](repeating: 0, count: count)
        wrongNorth = [Double](repeating: 0, count: count)
        escapeAt = [Double](repeating: .infinity, count: count)
        escapeEast = [Double](repeating: 0, count: count)
        escapeNorth = [Double](repeating: 0, count: count)
        escapeSide = [Double](repeating: 0, count: count)
        wrongTurnUntil = crews.map { $0.turnsWrongWay ? $0.wrongSeconds : 0 }
    }
}
