import Accord
import Exercise
import Foundation
import Logging
import Record

/// The plans of exercises: put forward, signed, and known to all, out of the entries of all parties.
actor PlanDesk: EntryHandler {
    nonisolated let types: Set<String> = [PlanProposedBody.type, PlanSignedBody.type]
    let context: NodeContext
    let documents: DocumentStore
    private let register: PeerRegister
    private let shelf: AgreementShelf
    private let sender: AgreementSender
    private(set) var standings: [String: PlanStanding] = [:]

    /// Plans that nobody here has put forward or signed.
    private var begun = BegunByPeers(most: 200)
    /// The plans that documents are, by their hashes.
    var judged = JudgedDocuments<ExercisePlan.Name>()

    init(_ context: NodeContext, exchange: ExchangePart, shelf: AgreementShelf, sender: AgreementSender) {
        self.context = context
        documents = exchange.documents
        register = exchange.register
        self.shelf = shelf
        self.sender = sender
    }

    func take(_ received: ReceivedEntry) async { await take(received.entry, received.scope, from: received.peer) }

    func take(_ sent: SentEntry) async { await take(sent.entry, sent.scope, from: context.party) }

    private func take(_ entry: Entry, _ scope: ChannelScope, from party: String) async {
        guard case .agreement(let agreement) = scope else { return }
        let proposed = try? entry.body(PlanProposedBody.self)
        let signed = try? entry.body(PlanSignedBody.self)
        guard let identifier = proposed?.plan ?? signed?.plan, let version = proposed?.version ?? signed?.version,
            let sha256 = proposed?.sha256 ?? signed?.sha256
        else { return }
        let name = ExercisePlan.Name(identifier: identifier, version: version, agreement: agreement)
        let plan = await self.plan(sha256, named: name)
        let said = PlanStanding.Said(
            party: party, agreement: agreement, atUnixSeconds: entry.atUnixSeconds, plan: plan)
        // What others wrote while the plan was read is in the standing by now, and from here on nothing waits.
        makeRoom(for: identifier, from: party)
        var standing = standings[identifier] ?? PlanStanding(identifier: identifier)
        do {
            if let proposed { standing.take(proposed, said) }
            if let signed { try take(signed, said, in: &standing) }
            standings[identifier] = standing
            tell()
        } catch {
            context.logger.warning(
                "an entry about a plan is not right", metadata: ["party": "\(party)", "fault": "\(error)"])
        }
    }

    /// A signature may have been made with a key that was changed since.
    private func take(_ body: PlanSignedBody, _ said: PlanStanding.Said, in standing: inout PlanStanding)
        throws(AccordError)
    {
        for former in formerKeys(of: said.party) where (try? standing.take(body, said, key: former)) != nil { return }
        try standing.take(body, said, key: key(of: said.party))
    }

    /// Forgets the oldest plan that a peer has begun when it begins too many; what our people have had a hand in stays.
    private func makeRoom(for identifier: String, from party: String) {
        guard party != context.party else { return }
        let over = begun.note(identifier, by: party) { standings[$0]?.hasWritten(context.party) == true }
        for forgotten in over { standings[forgotten] = nil }
    }

    /// The identity key of a party, as the people of this station compared it. An agreement with another key can't be signed here.
    private func key(of party: String) -> VerifierKey? {
        party == context.party ? context.identity.verifierKey : register.peer(named: party)?.key
    }

    /// The keys that a party had before.
    private func formerKeys(of party: String) -> [VerifierKey] {
        party == context.party ? context.formerKeys : register.peer(named: party)?.formerKeys ?? []
    }

    nonisolated func tell() { context.hub.publish(event: "exercise-plans", json: Array("{}".utf8)) }

    /// Puts a plan forward to all its other parties; its hash.
    ///
    /// - Throws: `Problem` with every fault of the plan, or why it may not be put forward now.
    func propose(_ bytes: [UInt8], note: String?, by person: Person) async throws -> String {
        let (plan, standing) = try checked(bytes)
        let kept = try await documents.keep(bytes)
        let body = PlanProposedBody(
            sha256: kept.sha256, plan: plan.identifier, version: plan.version, note: note, by: person)
        try await sender.send(kept.drafts.map(\.body) + [body], under: standing)
        await settle(plan.identifier) { $0.versions[kept.sha256] != nil }
        return kept.sha256
    }

    /// Signs a version for this party.
    ///
    /// - Throws: `Problem` when its bytes are not here, it has faults, or this party has no part in it.
    func sign(_ sha256: String, of identifier: String, by person: Person) async throws {
        guard standings[identifier]?.versions[sha256] != nil, let bytes = try await documents.document(sha256) else {
            throw Problem.notFound("no version of the plan \(identifier.prefix(64)) has the hash \(sha256.prefix(12))…")
        }
        let (plan, standing) = try checked(bytes)
        guard plan.parties.contains(context.party) else {
            throw Problem.conflict("\(context.party) has no participant in \(plan.identifier)")
        }
        let signature: String
        do {
            signature = try DocumentSignature(
                kind: .plan, identifier: plan.identifier, version: plan.version, sha256: sha256
            ).sign(with: context.identity)
        } catch { throw Problem.failure(error.description) }
        let body = PlanSignedBody(
            sha256: sha256, plan: plan.identifier, version: plan.version, signature: signature, by: person)
        // Whoever hears of the version by this signature first needs the plan as well.
        let carried = try DocumentStore.drafts(of: bytes)
        try await sender.send(carried.map(\.body) + [body], under: standing)
        await settle(identifier) { $0.versions[sha256]?.signatures[self.context.party] != nil }
    }

    /// A plan that can be put forward or signed now, and the agreement under which it would be flown.
    private func checked(_ bytes: [UInt8]) throws(Problem) -> (ExercisePlan, StandingAgreement) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badRequest("the plan is not UTF-8") }
        let reader = PlanReader(text)
        guard let plan = reader.plan else { throw Self.faulty(reader.faults) }
        guard let standing = shelf.agreement(plan.agreement) else {
            throw .conflict("the agreement \(plan.agreement) does not hold: sign it first")
        }
        let terms = AgreementTerms(standing.document.agreement, zone: plan.zone.name)
        let faults = reader.faults + PlanCheck(plan, agreement: terms).faults
        guard faults.isEmpty else { throw Self.faulty(faults) }
        guard context.clock.now() <= plan.expiresUnixSeconds ?? .infinity else {
            throw .conflict("the plan \(plan.identifier) has expired")
        }
        return (plan, standing)
    }

    private static func faulty(_ faults: [DocumentFault]) -> Problem {
        Problem.badRequest("the plan has faults: " + faults.map(\.description).joined(separator: "; "))
    }

    /// The plan that all have signed, and the agreement under which it is flown.
    ///
    /// - Parameter agreement: the agreement of which it must be; nil: any.
    /// - Throws: `Problem` 404 for a plan that nobody has heard of, 409 when it is not signed by all, or its agreement does not hold.
    func signed(_ identifier: String, under agreement: String? = nil) throws(Problem) -> (
        version: PlanStanding.Version, standing: StandingAgreement
    ) {
        guard let known = standings[identifier] else {
            throw .notFound("there is no plan “\(identifier.prefix(64))”; put it forward with parley exercise propose")
        }
        let found = known.signed(by: context.party, under: agreement, atUnixSeconds: context.clock.now())
        guard let version = found, let plan = version.plan else {
            throw .conflict("no version of \(identifier) is signed by all its parties and still valid")
        }
        guard let standing = shelf.agreement(plan.agreement), standing.flow == .inForce else {
            throw .conflict("the agreement \(plan.agreement) is not in force")
        }
        return (version, standing)
    }

    /// The plan of a run that goes on by the records under an agreement, and that agreement; nil: they are not here, or not yet.
    func flown(_ identifier: String, under agreement: String, at time: Double) -> (
        plan: ExercisePlan, standing: StandingAgreement
    )? {
        let version = standings[identifier]?.signed(by: context.party, under: agreement, atUnixSeconds: time)
        guard let plan = version?.plan, let standing = shelf.agreement(plan.agreement) else { return nil }
        return (plan, standing)
    }

    /// Waits until what was written has come back as an entry of our own record.
    private func settle(_ identifier: String, until isThere: (PlanStanding) -> Bool) async {
        for _ in 0..<150 {
            if let standing = standings[identifier], isThere(standing) { return }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}
