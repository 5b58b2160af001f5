import Accord
import Airspace

extension RehearsalScenario {
    /// What a plan flies: the crews that it puts together, along the ways of all cards.
    ///
    /// - Throws: `ExerciseError.plan` when it has no two flights that can be flown.
    public init(_ plan: ExercisePlan) throws(ExerciseError) {
        let crews = Self.crews(of: plan)
        guard crews.count >= 2 else {
            throw .plan(faults: [
                BilingualText(
                    english: "the approach needs two flights with a start and a way, of two parties",
                    russian: "для сближения нужны два экипажа двух сторон, с началом и маршрутом")
            ])
        }
        var flights: [RehearsedFlight] = []
        for crew in crews { flights.append(try RehearsedFlight(crew, in: plan)) }
        let places = Dictionary(crews.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { one, _ in one })
        let pairs = Self.pairs(of: plan).compactMap { first, second in
            places[first.identifier].flatMap { one in places[second.identifier].map { Pair(one, $0) } }
        }
        let seconds = min((flights.map(\.plannedSeconds).max() ?? 0) * 1.25 + 60, 14_400)
        self.init(
            flights: flights, pairs: pairs, minimumMetres: plan.minimum.horizontal.metres,
            verticalFeet: plan.minimum.whileVerticalBelow.feet,
            watch: WatchRule(
                bufferMetres: plan.turnAway.buffer.metres, abortRangeMetres: plan.turnAway.abortRange?.metres ?? 0,
                lookaheadSeconds: plan.turnAway.lookaheadSeconds),
            forecastWind: plan.wind, errors: plan.errors, durationSeconds: seconds.rounded(.up))
        let faults = faults
        guard faults.isEmpty else { throw .plan(faults: faults) }
    }

    /// The flights that keep the distance from some other, in the order in which the cards name them.
    static func crews(of plan: ExercisePlan) -> [Participant] {
        var crews: [Participant] = []
        let paired = Set(pairs(of: plan).flatMap { [$0.first.identifier, $0.second.identifier] })
        for card in plan.cards where card.kind.isNear {
            for crew in card.crews where paired.contains(crew) && !crews.contains(where: { $0.identifier == crew }) {
                if let participant = plan.participant(crew) { crews.append(participant) }
            }
        }
        return crews
    }

    /// Every two flights of different parties that a card brings near each other.
    static func pairs(of plan: ExercisePlan) -> [(first: Participant, second: Participant)] {
        var found: [(first: Participant, second: Participant)] = []
        for card in plan.cards where card.kind.isNear {
            let crews = card.crews.compactMap { plan.participant($0) }.filter { $0.kind == .flight && $0.start != nil }
            for (index, first) in crews.enumerated() {
                for second in crews[(index + 1)...] where second.party != first.party {
                    let both: Set = [first.identifier, second.identifier]
                    if !found.contains(where: { both == [$0.first.identifier, $0.second.identifier] }) {
                        found.append((first, second))
                    }
                }
            }
        }
        return found
    }
}

extension ExerciseCard.Kind {
    /// Whether crews are near each other on such a card.
    var isNear: Bool { self == .approach || self == .exchange || self == .opening }
}

extension RehearsedFlight {
    /// A participant along the ways of all cards.
    init(_ participant: Participant, in plan: ExercisePlan) throws(ExerciseError) {
        guard let start = participant.start else {
            throw .plan(faults: [
                BilingualText(
                    english: "\(participant.identifier) has no start",
                    russian: "у \(participant.identifier) нет начала (start)")
            ])
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
