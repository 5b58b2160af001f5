/// What a parameter may be.
public enum ParameterKind: Sendable, Hashable {
    /// A clock position, or degrees off the nose.
    case clock
    /// A whole number in these bounds.
    case number(ClosedRange<Int>)
    /// A heading, three digits.
    case heading
    /// A number of degrees to turn by, 1 to 360.
    case degrees
    /// A length or speed in one of these units.
    case quantity(Set<CountedUnit>)
    /// A level; with an altimeter setting or not.
    case level(reference: Bool)
    /// A flight level, whose setting is always the standard one.
    case flightLevel
    /// The lower and upper limit of a volume.
    case levels
    /// An altimeter setting.
    case reference
    /// A time of day, UTC.
    case time
    /// From one time to another.
    case times
    /// A voice frequency.
    case frequency
    /// A frequency or the name of a channel.
    case channel
    /// A transponder code.
    case squawk
    /// A Mach number.
    case mach
    /// One of these choices, each with its own words in the element's wording.
    case choice([String])
    /// A word out of a vocabulary that every language has; free text besides, where `text`.
    case word(Vocabulary, text: Bool)
    /// An aircraft type: its class or a designator of letters and digits.
    case aircraftType
    /// A name.
    case name
    /// Two names.
    case pair
    /// A place.
    case place
}

/// A set of coded words that every language has its own words for.
public enum Vocabulary: String, Sendable, Hashable, CaseIterable {
    /// The eight points of the compass.
    case compass
    /// The compass, or left and right of track.
    case deviation
    /// How the other aircraft moves relative to this one.
    case motion
    /// Why something is not done, or done.
    case reason
    /// What is to be confirmed or repeated.
    case item
    /// What kind of distress it is.
    case nature
    /// What a crew is about to do.
    case intent
    /// Classes of aircraft.
    case aircraftClass

    /// The codes of the vocabulary.
    public var codes: [String] {
        switch self {
        case .compass: Compass.allCases.map(\.rawValue)
        case .deviation: Compass.allCases.map(\.rawValue) + ["left", "right"]
        case .motion:
            ["opposite", "same", "overtaking", "crossing-left-to-right", "crossing-right-to-left", "converging"]
        case .reason:
            ["traffic", "airspace", "weather", "performance", "fuel", "technical", "terrain", "resolution-advisory"]
        case .item:
            [
                "heading", "level", "speed", "position", "frequency", "distance", "time", "zone", "call-sign",
                "intentions",
                "all",
            ]
        case .nature:
            ["engine-failure", "fire", "decompression", "medical", "fuel", "control", "ice", "navigation", "collision"]
        case .intent: ["landing", "descending", "returning", "diverting", "holding"]
        case .aircraftClass: ["airliner", "fighter", "helicopter", "drone", "unknown"]
        }
    }
}

/// One parameter of an element.
public struct Parameter: Sendable, Hashable {
    /// Its name, as in commands and records.
    public let name: String
    /// What it may be.
    public let kind: ParameterKind
    /// Whether the element means nothing without it.
    public let isRequired: Bool
}
