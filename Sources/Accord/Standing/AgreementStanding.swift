/// Where an agreement stands: who proposed and signed which version, which is in force, who suspended it, whether it has ended.
///
/// It is made of the entries of all parties and depends on nothing else: whatever the order in which the records of different parties are read,
/// each in its own order, the standing is the same. Only a party itself can take its suspension back. What somebody writes who is no party of
/// the version in force changes nothing; it is kept all the same, since the version that names its writer may be yet to come.
public struct AgreementStanding: Sendable {
    /// A version that was put forward or signed.
    public struct Version: Sendable, Equatable {
        /// SHA-256 of its bytes.
        public internal(set) var sha256: String
        /// Who put it forward, and when.
        public internal(set) var proposals: [Proposal] = []
        /// Who signed it, and when.
        public internal(set) var signatures: [String: Double] = [:]
        /// The proposals that answer it.
        public internal(set) var counteredBy: Set<String> = []
    }

    /// A version put forward.
    public struct Proposal: Sendable, Equatable {
        /// The party.
        public var party: String
        /// When, Unix seconds.
        public var atUnixSeconds: Double
        /// What it says.
        public var body: AgreementProposedBody
    }

    /// A stretch of time in which a party had suspended the agreement.
    public struct Suspension: Sendable, Equatable {
        /// The party.
        public var party: String
        /// The person.
        public var by: Person
        /// Why.
        public var reason: String
        /// Since when, Unix seconds.
        public var sinceUnixSeconds: Double
        /// Until when; nil: still.
        public var untilUnixSeconds: Double?
    }

    /// The end.
    public struct Ending: Sendable, Equatable {
        /// The party.
        public var party: String
        /// Why.
        public var reason: String
        /// When it was said, Unix seconds.
        public var atUnixSeconds: Double
        /// When the agreement is over: after the notice that it asks for, or as soon as all its parties want it to be, Unix seconds.
        public var endsUnixSeconds: Double
    }

    /// A meeting, as a party put it on record.
    public struct Meeting: Sendable, Equatable {
        /// The party.
        public var party: String
        /// When it was put on record, Unix seconds.
        public var atUnixSeconds: Double
        /// What it says.
        public var body: MeetingBody
    }

    /// The agreement's identifier.
    public let identifier: String
    /// Every version, by its hash.
    public internal(set) var versions: [String: Version] = [:]
    /// Every document that is known, by its hash.
    public internal(set) var documents: [String: AgreementDocument] = [:]
    /// Every suspension that anybody wrote, in each writer's own order; which of them hold is said by ``suspended(atUnixSeconds:)``. The last
    /// one that is noted of a party can't be resumed: see ``mostSuspensions``.
    public internal(set) var suspensions: [Suspension] = []
    /// The earliest end that each writer wrote; whether one of them holds is said by ``ending(atUnixSeconds:)``.
    var endings: [String: Ending] = [:]
    /// Meetings that anybody put on record, by time; of each writer the newest.
    var noted: [Meeting] = []
    /// Signatures that wait for the document that they name.
    var pending: [PendingSignature] = []
    /// How many versions each party has put forward.
    var proposed: [String: Int] = [:]

    // What one party writes is bounded by itself, so that it takes no room from the others.

    /// As many signatures of one party wait.
    static let mostPending = 128
    /// As many versions may a party put forward.
    static let mostVersions = 300
    /// As many meetings of one party are kept.
    static let mostMeetings = 200
    /// As often may a party suspend the agreement: what it did before is never forgotten, and its last suspension stays in force
    /// until the agreement ends.
    static let mostSuspensions = 1_000

    /// As many keys of a party is a signature tried with: one takes a tenth of a millisecond, and a peer may send signatures without end.
    static let mostKeys = 16

    struct PendingSignature: Sendable, Equatable {
        var party: String
        var atUnixSeconds: Double
        var body: AgreementSignedBody
    }

    /// The standing of an agreement of which nothing is known yet.
    public init(identifier: String) { self.identifier = identifier }
}
