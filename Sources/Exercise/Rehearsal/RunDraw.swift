import Airspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What chance decided for one run. All of it is drawn before the run begins, in one order, whatever happens in it.
struct RunDraw: Sendable {
    /// What it decided for one crew.
    struct Crew: Sendable {
        var navigation: HorizontalVelocity
        var drift: HorizontalVelocity
        var speed: Double
        var startSeconds: Double
        var levelFeet: Double
        var reactionSeconds: Double
        /// The leg flown on a wrong heading; -1: none.
        var wrongLeg: Int32
        var wrongDegrees: Double
        var wrongSeconds: Double
        var turnsWrongWay: Bool
    }

    /// For each flight.
    var crews: [Crew]
    var wind: HorizontalVelocity
    /// How far off the controller sees each pair.
    var surveillance: [HorizontalVelocity]
    var controllerSeconds: Double

    /// The draw of run number `run`.
    init(_ run: Int, seed: UInt64, scenario: RehearsalScenario) {
        let errors = scenario.errors
        var generator = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: run))
        wind = Self.pair(errors.windMetresPerSecond, &generator)
        surveillance = [Self.pair(errors.surveillanceMetres, &generator)]
        controllerSeconds = generator.reaction(
            medianSeconds: errors.controllerSeconds, spread: errors.reactionSpread)
        crews = []
        crews.reserveCapacity(scenario.flights.count)
        for flight in scenario.flights { crews.append(Self.crew(errors, legs: flight.legs.count, &generator)) }
        // After the crews, so that a plan of two flights draws the same numbers whatever comes after.
        for _ in scenario.pairs.dropFirst() {
            surveillance.append(Self.pair(errors.surveillanceMetres, &generator))
        }
    }

    private static func pair(_ sigma: Double, _ generator: inout SeededGenerator) -> HorizontalVelocity {
        let east = generator.normal(sigma: sigma)
        return HorizontalVelocity(east: east, north: generator.normal(sigma: sigma))
    }

    private static func crew(_ errors: RehearsalErrors, legs: Int, _ generator: inout SeededGenerator) -> Crew {
        let navigation = pair(errors.navigationMetres, &generator)
        let drift = pair(errors.navigationDriftMetresPerSecond, &generator)
        let speed = generator.normal(sigma: errors.speedMetresPerSecond)
        let start = generator.normal(sigma: errors.startSeconds)
        let level = generator.normal(sigma: errors.levelFeet)
        let reaction = generator.reaction(medianSeconds: errors.crewSeconds, spread: errors.reactionSpread)
        let isWrong = generator.uniform() < errors.wrongHeadingChance
        let leg = Int32(generator.uniform() * Double(max(legs, 1)))
        let side = generator.uniform() < 0.5 ? -1.0 : 1
        let degrees = side * errors.wrongHeadingDegrees * (0.5 + generator.uniform())
        let noticed = generator.reaction(medianSeconds: errors.wrongHeadingSeconds, spread: errors.reactionSpread)
        return Crew(
            navigation: navigation, drift: drift, speed: speed, startSeconds: start, levelFeet: level,
            reactionSeconds: reaction, wrongLeg: isWrong ? leg : -1, wrongDegrees: degrees, wrongSeconds: noticed,
            turnsWrongWay: generator.uniform() < errors.wrongTurnChance)
    }

    /// The same run without one cause; reactions become the usual ones, since nobody reacts at once.
    func without(_ cause: RehearsalCause, errors: RehearsalErrors) -> RunDraw {
        var draw = self
        let none = HorizontalVelocity(east: 0, north: 0)
        for index in draw.crews.indices {
            switch cause {
            case .wrongHeading:
                draw.crews[index].wrongLeg = -1
                draw.crews[index].turnsWrongWay = false
            case .reaction:
                draw.crews[index].reactionSeconds = min(crews[index].reactionSeconds, errors.crewSeconds)
            case .navigation:
                draw.crews[index].navigation = none
                draw.crews[index].drift = none
            case .timing:
                draw.crews[index].speed = 0
                draw.crews[index].startSeconds = 0
            case .level: draw.crews[index].levelFeet = 0
            case .wind, .surveillance, .together, .plan: break
            }
        }
        switch cause {
        case .reaction: draw.controllerSeconds = min(controllerSeconds, errors.controllerSeconds)
        case .wind: draw.wind = none
        case .surveillance: draw.surveillance = surveillance.map { _ in none }
        default: break
        }
        return draw
    }
}
