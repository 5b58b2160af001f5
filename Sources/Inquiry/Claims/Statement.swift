public import Airspace
public import Separation

/// What a proposition says, by its kind.
public enum Statement: Sendable, Hashable {
    case minimumDistance(MinimumDistance)
    case entered(Entered)
    case violationCount(ViolationCount)
    case exerciseHeld(ExerciseHeld)
    case communication(Communication)
    case warningGiven(WarningGiven)
    case lineState(LineStateAt)
    case knownBy(KnownBy)
    case agreementUnchanged(AgreementUnchanged)
    case nothingBeyond(ClaimWindow)
    /// A motive, a target, an intention: no data says what somebody had in mind.
    case notCheckable
}

/// Two aircraft kept, or did not keep, a distance: horizontal, WGS-84, by the measuring rule.
public struct MinimumDistance: Sendable, Hashable {
    /// The two: identifiers, call signs, or parties.
    public var between: [String]
    /// When.
    public var window: ClaimWindow
    /// The longest span between two reports of one piece of track, seconds.
    public var gapSeconds: Double
    /// Only while the levels are closer than this; nil: whatever the levels.
    public var verticalWithin: Length?
    /// They came closer than, or never came closer than, this.
    public var bound: DistanceBound
}

/// A distance with the side on which the truth is said to lie.
public enum DistanceBound: Sendable, Hashable {
    /// Never closer; exactly this distance is kept.
    case atLeast(Length)
    /// At some instant this close or closer.
    case atMost(Length)

    /// The distance.
    public var length: Length {
        switch self {
        case .atLeast(let length), .atMost(let length): length
        }
    }
}

/// An aircraft was, or was not, inside of an area between two levels.
public struct Entered: Sendable, Hashable {
    /// The aircraft: an identifier, a call sign or a party.
    public var who: String
    /// The area with its levels; nil when a zone of an agreement is named instead.
    public var volume: Volume?
    /// The zone's name, or what the area is called.
    public var name: String
    /// When.
    public var window: ClaimWindow
    /// The longest span between two reports of one piece of track, seconds.
    public var gapSeconds: Double
    /// False: it is said not to have been inside.
    public var isSaid: Bool
}

/// How many encounters the measuring rule counts.
public struct ViolationCount: Sendable, Hashable {
    /// Which aircraft, or whose, took part: identifiers, call signs or parties; empty: all.
    public var involving: [String]
    /// When.
    public var window: ClaimWindow
    /// The rule.
    public var rule: MeasuringRule
    /// How many, at least and at most.
    public var count: ClosedRange<Int>
}

/// An exercise took place, or did not.
public struct ExerciseHeld: Sendable, Hashable {
    /// The plan's identifier; nil: any.
    public var plan: String?
    /// When.
    public var window: ClaimWindow
    /// False: it is said not to have taken place.
    public var isSaid: Bool
}

/// Some spoke with each other.
public struct Communication: Sendable, Hashable {
    /// Between whom it was.
    public enum Between: String, Sendable, Hashable, CaseIterable { case crews, stations }
    /// Between crews or between stations.
    public var between: Between
    /// On which frequency or channel; nil: any.
    public var channel: String?
    /// In which languages, `en`, `ru`; all of them must have been used.
    public var languages: [String]
    /// When.
    public var window: ClaimWindow
    /// For how long at most, seconds; nil: nothing is said.
    public var atMostSeconds: Double?
    /// False: they are said not to have spoken.
    public var isSaid: Bool
}

/// One side warned the other some time before.
public struct WarningGiven: Sendable, Hashable {
    /// Who warned.
    public var by: String
    /// Whom.
    public var to: String?
    /// Codes of which one must be in the message; empty: any message.
    public var codes: [String]
    /// Before what time, Unix seconds.
    public var beforeUnixSeconds: Double
    /// At least so long before, seconds; exactly one of the two.
    public var atLeastSeconds: Double?
    /// Or at most so long before, seconds.
    public var atMostSeconds: Double?
    /// How far back is looked, seconds.
    public var lookBackSeconds: Double
}

/// The line was in a state at a time.
public struct LineStateAt: Sendable, Hashable {
    /// When, Unix seconds.
    public var atUnixSeconds: Double
    /// `normal`, `degraded`, `suspended`, `restored`, or `working`: anything but suspended.
    public var state: String
    /// By whom it was brought into that state; nil: by either.
    public var by: String?
}

/// A party had been told something by a time.
public struct KnownBy: Sendable, Hashable {
    /// The party.
    public var party: String
    /// By when, Unix seconds.
    public var atUnixSeconds: Double
    /// The type of entry, `track/1`; nil: any.
    public var type: String?
    /// A text that the entry must hold: a message's identifier, a track's pseudonym.
    public var about: String?
    /// False: it is said not to have been told.
    public var isSaid: Bool
}

/// The agreement was the same throughout.
public struct AgreementUnchanged: Sendable, Hashable {
    /// Its identifier; nil: any.
    public var agreement: String?
    /// When.
    public var window: ClaimWindow
}
