import Accord
import Foundation
import Inquiry
import Logging

/// The claims that were put on record under the agreements of this station, and how each party answered them.
///
/// A claim is a file, named by its hash. Whoever answers it puts it on record first, if nobody of the own side has: an answer to something
/// that nobody can read would mean nothing.
actor ClaimDesk: EntryHandler {
    /// One answer of one party.
    struct Answered: Sendable {
        var party: String
        var answer: ClaimAnswerBody.Answer
        var proposition: String?
        var by: Person
        var atUnixSeconds: Double
        var agreement: String
    }

    /// A claim as it stands.
    struct Standing: Sendable {
        /// What it says; nil: its bytes are not here, or can't be read.
        var claim: Claim?
        /// Which party put it on record, under which agreement, and when.
        var putBy: [(party: String, agreement: String, atUnixSeconds: Double)] = []
        /// The answers, in the order in which they were read.
        var answers: [Answered] = []
    }

    /// What a person wants to say of a claim.
    struct Answer: Sendable {
        /// The claim file.
        var bytes: [UInt8]
        /// What is said.
        var answer: ClaimAnswerBody.Answer
        /// Of one proposition alone; nil: of the whole.
        var proposition: String?
        /// Under which agreement; nil: the only one that holds.
        var agreement: String?
    }

    nonisolated let types: Set<String> = [ClaimBody.type, ClaimAnswerBody.type]
    let context: NodeContext
    private let documents: DocumentStore
    private let shelf: AgreementShelf
    private let sender: AgreementSender
    private(set) var claims: [String: Standing] = [:]

    /// Claims on which nobody here has said anything: peers can make them up.
    private var begun = BegunByPeers(most: 500)
    /// Documents that are no claims, by their hashes.
    private var judged = JudgedDocuments<Never>()
    /// As many answers of one party to one claim are remembered: one for each proposition, and some that it changed.
    private static let mostAnswers = 2 * Claim.mostPropositions

    init(_ context: NodeContext, exchange: ExchangePart, shelf: AgreementShelf, sender: AgreementSender) {
        self.context = context
        documents = exchange.documents
        self.shelf = shelf
        self.sender = sender
    }

    func take(_ received: ReceivedEntry) async { await take(received.entry, received.scope, from: received.peer) }

    func take(_ sent: SentEntry) async { await take(sent.entry, sent.scope, from: context.party) }

    private func take(_ entry: Entry, _ scope: ChannelScope, from party: String) async {
        guard case .agreement(let agreement) = scope else { return }
        if let body = try? entry.body(ClaimBody.self) {
            let claim = await claim(body.sha256)
            change(body.sha256, from: party) { standing in
                standing.claim = standing.claim ?? claim
                // Under an agreement of three it is written twice, and put on record once.
                guard !standing.putBy.contains(where: { $0.party == party && $0.agreement == agreement }) else {
                    return
                }
                standing.putBy.append((party, agreement, entry.atUnixSeconds))
            }
        } else if let body = try? entry.body(ClaimAnswerBody.self) {
            let answered = Answered(
                party: party, answer: body.answer, proposition: body.proposition, by: body.by,
                atUnixSeconds: entry.atUnixSeconds, agreement: agreement)
            change(body.sha256, from: party) { $0.note(answered, most: Self.mostAnswers) }
        }
        context.hub.publish(event: "claims", json: Array("{}".utf8))
    }

    /// Changes what is known of a claim. The oldest on which a peer has said something gives way when it is too many; what our people have had a
    /// hand in stays.
    private func change(_ sha256: String, from party: String, _ body: (inout Standing) -> Void) {
        if party != context.party {
            let over = begun.note(sha256, by: party) { claims[$0]?.hasWritten(context.party) == true }
            for forgotten in over { claims[forgotten] = nil }
        }
        var standing = claims[sha256] ?? Standing()
        body(&standing)
        claims[sha256] = standing
    }

    /// The claim of a hash, if it is here and can be read.
    private func claim(_ sha256: String) async -> Claim? {
        if let known = claims[sha256]?.claim { return known }
        guard judged[sha256] == nil, let text = try? await documents.text(sha256), text != .missing else { return nil }
        let claim = await Self.read(text)
        if claim == nil { judged.keep(.nothing, of: sha256) }
        return claim
    }

    /// Reads a claim beside the actor: what comes from others meanwhile need not wait for it.
    private static func read(_ text: DocumentStore.Text) async -> Claim? {
        guard case .bytes(let bytes) = text, let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return try? ClaimReader.read(text)
    }

    /// Says something of a claim for this party; its hash.
    ///
    /// - Throws: `Problem` when the claim can't be read, has no such proposition, or no agreement holds under which to say it.
    func answer(_ given: Answer, by person: Person) async throws -> String {
        guard let text = String(validating: given.bytes, as: UTF8.self) else {
            throw Problem.badRequest("the claim is not UTF-8")
        }
        let claim: Claim
        do { claim = try ClaimReader.read(text) } catch { throw Problem.badRequest("\(error)") }
        if let wanted = given.proposition, !claim.propositions.contains(where: { $0.id == wanted }) {
            let known = claim.propositions.map(\.id).joined(separator: ", ")
            throw Problem.badRequest("the claim has no proposition “\(wanted)”; it has \(known)")
        }
        let standing = try agreement(given.agreement)
        let kept = try await documents.keep(given.bytes)
        let isPut =
            claims[kept.sha256]?.putBy.contains { $0.party == context.party && $0.agreement == standing.identifier }
            ?? false
        var bodies: [any EntryBody] = isPut ? [] : kept.drafts.map(\.body)
        if !isPut { bodies.append(ClaimBody(sha256: kept.sha256, by: person)) }
        bodies.append(
            ClaimAnswerBody(
                sha256: kept.sha256, answer: given.answer, proposition: given.proposition, by: person))
        let before = claims[kept.sha256]?.answers.count ?? 0
        try await sender.send(bodies, under: standing)
        // Until what was written has come back, a question about it has the old answer.
        for _ in 0..<150 where claims[kept.sha256]?.answers.count ?? 0 == before {
            try? await Task.sleep(for: .milliseconds(20))
        }
        return kept.sha256
    }

    /// The agreement under which something is said; a suspended or ended one can still be spoken about.
    private func agreement(_ wanted: String?) throws(Problem) -> StandingAgreement {
        if let wanted {
            guard let found = shelf.agreement(wanted) else {
                throw .notFound("no agreement “\(wanted.prefix(64))” holds")
            }
            return found
        }
        let all = shelf.current
        guard let only = all.first, all.count == 1 else {
            throw .conflict(
                all.isEmpty
                    ? "no agreement holds under which a claim could be answered"
                    : "name the agreement: \(all.map(\.identifier).joined(separator: ", "))")
        }
        return only
    }
}

extension ClaimDesk.Standing {
    /// Whether a party has put it on record or answered it.
    fileprivate func hasWritten(_ party: String) -> Bool {
        putBy.contains { $0.party == party } || answers.contains { $0.party == party }
    }

    /// Takes an answer; the oldest of that party gives way when there are too many.
    fileprivate mutating func note(_ answered: ClaimDesk.Answered, most: Int) {
        let isKnown = answers.contains {
            $0.party == answered.party && $0.agreement == answered.agreement && $0.answer == answered.answer
                && $0.proposition == answered.proposition && $0.by == answered.by
                && abs($0.atUnixSeconds - answered.atUnixSeconds) < 1
        }
        guard !isKnown else { return }
        answers.append(answered)
        guard answers.count(where: { $0.party == answered.party }) > most,
            let oldest = answers.firstIndex(where: { $0.party == answered.party })
        else { return }
        answers.remove(at: oldest)
    }
}
