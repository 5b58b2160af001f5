import Accord
import Phraseology

/// One entry of the line as the desk takes it: who wrote it, where it stands, when it was signed, what it says.
struct LineFact: Sendable {
    /// Who wrote it.
    var side: LineSide
    /// Where it stands.
    var reference: EntryReference
    /// When its writer wrote it, by the writer's clock, Unix seconds.
    var atUnixSeconds: Double
    /// When it was stored here, by this station's clock, Unix seconds; nil for our own, and where nobody asks.
    var receivedUnixSeconds: Double?
    /// What it says.
    var content: Content
    /// Whether the agreement did not let it be written when it came: it is shown, and calls nobody.
    var isOutside = false
    /// When it came, by our clock, where that was long after it was written; nil: it came in time, or is ours.
    var lateUnixSeconds: Double?

    /// Since when it is held here: a time that only the peer's clock has reached can't keep it.
    var heldUnixSeconds: Double { min(atUnixSeconds, receivedUnixSeconds ?? atUnixSeconds) }

    /// What an entry of the line says.
    enum Content: Sendable {
        case message(LineNote)
        case shown(message: String)
        case read(message: String, by: Person)
        case cancelled(message: String, by: Person)
        case compliance(message: String, complied: Bool, seen: String?, by: Person)
        case check(String, person: Bool)
        case checked(String, readability: Int, by: Person)
        case state(LineStateBody.State, reason: String?, by: Person)
        /// What the writer has stored of the reader's record: the entries below `size`.
        case receipt(origin: String, size: UInt64)
    }
}

extension LineFact {
    /// Whether it holds until it is taken back, however long ago it was said.
    var isLasting: Bool {
        switch content {
        case .state: true
        case .message(let note):
            note.message.elements.contains { $0.code == "LINE.SUSPENDED" || $0.code == "LINE.RESTORED" }
        default: false
        }
    }
}

/// A message as it was written.
struct LineNote: Sendable, Hashable {
    /// Its identifier, unique in the record of its writer.
    var identifier: String
    /// What it says.
    var message: LineMessage
    /// The message that it answers: one of the reader's, or, where both were only heard, one of the writer's own.
    var answers: String?
    /// When it was written, Unix seconds.
    var writtenUnixSeconds: Double
    /// For what was heard on a frequency or a telephone.
    var heard: Heard?
    /// Whether it was entered after the fact.
    var isLate: Bool
    /// Who wrote it.
    var by: Person
}
