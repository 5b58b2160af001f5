/// The receiver's repetition of what it understood, compared with what was sent.
public struct ReadBack: Sendable {
    /// What the comparison showed.
    public enum Outcome: Sendable, Hashable {
        /// Everything that had to be read back was, with the same values.
        case matches
        /// It differs in these places.
        case differs([ReadBackDifference])
        /// It was not understood, for these reasons: the message stays open.
        case notUnderstood([String])
    }

    /// What the comparison showed.
    public let outcome: Outcome
    /// What to send next when it does not match: NEGATIVE, I SAY AGAIN, and the message once more.
    public let proposal: LineMessage?
    /// The answering words that came with it, such as WILCO.
    public let answers: [MessageElement]

    /// Compares words that were heard or typed.
    ///
    /// - Parameter table: the language they are in; nil to find out from the words.
    public init(of sent: LineMessage, heard text: String, in table: LanguageTable? = nil) {
        let understanding =
            table.map { MessageParser($0, mode: .readBack).parse(text) } ?? MessageParser.parse(text, mode: .readBack)
        guard understanding.isUnderstood else {
            self.init(outcome: .notUnderstood(understanding.unclear), sent: sent, answers: [])
            return
        }
        // Where two elements share a phrase, the one that was sent is meant.
        let comparisons = understanding.interpretations.map { ReadBack(of: sent, heard: $0) }
        let best = comparisons.min { $0.differenceCount < $1.differenceCount }
        self = best ?? ReadBack(outcome: .notUnderstood([]), sent: sent, answers: [])
    }

    /// Compares coded elements.
    public init(of sent: LineMessage, heard: [MessageElement]) {
        let answers = heard.filter { Self.answeringCodes.contains($0.code) && !sent.elements.contains($0) }
        var rest = heard.filter { !answers.contains($0) }
        var differences: [ReadBackDifference] = []
        for element in sent.elements {
            let sameCode = rest.indices.filter { rest[$0].code == element.code }
            guard let index = sameCode.first(where: { rest[$0] == element }) ?? sameCode.first else {
                if element.definition.reply.needsReadBack { differences.append(.missing(element)) }
                continue
            }
            differences += Self.differences(element, rest.remove(at: index))
        }
        differences += rest.map { .unsent($0) }
        self.init(outcome: differences.isEmpty ? .matches : .differs(differences), sent: sent, answers: answers)
    }

    private init(outcome: Outcome, sent: LineMessage, answers: [MessageElement]) {
        self.outcome = outcome
        self.answers = answers
        guard outcome != .matches, let negative = try? MessageElement("RSP.NEGATIVE"),
            let again = try? MessageElement("PRC.ISAYAGAIN")
        else {
            proposal = nil
            return
        }
        proposal = try? LineMessage([negative, again] + sent.elements.prefix(LineMessage.greatestElements - 2))
    }

    /// Words that answer and are not themselves read back. UNABLE and NEGATIVE are not among them: who says so
    /// together with a read-back has not agreed to what was sent.
    private static let answeringCodes: Set<String> = ["RSP.WILCO", "RSP.ROGER", "RSP.AFFIRM", "ICP.WILCO"]

    private var differenceCount: Int {
        switch outcome {
        case .matches: 0
        case .differs(let differences): differences.count
        case .notUnderstood: .max
        }
    }

    /// The values that differ. A reason need not be repeated; a different one is a difference.
    private static func differences(_ sent: MessageElement, _ heard: MessageElement) -> [ReadBackDifference] {
        sent.definition.parameters.compactMap { parameter in
            let values = (sent.parameters[parameter.name], heard.parameters[parameter.name])
            if values.0 == values.1 { return nil }
            if values.1 == nil, case .word(.reason, _) = parameter.kind { return nil }
            return .value(code: sent.code, parameter: parameter.name, sent: values.0, heard: values.1)
        }
    }
}
