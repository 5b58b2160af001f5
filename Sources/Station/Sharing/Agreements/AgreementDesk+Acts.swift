import Accord
import Record

extension AgreementDesk {
    /// What a person wants to put forward.
    struct Draft: Sendable {
        /// The document.
        var bytes: [UInt8]
        /// The proposal that it answers, by its hash; nil: none.
        var counters: String?
        /// What is said with it.
        var note: String?
    }

    /// Puts a document forward to all its other parties; its hash.
    ///
    /// - Throws: `Problem` with every fault of the document, or why it may not be put forward now.
    func propose(_ draft: Draft, by person: Person) async throws -> String {
        let now = context.clock.now()
        let document: AgreementDocument
        do { document = try AgreementDocument(draft.bytes, nowUnixSeconds: now) } catch {
            throw Problem.badRequest(error.description)
        }
        let agreement = document.agreement
        try checkKeys(of: agreement)
        let kept = try await exchange.documents.keep(draft.bytes)
        var standing = standings[agreement.identifier] ?? AgreementStanding(identifier: agreement.identifier)
        try Self.refusing { () throws(AccordError) in try standing.know(document) }
        let body = AgreementProposedBody(
            sha256: document.sha256, agreement: agreement.identifier, version: agreement.version,
            counters: draft.counters, amends: standing.version(atUnixSeconds: now)?.sha256, note: draft.note,
            by: person)
        try Self.refusing { () throws(AccordError) in
            try standing.permit(body, by: context.party, atUnixSeconds: now)
        }
        try await send(kept.drafts + [try Self.draft(body)], under: agreement)
        await settle(agreement.identifier) { $0.versions[document.sha256]?.proposals.isEmpty == false }
        return document.sha256
    }

    /// Signs a version for this party.
    ///
    /// - Throws: `Problem` when the document is not here, or it may not be signed now.
    func sign(_ sha256: String, of identifier: String, by person: Person) async throws {
        let (standing, document) = try await version(sha256, of: identifier)
        let agreement = document.agreement
        try checkKeys(of: agreement)
        let signature: String
        do { signature = try DocumentSignature(document).sign(with: context.identity) } catch {
            throw Problem.failure(error.description)
        }
        let body = AgreementSignedBody(
            sha256: document.sha256, agreement: identifier, version: agreement.version, signature: signature,
            by: person)
        try Self.refusing { () throws(AccordError) in
            try standing.permit(body, by: context.party, atUnixSeconds: context.clock.now())
        }
        // Whoever hears of the version by this signature first needs the document as well.
        let carried = try DocumentStore.drafts(of: document.bytes)
        try await send(carried + [try Self.draft(body)], under: agreement)
        await settle(identifier) { $0.versions[document.sha256]?.signatures[context.party] != nil }
        await refresh()
    }

    /// Suspends, resumes or ends an agreement, or puts a meeting on record.
    ///
    /// - Throws: `Problem` when that may not be done now.
    func act(_ body: any EntryBody, on identifier: String) async throws {
        let now = context.clock.now()
        guard let standing = standings[identifier] else { throw Self.unknown(identifier) }
        try Self.refusing { () throws(AccordError) in
            try standing.permit(body, by: context.party, atUnixSeconds: now)
        }
        guard let document = standing.version(atUnixSeconds: now) else {
            throw Problem.conflict("no version of \(identifier) is in force")
        }
        let (suspensions, meetings) = (standing.suspensions, standing.meetings)
        try await send([try Self.draft(body)], under: document.agreement)
        await settle(identifier) {
            suspensions != $0.suspensions || meetings != $0.meetings
                || $0.ending(atUnixSeconds: .infinity) != nil
        }
        await refresh()
    }

    /// A version that is here.
    func version(_ sha256: String, of identifier: String) async throws -> (AgreementStanding, AgreementDocument) {
        guard var standing = standings[identifier] else { throw Self.unknown(identifier) }
        if let document = standing.documents[sha256] { return (standing, document) }
        guard standing.versions[sha256] != nil, let document = await self.document(sha256, of: identifier) else {
            throw Problem.notFound("no version of \(identifier) has the hash \(sha256.prefix(12))…")
        }
        try Self.refusing { () throws(AccordError) in try standing.know(document) }
        return (standing, document)
    }

    private func send(_ drafts: [EntryDraft], under agreement: Agreement) async throws {
        let peers = agreement.parties.map(\.identifier).filter { $0 != context.party }
        var channels: [PeerChannel] = []
        for peer in peers {
            let own = await exchange.table.channel(to: peer, scope: .agreement(agreement.identifier))
            let first = await exchange.table.channel(to: peer, scope: .contact)
            guard let channel = own ?? first else {
                throw Problem.conflict(
                    "\(peer) is a party of \(agreement.identifier) and no peer of this station: add it first, with its key and certificate"
                )
            }
            channels.append(channel)
        }
        for channel in channels {
            do { _ = try await channel.append(drafts) } catch {
                throw Problem(status: 503, title: "Not written", detail: "\(error)")
            }
        }
    }

    /// Waits until what was written has come back as an entry of our own record: until then a question about it has the old answer.
    private func settle(_ identifier: String, until isThere: (AgreementStanding) -> Bool) async {
        for _ in 0..<150 {
            if let standing = standings[identifier], isThere(standing) { return }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    private static func draft(_ body: some EntryBody) throws -> EntryDraft {
        do { return try EntryDraft(body) } catch { throw Problem.badRequest(error.description) }
    }

    private static func refusing(_ body: () throws(AccordError) -> Void) throws(Problem) {
        do { try body() } catch { throw Problem.conflict(error.description) }
    }

    static func unknown(_ identifier: String) -> Problem {
        Problem.notFound("there is no agreement “\(identifier.prefix(64))”")
    }
}
