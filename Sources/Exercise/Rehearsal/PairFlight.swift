import Airspace

/// Both flights in one run, what the controller sees of them, and how close they came.
struct PairFlight: Sendable {
    let watch: WatchRule?
    let draw: RunDraw
    let verticalFeet: Double
    let durationSeconds: Double
    var first: FlightState
    var second: FlightState
    private(set) var time = 0.0
    /// When the abort was called, seconds of the run; infinite when it was not.
    private(set) var abortAt = Double.infinity
    /// The smallest distance in the plane while the levels were close, squared; infinite when they never were.
    private(set) var closestSquared = Double.infinity
    private(set) var closestTime = 0.0
    private(set) var closestPlace = (firstEast: 0.0, firstNorth: 0.0, secondEast: 0.0, secondNorth: 0.0)
    private(set) var closestLeg: Int32 = 0

    /// Ready to fly; without a watch nobody calls an abort.
    init(
        _ scenario: RehearsalScenario, routes: (first: PlaneRoute, second: PlaneRoute), draw: RunDraw, watch: WatchRule?
    ) {
        self.watch = watch
        self.draw = draw
        verticalFeet = scenario.verticalFeet
        durationSeconds = scenario.durationSeconds
        first = FlightState(routes.first, forecast: scenario.forecastWind, draw: draw, crew: draw.first)
        second = FlightState(routes.second, forecast: scenario.forecastWind, draw: draw, crew: draw.second)
    }

    /// Flies to the end.
    mutating func fly() {
        var step = 0
        while time < durationSeconds {
            if let watch, abortAt == .infinity, step.isMultiple(of: 2) { look(watch) }
            self.step()
            step += 1
            if step.isMultiple(of: 16), isOver { return }
        }
    }

    /// Both fly straight on for good, and apart: nothing can come closer any more.
    private var isOver: Bool {
        guard first.isStraight(at: time), second.isStraight(at: time) else { return false }
        let east = second.east - first.east
        let north = second.north - first.north
        return east * (second.groundEast - first.groundEast) + north * (second.groundNorth - first.groundNorth) > 0
    }

    /// One step of both, and the closest approach within it.
    mutating func step() {
        let oldEast = second.east - first.east
        let oldNorth = second.north - first.north
        first.step(from: time)
        second.step(from: time)
        measure(fromEast: oldEast, north: oldNorth)
        time += FlightState.stepSeconds
    }

    @inline(__always)
    private mutating func measure(fromEast oldEast: Double, north oldNorth: Double) {
        guard abs(first.levelFeet - second.levelFeet) < verticalFeet else { return }
        let east = second.east - first.east
        let north = second.north - first.north
        let wayEast = east - oldEast
        let wayNorth = north - oldNorth
        let waySquared = wayEast * wayEast + wayNorth * wayNorth
        // How far back from the end of the step, as a part of it.
        let back = waySquared > 0 ? min(max((east * wayEast + north * wayNorth) / waySquared, 0), 1) : 0
        let atEast = east - back * wayEast
        let atNorth = north - back * wayNorth
        let squared = atEast * atEast + atNorth * atNorth
        guard squared < closestSquared else { return }
        closestSquared = squared
        closestTime = time + (1 - back) * FlightState.stepSeconds
        let rest = back * FlightState.stepSeconds
        let firstEast = first.east - rest * first.groundEast
        let firstNorth = first.north - rest * first.groundNorth
        closestPlace = (firstEast, firstNorth, firstEast + atEast, firstNorth + atNorth)
        closestLeg = first.leg
    }

    /// What the controller sees and does, once a second.
    private mutating func look(_ watch: WatchRule) {
        let east = second.east - first.east + draw.surveillance.east
        let north = second.north - first.north + draw.surveillance.north
        let eastRate = second.groundEast - first.groundEast
        let northRate = second.groundNorth - first.groundNorth
        let closing = east * eastRate + north * northRate
        let rateSquared = eastRate * eastRate + northRate * northRate
        let ahead = rateSquared > 0 ? min(max(-closing / rateSquared, 0), watch.lookaheadSeconds) : 0
        let thenEast = east + eastRate * ahead
        let thenNorth = north + northRate * ahead
        let isNear = east * east + north * north < watch.abortRangeMetres * watch.abortRangeMetres && closing < 0
        let isPredicted = thenEast * thenEast + thenNorth * thenNorth < watch.bufferMetres * watch.bufferMetres
        guard isNear || isPredicted else { return }
        let up = second.levelFeet - first.levelFeet
        let upThen = up + (second.feetPerSecond - first.feetPerSecond) * ahead
        let least = up * upThen <= 0 ? 0 : min(abs(up), abs(upThen))
        guard least < verticalFeet else { return }
        abort(at: time + watch.delaySeconds + draw.controllerSeconds)
    }

    /// Both crews are told to turn away now.
    mutating func breakOff() {
        if abortAt == .infinity { abort(at: time) }
    }

    private mutating func abort(at called: Double) {
        abortAt = called
        let awayEast = second.east - first.east
        let awayNorth = second.north - first.north
        first.escape(at: called + draw.first.reactionSeconds, awayEast: -awayEast, awayNorth: -awayNorth)
        second.escape(at: called + draw.second.reactionSeconds, awayEast: awayEast, awayNorth: awayNorth)
    }
}

extension FlightState {
    /// Whether it has nothing more to turn to, and is not turning: its way is flown, or it has turned away.
    func isStraight(at time: Double) -> Bool {
        guard abs(tangentOfBank) < 0.01 else { return false }
        if escapeAt == .infinity { return Int(leg) >= route.pointEast.count }
        return time > escapeAt + wrongTurnUntil + 5 && headingEast * escapeEast + headingNorth * escapeNorth > 0.999
    }

    /// Orders a turn: to the heading of the escape, or else away from the other.
    mutating func escape(at seconds: Double, awayEast: Double, awayNorth: Double) {
        escapeAt = seconds
        if let degrees = route.escape.headingDegrees {
            let heading = HorizontalVelocity(trackDegrees: degrees, metresPerSecond: 1)
            escapeEast = heading.east
            escapeNorth = heading.north
        } else {
            let length = max((awayEast * awayEast + awayNorth * awayNorth).squareRoot(), 1)
            escapeEast = awayEast / length
            escapeNorth = awayNorth / length
        }
        escapeSide = route.escape.turn.map { $0 == .left ? 1 : -1 } ?? 0
    }
}
