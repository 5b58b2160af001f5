import Accord
import Airspace
import Testing

/// "Is this yours?"
struct QuestionTests {
    private let start = 1_633_608_000.0
    private let own = OwnAircraft([
        OwnAircraft.Item(AircraftPattern(identifier: "a1")), OwnAircraft.Item(AircraftPattern(identifier: "a2")),
    ])

    private func terms(automatic: Bool = true) -> QuestionTerms {
        var terms =
            (try? ExampleAgreements.westEast().questions)
            ?? QuestionTerms(
                isAutomatic: true, budget: 30, budgetSeconds: 3_600, toleranceNM: 2, toleranceFeet: 1_000,
                toleranceSeconds: 15)
        terms.isAutomatic = automatic
        return terms
    }

    private func state(_ identifier: String, latitude: Double = 49, level: Double? = 20_000, at seconds: Double = 0)
        -> OwnTrackState
    {
        OwnTrackState(
            identifier: identifier, timeUnixSeconds: start + seconds,
            position: GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: 2), levelFeet: level, speedKt: 300)
    }

    private func question(level: Double?) -> QuestionBody {
        QuestionBody(
            question: "q", lat: 49, lon: 2, levelFt: level, time: EntryTime(unixSeconds: start),
            by: EntrySamples.person)
    }

    private func verdict(
        _ states: [OwnTrackState], level: Double? = 20_000, automatic: Bool = true,
        coverage: AnswerPolicy.Coverage = .heard
    ) -> AnswerPolicy.Verdict {
        AnswerPolicy(terms(automatic: automatic)).verdict(
            question(level: level), states: states, own: own, coverage: coverage)
    }

    @Test func answersClearCases() {
        #expect(verdict([state("a1")]) == .answer(.ours))
        #expect(verdict([]) == .answer(.notKnown))
        #expect(verdict([state("a1", latitude: 48)]) == .answer(.notKnown))
        #expect(verdict([state("a1", level: 35_000)]) == .answer(.notKnown))
        #expect(verdict([state("foreign")]) == .answer(.notKnown))
        #expect(verdict([state("a1"), state("a2", latitude: 47)]) == .answer(.ours))
        #expect(verdict([state("a1", level: 31_000)], level: nil) == .answer(.ours))
    }

    @Test func asksAPersonWhereItIsNotClear() {
        #expect(verdict([state("a1"), state("a2")]) == .person(.several, candidates: ["a1", "a2"]))
        #expect(verdict([state("a1", level: nil)]) == .person(.unclear, candidates: ["a1"]))
        #expect(verdict([state("a1", level: 22_000)]) == .person(.unclear, candidates: ["a1"]))
        #expect(verdict([state("a1")], automatic: false) == .person(.agreed, candidates: ["a1"]))
    }

    @Test func saysNothingOfATimeThatItDoesNotKnow() {
        #expect(verdict([], coverage: .outOfTime) == .person(.outOfTime, candidates: []))
        #expect(verdict([], coverage: .silent) == .person(.silent, candidates: []))
        #expect(verdict([state("a1")], coverage: .silent) == .person(.silent, candidates: ["a1"]))
    }

    @Test func namesWhoMayBeMeant() {
        let states = [state("a2"), state("a1", level: 22_000), state("foreign"), state("a1", latitude: 47)]
        let policy = AnswerPolicy(terms())
        #expect(policy.candidates(for: question(level: 20_000), states: states, own: own) == ["a1", "a2"])
    }

    @Test func theBudgetSlides() {
        var terms = terms()
        terms.budget = 3
        terms.budgetSeconds = 60
        var budget = QuestionBudget(terms)
        func ask(_ second: Double) -> Bool { budget.ask(atUnixSeconds: second) }
        for second in [0.0, 10, 20] { #expect(ask(second)) }
        #expect(!ask(30))
        #expect(budget.left(atUnixSeconds: 30) == 0)
        #expect(budget.nextUnixSeconds(after: 30) == 60)
        #expect(ask(61))
        #expect(!ask(62))
        // A clock set back wins nothing.
        #expect(!ask(0))
    }
}
