/// The state of the line itself: tested, degraded, suspended, restored. Suspension is political: it is shown and
/// signed, and the line keeps working.
public struct LineCondition: Sendable, Hashable {
    /// A suspension, as its own message says it.
    public struct Suspension: Sendable, Hashable {
        /// From when, as said.
        public let from: Value?
        /// By whose order, where said.
        public let authority: String?
    }

    /// What the caller does.
    public enum Action: Sendable, Hashable {
        /// Send a line check.
        case check
        /// Show that the line's state changed.
        case update
    }

    /// When it was last tested with an answer, Unix seconds.
    public private(set) var lastTested: Double?
    /// The readability then, 1 to 5.
    public private(set) var readability: Int?
    /// The suspension in force.
    public private(set) var suspension: Suspension?
    /// A check that is out and not answered yet.
    public private(set) var checkSentAt: Double?

    private let checkInterval: Double
    private let answerWithin: Double
    private var lastCheck: Double?
    private var missed = false

    /// A line that is checked every `checkInterval` seconds and counts as degraded when a check is not answered within
    /// `answerWithin` seconds.
    public init(checkInterval: Double, answerWithin: Double) {
        self.checkInterval = checkInterval
        self.answerWithin = answerWithin
    }

    /// Whether the last check failed or was hard to read.
    public var isDegraded: Bool { missed || (readability.map { $0 < 3 } ?? false) }

    /// Time has passed.
    public mutating func tick(at seconds: Double) -> [Action] {
        var actions: [Action] = []
        if let sent = checkSentAt, seconds - sent >= answerWithin {
            checkSentAt = nil
            if !missed { actions.append(.update) }
            missed = true
        }
        if checkSentAt == nil, lastCheck.map({ seconds - $0 >= checkInterval }) ?? true {
            lastCheck = seconds
            checkSentAt = seconds
            actions.append(.check)
        }
        return actions
    }

    /// Takes elements that came over the line.
    public mutating func take(_ elements: [MessageElement], at seconds: Double) -> [Action] {
        let before = self
        for element in elements {
            switch element.code {
            case "LINE.READABILITY":
                guard case .number(let said)? = element.parameters["readability"] else { continue }
                lastTested = seconds
                readability = said
                checkSentAt = nil
                missed = false
            case "LINE.SUSPENDED":
                suspension = Suspension(
                    from: element.parameters["time"], authority: element.parameters["authority"]?.description)
            case "LINE.RESTORED": suspension = nil
            default: continue
            }
        }
        return self == before ? [] : [.update]
    }
}
