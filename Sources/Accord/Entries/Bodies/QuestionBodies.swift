/// `question/1`: “Is this yours?” It tells a position, a level and a time, and nothing else.
public struct QuestionBody: EntryBody {
    /// The type of its entries.
    public static let type = "question/1"

    /// Its identifier, unique in the record.
    public var question: String
    /// Degrees north, WGS-84.
    public var lat: Double
    /// Degrees east.
    public var lon: Double
    /// Level, feet, if known.
    public var levelFt: Double?
    /// When something was there.
    public var time: EntryTime
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case question, lat, lon, levelFt, time, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(question: String, lat: Double, lon: Double, levelFt: Double? = nil, time: EntryTime, by: Person) {
        self.question = question
        self.lat = lat
        self.lon = lon
        self.levelFt = levelFt
        self.time = time
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(question, "question")
        FieldCheck.position(lat, lon)
        FieldCheck.level(levelFt)
    }
}

/// `answer/1`: The answer, which is not an identification.
public struct AnswerBody: EntryBody {
    /// The type of its entries.
    public static let type = "answer/1"
    /// What is said with every answer.
    public static let standardNotice = "not an identification; never grounds for engagement"
    /// What can be answered: never a type or a mission.
    public enum Answer: String, Sendable, Codable, CaseIterable {
        /// An aircraft on the list that this party keeps of its own.
        case ours
        /// This station knows of none of its own there.
        case notKnown = "not-known"
        /// Nothing is said.
        case noComment = "no-comment"
    }

    /// The question, of the reader's record.
    public var question: String
    /// What is answered.
    public var answer: Answer
    /// Whether the station answered by itself.
    public var automatic: Bool
    /// Always ``standardNotice``.
    public var notice: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case question, answer, automatic, notice, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(question: String, answer: Answer, automatic: Bool, notice: String, by: Person) {
        self.question = question
        self.answer = answer
        self.automatic = automatic
        self.notice = notice
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(question, "question")
        notice == Self.standardNotice ? nil : "“notice” must be “\(Self.standardNotice)”"
    }
}
