import Accord
import Exercise
import Foundation
import Logging
import Record

/// The plans of exercises: put forward, signed, and known to all, out of the entries of all parties.
actor PlanDesk: EntryHandler {
    nonisolated let types: Set<String> = [PlanProposedBody.type, PlanSignedBody.type]
    let context: NodeContext
    private let documents: DocumentStore
    private let register: PeerRegister
    private let shelf: AgreementShelf
    private let sender: AgreementSender
    private(set) var standings: [String: PlanStanding] = [:]

    /// Plans that are remembered at most: peers can make them up.
    private static let mostPlans = 500

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
        do {
            if let body = try? entry.body(PlanProposedBody.self) {
                let plan = await plan(body.sha256, named: body.plan, version: body.version, in: scope)
                guard var standing = standing(body.plan) else { return }
                standing.take(body, plan: plan, from: party, atUnixSeconds: entry.atUnixSeconds)
                standings[body.plan] = standing
            } else if let body = try? entry.body(PlanSignedBody.self) {
                let plan = await plan(body.sha256, named: body.plan, version: body.version, in: scope)
                guard var standing = standing(body.plan) else { return }
                // It may have been signed with a key that was changed since.
                for former in formerKeys(of: party) {
                    var tried = standing
                    guard
                        (try? tried.take(
                            body, plan: plan, from: party, key: former, atUnixSeconds: entry.atUnixSeconds)) != nil
                    else { continue }
                    standings[body.plan] = tried
                    return tell()
                }
                try standing.take(
                    body, plan: plan, from: party, key: key(of: party), atUnixSeconds: entry.atUnixSeconds)
                standings[body.plan] = standing
            }
            tell()
        } catch {
            context.logger.warning(
                "an entry about a plan is not right", metadata: ["party": "\(party)", "fault": "\(error)"])
        }
    }

    private func standing(_ identifier: String) -> PlanStanding? {
        if let known = standings[identifier] { return known }
        return standings.count < Self.mostPlans ? PlanStanding(identifier: identifier) : nil
    }

    /// The plan of a hash, if it is here, can be read, is the one that the entry names, and is of the agreement under which it came.
    private func plan(
        _ sha256: String, named identifier: String, version: Int, in scope: ChannelScope
    ) async -> ExercisePlan? {
        guard let bytes = try? await documents.document(sha256), let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let reader = PlanReader(text)
        guard let plan = reader.plan, reader.faults.isEmpty, plan.identifier == identifier, plan.version == version,
            scope == .agreement(plan.agreement)
        else { return nil }
        return plan
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
    /// - Throws: `Problem` 404 for a plan that nobody has heard of, 409 when it is not signed by all, or its agreement does not hold.
    func signed(_ identifier: String) throws(Problem) -> (version: PlanStanding.Version, standing: StandingAgreement) {
        guard let known = standings[identifier] else {
            throw .notFound("there is no plan “\(identifier.prefix(64))”; put it forward with parley exercise propose")
        }
        guard let version = known.signed(atUnixSeconds: context.clock.now()), let plan = version.plan else {
            throw .conflict("no version of \(identifier) is signed by all its parties and still valid")
        }
        guard let standing = shelf.agreement(plan.agreement), standing.flow == .inForce else {
            throw .conflict("the agreement \(plan.agreement) is not in force")
        }
        return (version, standing)
    }

    /// The plan of a run that goes on by the records, and its agreement; nil: they are not here, or not yet.
    func flown(_ identifier: String, atUnixSeconds: Double) -> (plan: ExercisePlan, standing: StandingAgreement)? {
        guard let plan = standings[identifier]?.signed(atUnixSeconds: atUnixSeconds)?.plan,
            let standing = shelf.agreement(plan.agreement)
        else { return nil }
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
