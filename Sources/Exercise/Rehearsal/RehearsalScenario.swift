public import Airspace

/// What is flown in a rehearsal: the flights, which of them keep a distance, who watches them, and how everybody errs.
public struct RehearsalScenario: Sendable, Hashable {
    /// Two flights that the plan puts together: their places among the flights.
    public struct Pair: Sendable, Hashable {
        /// The one.
        public var first: Int
        /// The other.
        public var second: Int

        /// Two of the flights.
        public init(_ first: Int, _ second: Int) {
            self.first = first
            self.second = second
        }
    }

    /// The flights; two at least.
    public var flights: [RehearsedFlight]
    /// Which of them keep the distance from each other; one pair at least.
    public var pairs: [Pair]
    /// The horizontal distance that must be kept, metres, WGS-84.
    public var minimumMetres: Double
    /// The minimum holds while the levels are closer than this, feet.
    public var verticalFeet: Double
    /// When the watch acts.
    public var watch: WatchRule
    /// The wind that everybody reckons with, metres per second (where it blows to).
    public var forecastWind: HorizontalVelocity
    /// How far from the plan people and machines are.
    public var errors: RehearsalErrors
    /// How long a run lasts at most.
    public var durationSeconds: Double

    /// A scenario of two flights.
    public init(
        first: RehearsedFlight, second: RehearsedFlight, minimumMetres: Double, verticalFeet: Double, watch: WatchRule,
        forecastWind: HorizontalVelocity = HorizontalVelocity(east: 0, north: 0),
        errors: RehearsalErrors = RehearsalErrors(), durationSeconds: Double
    ) {
        self.init(
            flights: [first, second], pairs: [Pair(0, 1)], minimumMetres: minimumMetres, verticalFeet: verticalFeet,
            watch: watch, forecastWind: forecastWind, errors: errors, durationSeconds: durationSeconds)
    }

    /// A scenario of any number of flights; `faults` says whether it can be flown.
    public init(
        flights: [RehearsedFlight], pairs: [Pair], minimumMetres: Double, verticalFeet: Double, watch: WatchRule,
        forecastWind: HorizontalVelocity = HorizontalVelocity(east: 0, north: 0),
        errors: RehearsalErrors = RehearsalErrors(), durationSeconds: Double
    ) {
        self.flights = flights
        self.pairs = pairs
        self.minimumMetres = minimumMetres
        self.verticalFeet = verticalFeet
        self.watch = watch
        self.forecastWind = forecastWind
        self.errors = errors
        self.durationSeconds = durationSeconds
    }
}

/// When the safety controller calls the abort.
public struct WatchRule: Sendable, Hashable {
    /// A predicted distance below this is one to turn away from, metres.
    public var bufferMetres: Double
    /// A present distance below this, while closing, is one too, metres.
    public var abortRangeMetres: Double
    /// How far straight flight is predicted, seconds.
    public var lookaheadSeconds: Double
    /// How old the positions are that the controller sees, seconds.
    public var delaySeconds: Double

    /// A rule. An abort range of zero: only the prediction counts.
    public init(
        bufferMetres: Double, abortRangeMetres: Double = 0, lookaheadSeconds: Double = 30, delaySeconds: Double = 2
    ) {
        self.bufferMetres = bufferMetres
        self.abortRangeMetres = abortRangeMetres
        self.lookaheadSeconds = lookaheadSeconds
        self.delaySeconds = delaySeconds
    }
}

/// One aircraft of a rehearsal: where it begins, where it goes, what it can do.
public struct RehearsedFlight: Sendable, Hashable {
    /// Who it is.
    public var name: String
    /// Where it begins.
    public var start: GeodeticPosition
    /// Its heading there, degrees true.
    public var startTrackDegrees: Double
    /// Its level there, feet of pressure altitude.
    public var startLevelFeet: Double
    /// Its true airspeed there, metres per second.
    public var startMetresPerSecond: Double
    /// Where it goes, in order; after the last point it flies straight on.
    public var legs: [RehearsedLeg]
    /// What it can do.
    public var performance: FlightPerformance
    /// What it does on an abort.
    public var escape: EscapeManoeuvre

    /// A flight.
    public init(
        name: String, start: GeodeticPosition, startTrackDegrees: Double, startLevelFeet: Double,
        startMetresPerSecond: Double, legs: [RehearsedLeg], performance: FlightPerformance = FlightPerformance(),
        escape: EscapeManoeuvre = EscapeManoeuvre()
    ) {
        self.name = name
        self.start = start
        self.startTrackDegrees = startTrackDegrees
        self.startLevelFeet = startLevelFeet
        self.startMetresPerSecond = startMetresPerSecond
        self.legs = legs
        self.performance = performance
        self.escape = escape
    }
}

/// The way to one point.
public struct RehearsedLeg: Sendable, Hashable {
    /// Where to.
    public var to: GeodeticPosition
    /// At which level, feet of pressure altitude.
    public var levelFeet: Double
    /// At which true airspeed, metres per second.
    public var metresPerSecond: Double
    /// The card it is flown for.
    public var card: String

    /// A leg.
    public init(to: GeodeticPosition, levelFeet: Double, metresPerSecond: Double, card: String) {
        self.to = to
        self.levelFeet = levelFeet
        self.metresPerSecond = metresPerSecond
        self.card = card
    }
}

/// What an aircraft does, and no more, while it keeps to its plan.
public struct FlightPerformance: Sendable, Hashable {
    /// The steepest bank, degrees.
    public var bankDegrees: Double
    /// How fast it rolls, degrees per second.
    public var rollDegreesPerSecond: Double
    /// How fast its speed changes, metres per second squared.
    public var accelerationMetresPerSecondSquared: Double
    /// How fast its level changes, feet per minute.
    public var climbFeetPerMinute: Double

    /// A performance; the defaults are what a crew in visual contact flies calmly.
    public init(
        bankDegrees: Double = 30, rollDegreesPerSecond: Double = 15, accelerationMetresPerSecondSquared: Double = 1.5,
        climbFeetPerMinute: Double = 3_000
    ) {
        self.bankDegrees = bankDegrees
        self.rollDegreesPerSecond = rollDegreesPerSecond
        self.accelerationMetresPerSecondSquared = accelerationMetresPerSecondSquared
        self.climbFeetPerMinute = climbFeetPerMinute
    }
}

/// What a crew does when the abort is called.
public struct EscapeManoeuvre: Sendable, Hashable {
    /// Which way to turn.
    public enum Turn: String, Sendable, Hashable, CaseIterable {
        case left
        case right
    }

    /// Which way; nil: the short way.
    public var turn: Turn?
    /// The heading to roll out on, degrees true; nil: away from the other.
    public var headingDegrees: Double?
    /// The level to go to, feet of pressure altitude; nil: stay.
    public var levelFeet: Double?
    /// The bank, degrees; nil: the usual one.
    public var bankDegrees: Double?

    /// A manoeuvre.
    public init(
        turn: Turn? = nil, headingDegrees: Double? = nil, levelFeet: Double? = nil, bankDegrees: Double? = nil
    ) {
        self.turn = turn
        self.headingDegrees = headingDegrees
        self.levelFeet = levelFeet
        self.bankDegrees = bankDegrees
    }
}
