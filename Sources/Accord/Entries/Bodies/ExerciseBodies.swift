/// `run/1`: An exercise is flown.
public struct RunBody: EntryBody {
    /// The type of its entries.
    public static let type = "run/1"
    /// What becomes of the run.
    public enum State: String, Sendable, Codable, CaseIterable { case started, ended }

    /// The plan.
    public var plan: String
    /// The run, unique in the record.
    public var run: String
    /// What it becomes.
    public var state: State
    /// Whether the flights are simulated.
    public var simulated: Bool
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case plan, run, state, simulated, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(plan: String, run: String, state: State, simulated: Bool, by: Person) {
        self.plan = plan
        self.run = run
        self.state = state
        self.simulated = simulated
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(plan, "plan")
        FieldCheck.identifier(run, "run")
    }
}

/// `check-in/1`: A participant has checked in.
public struct CheckInBody: EntryBody {
    /// The type of its entries.
    public static let type = "check-in/1"

    /// The run.
    public var run: String
    /// Who.
    public var participant: String
    /// On which frequency.
    public var frequency: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case run, participant, frequency, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(run: String, participant: String, frequency: String, by: Person) {
        self.run = run
        self.participant = participant
        self.frequency = frequency
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(run, "run")
        FieldCheck.identifier(participant, "participant")
        FieldCheck.needed(frequency, "frequency", longest: 64)
    }
}

/// `card/1`: A card of the plan begins, or is passed or failed.
public struct CardBody: EntryBody {
    /// The type of its entries.
    public static let type = "card/1"
    /// What becomes of the card.
    public enum State: String, Sendable, Codable, CaseIterable { case started, passed, failed }

    /// The run.
    public var run: String
    /// The card.
    public var card: String
    /// What it becomes.
    public var state: State
    /// Why.
    public var reason: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case run, card, state, reason, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(run: String, card: String, state: State, reason: String? = nil, by: Person) {
        self.run = run
        self.card = card
        self.state = state
        self.reason = reason
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(run, "run")
        FieldCheck.identifier(card, "card")
        FieldCheck.text(reason, "reason")
    }
}

/// `exchange/1`: What a crew said, as it was heard or reported.
public struct ExchangeBody: EntryBody {
    /// The type of its entries.
    public static let type = "exchange/1"

    /// The run.
    public var run: String
    /// The card.
    public var card: String
    /// Who spoke.
    public var participant: String
    /// In which language: `en`, `ru`, ....
    public var language: String
    /// What was said.
    public var elements: [EntryElement]
    /// Whether it repeats what was understood.
    public var readBack: Bool

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case run, card, participant, language, elements, readBack
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        run: String, card: String, participant: String, language: String, elements: [EntryElement], readBack: Bool
    ) {
        self.run = run
        self.card = card
        self.participant = participant
        self.language = language
        self.elements = elements
        self.readBack = readBack
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(run, "run")
        FieldCheck.identifier(card, "card")
        FieldCheck.identifier(participant, "participant")
        FieldCheck.identifier(language, "language")
        (0...20).contains(elements.count) ? nil : "“elements” has more than 20 elements"
        elements.lazy.compactMap(\.fault).first
    }
}
