import Accord
import ArgumentParser
import Exercise
import Foundation

/// `parley exercise drill`: plays the other side in the other language, and scores the read-backs.
struct ExerciseDrill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: "Practise the exchange: the other side speaks its language, you read back in yours.",
        discussion: """
            Each line that you enter is a read-back. An empty line asks for the meaning and counts as not understood. In a pipe, one \
            line of input is taken for each turn. Exit status 0: every read-back was correct; 1: not.
            """)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml")) var plan: String
    @Option(help: ArgumentHelp("Who you are: a flight of the plan; the first, unless given.", valueName: "crew"))
    var crew: String?
    @Option(help: ArgumentHelp("The agreement to hold it against.", valueName: "agreement.yaml"))
    var agreement: String?
    @Option(help: "How many exchanges, 1 to 50.") var rounds = 1
    @Option(help: "What the values are drawn from; another one gives other values.") var seed: UInt64 = 1

    func validate() throws {
        if !(1...50).contains(rounds) { throw ValidationError("--rounds takes 1 to 50.") }
    }

    func run() async throws {
        try await exercising {
            let read = try PlanFile(plan, agreement: agreement).flyable()
            let script = try DrillScript(
                read, crew: crew ?? read.flights.first?.identifier ?? "", rounds: rounds, seed: seed)
            let isTerminal = isatty(STDIN_FILENO) != 0
            let isRussian = script.own == .russian
            var score = DrillScore()
            for turn in script.turns {
                announce("\n\(script.other.callsign)> \(script.words(turn))")
                if isTerminal { output(Array("\(script.crew.callsign)> ".utf8)) }
                guard let line = readLine() else { break }
                let answer = DrillAnswer(turn, heard: String(line.prefix(1_000)), in: script.own)
                score.add(answer)
                announce("  " + Self.words(answer.outcome, isRussian: isRussian))
                for difference in answer.differences {
                    announce(
                        isRussian
                            ? "    передано: \(difference.said), принято: \(difference.heard)"
                            : "    said: \(difference.said), heard: \(difference.heard)")
                }
                if answer.outcome != .correct { announce("    \(script.meaning(turn))") }
            }
            announce("\n" + score.sentence[script.own])
            // Who leaves before the end has not practised it.
            if !score.isPassed || score.answers.count < script.turns.count { throw ExitCode.failure }
        }
    }

    private static func words(_ outcome: DrillAnswer.Outcome, isRussian: Bool) -> String {
        switch outcome {
        case .correct: isRussian ? "верно" : "correct"
        case .incomplete: isRussian ? "неполно" : "incomplete"
        case .wrong: isRussian ? "НЕВЕРНО" : "WRONG"
        case .unclear: isRussian ? "не понято" : "not understood"
        }
    }
}
