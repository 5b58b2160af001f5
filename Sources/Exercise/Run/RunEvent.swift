public import Accord
public import Airspace
public import Phraseology

/// What a run is told.
public enum RunEvent: Sendable {
    /// A position of a participant.
    case report(RunReport)
    /// A position of somebody who does not take part.
    case other(identifier: String, position: GeodeticPosition, levelFeet: Double?, timeUnixSeconds: Double)
    /// A participant has checked in.
    case checkIn(participant: String, frequency: String, by: Person)
    /// What a crew said, or read back.
    case said(participant: String, language: String, elements: [MessageElement], isReadBack: Bool)
    /// Nobody hears a participant any more, or hears it again.
    case contact(participant: String, isLost: Bool, by: Person)
    /// Somebody calls the abort.
    case abort(word: String?, by: Person)
    /// A person decides a card that no instrument can decide.
    case decide(card: String, isPassed: Bool, reason: String?, by: Person)
    /// The run is over.
    case end(by: Person)
}

/// A position of a participant.
public struct RunReport: Sendable, Hashable {
    /// Who.
    public var participant: String
    /// When, Unix seconds.
    public var timeUnixSeconds: Double
    /// Where.
    public var position: GeodeticPosition
    /// The pressure altitude, feet; nil: not known.
    public var levelFeet: Double?
    /// Over the ground; nil: not known.
    public var velocity: HorizontalVelocity?
    /// From which data.
    public var basis: RangeBody.Basis

    /// A position.
    public init(
        participant: String, timeUnixSeconds: Double, position: GeodeticPosition, levelFeet: Double?,
        velocity: HorizontalVelocity?, basis: RangeBody.Basis
    ) {
        self.participant = participant
        self.timeUnixSeconds = timeUnixSeconds
        self.position = position
        self.levelFeet = levelFeet
        self.velocity = velocity
        self.basis = basis
    }
}

/// What is to be done, in order.
public enum RunAction: Sendable {
    /// Append this entry to the shared record.
    case append(EntryDraft)
    /// Propose this message of the card to the watch officer.
    case prompt(card: String, MessageElement)
    /// Break off: both screens, both languages, sound. It stands until the run ends.
    case alarm(reason: AbortBody.Reason, words: BilingualText, message: MessageElement?)
    /// An entry could not be written, and why: the station has a mistake, and says so.
    case fault(String)
}

/// How far apart two crews are, and will be.
public struct RunRange: Sendable, Hashable {
    /// The two crews.
    public var between: [String]
    /// When, Unix seconds.
    public var timeUnixSeconds: Double
    /// Horizontally now, metres, WGS-84.
    public var horizontalMetres: Double
    /// Vertically now, feet; nil: a level is not known.
    public var verticalFeet: Double?
    /// The smallest distance within the look-ahead if both fly on as they do, metres; nil: a velocity is not known.
    public var predictedMetres: Double?
    /// The levels will be closer than the vertical minimum within the look-ahead, or a level is not known.
    public var isLevelClose: Bool
    /// From which data.
    public var basis: RangeBody.Basis
}
