public import Airspace

/// Flies a scenario many times, each time with other errors, and counts.
///
/// The result depends on the scenario, the number of runs and the seed, and on nothing else: each run draws from a stream
/// of its own, so blocks can be flown in any order, on any number of threads.
public struct Rehearsal: Sendable {
    /// What is flown.
    public let scenario: RehearsalScenario
    /// What the chance is drawn from.
    public let seed: UInt64
    private let frame: LocalFrame
    private let routes: [PlaneRoute]

    /// No rehearsal has more runs than this.
    public static let greatestRuns = 1_000_000

    /// A rehearsal of `scenario`.
    ///
    /// - Throws: `ExerciseError.plan` when it can't be flown.
    public init(_ scenario: RehearsalScenario, seed: UInt64) throws(ExerciseError) {
        let faults = scenario.faults
        guard faults.isEmpty else { throw .plan(faults: faults) }
        self.scenario = scenario
        self.seed = seed
        let frame = scenario.frame
        self.frame = frame
        routes = scenario.flights.map { PlaneRoute($0, in: frame) }
    }

    /// One run's closest approach.
    public struct Approach: Sendable, Hashable {
        /// The number of the run.
        public var run: Int
        /// The smallest distance while the levels were closer than the vertical minimum, metres, WGS-84; infinite when they never were.
        public var metres: Double
        /// When, seconds of the run.
        public var seconds: Double
        /// Which pair of the scenario it was.
        public var pair: Int
        /// Where the first flight of the pair was.
        public var first: GeodeticPosition
        /// Where its second flight was.
        public var second: GeodeticPosition
        /// The card the first flight was flying.
        public var card: String
        /// When the abort was called, seconds of the run; nil: it was not.
        public var abortSeconds: Double?
    }

    /// Flies runs number `runs`, watched or not.
    public func fly(_ runs: Range<Int>, watch: WatchRule?) -> [Approach] {
        var approaches: [Approach] = []
        approaches.reserveCapacity(runs.count)
        for run in runs { approaches.append(fly(run, draw(run), watch: watch)) }
        return approaches
    }

    /// Flies some runs again, by their numbers, each without one cause.
    func fly(again runs: [Int], without cause: RehearsalCause?, watch: WatchRule?) -> [Approach] {
        runs.map { run in
            fly(run, cause.map { draw(run).without($0, errors: scenario.errors) } ?? draw(run), watch: watch)
        }
    }

    /// What the plan itself does, without any error; nil as `watch` shows it without the controller.
    public func nominal(watch: WatchRule?) -> Approach {
        var calm = scenario
        calm.errors = .none
        return fly(0, RunDraw(0, seed: seed, scenario: calm), watch: watch)
    }

    private func draw(_ run: Int) -> RunDraw { RunDraw(run, seed: seed, scenario: scenario) }

    private func fly(_ run: Int, _ draw: RunDraw, watch: WatchRule?) -> Approach {
        var group = GroupFlight(scenario, routes: routes, draw: draw, watch: watch)
        group.fly()
        let closest = group.closest
        let place = closest.place
        let first = GeodeticPosition(frame.earthCentred(east: place.firstEast, north: place.firstNorth))
        let second = GeodeticPosition(frame.earthCentred(east: place.secondEast, north: place.secondNorth))
        return Approach(
            run: run, metres: closest.squared < .infinity ? first.distanceMetres(to: second) : .infinity,
            seconds: closest.time, pair: closest.pair, first: first, second: second,
            card: card(Int(closest.leg), of: scenario.pairs[closest.pair].first),
            abortSeconds: group.abortAt < .infinity ? group.abortAt : nil)
    }

    private func card(_ leg: Int, of flight: Int) -> String {
        let legs = scenario.flights[flight].legs
        guard let last = legs.last else { return "" }
        return leg < legs.count ? legs[leg].card : last.card
    }
}
