import Record

/// Signatures: by which keys they hold, and for which documents they wait.
extension AgreementStanding {
    /// Whether a signature waited for a document: it is under it, or under a later version that changes a key which only this one names.
    func isAwaited(_ document: AgreementDocument, by signature: PendingSignature) -> Bool {
        if signature.body.sha256 == document.sha256 { return true }
        guard let later = documents[signature.body.sha256], document.agreement.version < later.agreement.version,
            let key = document.agreement.party(signature.party)?.key
        else { return false }
        return (try? DocumentSignature(later).verify(signature.body.signature, by: key)) != nil
    }

    mutating func wait(for signature: PendingSignature) {
        guard pending.count(where: { $0.party == signature.party }) < Self.mostPending else { return }
        pending.append(signature)
    }

    mutating func sign(_ signature: PendingSignature) throws(AccordError) {
        let body = signature.body
        guard let document = documents[body.sha256] else { return }
        guard let party = document.agreement.party(signature.party) else {
            throw AccordError.signature("\(signature.party) is no party to \(identifier) version \(body.version)")
        }
        guard body.version == document.agreement.version else {
            throw AccordError.signature(
                "the signed document is version \(document.agreement.version), not \(body.version)")
        }
        do throws(AccordError) { try verify(body.signature, under: document, by: party) } catch {
            // An earlier version that names the key may be yet to come.
            wait(for: signature)
            throw error
        }
        let known = versions[body.sha256]?.signatures[party.identifier] ?? .infinity
        versions[body.sha256, default: Version(sha256: body.sha256)].signatures[party.identifier] =
            min(known, signature.atUnixSeconds)
    }

    /// A version is signed with the keys that the parties have before it: those that earlier versions name. The key that a version
    /// brings signs the ones after it.
    private func verify(_ note: String, under document: AgreementDocument, by party: AgreementParty)
        throws(AccordError)
    {
        let keys = keys(of: party.identifier, before: document.agreement.version)
        let signature = DocumentSignature(document)
        for key in keys where (try? signature.verify(note, by: key)) != nil { return }
        if keys.isEmpty || keys == [party.key] { return try signature.verify(note, by: party.key) }
        throw AccordError.signature(
            "\(party.identifier) has not signed version \(document.agreement.version) with a key that an earlier version names"
        )
    }

    /// The keys of a party that earlier versions name. Where they are more than anybody ever changed, somebody makes versions up: then the
    /// newest count that the party has signed itself.
    private func keys(of party: String, before version: Int) -> Set<VerifierKey> {
        let earlier = documents.values.filter { $0.agreement.version < version }
        let named = Set(earlier.compactMap { $0.agreement.party(party)?.key })
        guard named.count > Self.mostKeys else { return named }
        let signed = earlier.filter { versions[$0.sha256]?.signatures[party] != nil }
            .sorted { ($0.agreement.version, $0.sha256) > ($1.agreement.version, $1.sha256) }
        return Set(signed.prefix(Self.mostKeys).compactMap { $0.agreement.party(party)?.key })
    }
}
