import Accord
import Airspace
import TestSupport
import Testing

/// Nothing leaves without a rule, and what leaves is as its rule says.
struct DisclosureTests {
    private let start = 1_633_608_000.0
    private let own = OwnAircraft([
        OwnAircraft.Item(AircraftPattern(identifier: "3949ea")),
        OwnAircraft.Item(AircraftPattern(identifier: "3965af")),
    ])

    private func disclosure(_ change: (inout Agreement) -> Void = { _ in }) throws -> Disclosure {
        var agreement = try ExampleAgreements.westEast()
        change(&agreement)
        return Disclosure(
            agreement, party: "WEST",
            pseudonyms: try Pseudonyms(agreement: agreement.identifier, secret: [UInt8](repeating: 9, count: 32)))
    }

    private func state(
        _ identifier: String = "3949ea", at seconds: Double, latitude: Double = 48.9, longitude: Double = 2.3,
        level: Double? = 23_456, emergency: SharedEmergency? = nil
    ) -> OwnTrackState {
        OwnTrackState(
            identifier: identifier, callsign: "AFR12", timeUnixSeconds: start + seconds,
            position: GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude), levelFeet: level,
            speedKt: 433.3, trackDegrees: 359.4, verticalFpm: -1_234, emergency: emergency)
    }

    private func situation(
        _ seconds: Double, flow: AgreementFlow = .inForce, conflicts: [String: Set<String>] = [:]
    ) -> Disclosure.Situation {
        Disclosure.Situation(nowUnixSeconds: start + seconds, flow: flow, own: own, conflicts: conflicts)
    }

    private func bodies(_ actions: [Disclosure.Action]) -> [TrackBody] {
        actions.compactMap { if case .tell(_, let body) = $0 { body } else { nil } }
    }

    private func ends(_ actions: [Disclosure.Action]) -> [TrackEndedBody.Reason] {
        actions.compactMap { if case .end(_, let body) = $0 { body.reason } else { nil } }
    }

    @Test func tellsAsTheRuleSays() throws {
        var disclosure = try disclosure()
        let actions = disclosure.step([state(at: 0)], in: situation(0))
        guard case .name(let opened)? = actions.first, let body = bodies(actions).first else {
            Issue.record("\(actions)")
            return
        }
        #expect(opened.pseudonym == body.track)
        #expect(Pseudonyms.isValid(opened))
        #expect(body.rule == "west-all")
        #expect(body.levelFt == 23_500)
        #expect(body.speedKt == 435)
        #expect(body.trackDegrees == 0)
        #expect(body.verticalFpm == -1_200)
        #expect(body.gridNM == 0.5)
        #expect(body.fault == nil)
        #expect(!"\(body)".contains("AFR12"))
    }

    @Test func keepsItsRate() throws {
        var disclosure = try disclosure()
        var times: [Double] = []
        for second in 0..<60 {
            let actions = disclosure.step([state(at: Double(second))], in: situation(Double(second)))
            if !bodies(actions).isEmpty { times.append(Double(second)) }
        }
        #expect(times == stride(from: 0, to: 60, by: 5).map { $0 })
    }

    /// Receivers don't speak on the second: one that is a moment early must not cost an interval.
    @Test func aReceiverThatIsAMomentEarlyCostsNoInterval() throws {
        var disclosure = try disclosure()
        var told = 0
        for step in 0..<20 {
            let seconds = Double(step) * 5
            let early = step.isMultiple(of: 2) ? 0.2 : 0.23
            told += bodies(disclosure.step([state(at: seconds - early)], in: situation(seconds))).count
        }
        #expect(told == 20)
        // The same position once more is no news.
        let last = 19.0 * 5 - 0.23
        #expect(bodies(disclosure.step([state(at: last)], in: situation(last + 10))).isEmpty)
    }

    @Test func isFinerWhileAConflictLasts() throws {
        var disclosure = try disclosure()
        var grids: [Double] = []
        for second in 0..<20 {
            let conflicts: [String: Set<String>] =
                (8..<14).contains(second) ? ["EAST": ["3949ea"]] : ["SOUTH": ["3949ea"]]
            grids += bodies(
                disclosure.step([state(at: Double(second))], in: situation(Double(second), conflicts: conflicts))
            ).map(\.gridNM)
        }
        #expect(grids.filter { $0 == 0.1 }.count == 6)
        #expect(Set(grids) == [0.1, 0.5])
    }

    @Test func isLateByItsDelay() throws {
        var disclosure = try disclosure { $0.disclosure[0].precision.delaySeconds = 30 }
        var first: Double?
        for second in 0..<90 {
            for body in bodies(disclosure.step([state(at: Double(second))], in: situation(Double(second)))) {
                first = first ?? Double(second)
                let age = start + Double(second) - body.time.unixSeconds
                #expect(age >= 30 - 2.5 && age <= 36, "\(age)")
                #expect(body.delaySeconds == 30)
            }
        }
        #expect(first == 30)
    }

    @Test func endsWhatIsToldNoMore() throws {
        var disclosure = try disclosure()
        #expect(bodies(disclosure.step([state(at: 0)], in: situation(0))).count == 1)
        let suspended = AgreementFlow.suspended(owed: [])
        #expect(ends(disclosure.step([state(at: 5)], in: situation(5, flow: suspended))) == [.suspended])
        #expect(disclosure.step([state(at: 10)], in: situation(10, flow: suspended)).isEmpty)
        #expect(bodies(disclosure.step([state(at: 15)], in: situation(15))).count == 1)
        #expect(ends(disclosure.step([state(at: 20, latitude: 52)], in: situation(20))) == [.left])
        #expect(bodies(disclosure.step([state(at: 30)], in: situation(30))).count == 1)
        #expect(ends((35..<60).flatMap { disclosure.step([], in: situation(Double($0))) }) == [.silent])
    }

    @Test func tellsOfDistressThoughSuspended() throws {
        var disclosure = try disclosure()
        let suspended = AgreementFlow.suspended(owed: [])
        let told = bodies(disclosure.step([state(at: 0, emergency: .squawk7700)], in: situation(0, flow: suspended)))
        #expect(told.map(\.emergency) == [.squawk7700])
        #expect(bodies(disclosure.step([state(at: 9, emergency: .mayday)], in: situation(9, flow: .ended))).isEmpty)
        let foreign = state("400abc", at: 9, emergency: .mayday)
        let others = bodies(disclosure.step([foreign], in: situation(9))).filter { $0.track != told.first?.track }
        #expect(others == [])
    }

    /// A rule holds places back for a minute, and no emergency: while suspended it would else be told of a minute late, or not at all.
    @Test func distressIsNotHeldBackWithThePlace() throws {
        var disclosure = try disclosure {
            for index in $0.disclosure.indices {
                $0.disclosure[index].precision.delaySeconds = 60
                $0.disclosure[index].conflictPrecision = nil
            }
        }
        let suspended = AgreementFlow.suspended(owed: [])
        for second in 0..<120 { _ = disclosure.step([state(at: Double(second))], in: situation(Double(second))) }
        _ = disclosure.step([state(at: 120)], in: situation(120, flow: suspended))
        let told = bodies(
            disclosure.step([state(at: 126, emergency: .squawk7700)], in: situation(126, flow: suspended)))
        #expect(told.map(\.emergency) == [.squawk7700])
        #expect(told.map { $0.time.unixSeconds <= start + 126 - 60 + $0.timeGridSeconds } == [true])
    }

    /// What a reader shows is what a rule allows: of that name, between these two, and no coarser or later than it says.
    @Test func aPositionIsTakenUnderItsRuleOnly() throws {
        let agreement = try ExampleAgreements.westEast()
        var disclosure = try disclosure()
        let told = try #require(bodies(disclosure.step([state(at: 0)], in: situation(0))).first)
        #expect(agreement.rule(allowing: told, from: "WEST", to: "EAST")?.identifier == "west-all")
        #expect(agreement.rule(allowing: told, from: "EAST", to: "WEST") == nil)
        func isTaken(_ change: (inout TrackBody) -> Void) -> Bool {
            var changed = told
            change(&changed)
            return agreement.rule(allowing: changed, from: "WEST", to: "EAST") != nil
        }
        #expect(isTaken { $0.gridNM = 0.1 })
        #expect(!isTaken { $0.rule = "made-up" })
        #expect(!isTaken { $0.gridNM = 60 })
        #expect(!isTaken { $0.levelGridFt = 5_000 })
        #expect(!isTaken { $0.timeGridSeconds = 60 })
        #expect(!isTaken { $0.delaySeconds = 86_400 })
    }

    /// Thousands of random aircraft, rules, places and standings: whatever is told was allowed, on its grid, and within what its precision promises.
    @Test func nothingLeavesWithoutARule() throws {
        var generator = SeededRandom(seed: 99)
        var told = 0
        for _ in 0..<60 {
            let zoneOnly = Bool.random(using: &generator)
            let withoutVelocity = Bool.random(using: &generator)
            let band = Bool.random(using: &generator)
            var disclosure = try disclosure { agreement in
                if zoneOnly { agreement.disclosure[0].zone = "NORTH" }
                if withoutVelocity { agreement.disclosure[0].fields = [.position] }
                if band {
                    agreement.disclosure[0].lowerFeet = 20_000
                    agreement.disclosure[0].upperFeet = 25_000
                }
                agreement.disclosure[0].naming = .address
            }
            let flows: [AgreementFlow] = [.inForce, .inForce, .none, .ended, .suspended(owed: Set(OwedDuty.allCases))]
            for second in stride(from: 0.0, to: 60, by: 3) {
                let states = ["3949ea", "3965af", "aaaaaa"].map { identifier in
                    state(
                        identifier, at: second, latitude: .random(in: 46...51, using: &generator),
                        longitude: .random(in: 0...5, using: &generator),
                        level: Bool.random(using: &generator) ? .random(in: 0...40_000, using: &generator) : nil)
                }
                let flow = flows.randomElement(using: &generator) ?? .none
                let conflicts: [String: Set<String>] = Bool.random(using: &generator) ? ["EAST": ["3949ea"]] : [:]
                for body in bodies(disclosure.step(states, in: situation(second, flow: flow, conflicts: conflicts))) {
                    told += 1
                    #expect(flow == .inForce)
                    #expect(body.track != "aaaaaa")
                    let state = try #require(states.first { $0.identifier == body.track })
                    let place = GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon)
                    let metres = state.position.distanceMetres(to: place)
                    #expect(metres <= body.gridNM * 1852 * 0.5.squareRoot() + 0.2)
                    #expect(DisclosureGrid.isOnGrid(place, gridMetres: body.gridNM * 1852))
                    #expect(body.gridNM == (conflicts.isEmpty || body.track != "3949ea" ? 0.5 : 0.1))
                    if withoutVelocity {
                        #expect(body.speedKt == nil && body.trackDegrees == nil && body.levelFt == nil)
                    }
                    if band || zoneOnly { #expect((19_999.9...28_500).contains(state.levelFeet ?? 0)) }
                    if zoneOnly {
                        let centre = GeodeticPosition(latitudeDegrees: 49.6, longitudeDegrees: 2.4)
                        #expect(state.position.distanceMetres(to: centre) <= 15 * 1852)
                    }
                    #expect(body.fault == nil)
                }
            }
        }
        #expect(told > 80)
    }

    @Test func theGridHoldsEverywhere() {
        var generator = SeededRandom(seed: 5)
        for _ in 0..<2_000 {
            let latitude = Double.random(in: -90...90, using: &generator)
            let place = GeodeticPosition(
                latitudeDegrees: latitude, longitudeDegrees: .random(in: -180...180, using: &generator))
            let grid: Double = [185.2, 926, 1852, 18_520].randomElement(using: &generator) ?? 926
            let rounded = DisclosureGrid.position(place, gridMetres: grid)
            #expect(place.distanceMetres(to: rounded) <= grid * 0.5.squareRoot() + 0.2, "\(place) \(grid)")
            #expect(DisclosureGrid.isOnGrid(rounded, gridMetres: grid), "\(rounded)")
        }
    }

    @Test func pseudonymsCannotBeLinked() throws {
        let secret = [UInt8](repeating: 1, count: 32)
        let one = try Pseudonyms(agreement: "A", secret: secret).pseudonym(of: "3949EA")
        let again = try Pseudonyms(agreement: "A", secret: secret).pseudonym(of: "3949ea")
        let other = try Pseudonyms(agreement: "B", secret: secret).pseudonym(of: "3949ea")
        let secretly = try Pseudonyms(agreement: "A", secret: [UInt8](repeating: 2, count: 32)).pseudonym(of: "3949ea")
        #expect(one == again)
        #expect(Set([one.pseudonym, other.pseudonym, secretly.pseudonym]).count == 3)
        #expect(one.pseudonym.count == 16)
        var forged = one
        forged.track = "3965af"
        #expect(Pseudonyms.isValid(one) && !Pseudonyms.isValid(forged))
        #expect(throws: AccordError.self) { try Pseudonyms(agreement: "A", secret: []) }
    }

    @Test func readsTheListOfOurOwn() throws {
        let list = try OwnAircraft(
            yaml: """
                ours:
                  - identifier: 342086
                  - identifier: 48e012
                  - {callsign: AFR*, from: 2021-10-07T12:00:00Z, until: 2021-10-07T13:00:00Z}
                """)
        func ours(_ identifier: String, _ callsign: String?, _ time: Double) -> Bool {
            list.contains(identifier: identifier, callsign: callsign, atUnixSeconds: time)
        }
        #expect(ours("342086", nil, 0) && ours("48E012", nil, 0))
        #expect(!ours("4", "RYR1", start) && ours("4", "afr9 ", start) && !ours("4", "AFR9", start + 10_000))
        #expect(throws: AccordError.self) { try OwnAircraft(yaml: "ours: [{callsign: '*'}]") }
        #expect(throws: AccordError.self) { try OwnAircraft(yaml: "mine: []") }
    }
}
