public import Airspace
public import Phraseology

/// One step of the exercise.
public struct ExerciseCard: Sendable, Hashable {
    /// What is done, in the order in which it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
        /// Everybody says that he is there.
        case checkIn = "check-in"
        /// The crews close.
        case approach
        /// They tell each other position, heading, level and speed.
        case exchange
        /// They go apart.
        case opening
        /// They leave the zone.
        case departure

        /// The earlier one first.
        public static func < (left: Kind, right: Kind) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The identifier in the plan.
    public var identifier: String
    /// What is done.
    public var kind: Kind
    /// By whom.
    public var crews: [String]
    /// The way each crew flies.
    public var routes: [String: [RoutePoint]]
    /// The messages that are said, in order.
    public var messages: [MessageElement]
    /// In an exchange: what each crew says, each value read back.
    public var items: [ExchangeItem]
    /// When it is passed.
    public var test: PassTest

    /// A card.
    public init(
        identifier: String, kind: Kind, crews: [String], routes: [String: [RoutePoint]] = [:],
        messages: [MessageElement] = [], items: [ExchangeItem] = [], test: PassTest = PassTest()
    ) {
        self.identifier = identifier
        self.kind = kind
        self.crews = crews
        self.routes = routes
        self.messages = messages
        self.items = items
        self.test = test
    }
}

/// A point of a crew's way.
public struct RoutePoint: Sendable, Hashable {
    /// Where to.
    public var position: GeodeticPosition
    /// At which level.
    public var level: PlannedLevel
    /// True airspeed.
    public var speed: Speed

    /// A point.
    public init(position: GeodeticPosition, level: PlannedLevel, speed: Speed) {
        self.position = position
        self.level = level
        self.speed = speed
    }
}

/// What crews tell each other of their flight.
public enum ExchangeItem: String, Sendable, Hashable, CaseIterable {
    case position
    case heading
    case level
    case speed

    /// The codes of the catalogue by which it is said.
    public var codes: Set<String> {
        switch self {
        case .position: ["POS.REPORT"]
        case .heading: ["POS.HEADING"]
        case .level: ["MAN.LEVEL_FL", "MAN.LEVEL_M", "MAN.LEVEL_FT"]
        case .speed: ["POS.SPEED"]
        }
    }
}

/// When a card is passed. Whatever is not named is not asked.
public struct PassTest: Sendable, Hashable {
    /// It is done within so many seconds.
    public var withinSeconds: Double?
    /// The crews came no closer than this.
    public var atLeast: Length?
    /// The crews came as close as this.
    public var atMost: Length?
    /// Every value was read back.
    public var readBack: Bool
    /// It was said in these languages.
    public var languages: [String]

    /// A test.
    public init(
        withinSeconds: Double? = nil, atLeast: Length? = nil, atMost: Length? = nil, readBack: Bool = false,
        languages: [String] = []
    ) {
        self.withinSeconds = withinSeconds
        self.atLeast = atLeast
        self.atMost = atMost
        self.readBack = readBack
        self.languages = languages
    }
}
