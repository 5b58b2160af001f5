import Airspace
import Separation
import TestSupport
import Testing

@Suite("Measuring afterwards")
struct HindsightTests {
    /// Flyers, some of them heard only every few seconds.
    private func reports(seed: UInt64) -> [[MeasuredReport]] {
        var random = SeededRandom(seed: seed)
        let flyers = (0..<14).map { number in
            var flyer = Flyer(
                number == 13 ? "~f13" : "f\(number)", east: .random(in: -15_000...15_000, using: &random),
                north: .random(in: -15_000...15_000, using: &random), track: .random(in: 0..<360, using: &random),
                feet: .random(in: 20_000...22_000, using: &random))
            flyer.feetPerMinute = .random(in: -1_500...1_500, using: &random)
            return (flyer, Int.random(in: 1...9, using: &random))
        }
        return (0...240).map { second in
            flyers.compactMap { flyer, interval in
                guard second.isMultiple(of: interval), second % 97 > 20 || interval < 7 else { return nil }
                let state = flyer.track(at: Double(second), start: AlertScene.start).state
                var report = MeasuredReport(
                    timeUnixSeconds: state.timeUnixSeconds, identifier: flyer.identifier, position: state.position,
                    pressureAltitudeFeet: nil)
                if case .pressure(let feet) = state.level { report.pressureAltitudeFeet = feet }
                return report
            }
        }
    }

    @Test("With one pair of minima everywhere it finds the encounters of the measuring rule", arguments: UInt64(0)..<4)
    func agreesWithRule(seed: UInt64) throws {
        let rule = MeasuringRule(minima: .enRoute, gapSeconds: 15, mergeSeconds: 20)
        let bySecond = reports(seed: seed)
        var measurer = EncounterMeasurer(rule: rule)
        bySecond.joined().forEach { measurer.add($0) }
        let expected = measurer.finish().encounters.sorted { ($0.start, $0.a, $0.b) < ($1.start, $1.a, $1.b) }

        let rules = AlertRules.everywhere
        var hindsight = HindsightMeasurer(book: AlertRuleBook(rules), rule: rule)
        var keeper = ScoreKeeper(rules: rules, mergeSeconds: rule.mergeSeconds)
        var aircraftSeconds = 0
        for second in 0..<(bySecond.count + 16) {
            if second < bySecond.count {
                for report in bySecond[second] { hindsight.add(report, aircraftClass: .unknown, squawk: nil) }
            }
            let measured = second - hindsight.secondsAhead
            guard measured >= 0 else { continue }
            let time = AlertScene.start + Double(measured)
            let (pairs, airborne) = hindsight.measure(at: Int(time))
            aircraftSeconds += airborne
            keeper.step(AlertPicture(timeUnixSeconds: time), measured: pairs, airborneAircraft: airborne)
        }
        let score = keeper.finish()
        #expect(expected.count > 3, "the scene must test something")
        #expect(score.encounters.map(\.identifier) == expected.map { AlertIdentifier($0.a, $0.b) })
        #expect(score.encounters.map(\.startUnixSeconds) == expected.map { Double($0.start) })
        #expect(score.encounters.map(\.endUnixSeconds) == expected.map { Double($0.end) })
        #expect(score.encounters.map(\.quality) == expected.map(\.quality))
        #expect(score.flightSeconds == Double(aircraftSeconds))
    }

    @Test("The rules that hold are those of the place, class and code that an aircraft had then")
    func ruled() throws {
        var rules = AlertRules.circle(radiusMetres: 5_000)
        rules.visualFlights = VisualFlights(squawks: ["7000"])
        var hindsight = HindsightMeasurer(book: AlertRuleBook(rules), rule: MeasuringRule())
        let flyers = [Flyer("a", track: 90, feet: 3_000), Flyer("b", north: 1_000, track: 90, feet: 3_000)]
        for second in 0...60 {
            for flyer in flyers {
                let state = flyer.track(at: Double(second), start: 1_000).state
                hindsight.add(
                    MeasuredReport(
                        timeUnixSeconds: state.timeUnixSeconds, identifier: flyer.identifier, position: state.position,
                        pressureAltitudeFeet: 3_000),
                    aircraftClass: .unknown, squawk: second < 40 ? "1000" : "7000")
            }
            guard second >= 15 else { continue }
            let pairs = hindsight.measure(at: 1_000 + second - 15).pairs
            #expect(pairs.count == 1)
            // They leave the circle after 22 s; from 40 s on (25 s measured) both squawk 7000.
            #expect(pairs.first?.rule.alerts == (second - 15 <= 21), "at \(second - 15)")
        }
    }
}
