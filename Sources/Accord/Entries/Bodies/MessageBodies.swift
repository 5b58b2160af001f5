/// `message/1`: A message on the line: coded elements, and free text that nobody translates.
public struct MessageBody: EntryBody {
    /// The type of its entries.
    public static let type = "message/1"

    /// Its identifier, unique in the record.
    public var message: String
    /// The coded elements.
    public var elements: [EntryElement]
    /// Free text, marked as untranslated.
    public var text: String?
    /// The message of the reader's record that it answers.
    public var answers: String?
    /// When it was written.
    public var written: EntryTime
    /// For what was heard on a frequency or a telephone: where, by whom, when.
    public var heard: Heard?
    /// True when it was entered after the fact.
    public var late: Bool?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case message, elements, text, answers, written, heard, late, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        message: String, elements: [EntryElement], text: String? = nil, answers: String? = nil,
        written: EntryTime, heard: Heard? = nil, late: Bool? = nil, by: Person
    ) {
        self.message = message
        self.elements = elements
        self.text = text
        self.answers = answers
        self.written = written
        self.heard = heard
        self.late = late
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(message, "message")
        (0...20).contains(elements.count) ? nil : "“elements” has more than 20 elements"
        elements.lazy.compactMap(\.fault).first
        elements.isEmpty && (text ?? "").isEmpty ? "a message needs elements or a text" : nil
        FieldCheck.text(text, "text", longest: 4_000)
        answers.flatMap { FieldCheck.identifier($0, "answers") }
        heard?.fault
    }
}

/// `message-shown/1`: A message of the reader's record stands on a screen.
public struct MessageShownBody: EntryBody {
    /// The type of its entries.
    public static let type = "message-shown/1"

    /// Its identifier in the reader's record.
    public var message: String

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case message
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(message: String) {
        self.message = message
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(message, "message") }
}

/// `message-read/1`: A person has read a message of the reader's record.
public struct MessageReadBody: EntryBody {
    /// The type of its entries.
    public static let type = "message-read/1"

    /// Its identifier in the reader's record.
    public var message: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case message, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(message: String, by: Person) {
        self.message = message
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(message, "message") }
}

/// `message-cancelled/1`: The writer takes a message back.
public struct MessageCancelledBody: EntryBody {
    /// The type of its entries.
    public static let type = "message-cancelled/1"

    /// Its identifier.
    public var message: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case message, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(message: String, by: Person) {
        self.message = message
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(message, "message") }
}

/// `compliance/1`: Whether what a message asked for was done.
public struct ComplianceBody: EntryBody {
    /// The type of its entries.
    public static let type = "compliance/1"

    /// The message.
    public var message: String
    /// Whether it was done.
    public var complied: Bool
    /// How that was seen.
    public var seen: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case message, complied, seen, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(message: String, complied: Bool, seen: String? = nil, by: Person) {
        self.message = message
        self.complied = complied
        self.seen = seen
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(message, "message")
        FieldCheck.text(seen, "seen")
    }
}
