extension AgreementStanding {
    /// Whether a party may do this now. Asked before an entry is written, so that a person hears why not.
    ///
    /// - Throws: `AccordError.standing` with the reason.
    public func permit(_ act: any EntryBody, by party: String, atUnixSeconds time: Double) throws(AccordError) {
        let current = version(atUnixSeconds: time)
        switch act {
        case let body as AgreementProposedBody: try permitProposal(body, by: party, current: current)
        case let body as AgreementSignedBody:
            guard let document = documents[body.sha256] else {
                throw AccordError.standing("the document that is to be signed is not here")
            }
            guard document.agreement.party(party) != nil else {
                throw AccordError.standing("\(party) is no party to \(identifier) version \(body.version)")
            }
            if versions[body.sha256]?.signatures[party] != nil {
                throw AccordError.standing("\(party) has signed version \(body.version) already")
            }
            if document.agreement.termUnixSeconds.upperBound < time {
                throw AccordError.standing("the term of version \(body.version) is over")
            }
            if let current, current.agreement.version >= document.agreement.version {
                throw AccordError.standing("version \(current.agreement.version) is in force already")
            }
            if case .ended = state(atUnixSeconds: time) { throw AccordError.standing("the agreement has ended") }
        case is AgreementSuspendedBody:
            try requireForce(by: party, at: time)
            if suspended(atUnixSeconds: time).contains(where: { $0.party == party }) {
                throw AccordError.standing("\(party) has suspended it already")
            }
        case is AgreementResumedBody:
            guard suspended(atUnixSeconds: time).contains(where: { $0.party == party }) else {
                throw AccordError.standing("\(party) has not suspended it; only who did can resume it")
            }
            guard suspensions.count(where: { $0.party == party }) < Self.mostSuspensions else {
                throw AccordError.standing(
                    "\(party) has suspended it \(Self.mostSuspensions) times, and the last time is for good: end it and make a new one"
                )
            }
        case is AgreementEndedBody:
            try requireForce(by: party, at: time)
            if endings[party] != nil { throw AccordError.standing("\(party) has said already that it ends it") }
        default: return
        }
    }

    private func permitProposal(_ body: AgreementProposedBody, by party: String, current: AgreementDocument?)
        throws(AccordError)
    {
        guard let document = documents[body.sha256] else {
            throw AccordError.standing("the document that is to be put forward is not here")
        }
        guard document.agreement.identifier == body.agreement, document.agreement.version == body.version else {
            throw AccordError.standing(
                "the document is \(document.agreement.identifier) version \(document.agreement.version)")
        }
        guard document.agreement.party(party) != nil else {
            throw AccordError.standing("\(party) is no party to this document")
        }
        guard
            proposed[party, default: 0] < Self.mostVersions
                || versions[body.sha256]?.proposals.contains(where: { $0.party == party }) == true
        else { throw AccordError.standing("\(party) has put forward \(Self.mostVersions) versions: make a new one") }
        if let current {
            guard document.agreement.version > current.agreement.version else {
                throw AccordError.standing(
                    "version \(current.agreement.version) is in force: an amendment has a higher number")
            }
            guard body.amends == current.sha256 else {
                throw AccordError.standing("an amendment names the version in force that it replaces")
            }
        }
        if let countered = body.counters, versions[countered] == nil {
            throw AccordError.standing("the proposal that this one answers is not known")
        }
    }

    private func requireForce(by party: String, at time: Double) throws(AccordError) {
        guard let current = version(atUnixSeconds: time) else { throw AccordError.standing("no version is in force") }
        guard current.agreement.party(party) != nil else { throw AccordError.standing("\(party) is no party to it") }
        switch state(atUnixSeconds: time) {
        case .inForce, .suspended: return
        case .ended: throw AccordError.standing("the agreement has ended already")
        case .expired: throw AccordError.standing("the term is over")
        case .none, .proposed, .agreed: throw AccordError.standing("the agreement is not in force yet")
        }
    }
}
