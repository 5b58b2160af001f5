/// `claim/1`: A claim is put on record; its bytes came before as blobs.
public struct ClaimBody: EntryBody {
    /// The type of its entries.
    public static let type = "claim/1"

    /// SHA-256 of the claim file's bytes, hexadecimal.
    public var sha256: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case sha256, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(sha256: String, by: Person) {
        self.sha256 = sha256
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.sha256(sha256) }
}

/// `claim-answer/1`: The writer's party answers a claim.
public struct ClaimAnswerBody: EntryBody {
    /// The type of its entries.
    public static let type = "claim-answer/1"
    /// What can be answered.
    public enum Answer: String, Sendable, Codable, CaseIterable {
        case affirm, deny
        case noComment = "no-comment"
    }

    /// SHA-256 of the claim file's bytes, hexadecimal.
    public var sha256: String
    /// The answer.
    public var answer: Answer
    /// The proposition, if it is about one.
    public var proposition: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case sha256, answer, proposition, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(sha256: String, answer: Answer, proposition: String? = nil, by: Person) {
        self.sha256 = sha256
        self.answer = answer
        self.proposition = proposition
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.sha256(sha256)
        proposition.flatMap { FieldCheck.identifier($0, "proposition") }
    }
}

/// `release/1`: A release of entries is asked for.
public struct ReleaseBody: EntryBody {
    /// The type of its entries.
    public static let type = "release/1"

    /// Its identifier.
    public var release: String
    /// What is asked for.
    public var query: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case release, query, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(release: String, query: String, by: Person) {
        self.release = release
        self.query = query
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(release, "release")
        FieldCheck.needed(query, "query")
    }
}

/// `release-approved/1`: A person approves a release; two different people are needed.
public struct ReleaseApprovedBody: EntryBody {
    /// The type of its entries.
    public static let type = "release-approved/1"

    /// Its identifier.
    public var release: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case release, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(release: String, by: Person) {
        self.release = release
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(release, "release") }
}
