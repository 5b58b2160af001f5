/// Proves of an own record for a peer that every entry in it was allowed, and by what; or names what was not.
///
/// It goes through the record as it stands, entry by entry, with what the station can have known at each. A receipt (`seen/1`) says that the
/// peer's entries were stored, not that they had been acted on: for two seconds an entry may have been decided under what held before, or
/// under what only the next receipt says. So neither a suspension that came later nor one that had not arrived is held against an entry.
///
/// Whose an aircraft was is in the private record: ``OwnHistory``. Where that does not say so any more, no more is claimed.
public struct DisclosureAudit: Sendable {
    /// The types of a peer's entries that can change what an own entry may say. Others count only by their place.
    public static let learnedTypes = AgreementStanding.types.union([RunBody.type])

    /// So long an entry may be on its way from the decision to the record, seconds.
    public static let onTheirWaySeconds = 2.0

    let party: String
    let peer: String
    /// What the private record says of our own aircraft.
    let own: OwnHistory
    private var standing: AuditedStanding
    /// What was told last of each aircraft.
    var told: [String: Told] = [:]
    /// Our own alerts that last, with the aircraft that they name.
    private var openAlerts: [String: Set<String>] = [:]
    private var closedUnixSeconds: [String: Double] = [:]
    /// Whether one of both has begun an exercise with simulated flights.
    private(set) var isSimulating = false
    private var index = 0
    private var books: [String: DisclosureBook] = [:]

    /// What was told last of an aircraft.
    struct Told: Sendable {
        var body: TrackBody
        /// The earliest time at which it can have been decided, Unix seconds.
        var decidedUnixSeconds: Double
    }

    /// An audit of the records of `party` for `peer` under an agreement, from its first entry on.
    ///
    /// - Parameter documents: every version of the agreement that was ever signed. One in which `party` has no part is none of its own.
    /// - Parameter contact: entries about the agreement from both records of first contact, with their writers. What may not stand there is
    ///   passed over: no station heeds it.
    /// - Parameter theirs: the peer's entries, in the order of its records under the agreement.
    /// - Parameter others: what third parties of the agreement wrote about it.
    /// - Parameter own: what the private record of `party` says of its own aircraft.
    /// - Throws: `AccordError` when an entry of `party` itself is not right. Nobody else's can stop the audit: it counts for nothing.
    public init(
        agreement: String, party: String, peer: String, documents: [AgreementDocument],
        contact: [(writer: String, entry: Entry)], theirs: [Entry] = [], others: [Learned] = [],
        own: OwnHistory = OwnHistory()
    ) throws(AccordError) {
        self.party = party
        self.peer = peer
        self.own = own
        var standing = AgreementStanding(identifier: agreement)
        for document in documents where document.agreement.party(party) != nil { try standing.know(document) }
        for (writer, entry) in contact where EntryPermission.mayStand(entry.type, in: .contact) {
            do throws(AccordError) { try standing.take(entry, from: writer) } catch {
                if writer == party { throw error }
            }
        }
        self.standing = AuditedStanding(standing, peer: peer, theirs: theirs, others: others)
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
        standing.learnOthers(untilUnixSeconds: entry.atUnixSeconds)
        if let peerSeen {
            for entry in standing.learn(upTo: peerSeen, atUnixSeconds: entry.atUnixSeconds) { noteRun(entry) }
        }
        var finding = Finding(
            index: index, type: entry.type, atUnixSeconds: entry.atUnixSeconds, rule: nil, violations: [])
        do throws(AccordError) {
            try judge(entry, nextSeen: nextSeen, &finding)
        } catch {
            finding.violations.append(.unreadable(error.description))
        }
        return finding
    }

    /// An entry is allowed if it was under any way in which the agreement can have stood; else what the present one forbids is said.
    private mutating func judge(_ entry: Entry, nextSeen: Int?, _ finding: inout Finding) throws(AccordError) {
        let matter = try Matter(entry)
        var first: Verdict?
        var verdict = Verdict()
        for candidate in standing.candidates(atUnixSeconds: entry.atUnixSeconds, nextSeen: nextSeen) {
            verdict = judge(matter, under: candidate)
            if verdict.violations.isEmpty { break }
            first = first ?? verdict
        }
        if !verdict.violations.isEmpty { verdict = first ?? verdict }
        finding.rule = verdict.rule
        finding.violations += verdict.violations
        finding.lack = verdict.lack
        if let told = verdict.told { self.told[told.body.track] = told }
        guard EntryPermission.mayStand(entry.type, in: .agreement) else { return }
        try standing.take(entry, from: party, atUnixSeconds: entry.atUnixSeconds)
        noteAlert(entry)
        noteRun(entry)
    }

    /// Keeps whether an exercise with simulated flights has begun: one side says so, and the other joins it.
    private mutating func noteRun(_ entry: Entry) {
        if entry.type == RunBody.type, let body = try? entry.body(RunBody.self), body.simulated { isSimulating = true }
    }

    /// Keeps which aircraft are in a conflict with one of the peer's, by our own alerts alone: they justify finer precision, and it is on
    /// them that the station decides. An alert of a zone, or one of the peer's, does not.
    private mutating func noteAlert(_ entry: Entry) {
        if entry.type == AlertBody.type, let body = try? entry.body(AlertBody.self) {
            let isPair = [.conflict, .loss].contains(body.kind) && body.tracks.count > 1
            openAlerts[body.alert] = isPair ? Set(body.tracks) : nil
        } else if entry.type == AlertEndedBody.type, let body = try? entry.body(AlertEndedBody.self) {
            for track in openAlerts[body.alert] ?? [] { closedUnixSeconds[track] = entry.atUnixSeconds }
            openAlerts[body.alert] = nil
        }
    }

    /// Whether a conflict of an aircraft lasted at a time, or had until a moment before.
    func wasInConflict(_ track: String, atUnixSeconds time: Double) -> Bool {
        openAlerts.values.contains { $0.contains(track) }
            || time - (closedUnixSeconds[track] ?? -.infinity) <= 10
    }

    /// The rules of a version, made ready.
    mutating func book(of document: AgreementDocument) -> DisclosureBook {
        if let ready = books[document.sha256] { return ready }
        let made = DisclosureBook(document.agreement)
        books[document.sha256] = made
        return made
    }
}
