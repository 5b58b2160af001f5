/// `agreement-proposed/1`: A version of an agreement is put forward; its bytes came before as blobs.
public struct AgreementProposedBody: EntryBody {
    /// The type of its entries.
    public static let type = "agreement-proposed/1"

    /// SHA-256 of the agreement's bytes, hexadecimal.
    public var sha256: String
    /// The identifier of the agreement.
    public var agreement: String
    /// Its version, from 1.
    public var version: Int
    /// SHA-256 of the proposal that this one answers.
    public var counters: String?
    /// SHA-256 of the version in force that this one replaces.
    public var amends: String?
    /// A word to the others.
    public var note: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case sha256, agreement, version, counters, amends, note, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        sha256: String, agreement: String, version: Int, counters: String? = nil, amends: String? = nil,
        note: String? = nil, by: Person
    ) {
        self.sha256 = sha256
        self.agreement = agreement
        self.version = version
        self.counters = counters
        self.amends = amends
        self.note = note
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.sha256(sha256)
        FieldCheck.identifier(agreement, "agreement")
        (1...9_999).contains(version) ? nil : "“version” must be 1 to 9999"
        counters.flatMap { FieldCheck.sha256($0, "counters") }
        amends.flatMap { FieldCheck.sha256($0, "amends") }
        FieldCheck.text(note, "note")
    }
}

/// `agreement-signed/1`: The writer's party signs a version of an agreement.
public struct AgreementSignedBody: EntryBody {
    /// The type of its entries.
    public static let type = "agreement-signed/1"

    /// SHA-256 of the agreement's bytes, hexadecimal.
    public var sha256: String
    /// The identifier of the agreement.
    public var agreement: String
    /// Its version, from 1.
    public var version: Int
    /// A C2SP signed note over the text that names the agreement, by the party's identity key.
    public var signature: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case sha256, agreement, version, signature, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(sha256: String, agreement: String, version: Int, signature: String, by: Person) {
        self.sha256 = sha256
        self.agreement = agreement
        self.version = version
        self.signature = signature
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.sha256(sha256)
        FieldCheck.identifier(agreement, "agreement")
        (1...9_999).contains(version) ? nil : "“version” must be 1 to 9999"
        FieldCheck.needed(signature, "signature", longest: 2000)
    }
}

/// `agreement-suspended/1`: The writer's party suspends the agreement, at once.
public struct AgreementSuspendedBody: EntryBody {
    /// The type of its entries.
    public static let type = "agreement-suspended/1"

    /// The identifier of the agreement.
    public var agreement: String
    /// Why.
    public var reason: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case agreement, reason, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(agreement: String, reason: String, by: Person) {
        self.agreement = agreement
        self.reason = reason
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(agreement, "agreement")
        FieldCheck.needed(reason, "reason")
    }
}

/// `agreement-resumed/1`: The writer's party takes its suspension back.
public struct AgreementResumedBody: EntryBody {
    /// The type of its entries.
    public static let type = "agreement-resumed/1"

    /// The identifier of the agreement.
    public var agreement: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case agreement, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(agreement: String, by: Person) {
        self.agreement = agreement
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(agreement, "agreement") }
}

/// `agreement-ended/1`: The writer's party ends the agreement.
public struct AgreementEndedBody: EntryBody {
    /// The type of its entries.
    public static let type = "agreement-ended/1"

    /// The identifier of the agreement.
    public var agreement: String
    /// Why.
    public var reason: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case agreement, reason, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(agreement: String, reason: String, by: Person) {
        self.agreement = agreement
        self.reason = reason
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(agreement, "agreement")
        FieldCheck.needed(reason, "reason")
    }
}
