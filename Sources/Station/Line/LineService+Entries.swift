import Accord
import Logging
import Phraseology

extension LineService: EntryHandler {
    nonisolated var types: Set<String> { LineFact.types }

    /// Takes an entry of a peer.
    func take(_ received: ReceivedEntry) async {
        var isOutside = false
        if received.entry.type == MessageBody.type, let body = try? received.entry.body(MessageBody.self) {
            isOutside = await carriers.isOutside(received, isDistress: EntryPermission.isDistress(body))
        }
        take(
            received.entry, from: .theirs, of: received.peer, at: received.reference,
            receivedUnixSeconds: received.receivedUnixSeconds, isOutside: isOutside, isHistory: received.isHistory,
            isLate: received.isLate)
    }

    /// Takes an entry of ours. (It is `async` as the protocol has it: a plain one would lose to the protocol's own, which does nothing.)
    func take(_ sent: SentEntry) async {
        settle(sent.entry, with: sent.peer)
        take(sent.entry, from: .ours, of: sent.peer, at: sent.reference, isHistory: sent.isHistory)
    }

    /// Takes a receipt: of a peer about our record, or, at the start, of ours about a peer's.
    func seen(by reader: String, origin: String, size: UInt64, atUnixSeconds: Double) async {
        let writer = (try? RecordOrigin(parsing: origin))?.writer
        let isOurs = reader == party
        guard let peer = isOurs ? writer : reader else { return }
        let fact = LineFact(
            side: isOurs ? .ours : .theirs, reference: EntryReference(origin: origin, index: size),
            atUnixSeconds: atUnixSeconds, receivedUnixSeconds: clock.now(),
            content: .receipt(origin: origin, size: size))
        tell(peer, withDesk(of: peer) { $0.take(fact) })
    }

    private func take(
        _ entry: Entry, from side: LineSide, of peer: String, at reference: EntryReference,
        receivedUnixSeconds: Double? = nil, isOutside: Bool = false, isHistory: Bool, isLate: Bool = false
    ) {
        if isHistory { historyUnixSeconds = clock.now() }
        var fact: LineFact
        do {
            fact = try LineFact(entry, from: side, at: reference, receivedUnixSeconds: receivedUnixSeconds)
        } catch {
            return quarantine(entry, of: peer, at: reference, reason: TerminalText.line("\(error)"))
        }
        fact.isOutside = isOutside
        fact.lateUnixSeconds = isLate ? receivedUnixSeconds : nil
        // Of what is long past only what a party declared holds on; the journal has the rest.
        if isHistory, fact.heldUnixSeconds < clock.now() - Self.keptSeconds, !fact.isLasting { return }
        if side == .theirs, entry.type == MessageBody.type, (desks[peer]?.items.count ?? 0) >= Self.mostMessages {
            return refuse(
                entry, of: peer, at: reference,
                reason: "there are more than \(Self.mostMessages) messages in this watch")
        }
        let changes = withDesk(of: peer) { $0.take(fact) }
        if let refusal = changes.refusal { refuse(entry, of: peer, at: reference, reason: refusal.words) }
        if !isHistory { tell(peer, changes) }
    }

    /// An entry beyond what one party may have here. It is said once, and not of each: a flood of entries is to be none of faults.
    private func refuse(_ entry: Entry, of peer: String, at reference: EntryReference, reason: String) {
        guard faults[peer]?.contains(where: { $0.reason == reason }) != true else { return }
        quarantine(entry, of: peer, at: reference, reason: reason)
    }

    /// An entry that says nothing here: its fault is shown, and nothing of it is taken.
    private func quarantine(_ entry: Entry, of peer: String, at reference: EntryReference, reason: String) {
        var list = faults[peer] ?? []
        guard !list.contains(where: { $0.reference == reference }) else { return }
        list.append(Fault(reference: reference, atUnixSeconds: entry.atUnixSeconds, reason: reason))
        faults[peer] = Array(list.suffix(Self.mostFaults))
        logger.warning(
            "an entry on the line is not understood",
            metadata: [
                "peer": "\(peer)", "record": "\(reference.origin)", "index": "\(reference.index)",
                "reason": "\(reason)",
            ])
        _ = withDesk(of: peer) { $0.standing }
        tell(peer, LineDesk.Changes(line: true))
    }

    /// What was owed has been written.
    private func settle(_ entry: Entry, with peer: String) {
        switch entry.type {
        case LineCheckBody.type:
            guard let body: LineCheckBody = try? entry.body() else { return }
            owing[peer]?.remove(body.person ? Self.ownPersonCheck : Self.ownCheck)
        case LineCheckedBody.type:
            guard let body: LineCheckedBody = try? entry.body() else { return }
            owing[peer]?.remove(body.check)
        default: return
        }
    }

    /// Stand for the station's own checks among what is owed: no identifier is like these.
    static let ownCheck = "check!"
    static let ownPersonCheck = "check with persons!"
}
