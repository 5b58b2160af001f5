/// `range/1`: How far two participants are apart, once a second while a card runs.
public struct RangeBody: EntryBody {
    /// The type of its entries.
    public static let type = "range/1"
    /// From which data a distance is.
    public enum Basis: String, Sendable, Codable, CaseIterable {
        /// The writer's own.
        case own
        /// What both parties share.
        case shared
    }

    /// The run.
    public var run: String
    /// The two participants.
    public var between: [String]
    /// When.
    public var time: EntryTime
    /// Horizontal distance, nautical miles.
    public var horizontalNM: Double
    /// Vertical distance, feet.
    public var verticalFt: Double?
    /// The smallest horizontal distance that is predicted, nautical miles.
    public var predictedNM: Double?
    /// From which data.
    public var basis: Basis

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case run, between, time, horizontalNM, verticalFt, predictedNM, basis
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(
        run: String, between: [String], time: EntryTime, horizontalNM: Double, verticalFt: Double? = nil,
        predictedNM: Double? = nil, basis: Basis
    ) {
        self.run = run
        self.between = between
        self.time = time
        self.horizontalNM = horizontalNM
        self.verticalFt = verticalFt
        self.predictedNM = predictedNM
        self.basis = basis
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(run, "run")
        between.count == 2 ? nil : "“between” must name two participants"
        between.lazy.compactMap { FieldCheck.identifier($0, "between") }.first
        FieldCheck.range(horizontalNM, "horizontalNM", 0...12_000)
        FieldCheck.range(verticalFt, "verticalFt", 0...200_000)
        FieldCheck.range(predictedNM, "predictedNM", 0...12_000)
    }
}

/// `abort/1`: The exercise is broken off.
public struct AbortBody: EntryBody {
    /// The type of its entries.
    public static let type = "abort/1"
    /// Why an exercise is broken off.
    public enum Reason: String, Sendable, Codable, CaseIterable {
        /// The predicted distance went below the buffer.
        case buffer
        /// A track is too old.
        case staleTrack = "stale-track"
        /// Contact is lost.
        case contactLost = "contact-lost"
        /// A level is lost.
        case levelLost = "level-lost"
        /// Someone who does not take part comes near.
        case intruder
        /// Someone called it.
        case called
    }

    /// The run.
    public var run: String
    /// Why.
    public var reason: Reason
    /// The abort word that was said.
    public var word: String?
    /// Who acted.
    public var by: Person

    /// The fields.
    public enum CodingKeys: String, CodingKey {
        case run, reason, word, by
    }

    /// An entry that says this; ranges are checked when it is drafted.
    public init(run: String, reason: Reason, word: String? = nil, by: Person) {
        self.run = run
        self.reason = reason
        self.word = word
        self.by = by
    }

    /// What is out of range.
    @FirstFault public var fault: String? {
        FieldCheck.identifier(run, "run")
        FieldCheck.text(word, "word", longest: 64)
    }
}
