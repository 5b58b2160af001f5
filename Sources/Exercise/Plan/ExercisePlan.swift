public import Accord
public import Airspace

/// The plan of an exercise, as both parties sign it: where, who, how close, on which frequency, in which order, and how it ends early.
public struct ExercisePlan: Sendable {
    /// Its identifier.
    public var identifier: String
    /// Its version, from 1.
    public var version: Int
    /// The agreement under which it is flown.
    public var agreement: String
    /// What it is called, in both languages.
    public var title: BilingualText
    /// When it may no longer be flown, Unix seconds.
    public var expiresUnixSeconds: Double?
    /// How others were told.
    public var notice: PublishedNotice?
    /// Where and when.
    public var zone: PlannedZone
    /// The distance that is kept.
    public var minimum: PlannedMinimum
    /// When to turn away.
    public var turnAway: TurnAwayRule
    /// How everybody speaks.
    public var contact: PlannedContact
    /// Who takes part.
    public var participants: [Participant]
    /// Which participant is the safety controller.
    public var safetyController: String?
    /// The words that end it, and who may say them.
    public var abort: AbortWords
    /// What is done, in order.
    public var cards: [ExerciseCard]
    /// What each side shows of itself, from when to when.
    public var disclosures: [PlannedDisclosure]
    /// How far from the plan people and machines are taken to be when it is rehearsed.
    public var errors: RehearsalErrors
    /// The wind that is reckoned with, where it blows to, metres per second.
    public var wind: HorizontalVelocity
    /// On which line each part stands.
    public var lines: PlanLines

    /// The participant of this identifier.
    public func participant(_ identifier: String) -> Participant? {
        participants.first { $0.identifier == identifier }
    }

    /// The card of this identifier.
    public func card(_ identifier: String) -> ExerciseCard? { cards.first { $0.identifier == identifier } }

    /// The flights.
    public var flights: [Participant] { participants.filter { $0.kind == .flight } }

    /// The parties of all participants, in the order in which they are first named.
    public var parties: [String] {
        var parties: [String] = []
        for participant in participants where !parties.contains(participant.party) { parties.append(participant.party) }
        return parties
    }
}

/// On which line each part of a plan stands, by the keys that lead there.
public struct PlanLines: Sendable, Hashable {
    private var lines: [String: Int] = [:]

    /// No lines.
    public init() {}

    /// Notes the line of a part.
    public mutating func note(_ line: Int, at keys: [String]) { lines[keys.joined(separator: " / ")] = line }

    /// The line of a part, or of the nearest part around it that is known.
    public func line(_ keys: [String]) -> Int? {
        var keys = keys[...]
        while !keys.isEmpty {
            if let line = lines[keys.joined(separator: " / ")] { return line }
            keys = keys.dropLast()
        }
        return lines[""]
    }
}

/// How others were told of the exercise beforehand.
public struct PublishedNotice: Sendable, Hashable {
    /// Its number, as published.
    public var reference: String
    /// When, Unix seconds.
    public var publishedUnixSeconds: Double

    /// A notice.
    public init(reference: String, publishedUnixSeconds: Double) {
        self.reference = reference
        self.publishedUnixSeconds = publishedUnixSeconds
    }
}

/// The special zone: a volume with times.
public struct PlannedZone: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its outline.
    public var footprint: Footprint
    /// Its floor.
    public var lower: PlannedLevel
    /// Its ceiling.
    public var upper: PlannedLevel
    /// From when to when, Unix seconds.
    public var times: ClosedRange<Double>

    /// A zone.
    public init(
        name: String, footprint: Footprint, lower: PlannedLevel, upper: PlannedLevel, times: ClosedRange<Double>
    ) {
        self.name = name
        self.footprint = footprint
        self.lower = lower
        self.upper = upper
        self.times = times
    }

    /// The volume.
    public var volume: Volume { Volume(footprint: footprint, lower: lower.altitude, upper: upper.altitude) }
}

/// The distance that is kept.
public struct PlannedMinimum: Sendable, Hashable {
    /// Horizontally, WGS-84.
    public var horizontal: Length
    /// Only while the levels are closer than this.
    public var whileVerticalBelow: Length
    /// The rule by which it is measured.
    public var rule: String

    /// A minimum.
    public init(horizontal: Length, whileVerticalBelow: Length, rule: String) {
        self.horizontal = horizontal
        self.whileVerticalBelow = whileVerticalBelow
        self.rule = rule
    }
}

/// When to turn away.
public struct TurnAwayRule: Sendable, Hashable {
    /// When the predicted distance goes below this.
    public var buffer: Length
    /// When the distance goes below this while closing, if at all.
    public var abortRange: Length?
    /// How far ahead is predicted, seconds.
    public var lookaheadSeconds: Double
    /// How old a track may be, seconds.
    public var staleSeconds: Double
    /// How near the zone others may come, metres.
    public var intruderMetres: Double

    /// A rule.
    public init(
        buffer: Length, abortRange: Length? = nil, lookaheadSeconds: Double = 30, staleSeconds: Double = 5,
        intruderMetres: Double = 5 * 1852
    ) {
        self.buffer = buffer
        self.abortRange = abortRange
        self.lookaheadSeconds = lookaheadSeconds
        self.staleSeconds = staleSeconds
        self.intruderMetres = intruderMetres
    }
}
