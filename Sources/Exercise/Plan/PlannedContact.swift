public import Phraseology

/// How everybody speaks to each other.
public struct PlannedContact: Sendable, Hashable {
    /// The frequencies, each with a name.
    public var frequencies: [NamedFrequency]
    /// The name of the frequency of first contact.
    public var primary: String
    /// The name of the one used when the first fails.
    public var backup: String?
    /// When contact is made, Unix seconds.
    public var atUnixSeconds: Double?
    /// Who calls first.
    public var by: String?
    /// What all altimeters are set to below 1,000 ft of vertical distance; nil: nothing was agreed.
    public var altimeter: PressureReference?

    /// A contact.
    public init(
        frequencies: [NamedFrequency], primary: String, backup: String? = nil, atUnixSeconds: Double? = nil,
        by: String? = nil, altimeter: PressureReference? = nil
    ) {
        self.frequencies = frequencies
        self.primary = primary
        self.backup = backup
        self.atUnixSeconds = atUnixSeconds
        self.by = by
        self.altimeter = altimeter
    }

    /// The frequency of this name.
    public func frequency(_ name: String?) -> RadioFrequency? {
        frequencies.first { $0.name == name }?.frequency
    }
}

/// A frequency and its one name.
public struct NamedFrequency: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The frequency.
    public var frequency: RadioFrequency

    /// A frequency with a name.
    public init(name: String, frequency: RadioFrequency) {
        self.name = name
        self.frequency = frequency
    }
}

/// The words that end the exercise at once.
public struct AbortWords: Sendable, Hashable {
    /// In English; empty: missing.
    public var english: String
    /// In Russian; empty: missing.
    public var russian: String
    /// Who may say them: participants; empty: everybody.
    public var by: [String]

    /// The words.
    public init(english: String, russian: String, by: [String] = []) {
        self.english = english
        self.russian = russian
        self.by = by
    }
}

/// What one side shows of itself for the exercise.
public struct PlannedDisclosure: Sendable, Hashable {
    /// Whose aircraft.
    public var party: String
    /// Which fields, as in the agreement's rules.
    public var fields: [String]
    /// From when to when, Unix seconds.
    public var times: ClosedRange<Double>

    /// A disclosure.
    public init(party: String, fields: [String], times: ClosedRange<Double>) {
        self.party = party
        self.fields = fields
        self.times = times
    }
}
