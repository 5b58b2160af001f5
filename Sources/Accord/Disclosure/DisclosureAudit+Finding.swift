extension DisclosureAudit {
    /// What was found of one entry.
    public struct Finding: Sendable, Equatable {
        /// The entry's index in the sequence that was given.
        public var index: Int
        /// Its type.
        public var type: String
        /// When it was written, Unix seconds.
        public var atUnixSeconds: Double
        /// The rule of the agreement that allowed it, or the clause that every agreement has.
        public var rule: String?
        /// What was not allowed; empty: nothing was found that was not.
        public var violations: [Violation]
        /// Why it can't be said whose the aircraft was that it tells of; nil: it can, or it tells of none.
        public var lack: OwnHistory.Lack?
    }

    /// What is not allowed about an entry.
    public enum Violation: Sendable, Hashable, CustomStringConvertible {
        /// It cannot be read.
        case unreadable(String)
        /// Its type may not stand in such a record, or not while the agreement stood as it did.
        case type(AgreementFlow)
        /// The rule that it names is not in the version in force.
        case noSuchRule(String)
        /// The rule is another party's, or for another peer.
        case otherParties(String)
        /// It is outside the place or the levels of its rule.
        case outside
        /// It tells a field that the rule does not give.
        case field(String)
        /// It is finer than the rule lets it be.
        case tooFine(String)
        /// It has the precision of a conflict, and none lasted.
        case noConflict
        /// It came before its delay.
        case tooEarly
        /// It came too soon after the one before.
        case tooOften
        /// It names an aircraft by its address where the rule gives a pseudonym.
        case notAPseudonym
        /// Nobody has ever put on record whom its pseudonym means.
        case notOpened
        /// The aircraft was not on the list of our own.
        case notOurs
        /// The rule names other aircraft of our own.
        case notNamed
        /// Before an agreement nothing passes but proposals, signatures and receipts.
        case firstContact

        /// In plain words.
        public var description: String {
            switch self {
            case .unreadable(let reason): "it cannot be read: \(reason)"
            case .type(let flow): "an entry of this type was not allowed then: the agreement was \(flow.word)"
            case .noSuchRule(let rule): "no rule “\(rule)” was in force"
            case .otherParties(let rule): "rule “\(rule)” is for others"
            case .outside: "it was outside the place or the levels of its rule"
            case .field(let name): "the rule does not give “\(name)”"
            case .tooFine(let name): "“\(name)” is finer than the rule lets it be"
            case .noConflict: "it has the precision of a conflict, and none lasted"
            case .tooEarly: "it came before its delay"
            case .tooOften: "it came sooner after the one before than the rule lets it"
            case .notAPseudonym: "it names no pseudonym"
            case .notOpened: "whom its pseudonym means was never put on the private record"
            case .notOurs: "the aircraft was not on the list of our own"
            case .notNamed: "the rule does not name this aircraft"
            case .firstContact: "before an agreement no entry of this type may pass"
            }
        }
    }

    /// What a third party of the agreement wrote, and when this party had learned of it.
    public struct Learned: Sendable {
        /// Who wrote it.
        public var writer: String
        /// What it says.
        public var entry: Entry
        /// When this party had stored it, Unix seconds.
        public var atUnixSeconds: Double

        /// What a third party wrote.
        public init(writer: String, entry: Entry, atUnixSeconds: Double) {
            self.writer = writer
            self.entry = entry
            self.atUnixSeconds = atUnixSeconds
        }
    }
}
