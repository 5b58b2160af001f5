public import Airspace

/// Measures afterwards, by the measuring rule's tracks, how far apart aircraft really were, and what the rules said of them there.
///
/// Reports are added in the order of time; a second can be measured once the reports of the next `gap` seconds are in.
public struct HindsightMeasurer: Sendable {
    private let book: AlertRuleBook
    private let gap: Int
    private var slots: [String: Int] = [:]
    private var trails: [AircraftTrail] = []
    private var facts: [(aircraftClass: AircraftClass, squawk: String?)] = []
    private var active: [Int] = []
    private var isActive: [Bool] = []
    private var grid = ProximityGrid()

    /// A measurer for rules and the measuring rule's gap.
    public init(book: AlertRuleBook, rule: MeasuringRule) {
        self.book = book
        gap = Int(rule.gapSeconds)
    }

    /// How many seconds of reports after a second are needed to measure it.
    public var secondsAhead: Int { gap }

    /// Takes a report and what its aircraft says of itself; it is kept or not by the measuring rule.
    public mutating func add(_ report: MeasuredReport, aircraftClass: AircraftClass, squawk: String?) {
        guard let second = report.second else { return }
        let known = slots[report.identifier]
        let slot = known ?? trails.count
        if known == nil {
            slots[report.identifier] = slot
            trails.append(AircraftTrail(identifier: report.identifier))
            facts.append((.unknown, nil))
            isActive.append(false)
        }
        if aircraftClass != .unknown { facts[slot].aircraftClass = aircraftClass }
        if let squawk { facts[slot].squawk = squawk }
        if let callsign = report.callsign, !callsign.isEmpty { trails[slot].hear(callsign, at: second) }
        guard let kept = report.kept(at: second).report else { return }
        _ = trails[slot].insert(kept)
        if !isActive[slot] {
            isActive[slot] = true
            active.append(slot)
        }
    }

    /// One second: every pair within 1.25 times the minima that hold for it, and how many aircraft were in flight.
    ///
    /// Seconds are asked for in ascending order.
    public mutating func measure(at second: Int) -> (pairs: [MeasuredPair], airborneAircraft: Int) {
        var sky = SecondOfSky()
        for slot in active {
            if let report = trails[slot].position(at: second, gap: gap) { sky.append(slot: slot, report) }
            isActive[slot] = !trails[slot].isEmpty
        }
        active.removeAll { !isActive[$0] }

        let reach = book.rules.largestMinima.horizontal.metres * ScoredConflict.worthwhileShare
        let furthestFeet = book.rules.largestMinima.vertical.feet * ScoredConflict.worthwhileShare
        var near: [(Int, Int, Double)] = []
        grid.forEachPair(x: sky.x, y: sky.y, z: sky.z, within: reach) { first, other, chordSquared in
            if abs(sky.altitudeFeet[first] - sky.altitudeFeet[other]) < furthestFeet {
                near.append((first, other, chordSquared))
            }
        }
        var ruled: [Int: RuledAircraft] = [:]
        let pairs = near.compactMap { first, other, chordSquared -> MeasuredPair? in
            for index in [first, other] where ruled[index] == nil {
                ruled[index] = rule(index, in: sky, at: second)
            }
            guard let one = ruled[first], let two = ruled[other] else { return nil }
            let pair = pair(first, other, chordSquared, in: sky, second, book.rules.rule(between: one, and: two))
            return pair.share < ScoredConflict.worthwhileShare ? pair : nil
        }
        return (pairs.sorted { $0.identifier < $1.identifier }, sky.slots.count)
    }

    private func rule(_ index: Int, in sky: SecondOfSky, at second: Int) -> RuledAircraft {
        let fact = facts[sky.slots[index]]
        let volume = book.volumeIndex(
            of: sky.position(index), level: .pressure(feet: sky.altitudeFeet[index]), at: Double(second))
        return RuledAircraft(volume: volume, aircraftClass: fact.aircraftClass, squawk: fact.squawk)
    }

    private func pair(
        _ first: Int, _ other: Int, _ chordSquared: Double, in sky: SecondOfSky, _ second: Int, _ rule: PairRule
    ) -> MeasuredPair {
        let isOrdered = trails[sky.slots[first]].identifier < trails[sky.slots[other]].identifier
        let (a, b) = isOrdered ? (first, other) : (other, first)
        let metres = ChordDistance.arcMetres(chordSquared: chordSquared)
        let feet = roundedToHundredthFeet(abs(sky.altitudeFeet[a] - sky.altitudeFeet[b]))
        let trailA = trails[sky.slots[a]]
        let trailB = trails[sky.slots[b]]
        var pair = MeasuredPair(
            identifier: AlertIdentifier(trailA.identifier, trailB.identifier), horizontalMetres: metres,
            verticalFeet: feet, rule: rule)
        pair.callsigns = (trailA.callsign, trailB.callsign)
        pair.loss = PairLoss(
            second: second, horizontalMetres: metres, verticalFeet: feet, placeA: sky.place(a), placeB: sky.place(b),
            footA: sky.foot(a), footB: sky.foot(b), quality: sky.quality[a].union(sky.quality[b]))
        return pair
    }
}
