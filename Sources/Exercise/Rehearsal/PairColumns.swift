import Airspace

/// Both flights in many runs at once, what the controller sees of them, and how close they came.
struct PairColumns: Sendable {
    let scenario: RehearsalScenario
    let watch: WatchRule?
    let count: Int
    var first: FlightColumns
    var second: FlightColumns
    private(set) var time = 0.0
    private let controllerSeconds: [Double]
    private let firstReaction: [Double]
    private let secondReaction: [Double]
    private let seenEast: [Double]
    private let seenNorth: [Double]

    /// When the abort was called, seconds of the run; infinite when it was not.
    private(set) var abortAt: [Double]
    /// The smallest distance in the plane while the levels were close, squared; infinite when they never were.
    private(set) var closestSquared: [Double]
    private(set) var closestTime: [Double]
    private(set) var closestPlace: [(firstEast: Double, firstNorth: Double, secondEast: Double, secondNorth: Double)]
    private(set) var closestLeg: [(first: Int32, second: Int32)]

    /// Ready to fly; without a watch nobody calls an abort.
    init(_ scenario: RehearsalScenario, frame: LocalFrame, draws: [RunDraw], watch: WatchRule?) {
        self.scenario = scenario
        self.watch = watch
        count = draws.count
        first = FlightColumns(
            PlaneRoute(scenario.first, in: frame), forecast: scenario.forecastWind, draws: draws, crew: \.first)
        second = FlightColumns(
            PlaneRoute(scenario.second, in: frame), forecast: scenario.forecastWind, draws: draws, crew: \.second)
        controllerSeconds = draws.map(\.controllerSeconds)
        firstReaction = draws.map(\.first.reactionSeconds)
        secondReaction = draws.map(\.second.reactionSeconds)
        seenEast = draws.map(\.surveillance.east)
        seenNorth = draws.map(\.surveillance.north)
        abortAt = [Double](repeating: .infinity, count: count)
        closestSquared = [Double](repeating: .infinity, count: count)
        closestTime = [Double](repeating: 0, count: count)
        closestPlace = [(firstEast: Double, firstNorth: Double, secondEast: Double, secondNorth: Double)](
            repeating: (0, 0, 0, 0), count: count)
        closestLeg = [(first: Int32, second: Int32)](repeating: (0, 0), count: count)
    }

    /// Flies to the end.
    mutating func fly() {
        var step = 0
        while time < scenario.durationSeconds {
            if let watch, step.isMultiple(of: 2) { look(watch) }
            self.step()
            step += 1
        }
    }

    /// One step of both, and the closest approach within it.
    mutating func step() {
        let oldEast = zip(second.east, first.east).map { $0 - $1 }
        let oldNorth = zip(second.north, first.north).map { $0 - $1 }
        first.step(from: time)
        second.step(from: time)
        measure(fromEast: oldEast, north: oldNorth)
        time += FlightColumns.stepSeconds
    }

    private mutating func measure(fromEast oldEast: [Double], north oldNorth: [Double]) {
        for run in 0..<count {
            guard abs(first.levelFeet[run] - second.levelFeet[run]) < scenario.verticalFeet else { continue }
            let east = second.east[run] - first.east[run]
            let north = second.north[run] - first.north[run]
            let wayEast = east - oldEast[run]
            let wayNorth = north - oldNorth[run]
            let waySquared = wayEast * wayEast + wayNorth * wayNorth
            // How far back from the end of the step, as a part of it.
            let back = waySquared > 0 ? min(max((east * wayEast + north * wayNorth) / waySquared, 0), 1) : 0
            let atEast = east - back * wayEast
            let atNorth = north - back * wayNorth
            let squared = atEast * atEast + atNorth * atNorth
            guard squared < closestSquared[run] else { continue }
            closestSquared[run] = squared
            closestTime[run] = time + (1 - back) * FlightColumns.stepSeconds
            let rest = back * FlightColumns.stepSeconds
            let firstEast = first.east[run] - rest * first.groundEast[run]
            let firstNorth = first.north[run] - rest * first.groundNorth[run]
            closestPlace[run] = (firstEast, firstNorth, firstEast + atEast, firstNorth + atNorth)
            closestLeg[run] = (first.leg[run], second.leg[run])
        }
    }

    /// What the controller sees and does, once a second.
    private mutating func look(_ watch: WatchRule) {
        let buffer = watch.bufferMetres * watch.bufferMetres
        let abortRange = watch.abortRangeMetres * watch.abortRangeMetres
        for run in 0..<count where abortAt[run] == .infinity {
            let east = second.east[run] - first.east[run] + seenEast[run]
            let north = second.north[run] - first.north[run] + seenNorth[run]
            let eastRate = second.groundEast[run] - first.groundEast[run]
            let northRate = second.groundNorth[run] - first.groundNorth[run]
            let closing = east * eastRate + north * northRate
            let rateSquared = eastRate * eastRate + northRate * northRate
            let ahead = rateSquared > 0 ? min(max(-closing / rateSquared, 0), watch.lookaheadSeconds) : 0
            let thenEast = east + eastRate * ahead
            let thenNorth = north + northRate * ahead
            let isNear = east * east + north * north < abortRange && closing < 0
            guard isNear || thenEast * thenEast + thenNorth * thenNorth < buffer else { continue }
            let up = second.levelFeet[run] - first.levelFeet[run]
            let upThen = up + (second.feetPerSecond[run] - first.feetPerSecond[run]) * ahead
            let least = up * upThen <= 0 ? 0 : min(abs(up), abs(upThen))
            guard least < scenario.verticalFeet else { continue }
            abort(run, delay: watch.delaySeconds)
        }
    }

    /// Both crews of a run are told to turn away now.
    mutating func breakOff(_ run: Int) {
        if abortAt[run] == .infinity { abort(run, delay: -controllerSeconds[run]) }
    }

    private mutating func abort(_ run: Int, delay: Double) {
        let called = time + delay + controllerSeconds[run]
        abortAt[run] = called
        let awayEast = second.east[run] - first.east[run]
        let awayNorth = second.north[run] - first.north[run]
        first.escape(run, at: called + firstReaction[run], awayEast: -awayEast, awayNorth: -awayNorth)
        second.escape(run, at: called + secondReaction[run], awayEast: awayEast, awayNorth: awayNorth)
    }
}

extension FlightColumns {
    /// Orders a run's turn: to the heading of the escape, or else away from the other.
    mutating func escape(_ run: Int, at seconds: Double, awayEast: Double, awayNorth: Double) {
        escapeAt[run] = seconds
        if let degrees = route.escape.headingDegrees {
            let heading = HorizontalVelocity(trackDegrees: degrees, metresPerSecond: 1)
            escapeEast[run] = heading.east
            escapeNorth[run] = heading.north
        } else {
            let length = max((awayEast * awayEast + awayNorth * awayNorth).squareRoot(), 1)
            escapeEast[run] = awayEast / length
            escapeNorth[run] = awayNorth / length
        }
        escapeSide[run] = route.escape.turn.map { $0 == .left ? 1 : -1 } ?? 0
    }
}
