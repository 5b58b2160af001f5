import Accord
import Phraseology

/// One entry about a message: where it stands, when it was signed, by whom.
struct LineMark: Sendable, Hashable {
    /// Its place among the entries of its writer.
    var order: EntryOrder
    /// When it was signed, Unix seconds.
    var atUnixSeconds: Double
    /// Since when it is held here, Unix seconds: ``LineFact/heldUnixSeconds``.
    var heldUnixSeconds: Double
    /// The person; nil for what a station does by itself.
    var by: Person?
}

/// A message with where it stands.
struct LineItem: Sendable, Hashable {
    /// The message.
    var note: LineNote
    /// Where it stands.
    var reference: EntryReference
    /// When it was signed, Unix seconds.
    var atUnixSeconds: Double
    /// Since when it is held here, Unix seconds: ``LineFact/heldUnixSeconds``.
    var heldUnixSeconds: Double
    /// Its place among the entries of its writer.
    var order: EntryOrder
    /// Whether it is outside the standing of the agreement: ``LineFact/isOutside``.
    var isOutside = false
    /// When it came, by our clock, where that was long after it was written; nil: it came in time, or is ours.
    var lateUnixSeconds: Double?
}

/// What has been said about a message, whether or not the message itself has come already.
struct LineMarks: Sendable, Hashable {
    /// Whether what was asked for was done.
    struct Compliance: Sendable, Hashable {
        var side: LineSide
        var mark: LineMark
        var complied: Bool
        var seen: String?
    }

    /// It stands on a screen of its reader.
    var shown: LineMark?
    /// A person at its reader's has read it.
    var read: LineMark?
    /// Its writer takes it back.
    var cancelled: LineMark?
    /// What was seen of it being done, in the order in which it was signed.
    var compliance: [Compliance] = []

    /// Since when the newest of them is held here, Unix seconds.
    var newestHeldUnixSeconds: Double {
        ([shown, read, cancelled].compactMap { $0 } + compliance.map(\.mark)).map(\.heldUnixSeconds).max()
            ?? -.infinity
    }

    /// The earlier of two marks: a second one says nothing new.
    static func earlier(_ known: LineMark?, _ new: LineMark) -> LineMark {
        known.map { $0.order < new.order ? $0 : new } ?? new
    }
}

/// How far a message has come, worked out from all that is known of it.
struct LineProgress: Sendable {
    /// What it is in the course of a dialogue.
    enum Kind: Sendable, Hashable {
        /// It opens something, or asks for something of its own.
        case opening
        /// It answers that message, and asks for nothing itself.
        case reply(LineKey)
        /// It says that message again; what answers it counts for that one.
        case repetition(of: LineKey)
        /// It was heard, not sent.
        case heard
    }

    /// A read-back that differed.
    struct Mismatch: Sendable {
        /// The reply with the read-back.
        var reply: LineKey
        /// Where it differs.
        var differences: [ReadBackDifference]
        /// NEGATIVE, I SAY AGAIN, and the message.
        var proposal: LineMessage?
    }

    var kind: Kind
    /// Its times, what closed it, who read it.
    var exchange: MessageExchange
    /// What answers it and its repetitions, in the order of the one who answers.
    var replies: [LineKey] = []
    /// Why it is still open.
    var stillOpen: MessageExchange.Reason?
    /// The newest read-back that differed, until one has matched.
    var mismatch: Mismatch?
    /// Replies that do not answer it.
    var strangers: [LineKey] = []

    /// To whom its words are: a read-back and what was heard are said as to a crew, what is asked of a station is a request.
    var audience: Audience {
        switch kind {
        case .heard, .reply: .crew
        case .opening, .repetition: .station
        }
    }

    /// Whether somebody still has to answer.
    var isOpen: Bool {
        guard kind != .heard, exchange.times.closed == nil else { return false }
        return exchange.awaited != .none
    }
}
