import Accord

/// Writes entries under an agreement to each of its peers, and only what may be written now.
struct AgreementSender: Sendable {
    let channels: ChannelTable

    /// Writes bodies for all other parties of an agreement.
    ///
    /// - Throws: `Problem` 409 when the agreement's standing does not let it be written; 503 when it could not be written.
    func send(_ bodies: [any EntryBody], under standing: StandingAgreement) async throws {
        for peer in standing.peers { _ = try await send(bodies, to: peer, under: standing) }
    }

    /// Writes bodies for one party of an agreement.
    ///
    /// - Throws: as `send(_:under:)`.
    func send(
        _ bodies: [any EntryBody], to peer: String, under standing: StandingAgreement
    ) async throws -> [EntryReference] {
        let drafts: [EntryDraft]
        do { drafts = try bodies.map { try EntryDraft($0) } } catch let error as AccordError {
            throw Problem.badRequest(error.description)
        }
        for draft in drafts where !EntryPermission.mayWrite(draft, in: .agreement, flow: standing.flow) {
            throw Problem.conflict("\(standing.identifier) does not let this be told now: it is suspended or over")
        }
        guard let channel = await channels.channel(to: peer, scope: standing.scope) else {
            throw Problem(
                status: 503, title: "No channel",
                detail: "the channel to \(peer) is not open yet; try again in a moment")
        }
        do { return try await channel.append(drafts) } catch {
            throw Problem(status: 503, title: "Not written", detail: "\(error)")
        }
    }
}
