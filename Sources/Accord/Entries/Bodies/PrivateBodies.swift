/// `alarm/1`: What was shown to the watch, with the numbers.
public struct AlarmBody: EntryBody {
    /// The type of its entries.
    public static let type = "alarm/1"
    /// What became of an alarm.
    public enum State: String, Sendable, Codable, CaseIterable { case shown, alarm, ended }

    /// Its identifier.
    public var alert: String
    /// Who is concerned.
    public var tracks: [String]
    /// What became of it.
    public var state: State
    /// What it was about.
    public var kind: AlertBody.Kind?
    /// Time to the loss, seconds.
    public var secondsToLoss: Double?
    /// Predicted horizontal distance, nautical miles.
    public var horizontalNM: Double?
    /// Predicted vertical distance, feet.
    public var verticalFt: Double?
    /// The minimum, nautical miles.
    public var minimumNM: Double?
    /// The distance that was protected, the minimum widened by what is uncertain.
    public var protectedNM: Double?
    /// The zone.
    public var zone: String?
    /// What instant it speaks of.
    public var time: EntryTime

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case alert, tracks, state, kind, secondsToLoss, horizontalNM, verticalFt, minimumNM, protectedNM, zone, time
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        alert: String, tracks: [String], state: State, kind: AlertBody.Kind? = nil, secondsToLoss: Double? = nil,
        horizontalNM: Double? = nil, verticalFt: Double? = nil, minimumNM: Double? = nil,
        protectedNM: Double? = nil, zone: String? = nil, time: EntryTime
    ) {
        self.alert = alert
        self.tracks = tracks
        self.state = state
        self.kind = kind
        self.secondsToLoss = secondsToLoss
        self.horizontalNM = horizontalNM
        self.verticalFt = verticalFt
        self.minimumNM = minimumNM
        self.protectedNM = protectedNM
        self.zone = zone
        self.time = time
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(alert, "alert")
        FieldCheck.texts(tracks, "tracks", most: 64)
        FieldCheck.range(secondsToLoss, "secondsToLoss", 0...86_400)
        FieldCheck.range(horizontalNM, "horizontalNM", 0...12_000)
        FieldCheck.range(verticalFt, "verticalFt", 0...200_000)
        FieldCheck.range(minimumNM, "minimumNM", 0...12_000)
        FieldCheck.range(protectedNM, "protectedNM", 0...12_000)
        FieldCheck.text(zone, "zone", longest: 64)
    }
}

/// `decision/1`: A person decided.
public struct DecisionBody: EntryBody {
    /// The type of its entries.
    public static let type = "decision/1"

    /// What about: `acknowledge`, `inhibit`, `together`, `target`, `ours`, `disclosure`, `answer`, ....
    public var kind: String
    /// Whom or what it concerns.
    public var subject: String
    /// Why.
    public var reason: String?
    /// Until when it holds.
    public var until: EntryTime?
    /// What was decided, where the subject does not say it.
    public var details: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case kind, subject, reason, until, details, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        kind: String, subject: String, reason: String? = nil, until: EntryTime? = nil, details: String? = nil,
        by: Person
    ) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
        self.until = until
        self.details = details
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(kind, "kind")
        FieldCheck.needed(subject, "subject", longest: 500)
        FieldCheck.text(reason, "reason")
        FieldCheck.text(details, "details", longest: 20_000)
    }
}

/// `shift/1`: A watch is handed over; both signed with their own password.
public struct ShiftBody: EntryBody {
    /// The type of its entries.
    public static let type = "shift/1"

    /// Which post.
    public var post: String
    /// Who hands over.
    public var from: Person
    /// Who takes over.
    public var to: Person
    /// What the next must know.
    public var notes: String?

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case post, from, to, notes
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(post: String, from: Person, to: Person, notes: String? = nil) {
        self.post = post
        self.from = from
        self.to = to
        self.notes = notes
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.needed(post, "post", longest: 120)
        FieldCheck.text(notes, "notes", longest: 20_000)
    }
}

/// `login/1`: Someone signed in or out, or was refused.
public struct LoginBody: EntryBody {
    /// The type of its entries.
    public static let type = "login/1"
    /// What came of a sign-in.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// Signed in.
        case accepted
        /// Wrong name or password.
        case refused
        /// Too many tries: not even looked at.
        case limited
        /// Signed out.
        case out
        /// The session ended by its time.
        case expired
    }

    /// The name that was given.
    public var name: String
    /// The role.
    public var role: Role?
    /// What came of it.
    public var outcome: Outcome

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case name, role, outcome
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(name: String, role: Role? = nil, outcome: Outcome) {
        self.name = name
        self.role = role
        self.outcome = outcome
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.needed(name, "name", longest: 120) }
}
