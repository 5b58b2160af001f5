import Airspace

extension RehearsalScenario {
    /// What a plan flies: the two crews of its approach, along the ways of all cards.
    ///
    /// - Throws: `ExerciseError.plan` when it has no two flights that can be flown.
    public init(_ plan: ExercisePlan) throws(ExerciseError) {
        let crews = Self.crews(of: plan)
        guard crews.count == 2 else {
            throw .plan(faults: ["the approach needs two flights with a start and a way, of two parties"])
        }
        let first = try RehearsedFlight(crews[0], in: plan)
        let second = try RehearsedFlight(crews[1], in: plan)
        let seconds = min(max(first.plannedSeconds, second.plannedSeconds) * 1.25 + 60, 14_400)
        self.init(
            first: first, second: second, minimumMetres: plan.minimum.horizontal.metres,
            verticalFeet: plan.minimum.whileVerticalBelow.feet,
            watch: WatchRule(
                bufferMetres: plan.turnAway.buffer.metres, abortRangeMetres: plan.turnAway.abortRange?.metres ?? 0,
                lookaheadSeconds: plan.turnAway.lookaheadSeconds),
            forecastWind: plan.wind, errors: plan.errors, durationSeconds: seconds.rounded(.up))
        let faults = faults
        guard faults.isEmpty else { throw .plan(faults: faults) }
    }

    /// The first two flights of the approach that are of different parties.
    static func crews(of plan: ExercisePlan) -> [Participant] {
        guard let approach = plan.cards.first(where: { $0.kind == .approach }) else { return [] }
        let flying = approach.crews.compactMap { plan.participant($0) }.filter { $0.kind == .flight && $0.start != nil }
        guard let first = flying.first, let second = flying.first(where: { $0.party != first.party }) else { return [] }
        return [first, second]
    }
}

extension RehearsedFlight {
    /// A participant along the ways of all cards.
    init(_ participant: Participant, in plan: ExercisePlan) throws(ExerciseError) {
        guard let start = participant.start else {
            throw .plan(faults: ["\(participant.identifier) has no start"])
        }
        var legs: [RehearsedLeg] = []
        for card in plan.cards {
            for point in card.routes[participant.identifier] ?? [] {
                legs.append(
                    RehearsedLeg(
                        to: point.position, levelFeet: point.level.pressureFeet,
                        metresPerSecond: point.speed.metresPerSecond, card: card.identifier))
            }
        }
        self.init(
            name: participant.callsign, start: start.position, startTrackDegrees: start.headingDegrees,
            startLevelFeet: start.level.pressureFeet, startMetresPerSecond: start.speed.metresPerSecond, legs: legs,
            performance: participant.performance,
            escape: EscapeManoeuvre(
                turn: participant.escapeTurn, headingDegrees: participant.escapeHeadingDegrees,
                levelFeet: participant.escapeLevel?.pressureFeet))
    }

    /// How long the way takes, seconds, without wind or turns.
    var plannedSeconds: Double {
        var place = start
        var seconds = 0.0
        for leg in legs {
            seconds += place.distanceMetres(to: leg.to) / max(leg.metresPerSecond, 1)
            place = leg.to
        }
        return seconds
    }
}
