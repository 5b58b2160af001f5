/// `line-check/1`: A check of the line.
public struct LineCheckBody: EntryBody {
    /// The type of its entries.
    public static let type = "line-check/1"

    /// Its identifier, unique in the record.
    public var check: String
    /// Whether a person at each end is asked.
    public var person: Bool

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case check, person
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(check: String, person: Bool) {
        self.check = check
        self.person = person
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(check, "check") }
}

/// `line-checked/1`: The answer to a check of the line.
public struct LineCheckedBody: EntryBody {
    /// The type of its entries.
    public static let type = "line-checked/1"

    /// The check, of the reader's record.
    public var check: String
    /// 1 unreadable to 5 perfectly readable.
    public var readability: Int
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case check, readability, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(check: String, readability: Int, by: Person) {
        self.check = check
        self.readability = readability
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(check, "check")
        (1...5).contains(readability) ? nil : "“readability” must be 1 to 5"
    }
}

/// `line-state/1`: What the writer holds the line to be.
public struct LineStateBody: EntryBody {
    /// The type of its entries.
    public static let type = "line-state/1"
    /// The state of the line.
    public enum State: String, Sendable, Codable, CaseIterable { case normal, degraded, suspended, restored }

    /// The state.
    public var state: State
    /// Why.
    public var reason: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case state, reason, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(state: State, reason: String? = nil, by: Person) {
        self.state = state
        self.reason = reason
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.text(reason, "reason") }
}
