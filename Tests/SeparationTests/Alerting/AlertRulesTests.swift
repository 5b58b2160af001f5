import Airspace
import Separation
import Testing

@Suite("Rules")
struct AlertRulesTests {
    private func minima(_ miles: Double, _ feet: Double) -> Minima {
        Minima(horizontal: Length(miles, .nauticalMiles), vertical: Length(feet, .feet))
    }

    @Test("An unknown class gets the strictest minima that a pair with the other class can have")
    func unknownIsStrictest() {
        let table = ClassMinima(
            minima(3, 1_000),
            exceptions: [
                ClassPair(.drone, .drone): minima(0.1, 100), ClassPair(.fighter, .airliner): minima(10, 1_000),
                ClassPair(.drone, .helicopter): minima(1, 2_000),
            ])
        #expect(table.minima(between: .drone, and: .drone) == minima(0.1, 100))
        #expect(table.minima(between: .airliner, and: .fighter) == minima(10, 1_000))
        #expect(table.minima(between: .airliner, and: .airliner) == minima(3, 1_000))
        #expect(table.minima(between: .unknown, and: .drone) == minima(3, 2_000))
        #expect(table.minima(between: .airliner, and: .unknown) == minima(10, 1_000))
        #expect(table.minima(between: .unknown, and: .unknown) == minima(10, 2_000))
        #expect(table.largest == minima(10, 2_000))
        for one in AircraftClass.allCases {
            for other in AircraftClass.allCases {
                #expect(table.minima(between: one, and: other) == table.minima(between: other, and: one))
                let known = table.minima(between: one, and: other)
                #expect(
                    table.minima(between: .unknown, and: other).strictest(known)
                        == table.minima(between: .unknown, and: other))
            }
        }
    }

    private var layered: AlertRules {
        let centre = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        func layer(_ name: String, _ lower: Double?, _ upper: Double?, _ minima: Minima, quiet: Bool = false)
            -> AlertVolume
        {
            AlertVolume(
                name: name,
                volume: Volume(
                    footprint: .circle(centre: centre, radiusMetres: 50_000),
                    lower: lower.map { Altitude(feet: $0, datum: .pressure) },
                    upper: upper.map { Altitude(feet: $0, datum: .pressure) }),
                effect: quiet ? .quiet : .alert, minima: ClassMinima(minima))
        }
        return AlertRules(
            minima: ClassMinima(minima(5, 1_000)),
            volumes: [
                layer("circuit", nil, 2_000, minima(1, 500), quiet: true),
                layer("approach", nil, 10_000, minima(3, 1_000)),
                layer("upper", 10_000, nil, minima(5, 2_000)),
            ])
    }

    private func rule(_ first: Level, _ second: Level, secondEast: Double = 0) -> PairRule {
        let here = Flyer("a", track: 0).position
        let there = Flyer("b", east: secondEast, track: 0).position
        let book = AlertRuleBook(layered)
        return layered.rule(
            between: RuledAircraft(volume: book.volumeIndex(of: here, level: first, at: 0), aircraftClass: .airliner),
            and: RuledAircraft(volume: book.volumeIndex(of: there, level: second, at: 0), aircraftClass: .airliner))
    }

    @Test("The first volume that contains an aircraft counts; between two the larger distances hold; quiet silences")
    func volumes() {
        #expect(rule(.pressure(feet: 5_000), .pressure(feet: 6_000)).volume == "approach")
        #expect(rule(.pressure(feet: 5_000), .pressure(feet: 6_000)).minima == minima(3, 1_000))
        #expect(rule(.pressure(feet: 9_500), .pressure(feet: 10_500)).minima == minima(5, 2_000))
        #expect(rule(.pressure(feet: 10_500), .pressure(feet: 9_500)).volume == "approach")
        #expect(rule(.pressure(feet: 12_000), .pressure(feet: 12_000)).volume == "upper")
        #expect(!rule(.pressure(feet: 1_500), .pressure(feet: 3_000)).alerts)
        #expect(rule(.pressure(feet: 5_000), .pressure(feet: 5_000), secondEast: 60_000).volume == "approach")
        let nowhere = RuledAircraft(volume: nil, aircraftClass: .airliner)
        let outside = layered.rule(between: nowhere, and: nowhere)
        #expect(!outside.alerts && outside.volume == nil && outside.minima == minima(5, 1_000))
    }

    @Test("Two flights by visual rules do not alert; one of them and another have the smaller minima")
    func visualFlights() {
        var rules = layered
        rules.visualFlights = VisualFlights(squawks: ["7000"], minima: minima(1.5, 2_000))
        let visual = RuledAircraft(volume: 1, aircraftClass: .unknown, squawk: "7000")
        let other = RuledAircraft(volume: 1, aircraftClass: .airliner, squawk: "1000")
        let silent = RuledAircraft(volume: 1, aircraftClass: .airliner)
        #expect(!rules.rule(between: visual, and: visual).alerts)
        #expect(rules.rule(between: visual, and: other).alerts)
        #expect(rules.rule(between: other, and: visual).minima == minima(1.5, 1_000))
        #expect(rules.rule(between: silent, and: other).minima == minima(3, 1_000))
        rules.visualFlights?.squawks.insert("7008")
        #expect(rules.faults.count == 1)
    }

    @Test("Who may be inside an alerting volume is; a quiet one takes only whoever surely is")
    func unknownLevel() {
        #expect(rule(.unknown, .unknown).volume == "approach")
        #expect(rule(.between(lowerFeet: 1_000, upperFeet: 3_000), .pressure(feet: 3_000)).alerts)
        #expect(!rule(.between(lowerFeet: 500, upperFeet: 1_900), .pressure(feet: 3_000)).alerts)
    }

    @Test("Faults are all found, in plain words")
    func faults() {
        #expect(layered.faults.isEmpty)
        var rules = layered
        rules.policy.alarmSeconds = 400
        rules.policy.confirmingCycles = 4
        rules.volumes[1].name = "upper"
        rules.volumes[0].volume.footprint = .polygon([])
        rules.volumes[0].minima = ClassMinima(
            minima(0, 1_000), exceptions: [ClassPair(.unknown, .drone): minima(1, 100)])
        rules.volumes[2].volume.upper = Altitude(feet: 9_000, datum: .pressure)
        #expect(rules.faults.count == 7, "\(rules.faults)")
        #expect(throws: SeparationError.self) { try ConflictMonitor(rules: rules) }
    }

    @Test("A volume holds in its times only")
    func times() {
        var rules = layered
        rules.volumes[1].activeUnixSeconds = 100...200
        let here = Flyer("a", track: 0).position
        let book = AlertRuleBook(rules)
        #expect(book.volumeIndex(of: here, level: .pressure(feet: 5_000), at: 150) == 1)
        #expect(book.volumeIndex(of: here, level: .pressure(feet: 5_000), at: 250) == nil)
    }

    @Test("The search for candidates covers every volume and policy")
    func largest() {
        var rules = layered
        rules.volumes[2].policy = AlertPolicy()
        rules.volumes[2].policy?.lookAheadSeconds = 600
        #expect(rules.largestMinima == minima(5, 2_000))
        #expect(rules.longestLookAheadSeconds == 600)
    }
}
