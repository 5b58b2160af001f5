import Airspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One flight in one run: plain numbers, so that a step touches no memory but its own. East and north in metres on the plane, levels in feet.
struct FlightState: Sendable {
    /// The step of the integration, seconds. A curve of 10 m/s² lies within 0.32 m of its chord.
    static let stepSeconds = 0.5
    /// The time constant of rolling out on a heading, seconds.
    static let steeringSeconds = 3.0
    /// A point counts as reached when it is this many seconds ahead.
    static let captureSeconds = 3.0

    let route: PlaneRoute
    /// The forecast wind: what a crew holds its heading against.
    let forecast: HorizontalVelocity
    let tangentOfUsualBank: Double
    let tangentOfEscapeBank: Double
    /// How much the tangent of the bank changes in one step.
    let rollPerStep: Double

    // Where it is and how it moves.
    var east: Double
    var north: Double
    var levelFeet: Double
    var feetPerSecond: Double
    var headingEast: Double
    var headingNorth: Double
    var airspeed: Double
    /// The tangent of the bank, to the left above zero.
    var tangentOfBank: Double
    var leg: Int32
    var groundEast: Double
    var groundNorth: Double
    /// How far it came in the last step.
    var stepEast = 0.0
    var stepNorth = 0.0
    // What chance decided.
    var windEast: Double
    var windNorth: Double
    var errorEast: Double
    var errorNorth: Double
    var driftEast: Double
    var driftNorth: Double
    var speedError: Double
    var levelErrorFeet: Double
    var wrongLeg: Int32
    var wrongSine: Double
    var wrongCosine: Double
    var wrongSeconds: Double
    // What became of it.
    /// When the wrong heading is noticed; below zero while it has not begun.
    var wrongUntil: Double
    var wrongEast: Double
    var wrongNorth: Double
    /// When the crew begins to turn away; infinite without an abort.
    var escapeAt: Double
    var escapeEast: Double
    var escapeNorth: Double
    /// Which way it turns away: 1 to the left, -1 to the right, 0 the short way.
    var escapeSide: Double
    var wrongTurnUntil: Double

    init(_ route: PlaneRoute, forecast: HorizontalVelocity, draw: RunDraw, crew: RunDraw.Crew) {
        self.route = route
        self.forecast = forecast
        tangentOfUsualBank = tan(route.performance.bankDegrees * radiansPerDegree)
        tangentOfEscapeBank = tan((route.escape.bankDegrees ?? route.performance.bankDegrees) * radiansPerDegree)
        rollPerStep = tan(min(route.performance.rollDegreesPerSecond * Self.stepSeconds, 60) * radiansPerDegree)
        // Late means further back on the first course.
        let late = crew.startSeconds * route.metresPerSecond
        east = route.startEast - crew.navigation.east - route.directionEast * late
        north = route.startNorth - crew.navigation.north - route.directionNorth * late
        levelFeet = route.levelFeet + crew.levelFeet
        feetPerSecond = 0
        headingEast = route.directionEast
        headingNorth = route.directionNorth
        airspeed = max(route.metresPerSecond + crew.speed, 10)
        tangentOfBank = 0
        leg = 0
        windEast = forecast.east + draw.wind.east
        windNorth = forecast.north + draw.wind.north
        groundEast = airspeed * route.directionEast + windEast
        groundNorth = airspeed * route.directionNorth + windNorth
        errorEast = crew.navigation.east
        errorNorth = crew.navigation.north
        driftEast = crew.drift.east
        driftNorth = crew.drift.north
        speedError = crew.speed
        levelErrorFeet = crew.levelFeet
        wrongLeg = crew.wrongLeg
        wrongSine = sin(crew.wrongDegrees * radiansPerDegree)
        wrongCosine = cos(crew.wrongDegrees * radiansPerDegree)
        wrongSeconds = crew.wrongSeconds
        wrongUntil = -1
        wrongEast = 0
        wrongNorth = 0
        escapeAt = .infinity
        escapeEast = 0
        escapeNorth = 0
        escapeSide = 0
        wrongTurnUntil = crew.turnsWrongWay ? crew.wrongSeconds : 0
    }
}
