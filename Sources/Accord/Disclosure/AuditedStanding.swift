/// How an agreement stood while a record was written, as far as its writer can have known.
///
/// What a party heard of came a moment before or after it acted on it. So for two seconds an entry may have been decided under what held
/// before, or under what only the next receipt says.
struct AuditedStanding: Sendable {
    /// As it stands with all that has been learned.
    private var present: AgreementStanding
    /// How it stood before its last changes, and how long entries may have been decided under that.
    private var earlier: [(standing: AgreementStanding, untilUnixSeconds: Double)] = []
    private let peer: String
    /// The peer's entries, and how many of them are known.
    let theirs: [Entry]
    private(set) var theirsTaken = 0
    /// What third parties wrote, in the order in which it was learned, and how much of it is known.
    private let others: [DisclosureAudit.Learned]
    private var othersTaken = 0

    /// No more changes than this lie within two seconds.
    private static let mostEarlier = 16

    init(_ standing: AgreementStanding, peer: String, theirs: [Entry], others: [DisclosureAudit.Learned]) {
        present = standing
        self.peer = peer
        self.theirs = theirs
        self.others = others.filter { AgreementStanding.types.contains($0.entry.type) }
            .sorted { $0.atUnixSeconds < $1.atUnixSeconds }
    }

    /// Takes an own entry into account from a time on.
    ///
    /// - Throws: `AccordError` when it is not right; the standing is as before.
    mutating func take(_ entry: Entry, from writer: String, atUnixSeconds: Double) throws(AccordError) {
        try take(entry, from: writer, atUnixSeconds: atUnixSeconds, receivedUnixSeconds: nil)
    }

    /// Takes what another party wrote into account from when it was stored: a suspension that its clock puts in the future held from then
    /// on. A faulty entry is its writer's fault, and changes nothing of what we might tell.
    private mutating func learn(_ entry: Entry, from writer: String, atUnixSeconds: Double) {
        try? take(entry, from: writer, atUnixSeconds: atUnixSeconds, receivedUnixSeconds: atUnixSeconds)
    }

    private mutating func take(
        _ entry: Entry, from writer: String, atUnixSeconds: Double, receivedUnixSeconds: Double?
    ) throws(AccordError) {
        guard AgreementStanding.types.contains(entry.type) else { return }
        let before = present
        try present.take(entry, from: writer, receivedUnixSeconds: receivedUnixSeconds)
        earlier.removeAll { $0.untilUnixSeconds < atUnixSeconds }
        if earlier.count >= Self.mostEarlier { earlier.removeFirst() }
        earlier.append((before, atUnixSeconds + DisclosureAudit.onTheirWaySeconds))
    }

    /// Takes the peer's entries up to a number; those that are new.
    mutating func learn(upTo count: Int, atUnixSeconds: Double) -> ArraySlice<Entry> {
        let start = theirsTaken
        while theirsTaken < min(count, theirs.count) {
            learn(theirs[theirsTaken], from: peer, atUnixSeconds: atUnixSeconds)
            theirsTaken += 1
        }
        return theirs[start..<theirsTaken]
    }

    /// Takes what third parties wrote and this one had learned by a time.
    mutating func learnOthers(untilUnixSeconds time: Double) {
        while othersTaken < others.count, others[othersTaken].atUnixSeconds <= time {
            let learned = others[othersTaken]
            learn(learned.entry, from: learned.writer, atUnixSeconds: learned.atUnixSeconds)
            othersTaken += 1
        }
    }

    /// Every way in which the agreement can have stood for an entry of a time, the present one first.
    ///
    /// - Parameter nextSeen: how many of the peer's entries the next receipt covers, if it came soon enough.
    func candidates(atUnixSeconds time: Double, nextSeen: Int?) -> [AgreementStanding] {
        var found = [present]
        for before in earlier.reversed() where time <= before.untilUnixSeconds { found.append(before.standing) }
        var later = present
        let next = theirs[theirsTaken..<max(theirsTaken, min(nextSeen ?? 0, theirs.count))].map { ($0, peer) }
        let soon = others[othersTaken...].prefix { $0.atUnixSeconds <= time + DisclosureAudit.onTheirWaySeconds }
        for (entry, writer) in next + soon.map({ ($0.entry, $0.writer) })
        where AgreementStanding.types.contains(entry.type) {
            guard (try? later.take(entry, from: writer, receivedUnixSeconds: time)) != nil else { continue }
            found.append(later)
        }
        return found
    }
}
