public import Accord
import Phraseology

/// One read-back, scored.
public struct DrillAnswer: Sendable, Hashable {
    /// How it was.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// Every value, as it was said.
        case correct
        /// Something was left out.
        case incomplete
        /// A value or an element differs.
        case wrong
        /// It was not understood.
        case unclear = "not-understood"
    }

    /// What was said.
    public var turn: DrillScript.Turn
    /// What was read back, as it was typed or heard.
    public var heard: String
    /// How it was.
    public var outcome: Outcome
    /// Where it differs: what was said and what was heard, in the crew's language.
    public var differences: [Difference]

    /// One place where it differs.
    public struct Difference: Sendable, Hashable {
        /// What was said; a dash for nothing.
        public var said: String
        /// What was heard; a dash for nothing.
        public var heard: String
    }

    /// Scores the read-back of a turn in the crew's language.
    public init(_ turn: DrillScript.Turn, heard text: String, in language: AccordLanguage) {
        self.turn = turn
        heard = text
        let message = LineMessage(turn.element)
        let understood = MessageParser(language.table, mode: .readBack).parse(String(text.prefix(1_000)))
        guard understood.isUnderstood else {
            outcome = .unclear
            differences = []
            return
        }
        let readBack = ReadBack(of: message, heard: text, in: language.table)
        let codes = understood.interpretations.map { $0.map(\.code) }
        // An element that answers a report need not be read back on the line; in an exchange it must.
        let isSaid = codes.contains { $0.contains(turn.element.code) }
        switch readBack.outcome {
        case .matches where isSaid:
            outcome = .correct
            differences = []
        case .matches:
            outcome = .incomplete
            differences = [
                Difference(said: ReadBackDifference.missing(turn.element).words(in: language.table).sent, heard: "—")
            ]
        case .differs(let found):
            let words = found.map { $0.words(in: language.table) }
            differences = words.map { Difference(said: $0.sent, heard: $0.heard) }
            outcome = isSaid && words.allSatisfy { $0.heard == "—" } ? .incomplete : .wrong
        case .notUnderstood:
            outcome = .unclear
            differences = []
        }
    }
}

/// All answers of a drill.
public struct DrillScore: Sendable {
    /// The answers, in order.
    public private(set) var answers: [DrillAnswer] = []

    /// None yet.
    public init() {}

    /// Takes one more.
    public mutating func add(_ answer: DrillAnswer) { answers.append(answer) }

    /// How many were so.
    public func count(_ outcome: DrillAnswer.Outcome) -> Int { answers.filter { $0.outcome == outcome }.count }

    /// Whether every read-back was correct: one wrong digit is one too many.
    public var isPassed: Bool { !answers.isEmpty && count(.correct) == answers.count }

    /// The outcome in a sentence, in both languages.
    public var sentence: BilingualText {
        let correct = count(.correct)
        return BilingualText(
            english: "\(correct) of \(answers.count) read-backs correct" + (isPassed ? ": passed." : ": not passed."),
            russian: "Верных повторений: \(correct) из \(answers.count)"
                + (isPassed ? " — выполнено." : " — не выполнено."))
    }
}
