import Accord
import Airspace
import Exercise
import Phraseology
import Testing

/// A run with everything at hand that a test needs.
struct RunHarness {
    let plan: ExercisePlan
    var run: ExerciseRun
    var actions: [RunAction]
    var simulator: FlightSimulator
    var now: Double
    let officer = Person(name: "Lt Ivanova", role: .watchOfficer)

    init(_ changes: [(String, String)] = [], checkedIn: Bool = true) throws {
        plan = try ExamplePlan.plan(changes)
        simulator = try FlightSimulator(plan)
        now = try #require(plan.contact.atUnixSeconds)
        (run, actions) = ExerciseRun.begin(
            plan, identifier: "run-1", isSimulated: true, by: officer, station: .station("WEST"), now: now)
        if checkedIn { for participant in plan.participants { checkIn(participant.identifier) } }
    }

    mutating func checkIn(_ participant: String) {
        actions += run.handle(.checkIn(participant: participant, frequency: "KILO", by: officer), now: now)
    }

    /// Flies on for so many seconds; `change` may alter or drop a report.
    mutating func fly(_ seconds: Int, change: (inout RunReport) -> Bool = { _ in true }) {
        for _ in 0..<seconds {
            for report in simulator.next() {
                for basis in RangeBody.Basis.allCases {
                    var given = RunReport(
                        participant: report.participant, timeUnixSeconds: report.timeUnixSeconds,
                        position: report.position, levelFeet: report.levelFeet, velocity: report.velocity, basis: basis)
                    if change(&given) { actions += run.handle(.report(given), now: now) }
                }
            }
            actions += run.tick(now: now)
            now += 1
        }
    }

    mutating func say(_ participant: String, _ language: String, _ text: String, isReadBack: Bool = false) throws {
        let message = try LineMessage(parsing: text)
        actions += run.handle(
            .said(
                participant: participant, language: language, elements: message.elements, isReadBack: isReadBack),
            now: now)
    }

    /// Everything that both crews say in the exchange.
    mutating func exchange() throws {
        let viper =
            "POS.REPORT dist=5NM dir=south point=KILO; POS.HEADING hdg=090; MAN.LEVEL_FL level=FL200; POS.SPEED speed=350kt"
        let sokol =
            "POS.REPORT dist=3NM dir=north point=KILO; POS.HEADING hdg=091; MAN.LEVEL_FL level=FL205; POS.SPEED speed=650km/h"
        try say("VIPER", "en", viper)
        try say("SOKOL", "ru", viper, isReadBack: true)
        try say("SOKOL", "ru", sokol)
        try say("VIPER", "en", sokol, isReadBack: true)
    }

    func entries<Body: EntryBody>(_ kind: Body.Type) -> [Body] {
        actions.compactMap { if case .append(let draft) = $0 { draft.body as? Body } else { nil } }
    }

    var alarms: [AbortBody.Reason] {
        actions.compactMap { if case .alarm(let reason, _, _) = $0 { reason } else { nil } }
    }
}

struct RunTests {
    @Test func aRunGoesThroughAllCards() throws {
        var harness = try RunHarness()
        harness.fly(290)
        #expect(harness.run.card?.identifier == "exchange")
        try harness.exchange()
        #expect(harness.run.card?.identifier == "opening")
        harness.fly(400)
        #expect(harness.run.phase == .complete)
        #expect(harness.run.cards.allSatisfy { $0.state == .passed }, "\(harness.run.cards)")
        #expect(harness.alarms.isEmpty)
        let passed = harness.entries(CardBody.self).filter { $0.state == .passed }.map(\.card)
        #expect(passed == ["check-in", "approach", "exchange", "opening", "departure"])
        #expect(harness.entries(RunBody.self).map(\.state) == [.started])
        #expect(harness.entries(CheckInBody.self).count == 5)
        // Once a second and basis, while cards are flown.
        let ranges = harness.entries(RangeBody.self)
        #expect(Set(ranges.map { "\($0.time.text) \($0.basis)" }).count == ranges.count)
        #expect(ranges.contains { $0.basis == .own } && ranges.contains { $0.basis == .shared })
        harness.actions += harness.run.handle(.end(by: harness.officer), now: harness.now)
        #expect(harness.entries(RunBody.self).map(\.state) == [.started, .ended])
        #expect(harness.run.handle(.abort(word: nil, by: harness.officer), now: harness.now).isEmpty)
        #expect(!harness.actions.contains { if case .fault = $0 { true } else { false } })
    }

    @Test func theMessagesOfACardAreProposed() throws {
        let harness = try RunHarness()
        let prompts = harness.actions.compactMap { action -> String? in
            if case .prompt(let card, let message) = action { "\(card) \(message.code)" } else { nil }
        }
        #expect(prompts == ["check-in LINE.CHECK", "approach COORD.DISTANCE"])
    }

    @Test func aBufferThatIsUndercutBreaksOff() throws {
        var harness = try RunHarness([("predicted-below: 3.2 NM", "predicted-below: 3.9 NM")])
        harness.fly(300)
        #expect(harness.alarms == [.buffer])
        #expect(harness.run.phase == .aborted(.buffer))
        #expect(harness.entries(AbortBody.self).map(\.reason) == [.buffer])
        #expect(harness.entries(CardBody.self).last?.state == .failed)
        // Once only, and the distances go on until the run ends.
        let before = harness.entries(RangeBody.self).count
        harness.fly(5)
        #expect(harness.entries(RangeBody.self).count > before)
        #expect(harness.entries(AbortBody.self).count == 1)
    }

