/// Proves of an own record for a peer that every entry in it was allowed, and by what; or names what was not.
///
/// It goes through the record as it stands, entry by entry, with what the station can have known at each. A receipt (`seen/1`) says that the
/// peer's entries were stored, not that they had been acted on: for two seconds an entry may have been decided under what held before, or
/// under what only the next receipt says. So neither a suspension that came later nor one that had not arrived is held against an entry.
public struct DisclosureAudit: Sendable {
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
        /// What was not allowed; empty: it was.
        public var violations: [Violation]
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
            }
        }
    }

    /// The types of a peer's entries that can change what an own entry may say. Others count only by their place.
    public static let learnedTypes = AgreementStanding.types.union([
        AlertBody.type, AlertEndedBody.type, RunBody.type,
    ])

    /// So long an entry may be on its way from the decision to the record, seconds.
    public static let onTheirWaySeconds = 2.0

    private let party: String
    private let peer: String
    private var standing: AgreementStanding
    /// How it stood before its last change, and when that was learned, for entries that were on their way then.
    private var earlier: (standing: AgreementStanding, untilUnixSeconds: Double)?
    private let theirs: [Entry]
    private var theirsTaken = 0
    private var lastTold: [String: Double] = [:]
    private var lastBodies: [String: TrackBody] = [:]
    private var openAlerts: [String: Set<String>] = [:]
    private var closedUnixSeconds: [String: Double] = [:]
    /// Whether one of both has begun an exercise with simulated flights.
    private var isSimulating = false
    private var index = 0
    private var books: [String: DisclosureBook] = [:]

    /// An audit of the records of `party` for `peer` under an agreement, from its first entry on.
    ///
    /// - Parameter documents: every version of the agreement that was ever signed.
    /// - Parameter contact: entries about the agreement from both records of first contact, with their writers.
    /// - Parameter theirs: the peer's entries, in the order of its records under the agreement.
    /// - Throws: `AccordError.signature` when a version's signature does not hold.
    public init(
        agreement: String, party: String, peer: String, documents: [AgreementDocument],
        contact: [(writer: String, entry: Entry)], theirs: [Entry] = []
    ) throws(AccordError) {
        self.party = party
        self.peer = peer
        self.theirs = theirs
        standing = AgreementStanding(identifier: agreement)
        for document in documents { try standing.know(document) }
        for (writer, entry) in contact { try standing.take(entry, from: writer) }
    }

    /// Judges the next entry of the own record.
    ///
    /// - Parameter peerSeen: for a `seen/1`, how many of the peer's entries under the agreement it covers, over all its records.
    /// - Parameter nextSeen: the same of the next `seen/1` after this entry, if it came within ``onTheirWaySeconds``.
    public mutating func judge(_ bytes: [UInt8], peerSeen: Int? = nil, nextSeen: Int? = nil) -> Finding {
        defer { index += 1 }
        let entry: Entry
        do throws(AccordError) { entry = try Entry(bytes) } catch {
            return Finding(
                index: index, type: "", atUnixSeconds: 0, rule: nil,
                violations: [.unreadable(error.description)])
        }
        if let peerSeen { learn(upTo: peerSeen, atUnixSeconds: entry.atUnixSeconds) }
        var finding = Finding(
            index: index, type: entry.type, atUnixSeconds: entry.atUnixSeconds, rule: nil, violations: [])
        do throws(AccordError) {
            try judge(entry, nextSeen: nextSeen, &finding)
        } catch {
            finding.violations.append(.unreadable(error.description))
        }
        return finding
    }

    private mutating func learn(upTo count: Int, atUnixSeconds: Double) {
        while theirsTaken < min(count, theirs.count) {
            let entry = theirs[theirsTaken]
            // A peer's faulty entry is its fault, and changes nothing of what we might tell.
            try? take(entry, from: peer, atUnixSeconds: atUnixSeconds)
            noteAlert(entry)
            noteRun(entry)
            theirsTaken += 1
        }
    }

    private mutating func take(_ entry: Entry, from writer: String, atUnixSeconds: Double) throws(AccordError) {
        if AgreementStanding.types.contains(entry.type) {
            earlier = (standing, atUnixSeconds + Self.onTheirWaySeconds)
        }
        try standing.take(entry, from: writer)
    }

    /// How the agreement stood for an entry: the first that allows it of all that the station can have known, else the present one.
    private func flow(
        of entry: Entry, nextSeen: Int?, isAllowed: (AgreementFlow) -> Bool
    ) -> AgreementFlow {
        let present = standing.flow(atUnixSeconds: entry.atUnixSeconds)
        if isAllowed(present) { return present }
        if let earlier, entry.atUnixSeconds <= earlier.untilUnixSeconds {
            let flow = earlier.standing.flow(atUnixSeconds: entry.atUnixSeconds)
            if isAllowed(flow) { return flow }
        }
        var later = standing
        for next in theirs[theirsTaken..<max(theirsTaken, min(nextSeen ?? 0, theirs.count))]
        where AgreementStanding.types.contains(next.type) {
            try? later.take(next, from: peer)
            let flow = later.flow(atUnixSeconds: entry.atUnixSeconds)
            if isAllowed(flow) { return flow }
        }
        return present
    }

    private mutating func judge(_ entry: Entry, nextSeen: Int?, _ finding: inout Finding) throws(AccordError) {
        let isDistress = try isDistress(entry)
        let flow = flow(of: entry, nextSeen: nextSeen) { flow in
            entry.type == TrackBody.type
                ? flow == .inForce
                : EntryPermission.mayWrite(entry.type, isDistress: isDistress, in: .agreement, flow: flow)
        }
        guard EntryPermission.mayStand(entry.type, in: .agreement) else {
            finding.violations.append(.type(flow))
            return
        }
        if entry.type == AlertBody.type {
            finding.violations += numbersNotAllowed(
                in: try entry.body(AlertBody.self), atUnixSeconds: entry.atUnixSeconds)
        }
        if entry.type == TrackBody.type {
            try judgeTrack(entry, flow: flow, &finding)
        } else if EntryPermission.mayWrite(entry.type, isDistress: isDistress, in: .agreement, flow: flow) {
            finding.rule = "every agreement: \(entry.type)"
        } else {
            finding.violations.append(.type(flow))
        }
        try take(entry, from: party, atUnixSeconds: entry.atUnixSeconds)
        noteAlert(entry)
        noteRun(entry)
    }

    private func isDistress(_ entry: Entry) throws(AccordError) -> Bool {
        switch entry.type {
        case AlertBody.type: EntryPermission.isDistress(try entry.body(AlertBody.self))
        case MessageBody.type: EntryPermission.isDistress(try entry.body(MessageBody.self))
        case AbortBody.type: true
        default: false
        }
    }

    /// Keeps whether an exercise with simulated flights has begun: one side says so, and the other joins it.
    private mutating func noteRun(_ entry: Entry) {
        if entry.type == RunBody.type, let body = try? entry.body(RunBody.self), body.simulated { isSimulating = true }
    }

    /// Keeps which tracks have an alert, so that finer precision can be justified.
    private mutating func noteAlert(_ entry: Entry) {
        if entry.type == AlertBody.type, let body = try? entry.body(AlertBody.self) {
            openAlerts[body.alert] = Set(body.tracks)
        } else if entry.type == AlertEndedBody.type, let body = try? entry.body(AlertEndedBody.self) {
            for track in openAlerts[body.alert] ?? [] { closedUnixSeconds[track] = entry.atUnixSeconds }
            openAlerts[body.alert] = nil
        }
    }

    private mutating func judgeTrack(_ entry: Entry, flow: AgreementFlow, _ finding: inout Finding) throws(AccordError)
    {
        let body = try entry.body(TrackBody.self)
        if flow != .inForce, !(flow.isSuspended && body.emergency != nil) { finding.violations.append(.type(flow)) }
        guard let document = standing.version(atUnixSeconds: entry.atUnixSeconds),
            let rule = document.agreement.disclosure.first(where: { $0.identifier == body.rule })
        else {
            finding.violations.append(.noSuchRule(body.rule))
            return
        }
        finding.rule = rule.identifier
        if isSimulating, Pseudonyms.isSimulated(body.track) {
            // A simulated flight is no aircraft: its precision and its pace give nothing away.
            finding.rule = "\(rule.identifier), simulated: it tells of no aircraft"
            return
        }
        if rule.from != party || rule.to != peer { finding.violations.append(.otherParties(rule.identifier)) }
        let book = books[document.sha256] ?? DisclosureBook(document.agreement)
        books[document.sha256] = book
        let wasInConflict =
            openAlerts.values.contains { $0.contains(body.track) }
            || entry.atUnixSeconds - (closedUnixSeconds[body.track] ?? -.infinity) <= 10
        finding.violations +=
            TrackJudgement(
                body: body, rule: rule, book: book, atUnixSeconds: entry.atUnixSeconds,
                isFineAllowed: wasInConflict || body.emergency != nil, lastToldUnixSeconds: lastTold[body.track]
            ).violations
        lastTold[body.track] = entry.atUnixSeconds
        lastBodies[body.track] = body
    }

    /// The numbers of an alert that tell more of an own aircraft than was told of it otherwise. An alert of a zone that names none of ours
    /// speaks of the peer's own aircraft.
    private func numbersNotAllowed(in alert: AlertBody, atUnixSeconds: Double) -> [Violation] {
        let own = alert.tracks.compactMap { lastBodies[$0] }
        guard !own.isEmpty else { return alert.kind == .zone ? [] : AlertPrecision.numbers(of: alert) }
        let agreement = standing.version(atUnixSeconds: atUnixSeconds)?.agreement
        return own.flatMap { told in
            agreement.flatMap { AlertPrecision(told: told, under: $0) }?.violations(of: alert)
                ?? AlertPrecision.numbers(of: alert)
        }
    }
}

extension AgreementFlow {
    /// Whether the agreement is suspended.
    var isSuspended: Bool { if case .suspended = self { true } else { false } }

    /// In a word.
    var word: String {
        switch self {
        case .none: "not in force"
        case .inForce: "in force"
        case .suspended: "suspended"
        case .ended: "over"
        }
    }
}
