import Accord
import Phraseology

/// What the agreement says of the line, and who is at its ends.
struct LineTerms: Sendable, Hashable {
    /// This station's party.
    var party: String
    /// The other party.
    var peer: String
    /// What is done at each level when nobody answers.
    var procedures: [Procedure.Level: EscalationProcedure] = [:]
    /// How often the stations check the line, seconds.
    var checkIntervalSeconds = 900.0
    /// How often it is checked with a person at each end, seconds; nil: when somebody asks.
    var personCheckIntervalSeconds: Double?
    /// A check between stations that is not answered within so many seconds counts as failed.
    var answerWithinSeconds = 30.0

    /// What is done where the agreement says nothing: two sounds.
    static let standard = EscalationProcedure([
        .init(afterSeconds: 30, .sound), .init(afterSeconds: 90, .sound),
    ])

    /// What is done when nobody answers a message: by the procedure of its level, or of the next lower one that there is.
    func escalation(of message: LineMessage) -> EscalationProcedure {
        let levels: [Procedure.Level] =
            switch Self.level(of: message) {
            case .distress: [.distress, .alarm, .advisory]
            case .alarm: [.alarm, .advisory]
            case .advisory: [.advisory]
            }
        return levels.lazy.compactMap { procedures[$0] }.first ?? Self.standard
    }

    /// The level of a message: distress by its code, alarm where something is asked for or is close, advisory else.
    static func level(of message: LineMessage) -> Procedure.Level {
        if message.elements.contains(where: { $0.definition.family == "EMG" }) { return .distress }
        let isUrgent = message.elements.contains { element in
            element.definition.reply.asksForAction || ["RA", "EX", "ZONE"].contains(element.definition.family)
                || element.code == "TI.COLLISION"
        }
        return isUrgent ? .alarm : .advisory
    }
}

extension LineTerms {
    /// What an agreement says of the line between two of its parties.
    init(_ agreement: Agreement, party: String, peer: String) {
        self.init(party: party, peer: peer)
        checkIntervalSeconds = agreement.lineChecks.everySeconds
        personCheckIntervalSeconds = agreement.lineChecks.withPersonEverySeconds
        answerWithinSeconds = min(30, checkIntervalSeconds / 2)
        for procedure in agreement.procedures {
            // An alert sounds at once; a message has to be given the time to be answered.
            let steps = procedure.steps.filter {
                ($0.party == nil || $0.party == party)
                    && ($0.measure != .sound || $0.afterSeconds >= Self.leastSoundSeconds)
            }
            guard !steps.isEmpty else { continue }
            procedures[procedure.level] = EscalationProcedure(steps.map(Self.step))
        }
    }

    private static let leastSoundSeconds = 10.0

    private static func step(_ step: Procedure.Step) -> EscalationProcedure.Step {
        let measure: EscalationProcedure.Measure =
            switch step.measure {
            case .sound: .sound
            case .contact(let whom): .nextContact(both(whom))
            case .telephone(let number, let whose): .telephone("\(number), \(both(whose))")
            }
        return EscalationProcedure.Step(afterSeconds: step.afterSeconds, measure)
    }

    private static func both(_ text: BilingualText) -> String {
        text.english == text.russian ? text.english : "\(text.english) / \(text.russian)"
    }
}
