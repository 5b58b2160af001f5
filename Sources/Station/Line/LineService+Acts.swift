import Accord
import Phraseology

/// What people do on the line. All return when the entries are durable, and nothing was written when they throw.
extension LineService {
    /// Sends a message, or enters what was heard; returns its identifier.
    func compose(_ composition: LineComposition, to peer: String, by person: Person) async throws -> String {
        try await open(peer)
        let now = clock.now()
        let (key, drafts) = try withDesk(of: peer) { try $0.compose(composition, by: person, at: now) }
        try await write(drafts, to: peer)
        return key.identifier
    }

    /// Messages of the peer stand on a screen.
    func shown(_ identifiers: [String], of peer: String) async throws {
        try await open(peer)
        try await write(withDesk(of: peer) { try $0.shown(identifiers) }, to: peer)
    }

    /// A person has read a message.
    func read(_ identifier: String, of peer: String, by person: Person) async throws {
        try await open(peer)
        try await write(withDesk(of: peer) { try $0.read(identifier, by: person) }, to: peer)
    }

    /// A message of ours is taken back.
    func cancel(_ identifier: String, to peer: String, by person: Person) async throws {
        try await open(peer)
        try await write(withDesk(of: peer) { try $0.cancel(identifier, by: person) }, to: peer)
    }

    /// What a message asked for was seen to be done, or not.
    func report(_ identifier: String, complied: Bool, seen: String?, to peer: String, by person: Person) async throws {
        try await open(peer)
        let drafts = try withDesk(of: peer) {
            try $0.report(identifier, complied: complied, seen: seen, by: person)
        }
        try await write(drafts, to: peer)
    }

    /// A check of the line is sent; returns its identifier.
    func check(_ peer: String, person: Bool) async throws -> String {
        try await open(peer)
        let now = clock.now()
        let (identifier, drafts) = try withDesk(of: peer) { try $0.check(person: person, at: now) }
        try await write(drafts, to: peer)
        return identifier
    }

    /// A person answers a check of the peer.
    func answer(check identifier: String, readability: Int, to peer: String, by person: Person) async throws {
        try await open(peer)
        let drafts = try withDesk(of: peer) { try $0.answer(check: identifier, readability: readability, by: person) }
        try await write(drafts, to: peer)
    }

    /// This party declares the line to be in a state.
    func declare(_ state: LineStateBody.State, reason: String?, to peer: String, by person: Person) async throws {
        try await open(peer)
        try await write(withDesk(of: peer) { try $0.declare(state, reason: reason, by: person) }, to: peer)
    }

    /// Makes sure that there is a line to this party.
    private func open(_ peer: String) async throws {
        if lines[peer] == nil { await refreshLines() }
        guard lines[peer] != nil else { throw LineError.noLine(party: peer, known: lines.keys.sorted()) }
    }

    private func write(_ drafts: [EntryDraft], to peer: String) async throws {
        guard !drafts.isEmpty else { return }
        if let refused = drafts.first(where: { !mayWrite($0, to: peer) }) {
            throw LineError.notNow(refusal(of: refused, to: peer))
        }
        try await carriers.append(drafts, to: peer)
    }

    private func refusal(of draft: EntryDraft, to peer: String) -> String {
        guard let carrier = lines[peer] else { return "there is no line to \(peer)" }
        return switch carrier.flow {
        case .suspended:
            "the agreement \(carrier.agreement) is suspended by \(carrier.suspension?.party ?? "a party") and does not name "
                + "messages as still owed; checks of the line and its state go on. Use the telephone sheet"
        case .ended: "the agreement \(carrier.agreement) has ended"
        case .none: "no agreement with \(peer) is in force"
        case .inForce: "\(draft.type) may not be written"
        }
    }
}
