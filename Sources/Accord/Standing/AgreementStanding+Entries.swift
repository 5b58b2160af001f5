extension AgreementStanding {
    /// The types of entries of which a standing is made.
    public static let types: Set<String> = [
        AgreementProposedBody.type, AgreementSignedBody.type, AgreementSuspendedBody.type, AgreementResumedBody.type,
        AgreementEndedBody.type, MeetingBody.type,
    ]

    /// A document is known: signatures that waited for it are looked at.
    ///
    /// - Throws: `AccordError.signature` for a signature that does not hold; it is dropped, and the rest stands.
    public mutating func know(_ document: AgreementDocument) throws(AccordError) {
        guard document.agreement.identifier == identifier, documents[document.sha256] == nil else { return }
        documents[document.sha256] = document
        let (waiting, rest) = (pending.filter { isAwaited(document, by: $0) }, pending)
        pending = rest.filter { !waiting.contains($0) }
        var refusal: AccordError?
        for signature in waiting {
            do throws(AccordError) { try sign(signature) } catch {
                if signature.body.sha256 == document.sha256 { refusal = error }
            }
        }
        if let refusal { throw refusal }
    }

    /// Takes an entry of a party's record; entries of one party come in the order of its record, those of different parties in any.
    ///
    /// What speaks of another agreement, or says nothing about standing, is passed over. An entry that comes twice changes nothing. A meeting
    /// names no agreement: only one that stands in a record of this one is to be given.
    /// - Parameter receivedUnixSeconds: when this station had it, for an entry of a peer: a suspension or an end that a peer's clock puts
    ///   in the future takes effect at once all the same.
    /// - Throws: `AccordError` for an entry that is not right: from a peer, quarantine it and name the fault; the standing is as before.
    public mutating func take(_ entry: Entry, from party: String, receivedUnixSeconds: Double? = nil)
        throws(AccordError)
    {
        let stops = [AgreementSuspendedBody.type, AgreementEndedBody.type].contains(entry.type)
        let time = stops ? min(entry.atUnixSeconds, receivedUnixSeconds ?? .infinity) : entry.atUnixSeconds
        switch entry.type {
        case AgreementProposedBody.type:
            let body = try entry.body(AgreementProposedBody.self)
            guard body.agreement == identifier else { return }
            try propose(body, party: party, atUnixSeconds: time)
        case AgreementSignedBody.type:
            let body = try entry.body(AgreementSignedBody.self)
            guard body.agreement == identifier else { return }
            let signature = PendingSignature(party: party, atUnixSeconds: time, body: body)
            guard documents[body.sha256] != nil else {
                wait(for: signature)
                return
            }
            try sign(signature)
        case AgreementSuspendedBody.type:
            let body = try entry.body(AgreementSuspendedBody.self)
            guard body.agreement == identifier else { return }
            suspend(body, party: party, atUnixSeconds: time)
        case AgreementResumedBody.type:
            let body = try entry.body(AgreementResumedBody.self)
            guard body.agreement == identifier else { return }
            resume(party: party, atUnixSeconds: time)
        case AgreementEndedBody.type:
            let body = try entry.body(AgreementEndedBody.self)
            guard body.agreement == identifier else { return }
            let ending = Ending(party: party, reason: body.reason, atUnixSeconds: time, endsUnixSeconds: time)
            if time < endings[party]?.atUnixSeconds ?? .infinity { endings[party] = ending }
        case MeetingBody.type:
            let meeting = Meeting(party: party, atUnixSeconds: time, body: try entry.body(MeetingBody.self))
            note(meeting)
        default: return
        }
    }

    private mutating func propose(_ body: AgreementProposedBody, party: String, atUnixSeconds: Double)
        throws(AccordError)
    {
        if let document = documents[body.sha256] {
            guard document.agreement.version == body.version else {
                throw AccordError.entry(
                    type: AgreementProposedBody.type, reason: "the document is version \(document.agreement.version)")
            }
            guard document.agreement.party(party) != nil else {
                throw AccordError.entry(type: AgreementProposedBody.type, reason: "\(party) is no party to it")
            }
        }
        let proposal = Proposal(party: party, atUnixSeconds: atUnixSeconds, body: body)
        var version = versions[body.sha256] ?? Version(sha256: body.sha256)
        let earlier = version.proposals.filter { $0.party == party }
        guard !earlier.contains(proposal), earlier.count < 20 else { return }
        if earlier.isEmpty {
            guard proposed[party, default: 0] < Self.mostVersions else {
                throw AccordError.entry(
                    type: AgreementProposedBody.type, reason: "\(party) has put forward too many versions")
            }
            proposed[party, default: 0] += 1
        }
        version.proposals.append(proposal)
        version.proposals.sort { ($0.atUnixSeconds, $0.party) < ($1.atUnixSeconds, $1.party) }
        versions[body.sha256] = version
        if let countered = body.counters {
            versions[countered, default: Version(sha256: countered)].counteredBy.insert(body.sha256)
        }
    }

    private mutating func note(_ meeting: Meeting) {
        func isBefore(_ one: Meeting, _ other: Meeting) -> Bool {
            (one.atUnixSeconds, one.party) < (other.atUnixSeconds, other.party)
        }
        guard !noted.contains(meeting) else { return }
        noted.insert(meeting, at: noted.firstIndex { isBefore(meeting, $0) } ?? noted.count)
        guard noted.count(where: { $0.party == meeting.party }) > Self.mostMeetings,
            let oldest = noted.firstIndex(where: { $0.party == meeting.party })
        else { return }
        noted.remove(at: oldest)
    }

    private mutating func suspend(_ body: AgreementSuspendedBody, party: String, atUnixSeconds: Double) {
        guard !suspensions.contains(where: { $0.party == party && $0.untilUnixSeconds == nil }),
            !suspensions.contains(where: { $0.party == party && $0.sinceUnixSeconds == atUnixSeconds })
        else { return }
        suspensions.append(
            Suspension(party: party, by: body.by, reason: body.reason, sinceUnixSeconds: atUnixSeconds))
    }

    private mutating func resume(party: String, atUnixSeconds: Double) {
        guard suspensions.count(where: { $0.party == party }) < Self.mostSuspensions,
            let index = suspensions.firstIndex(where: { $0.party == party && $0.untilUnixSeconds == nil }),
            suspensions[index].sinceUnixSeconds <= atUnixSeconds
        else { return }
        suspensions[index].untilUnixSeconds = atUnixSeconds
    }
}
