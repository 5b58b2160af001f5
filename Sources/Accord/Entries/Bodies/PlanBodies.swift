/// `plan-proposed/1`: A version of an exercise's plan is put forward; its bytes came before as blobs.
public struct PlanProposedBody: EntryBody {
    /// The type of its entries.
    public static let type = "plan-proposed/1"

    /// SHA-256 of the plan's bytes, hexadecimal.
    public var sha256: String
    /// The identifier of the plan.
    public var plan: String
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
        case sha256, plan, version, counters, amends, note, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        sha256: String, plan: String, version: Int, counters: String? = nil, amends: String? = nil,
        note: String? = nil, by: Person
    ) {
        self.sha256 = sha256
        self.plan = plan
        self.version = version
        self.counters = counters
        self.amends = amends
        self.note = note
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.sha256(sha256)
        FieldCheck.identifier(plan, "plan")
        (1...9_999).contains(version) ? nil : "“version” must be 1 to 9999"
        counters.flatMap { FieldCheck.sha256($0, "counters") }
        amends.flatMap { FieldCheck.sha256($0, "amends") }
        FieldCheck.text(note, "note")
    }
}

/// `plan-signed/1`: The writer's party signs a version of a plan.
public struct PlanSignedBody: EntryBody {
    /// The type of its entries.
    public static let type = "plan-signed/1"

    /// SHA-256 of the plan's bytes, hexadecimal.
    public var sha256: String
    /// The identifier of the plan.
    public var plan: String
    /// Its version, from 1.
    public var version: Int
    /// A C2SP signed note over the text that names the plan, by the party's identity key.
    public var signature: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case sha256, plan, version, signature, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(sha256: String, plan: String, version: Int, signature: String, by: Person) {
        self.sha256 = sha256
        self.plan = plan
        self.version = version
        self.signature = signature
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.sha256(sha256)
        FieldCheck.identifier(plan, "plan")
        (1...9_999).contains(version) ? nil : "“version” must be 1 to 9999"
        FieldCheck.needed(signature, "signature", longest: 2000)
    }
}
