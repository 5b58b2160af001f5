public import Airspace

/// How loudly a conflict speaks.
public enum AlertLevel: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Shown with its distances; nobody is called.
    case none
    /// A loss is predicted within the look-ahead: somebody should look.
    case advisory
    /// A loss is predicted within the alarm time, or is happening: somebody must act.
    case alarm

    /// `none` is below `advisory`, `advisory` below `alarm`.
    public static func < (left: AlertLevel, right: AlertLevel) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .advisory: 1
        case .alarm: 2
        }
    }
}

/// What an alert is about.
public enum AlertIdentifier: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Two aircraft, `first` < `second`.
    case pair(first: String, second: String)
    /// An aircraft and the envelope of a group that is declared together.
    case envelope(outsider: String, group: String)

    /// The pair of two identifiers, in either order.
    public init(_ one: String, _ other: String) {
        self = one < other ? .pair(first: one, second: other) : .pair(first: other, second: one)
    }

    /// `3949ea|3965af`, or `3949ea|@name` for the envelope of a group.
    public var description: String {
        switch self {
        case .pair(let first, let second): "\(first)|\(second)"
        case .envelope(let outsider, let group): "\(outsider)|@\(group)"
        }
    }

    /// Reads what `description` writes; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        if parts[1].hasPrefix("@") {
            self = .envelope(outsider: String(parts[0]), group: String(parts[1].dropFirst()))
        } else {
            self.init(String(parts[0]), String(parts[1]))
        }
    }

    /// By the first aircraft, then by the second; pairs before envelopes.
    public static func < (left: AlertIdentifier, right: AlertIdentifier) -> Bool {
        switch (left, right) {
        case (.pair(let first, let second), .pair(let otherFirst, let otherSecond)):
            first != otherFirst ? first < otherFirst : second < otherSecond
        case (.envelope(let outsider, let group), .envelope(let otherOutsider, let otherGroup)):
            outsider != otherOutsider ? outsider < otherOutsider : group < otherGroup
        case (.pair, .envelope): true
        case (.envelope, .pair): false
        }
    }
}

/// What a person did about an alert: who, why, and until when it holds.
public struct AlertAct: Sendable, Hashable {
    /// The person, by name or role.
    public var by: String
    /// Why, in the person's words.
    public var reason: String
    /// When it stops to hold by itself, Unix seconds.
    public var untilUnixSeconds: Double

    /// An act of a person.
    public init(by: String, reason: String, untilUnixSeconds: Double) {
        self.by = by
        self.reason = reason
        self.untilUnixSeconds = untilUnixSeconds
    }
}

/// One conflict at one picture second: what is predicted for two aircraft, and how loudly it is said.
public struct Alert: Sendable, Hashable {
    /// What it is about.
    public var identifier: AlertIdentifier
    /// The first aircraft's identifier; for an envelope the outsider's.
    public var firstAircraft: String
    /// The second aircraft's identifier; for an envelope that of the member which is nearest to the outsider now.
    public var secondAircraft: String
    /// How loudly it speaks now.
    public var level: AlertLevel
    /// Since when the conflict has been in the picture without a break, Unix seconds.
    public var sinceUnixSeconds: Double
    /// What is predicted.
    public var prediction: PairPrediction
    /// The minima that apply, without the uncertainty of either place.
    public var minima: Minima
    /// The same, widened by what is not known of both places and levels: what the conflict is predicted with.
    public var widenedMinima: Minima
    /// The declared volume whose minima and policy hold; nil: none, and nothing alerts.
    public var volume: String?
    /// Whether the two diverge: they are past their closest approach.
    public var isDiverging: Bool
    /// Whether a level is not known, or not well enough, to say that they are, or will be, apart: never a loss.
    public var isLevelUnknown: Bool
    /// What is wrong with the data of either track; `stale` when one coasts.
    public var flaws: QualityFlags
    /// The group that both aircraft are declared in, or the group whose envelope this is about.
    public var together: String?
    /// A person has seen it: it keeps its level and is quiet until it worsens or the act expires.
    public var acknowledged: AlertAct?
    /// A person has silenced it: its level is `none` until the act expires.
    public var inhibited: AlertAct?

    /// An alert by its values.
    public init(
        identifier: AlertIdentifier, firstAircraft: String, secondAircraft: String, level: AlertLevel,
        sinceUnixSeconds: Double, prediction: PairPrediction, minima: Minima, widenedMinima: Minima? = nil,
        volume: String? = nil, isDiverging: Bool, isLevelUnknown: Bool, flaws: QualityFlags, together: String? = nil,
        acknowledged: AlertAct? = nil,
        inhibited: AlertAct? = nil
    ) {
        self.identifier = identifier
        self.firstAircraft = firstAircraft
        self.secondAircraft = secondAircraft
        self.level = level
        self.sinceUnixSeconds = sinceUnixSeconds
        self.prediction = prediction
        self.minima = minima
        self.widenedMinima = widenedMinima ?? minima
        self.volume = volume
        self.isDiverging = isDiverging
        self.isLevelUnknown = isLevelUnknown
        self.flaws = flaws
        self.together = together
        self.acknowledged = acknowledged
        self.inhibited = inhibited
    }

    /// Whether somebody is to be called now: it alerts and nobody has acknowledged it.
    public var calls: Bool { level != .none && acknowledged == nil }
}
