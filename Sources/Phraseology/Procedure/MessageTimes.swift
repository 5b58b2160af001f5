/// The times of one message, Unix seconds. Each is signed by the side that knows it: written and sent by the sender,
/// the others by the receiver, so that both hold the same.
public struct MessageTimes: Sendable, Hashable {
    /// Composed by a person.
    public var written: Double
    /// Appended to the sender's record.
    public var sent: Double?
    /// Verified and stored by the receiver's station.
    public var received: Double?
    /// Put on the screen of a person.
    public var shown: Double?
    /// A person pressed that it was read.
    public var read: Double?
    /// The first answer.
    public var answered: Double?
    /// WILCO of a station: passed to the crew.
    public var passedToCrew: Double?
    /// The read-back matched.
    public var readBackMatched: Double?
    /// What was asked for was seen to be done: an entry of its own.
    public var complied: Double?
    /// Nothing more is awaited.
    public var closed: Double?
}

/// How far a message has come.
public enum MessageStage: String, Sendable, Hashable, CaseIterable {
    case written
    case sent
    case received
    case shown
    case read
    case answered
    case closed
}

extension MessageTimes {
    /// The furthest stage that has a time.
    public var stage: MessageStage {
        if closed != nil { return .closed }
        if answered != nil { return .answered }
        if read != nil { return .read }
        if shown != nil { return .shown }
        if received != nil { return .received }
        return sent != nil ? .sent : .written
    }
}
