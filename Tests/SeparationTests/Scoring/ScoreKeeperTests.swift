import Airspace
import Separation
import Testing

@Suite("The score of predictions")
struct ScoreKeeperTests {
    private let rule = PairRule(minima: .enRoute, policy: AlertPolicy(), volume: "all", alerts: true)

    private func alert(_ level: AlertLevel, _ identifier: AlertIdentifier = pairAB) -> Alert {
        let place = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        let prediction = PairPrediction(
            horizontalMetres: 20_000, verticalFeet: 0, isInLoss: false, secondsToLoss: 50, secondsToLossEnd: 90,
            secondsToCPA: 70, cpaHorizontalMetres: 0, cpaVerticalFeet: 0, cpaFirst: place, cpaSecond: place,
            rangeRateMetresPerSecond: -200, verticalRateFeetPerSecond: 0, closestRatio: 0)
        return Alert(
            identifier: identifier, firstAircraft: "a", secondAircraft: "b", level: level, sinceUnixSeconds: 0,
            prediction: prediction, minima: .enRoute, volume: "all", isDiverging: false, isLevelUnknown: false,
            flaws: [])
    }

    private func measured(share: Double, _ rule: PairRule? = nil, _ identifier: AlertIdentifier = pairAB)
        -> MeasuredPair
    {
        MeasuredPair(
            identifier: identifier, horizontalMetres: share * 9_260, verticalFeet: 0, rule: rule ?? self.rule)
    }

    /// Plays seconds from 0: what was said in each, and how near the two were (nil: not measured).
    private func play(_ seconds: [(AlertLevel?, Double?)], rule: PairRule? = nil) -> PredictionScore {
        var keeper = ScoreKeeper(rules: .everywhere)
        for (second, (level, share)) in seconds.enumerated() {
            var picture = AlertPicture(timeUnixSeconds: Double(second))
            picture.alerts = level.map { [alert($0)] } ?? []
            keeper.step(picture, measured: share.map { [measured(share: $0, rule)] } ?? [], airborneAircraft: 2)
        }
        return keeper.finish()
    }

    @Test("Warning times count from when each level was first said to when the loss began")
    func warningTimes() {
        var seconds: [(AlertLevel?, Double?)] = Array(repeating: (nil, nil), count: 10)
        seconds += Array(repeating: (AlertLevel.none, 1.2), count: 20)
        seconds += Array(repeating: (AlertLevel.advisory, 1.1), count: 30)
        seconds += Array(repeating: (AlertLevel.alarm, 1.05), count: 40)
        seconds += Array(repeating: (AlertLevel.alarm, 0.5), count: 10)
        let score = play(seconds)
        #expect(score.encounters.count == 1)
        #expect(score.encounters.first?.startUnixSeconds == 100)
        #expect(score.encounters.first?.endUnixSeconds == 109)
        #expect(score.encounters.first?.nearSinceUnixSeconds == 10)
        #expect(score.warningSeconds(\.shownUnixSeconds) == [90])
        #expect(score.warningSeconds(\.advisoryUnixSeconds) == [70])
        #expect(score.warningSeconds(\.alarmUnixSeconds) == [40])
        #expect(score.announced(\.alarmUnixSeconds, atLeast: 40) == 1)
        #expect(score.announced(\.alarmUnixSeconds, atLeast: 41) == 0)
        #expect(score.flightSeconds == 220)
        #expect(score.nuisances(score.alarms) == 0)
    }

    @Test("What is first said after the loss began is a negative warning; what is never said is none")
    func late() {
        let late = play([(nil, 0.9), (nil, 0.9), (nil, 0.8), (.advisory, 0.7)])
        #expect(late.warningSeconds(\.advisoryUnixSeconds) == [-3])
        #expect(late.warningSeconds(\.alarmUnixSeconds).isEmpty)
        #expect(late.announced(\.advisoryUnixSeconds, atLeast: 0) == 0)
    }

    @Test("An earlier conflict that had ended long before is not the one that led to the loss")
    func endedBefore() {
        var seconds: [(AlertLevel?, Double?)] = [(.alarm, 1.2)]
        seconds += Array(repeating: (nil, 1.2), count: 40)
        seconds += [(nil, 0.9)]
        #expect(play(seconds).warningSeconds(\.alarmUnixSeconds).isEmpty)
    }

    @Test("A conflict that never came within 1.25 times the minima is a nuisance; within a quarter of it is not")
    func nuisance() {
        let never = play([(.alarm, nil), (.alarm, 1.3), (nil, nil)])
        #expect(never.nuisances(never.alarms) == 1)
        #expect(never.perFlightHour(never.alarms) == 600)
        let later = play([(.alarm, nil), (nil, nil), (nil, 1.24)])
        #expect(later.nuisances(later.alarms) == 0)
        #expect(later.encounters.isEmpty)
    }

    @Test("A flicker is one conflict, a break of a quarter of a minute makes two")
    func flicker() {
        let gap = Array(repeating: (AlertLevel?.none, Double?.none), count: 10)
        #expect(play([(.advisory, nil)] + gap + [(.advisory, nil)]).advisories.count == 1)
        #expect(play([(.advisory, nil)] + gap + gap + [(.advisory, nil)]).advisories.count == 2)
    }

    @Test("Losses a minute apart are one encounter; where the rules do not alert there is none")
    func merging() {
        let gap = Array(repeating: (AlertLevel?.none, Double?(1.2)), count: 59)
        #expect(play([(nil, 0.9)] + gap + [(nil, 0.9)]).encounters.count == 1)
        #expect(play([(nil, 0.9)] + gap + [(nil, 1.1), (nil, 0.9)]).encounters.count == 2)
        var quiet = rule
        quiet.alerts = false
        #expect(play([(nil, 0.5)], rule: quiet).encounters.isEmpty)
        #expect(play([(nil, 1)]).encounters.isEmpty, "exactly the minimum is no loss")
    }

    @Test("Data with a flaw does not count, and is listed all the same")
    func flaws() {
        var score = play([(.alarm, 1.1), (.alarm, 0.9)])
        #expect(score.warningSeconds(\.alarmUnixSeconds) == [1])
        score.encounters[0].quality = [.levelTolerance]
        #expect(score.cleanEncounters.count == 1)
        score.encounters[0].quality = [.frozen]
        #expect(score.warningSeconds(\.alarmUnixSeconds).isEmpty)
        #expect(score.encounters.count == 1)
    }

    @Test("A score can be cut by minima")
    func byMinima() {
        let score = play([(.alarm, 1.1), (.alarm, 0.9)])
        #expect(score.minima == [.enRoute])
        #expect(score.restricted(to: .enRoute).alarms.count == 1)
        let other = Minima(horizontal: Length(3, .nauticalMiles), vertical: Length(1_000, .feet))
        #expect(score.restricted(to: other).encounters.isEmpty && score.restricted(to: other).alarms.isEmpty)
    }
}
