/// `alert/1`: A conflict, loss, entry into a zone, or distress that concerns both parties.
public struct AlertBody: EntryBody {
    /// The type of its entries.
    public static let type = "alert/1"
    /// What it is about.
    public enum Kind: String, Sendable, Codable, CaseIterable { case conflict, loss, zone, distress }
    /// How urgent it is.
    public enum Level: String, Sendable, Codable, CaseIterable { case advisory, alarm }

    /// Its identifier, unique in the record.
    public var alert: String
    /// What it is about.
    public var kind: Kind
    /// How urgent.
    public var level: Level
    /// The reader's and the writer's pseudonyms of those concerned.
    public var tracks: [String]
    /// Time to the loss or entry, seconds; 0 when it is there.
    public var secondsToLoss: Double?
    /// Horizontal distance, now or predicted, nautical miles.
    public var horizontalNM: Double?
    /// Vertical distance, feet.
    public var verticalFt: Double?
    /// The zone.
    public var zone: String?
    /// What instant it speaks of.
    public var time: EntryTime

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case alert, kind, level, tracks, secondsToLoss, horizontalNM, verticalFt, zone, time
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        alert: String, kind: Kind, level: Level, tracks: [String], secondsToLoss: Double? = nil,
        horizontalNM: Double? = nil, verticalFt: Double? = nil, zone: String? = nil, time: EntryTime
    ) {
        self.alert = alert
        self.kind = kind
        self.level = level
        self.tracks = tracks
        self.secondsToLoss = secondsToLoss
        self.horizontalNM = horizontalNM
        self.verticalFt = verticalFt
        self.zone = zone
        self.time = time
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(alert, "alert")
        (0...64).contains(tracks.count) ? nil : "“tracks” has more than 64 elements"
        tracks.lazy.compactMap { FieldCheck.identifier($0, "tracks") }.first
        FieldCheck.range(secondsToLoss, "secondsToLoss", 0...86_400)
        FieldCheck.range(horizontalNM, "horizontalNM", 0...12_000)
        FieldCheck.range(verticalFt, "verticalFt", 0...200_000)
        zone.flatMap { FieldCheck.identifier($0, "zone") }
    }
}

/// `alert-seen/1`: A person has seen an alert of the reader's record.
public struct AlertSeenBody: EntryBody {
    /// The type of its entries.
    public static let type = "alert-seen/1"

    /// Its identifier in the reader's record.
    public var alert: String
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case alert, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(alert: String, by: Person) {
        self.alert = alert
        self.by = by
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(alert, "alert") }
}

/// `alert-ended/1`: An alert of the writer's is over.
public struct AlertEndedBody: EntryBody {
    /// The type of its entries.
    public static let type = "alert-ended/1"

    /// Its identifier.
    public var alert: String

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case alert
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(alert: String) {
        self.alert = alert
    }

    /// What is out of range.
    public var fault: String? { FieldCheck.identifier(alert, "alert") }
}

/// `zone/1`: A zone of the agreement becomes active or is given back.
public struct ZoneBody: EntryBody {
    /// The type of its entries.
    public static let type = "zone/1"
    /// What becomes of the zone.
    public enum State: String, Sendable, Codable, CaseIterable { case active, released }

    /// Its identifier in the agreement.
    public var zone: String
    /// What it becomes.
    public var state: State
    /// From when.
    public var from: EntryTime
    /// Until when; nil: until it is released.
    public var until: EntryTime?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case zone, state, from, until, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(zone: String, state: State, from: EntryTime, until: EntryTime? = nil, by: Person) {
        self.zone = zone
        self.state = state
        self.from = from
        self.until = until
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(zone, "zone")
        until.flatMap { $0 > from ? nil : "“until” must be after “from”" }
    }
}
