import Accord
import Exercise
import Phraseology
import Testing

struct DrillTests {
    @Test func theOtherSideSpeaksTheOtherLanguage() throws {
        let plan = try ExamplePlan.plan()
        let west = try DrillScript(plan, crew: "VIPER", seed: 1)
        #expect(west.own == .english && west.theirs == .russian && west.other.identifier == "SOKOL")
        let east = try DrillScript(plan, crew: "SOKOL", seed: 1)
        #expect(east.own == .russian && east.theirs == .english)
        #expect(west.turns.map(\.item) == [.position, .heading, .level, .speed])
        #expect(west.words(west.turns[1]).contains("КУРС"))
        #expect(east.words(east.turns[1]).contains("HEADING"))
    }

    @Test func theSameSeedGivesTheSameDrill() throws {
        let plan = try ExamplePlan.plan()
        let one = try DrillScript(plan, crew: "VIPER", rounds: 5, seed: 7).turns
        #expect(try DrillScript(plan, crew: "VIPER", rounds: 5, seed: 7).turns == one)
        #expect(try DrillScript(plan, crew: "VIPER", rounds: 5, seed: 8).turns != one)
        #expect(one.count == 20)
    }

    /// Both languages, many values: what is meant is correct, in either style; a wrong value never is.
    @Test func whatIsMeantIsCorrectAndAnotherValueIsNot() throws {
        let plan = try ExamplePlan.plan()
        for crew in ["VIPER", "SOKOL"] {
            let script = try DrillScript(plan, crew: crew, rounds: 20, seed: 3)
            for (turn, other) in zip(script.turns, script.turns.dropFirst(4)) {
                let right = DrillAnswer(turn, heard: script.meaning(turn), in: script.own)
                #expect(right.outcome == .correct, "\(script.meaning(turn)) \(right.differences)")
                let spoken = try Renderer(script.own.table, style: .spoken).text(turn.element)
                #expect(DrillAnswer(turn, heard: spoken, in: script.own).outcome == .correct, "\(spoken)")
                guard other.element != turn.element else { continue }
                let wrong = DrillAnswer(turn, heard: script.meaning(other), in: script.own)
                #expect(wrong.outcome == .wrong, "\(script.meaning(turn)) / \(script.meaning(other))")
                #expect(!wrong.differences.isEmpty)
            }
        }
    }

    @Test func scoresAreCounted() throws {
        let script = try DrillScript(try ExamplePlan.plan(), crew: "VIPER", seed: 3)
        var score = DrillScore()
        #expect(!score.isPassed)
        for turn in script.turns { score.add(DrillAnswer(turn, heard: script.meaning(turn), in: script.own)) }
        #expect(score.isPassed && score.sentence.english.contains("4 of 4"))
        score.add(DrillAnswer(script.turns[0], heard: "ROGER", in: script.own))
        score.add(DrillAnswer(script.turns[0], heard: "blah blah", in: script.own))
        #expect(score.count(.incomplete) == 1 && score.count(.unclear) == 1)
        #expect(!score.isPassed && score.sentence.russian.contains("4 из 6"))
    }

    @Test func aCrewThatExchangesNothingIsTold() throws {
        let plan = try ExamplePlan.plan()
        #expect(throws: ExerciseError.self) { try DrillScript(plan, crew: "GUARD", seed: 1) }
        #expect(throws: ExerciseError.self) { try DrillScript(plan, crew: "NOBODY", seed: 1) }
    }
}
