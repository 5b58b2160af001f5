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

    var first: Crew
    var second: Crew
    var wind: HorizontalVelocity
    var surveillance: HorizontalVelocity
    var controllerSeconds: Double

    /// The draw of run number `run`.
    init(_ run: Int, seed: UInt64, scenario: RehearsalScenario) {
        let errors = scenario.errors
        var generator = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: run))
        wind = Self.pair(errors.windMetresPerSecond, &generator)
        surveillance = Self.pair(errors.surveillanceMetres, &generator)
        controllerSeconds = generator.reaction(
            medianSeconds: errors.controllerSeconds, spread: errors.reactionSpread)
        first = Self.crew(errors, legs: scenario.first.legs.count, &generator)
        second = Self.crew(errors, legs: scenario.second.legs.count, &generator)
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
        switch cause {
        case .wrongHeading:
            draw.first.wrongLeg = -1
            draw.second.wrongLeg = -1
            draw.first.turnsWrongWay = false
            draw.second.turnsWrongWay = false
        case .reaction:
            draw.controllerSeconds = min(controllerSeconds, errors.controllerSeconds)
            draw.first.reactionSeconds = min(first.reactionSeconds, errors.crewSeconds)
            draw.second.reactionSeconds = min(second.reactionSeconds, errors.crewSeconds)
        case .wind: draw.wind = none
        case .navigation:
            draw.first.navigation = none
            draw.first.drift = none
            draw.second.navigation = none
            draw.second.drift = none
        case .timing:
            draw.first.speed = 0
            draw.first.startSeconds = 0
            draw.second.speed = 0
            draw.second.startSeconds = 0
        case .surveillance: draw.surveillance = none
        case .level:
            draw.first.levelFeet = 0
            draw.second.levelFeet = 0
        case .together, .plan: break
        }
        return draw
    }
}
