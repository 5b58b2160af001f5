import Accord
import Airspace
import Exercise
import Phraseology
import Testing

/// A run that is taken up again from the entries that were written of it.
struct RunResumingTests {
    /// What the records hold of a run: what the harness wrote, and what the other side did.
    private func facts(_ actions: [RunAction], at time: Double, isOurs: Bool = true) throws -> [ExerciseRun.Fact] {
        try actions.compactMap { action in
            guard case .append(let draft) = action else { return nil }
            let bytes = try draft.bytes(atUnixSeconds: time, salt: [UInt8](repeating: 1, count: 16))
            return ExerciseRun.Fact(try Entry(bytes), isOurs: isOurs)
        }
    }

    private func resume(_ harness: RunHarness, _ facts: [ExerciseRun.Fact]) -> (run: ExerciseRun, actions: [RunAction])
    {
        ExerciseRun.resume(
            harness.plan, identifier: "run-1", isSimulated: false, station: .station("WEST"), facts: facts,
            now: harness.now)
    }

    private func written(_ actions: [RunAction]) -> [String] {
        actions.compactMap { action in
            guard case .append(let draft) = action else { return nil }
            if let body = draft.body as? CardBody { return "\(body.card) \(body.state.rawValue)" }
            return type(of: draft.body).type
        }
    }

    @Test("stands where it stood, at every moment, and writes nothing twice")
    func everyMoment() throws {
        var harness = try RunHarness(checkedIn: false)
        var told: [ExerciseRun.Fact] = try facts(harness.actions, at: harness.now)
        func check(_ harness: RunHarness, _ told: [ExerciseRun.Fact]) {
            let (run, actions) = resume(harness, told)
            #expect(run.phase == harness.run.phase)
            #expect(run.cards.map(\.state) == harness.run.cards.map(\.state))
            #expect(run.cards.map(\.reason) == harness.run.cards.map(\.reason))
            #expect(run.checkedIn.keys.sorted() == harness.run.checkedIn.keys.sorted())
            #expect(written(actions) == [], "written again at \(harness.now)")
        }
        for participant in harness.plan.participants {
            harness.actions = []
            harness.checkIn(participant.identifier)
            told += try facts(harness.actions, at: harness.now)
            check(harness, told)
        }
        for _ in 0..<29 {
            harness.actions = []
            harness.fly(10)
            told += try facts(harness.actions, at: harness.now)
            check(harness, told)
        }
        #expect(harness.run.card?.identifier == "exchange")
        harness.actions = []
        try harness.exchange()
        told += try facts(harness.actions, at: harness.now)
        check(harness, told)
        #expect(harness.run.card?.identifier == "opening")
        harness.actions = []
        harness.actions += harness.run.handle(.abort(word: nil, by: harness.officer), now: harness.now)
        told += try facts(harness.actions, at: harness.now)
        check(harness, told)
        let alarms = resume(harness, told).actions.filter { if case .alarm = $0 { true } else { false } }
        #expect(alarms.count == 1, "the alarm stands until the run ends")
        harness.actions = harness.run.handle(.end(by: harness.officer), now: harness.now)
        told += try facts(harness.actions, at: harness.now)
        check(harness, told)
    }

    @Test("ends what was cut off between two entries")
    func cutOff() throws {
        var harness = try RunHarness()
        let told = try facts(harness.actions, at: harness.now)
        // The card that follows on a passed one was never written.
        let passed = told.prefix { fact in
            (try? fact.entry.body(CardBody.self)).map { $0.card != "approach" } ?? true
        }
        #expect(written(resume(harness, Array(passed)).actions) == ["approach started"])
        // The other side broke off, and this one was killed before it wrote that its card has failed.
        harness.actions = []
        let abort = RunAction.append(
            try EntryDraft(AbortBody(run: "run-1", reason: .buffer, word: nil, by: .station("EAST"))))
        let broken = told + (try facts([abort], at: harness.now, isOurs: false))
        let (run, actions) = resume(harness, broken)
        #expect(run.phase == .aborted(.buffer))
        #expect(written(actions) == ["approach failed"])
        // Whoever only joined may have written nothing at all.
        #expect(written(resume(harness, []).actions) == ["check-in started"])
    }

    @Test("knows what was said on the present card, and how close it was")
    func saidAndClosest() throws {
        var harness = try RunHarness()
        harness.fly(290)
        let sokol =
            "POS.REPORT dist=3NM dir=north point=KILO; POS.HEADING hdg=091; MAN.LEVEL_FL level=FL205; POS.SPEED speed=650km/h"
        try harness.say("SOKOL", "ru", sokol)
        var (run, _) = resume(harness, try facts(harness.actions, at: harness.now))
        #expect(run.card?.identifier == "exchange")
        let viper =
            "POS.REPORT dist=5NM dir=south point=KILO; POS.HEADING hdg=090; MAN.LEVEL_FL level=FL200; POS.SPEED speed=350kt"
        func say(_ participant: String, _ language: String, _ text: String, isReadBack: Bool) throws {
            let message = try LineMessage(parsing: text)
            _ = run.handle(
                .said(participant: participant, language: language, elements: message.elements, isReadBack: isReadBack),
                now: harness.now)
        }
        try say("VIPER", "en", viper, isReadBack: false)
        try say("SOKOL", "ru", viper, isReadBack: true)
        #expect(run.card?.identifier == "exchange")
        try say("VIPER", "en", sokol, isReadBack: true)
        #expect(run.card?.identifier == "opening")
    }

    @Test("gives the receivers as long as a track may be old, and no longer")
    func grace() throws {
        var harness = try RunHarness()
        harness.fly(100)
        var (run, actions) = resume(harness, try facts(harness.actions, at: harness.now))
        for second in 0...5 { actions += run.tick(now: harness.now + Double(second)) }
        #expect(run.phase == .card(1))
        actions += run.tick(now: harness.now + 6)
        #expect(run.phase == .aborted(.staleTrack))
    }

    @Test("measures what the station's own receivers don't see by what was shown of it")
    func borrowed() throws {
        var harness = try RunHarness()
        harness.fly(100) { !($0.participant == "SOKOL" && $0.basis == .own) }
        #expect(harness.run.ranges.map(\.basis) == [.own, .shared])
        #expect(harness.alarms.isEmpty)
        // Neither flight is seen here: nothing of it is this station's own.
        var shown = try RunHarness()
        shown.fly(100) { $0.basis == .shared }
        #expect(shown.run.ranges.map(\.basis) == [.shared])
    }
}