    @Test func aTrackOlderThanFiveSecondsBreaksOff() throws {
        var harness = try RunHarness()
        harness.fly(100)
        harness.fly(5) { $0.participant != "SOKOL" }
        #expect(harness.alarms.isEmpty)
        harness.fly(1) { $0.participant != "SOKOL" }
        #expect(harness.alarms == [.staleTrack])
    }

    @Test func aLostLevelBreaksOff() throws {
        var harness = try RunHarness()
        harness.fly(100)
        harness.fly(1) {
            if $0.participant == "VIPER" { $0.levelFeet = nil }
            return true
        }
        #expect(harness.alarms == [.levelLost])
    }

    @Test func lostContactBreaksOff() throws {
        var harness = try RunHarness()
        harness.fly(10)
        harness.actions += harness.run.handle(
            .contact(participant: "SOKOL", isLost: true, by: harness.officer), now: harness.now)
        #expect(harness.alarms == [.contactLost])
    }

    @Test func somebodyElseNearTheZoneBreaksOff() throws {
        var harness = try RunHarness()
        harness.fly(10)
        let far = GeodeticPosition(latitudeDegrees: 36.5, longitudeDegrees: 38.75)
        let near = GeodeticPosition(latitudeDegrees: 35.7, longitudeDegrees: 38.75)
        func other(_ position: GeodeticPosition, _ level: Double?) -> RunEvent {
            .other(identifier: "4b1902", position: position, levelFeet: level, timeUnixSeconds: harness.now)
        }
        harness.actions += harness.run.handle(other(far, 20_000), now: harness.now)
        harness.actions += harness.run.handle(other(near, 37_000), now: harness.now)
        #expect(harness.alarms.isEmpty)
        // Who shows no level may be at any.
        harness.actions += harness.run.handle(other(near, nil), now: harness.now)
        #expect(harness.alarms == [.intruder])
    }

    @Test func anyoneMayCallIt() throws {
        var harness = try RunHarness()
        harness.fly(10)
        harness.actions += harness.run.handle(.abort(word: "KNOCK IT OFF", by: harness.officer), now: harness.now)
        #expect(harness.alarms == [.called])
        guard case .alarm(_, let words, let message)? = harness.actions.last else {
            Issue.record("the alarm is not the last action")
            return
        }
        #expect(words.english.hasPrefix("KNOCK IT OFF") && words.russian.hasPrefix("ПРЕКРАТИТЬ ТРЕНИРОВКУ"))
        #expect(message?.code == "EX.KNOCKITOFF")
    }

    @Test func theOtherSidesAbortCountsHereAndIsNotWrittenAgain() throws {
        var harness = try RunHarness()
        harness.fly(10)
        let draft = try EntryDraft(
            AbortBody(
                run: "run-1", reason: .called, word: "ПРЕКРАТИТЬ", by: Person(name: "кап. Орлов", role: .watchOfficer)))
        let entry = try Entry(try draft.bytes(atUnixSeconds: harness.now, salt: [UInt8](repeating: 7, count: 16)))
        harness.actions += harness.run.handle(entry, now: harness.now)
        #expect(harness.alarms == [.called])
        #expect(harness.entries(AbortBody.self).isEmpty)
        #expect(harness.run.phase == .aborted(.called))
    }

    @Test func aCardThatIsNotDoneInTimeFailsWithWhatIsOpen() throws {
        var harness = try RunHarness(checkedIn: false)
        for crew in ["SOKOL", "VIPER", "GUARD", "ZENIT"] { harness.checkIn(crew) }
        #expect(harness.run.missing == ["RANGE"])
        harness.fly(125)
        let failed = harness.entries(CardBody.self).first { $0.state == .failed }
        #expect(failed?.card == "check-in")
        #expect(failed?.reason?.contains("RANGE not heard") == true)
        #expect(harness.run.card?.identifier == "approach")
    }

    @Test func aWrongReadBackLeavesTheExchangeOpen() throws {
        var harness = try RunHarness()
        harness.fly(290)
        let position = "POS.REPORT dist=5NM dir=south point=KILO"
        let rest = "MAN.LEVEL_FL level=FL200; POS.SPEED speed=350kt"
        for (speaker, other, own, theirs) in [("VIPER", "SOKOL", "en", "ru"), ("SOKOL", "VIPER", "ru", "en")] {
            try harness.say(speaker, own, "\(position); POS.HEADING hdg=090; \(rest)")
            // One digit of one heading is wrong.
            let heading = speaker == "VIPER" ? "080" : "090"
            try harness.say(other, theirs, "\(position); POS.HEADING hdg=\(heading); \(rest)", isReadBack: true)
        }
        #expect(harness.run.card?.identifier == "exchange")
        // Who corrects nobody but himself has not read anything back.
        try harness.say("VIPER", "en", "POS.HEADING hdg=090", isReadBack: true)
        #expect(harness.run.card?.identifier == "exchange")
        try harness.say("SOKOL", "ru", "POS.HEADING hdg=090", isReadBack: true)
        #expect(harness.run.card?.identifier == "opening")
    }

    @Test func theSimulatorIsTheSameEveryTime() throws {
        let plan = try ExamplePlan.plan()
        for seed in [nil, UInt64(4)] {
            var one = try FlightSimulator(plan, seed: seed)
            var other = try FlightSimulator(plan, seed: seed)
            for _ in 0..<50 { #expect(one.next() == other.next()) }
        }
    }
}
