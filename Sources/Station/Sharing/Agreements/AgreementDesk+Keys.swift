import Accord
import Logging
import Record

extension AgreementDesk {
    /// The keys and certificates that a document names must be those that the stations have, or, in an amendment, those that are to
    /// take their place: of ours what is made ready, of a peer's whatever it puts forward. All sign it with the keys that they have.
    func checkKeys(of agreement: Agreement) throws {
        let current = standings[agreement.identifier]?.version(atUnixSeconds: context.clock.now())
        try checkRecordKeys(of: agreement, in: current)
        for party in agreement.parties {
            let isAmendment = current?.agreement.party(party.identifier) != nil
            if party.identifier == context.party {
                try checkOwnCertificate(party, isAmendment: isAmendment)
            } else if let peer = exchange.register.peer(named: party.identifier) {
                try checkCertificate(party, of: peer, isAmendment: isAmendment)
            }
        }
    }

    private func checkOwnCertificate(_ party: AgreementParty, isAmendment: Bool) throws {
        let own = try NodeCertificate.fingerprint(pem: try PrivateFile.read(context.directory.certificate) ?? [])
        if party.certificate.sha256 == own { return }
        let next = try KeyChange(context.directory).nextCertificate()
        if isAmendment, party.certificate.sha256 == next { return }
        throw Problem.conflict(
            "the document gives us the certificate \(Self.short(party.certificate.sha256)), and our station has \(Self.short(own)); only an amendment of an agreement in force can name another, one that parley station key new has made ready"
        )
    }

    /// TLS knows a peer by the certificates that people have compared. An agreement with another one would be in force between
    /// stations that can't reach each other, or name one that somebody has put in between.
    private func checkCertificate(_ party: AgreementParty, of peer: Peer, isAmendment: Bool) throws {
        let now = context.clock.now()
        let known = peer.pins.filter { now < $0.untilUnixSeconds ?? .infinity }
        if known.contains(where: { party.certificate.matches(der: $0.certificate) }) { return }
        // It is taken up once all have signed, its owner with the key that it has.
        if isAmendment, party.certificate.der != nil { return }
        let hashes = known.map { Self.short(PartyCertificate(der: $0.certificate).sha256) }.joined(separator: ", ")
        throw Problem.conflict(
            "the document gives \(peer.name) the certificate \(Self.short(party.certificate.sha256)), and its station is known here by \(hashes): compare them by telephone. A new certificate stands whole in an amendment of an agreement in force, or is brought by parley station peer add first"
        )
    }

    /// As much of a hash as people compare at a glance.
    private static func short(_ sha256: String) -> String { "sha256:\(sha256.prefix(12))…" }

    private func checkRecordKeys(of agreement: Agreement, in current: AgreementDocument?) throws {
        for party in agreement.parties {
            let isOurs = party.identifier == context.party
            let known =
                isOurs ? context.identity.verifierKey : exchange.register.peer(named: party.identifier)?.key
            guard let known, known != party.key else { continue }
            guard current?.agreement.party(party.identifier)?.key == known else {
                throw Problem.conflict(
                    "the document gives \(party.identifier) another key than the one that its station has here; only an amendment of an agreement in force can change a key"
                )
            }
            if isOurs, try KeyChange(context.directory).nextKey() != party.key {
                throw Problem.conflict(
                    "the document gives us a key that is not made ready here: parley station key new does that")
            }
            let former = exchange.register.peer(named: party.identifier)?.formerKeys ?? []
            guard !former.contains(party.key) else {
                throw Problem.conflict("the document gives \(party.identifier) a key that it has given up")
            }
        }
    }

    /// Takes up what the agreements in force say of keys: a peer's new ones count from now on, and ours may be taken up once all of
    /// them name it.
    func settleKeys(of current: [StandingAgreement]) {
        for standing in current {
            for party in standing.document.agreement.parties where party.identifier != context.party {
                adopt(party, under: standing.identifier)
            }
        }
        let named = current.compactMap { $0.document.agreement.party(context.party) }
        let change = KeyChange(context.directory)
        do {
            let (key, certificate) = (try change.nextKey(), try change.nextCertificate())
            guard key != nil || certificate != nil, !named.isEmpty,
                named.allSatisfy({
                    $0.key == key ?? $0.key && $0.certificate.sha256 == certificate ?? $0.certificate.sha256
                })
            else { return }
            try change.markAgreed()
            context.logger.notice("the agreements name the keys that are made ready: parley station key switch")
        } catch {
            context.logger.error("the keys that are made ready can't be read", metadata: ["error": "\(error)"])
        }
    }

    private func adopt(_ party: AgreementParty, under agreement: String) {
        guard let peer = exchange.register.peer(named: party.identifier) else { return }
        do {
            if try exchange.register.change(keyOf: peer.name, to: party.key) {
                context.logger.notice(
                    "a peer's key has changed", metadata: ["peer": "\(peer.name)", "agreement": "\(agreement)"])
            }
            guard let certificate = party.certificate.der, !peer.pins.contains(where: { $0.certificate == certificate })
            else { return }
            try exchange.register.add(
                key: party.key, certificate: certificate, address: peer.address, nowUnixSeconds: context.clock.now())
        } catch {
            context.logger.error(
                "what an agreement says of a peer's keys can't be taken up",
                metadata: ["peer": "\(peer.name)", "agreement": "\(agreement)", "error": "\(error)"])
        }
    }
}
