import Airspace

/// All flights in one run, what the controller sees of them, and how close those that keep a distance came.
struct GroupFlight: Sendable {
    /// The closest that two came, in the plane.
    struct Closest: Sendable {
        /// The smallest distance while the levels were close, squared; infinite when they never were.
        var squared = Double.infinity
        var time = 0.0
        var place = (firstEast: 0.0, firstNorth: 0.0, secondEast: 0.0, secondNorth: 0.0)
        /// Which pair, and which leg its first flight was on.
        var pair = 0
        var leg: Int32 = 0
    }

    let watch: WatchRule?
    let draw: RunDraw
    let pairs: [RehearsalScenario.Pair]
    let verticalFeet: Double
    let durationSeconds: Double
    var flights: [FlightState]
    private(set) var time = 0.0
    /// When the abort was called, seconds of the run; infinite when it was not.
    private(set) var abortAt = Double.infinity
    private(set) var closest = Closest()

    /// Ready to fly; without a watch nobody calls an abort.
    init(_ scenario: RehearsalScenario, routes: [PlaneRoute], draw: RunDraw, watch: WatchRule?) {
        self.watch = watch
        self.draw = draw
        pairs = scenario.pairs
        verticalFeet = scenario.verticalFeet
        durationSeconds = scenario.durationSeconds
        flights = zip(routes, draw.crews).map { route, crew in
            FlightState(route, forecast: scenario.forecastWind, draw: draw, crew: crew)
        }
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

    /// All fly straight on for good, and apart: nothing can come closer any more.
    private var isOver: Bool {
        for flight in flights where !flight.isStraight(at: time) { return false }
        for pair in pairs {
            let (first, second) = (flights[pair.first], flights[pair.second])
            let east = second.east - first.east
            let north = second.north - first.north
            let opening =
                east * (second.groundEast - first.groundEast) + north * (second.groundNorth - first.groundNorth)
            if opening <= 0 { return false }
        }
        return true
    }

    /// One step of all, and the closest approach within it.
    mutating func step() {
        for index in flights.indices { flights[index].step(from: time) }
        for index in pairs.indices { measure(index) }
        time += FlightState.stepSeconds
    }

    /// The closest approach of a pair within the step that was just flown.
    @inline(__always)
    private mutating func measure(_ index: Int) {
        let pair = pairs[index]
        let up = flights[pair.first].levelFeet - flights[pair.second].levelFeet
        guard abs(up) < verticalFeet else { return }
        let east = flights[pair.second].east - flights[pair.first].east
        let north = flights[pair.second].north - flights[pair.first].north
        let eastRate = flights[pair.second].stepEast - flights[pair.first].stepEast
        let northRate = flights[pair.second].stepNorth - flights[pair.first].stepNorth
        let waySquared = eastRate * eastRate + northRate * northRate
        // How far back from the end of the step, as a part of it.
        let back = waySquared > 0 ? min(max((east * eastRate + north * northRate) / waySquared, 0), 1) : 0
        let atEast = east - back * eastRate
        let atNorth = north - back * northRate
        let squared = atEast * atEast + atNorth * atNorth
        guard squared < closest.squared else { return }
        let first = flights[pair.first]
        let rest = back * FlightState.stepSeconds
        let firstEast = first.east - rest * first.groundEast
        let firstNorth = first.north - rest * first.groundNorth
        closest = Closest(
            squared: squared, time: time + (1 - back) * FlightState.stepSeconds,
            place: (firstEast, firstNorth, firstEast + atEast, firstNorth + atNorth), pair: index, leg: first.leg)
    }

    /// What the controller sees and does, once a second.
    private mutating func look(_ watch: WatchRule) {
        for index in pairs.indices where isToTurnAway(index, watch) {
            abort(at: time + watch.delaySeconds + draw.controllerSeconds)
            return
        }
    }

    private func isToTurnAway(_ index: Int, _ watch: WatchRule) -> Bool {
        let (first, second) = (flights[pairs[index].first], flights[pairs[index].second])
        let east = second.east - first.east + draw.surveillance[index].east
        let north = second.north - first.north + draw.surveillance[index].north
        let eastRate = second.groundEast - first.groundEast
        let northRate = second.groundNorth - first.groundNorth
        let closing = east * eastRate + north * northRate
        let rateSquared = eastRate * eastRate + northRate * northRate
        let ahead = rateSquared > 0 ? min(max(-closing / rateSquared, 0), watch.lookaheadSeconds) : 0
        let thenEast = east + eastRate * ahead
        let thenNorth = north + northRate * ahead
        let isNear = east * east + north * north < watch.abortRangeMetres * watch.abortRangeMetres && closing < 0
        let isPredicted = thenEast * thenEast + thenNorth * thenNorth < watch.bufferMetres * watch.bufferMetres
        guard isNear || isPredicted else { return false }
        let up = second.levelFeet - first.levelFeet
        let upThen = up + (second.feetPerSecond - first.feetPerSecond) * ahead
        let least = up * upThen <= 0 ? 0 : min(abs(up), abs(upThen))
        return least < verticalFeet
    }

    /// All crews are told to turn away now.
    mutating func breakOff() {
        if abortAt == .infinity { abort(at: time) }
    }

    /// Each turns away from the nearest of those that it keeps the distance from.
    private mutating func abort(at called: Double) {
        abortAt = called
        for index in flights.indices {
            var nearest = (squared: Double.infinity, east: 0.0, north: 0.0)
            for pair in pairs where pair.first == index || pair.second == index {
                let other = flights[pair.first == index ? pair.second : pair.first]
                let east = flights[index].east - other.east
                let north = flights[index].north - other.north
                let squared = east * east + north * north
                if squared < nearest.squared { nearest = (squared, east, north) }
            }
            flights[index].escape(
                at: called + draw.crews[index].reactionSeconds, awayEast: nearest.east, awayNorth: nearest.north)
        }
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
