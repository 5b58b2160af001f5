import Accord
import Logging
import Record

/// A peer that contradicts itself: what shows it is kept, the alarm is raised, and the record is followed no further.
extension PeerChannel {
    /// The peer signed two histories, or a head that what it sent does not have and its tiles don't settle: both heads are kept.
    func forked(_ replica: Replica, _ error: RecordError) async {
        if let evidence = await replica.forkEvidence {
            await keep(evidence.first, evidence.second, of: replica.key, reason: evidence.reason)
        } else if let shown = await replica.unresolved {
            let reason =
                "\(peer) signed \(shown.checkpoint.size) entries of \(replica.key.name) and sent others; "
                + "whether it signed two histories is not settled"
            // Of a record that has just begun there is no other head.
            await keep(await replica.newestAccepted ?? shown, shown, of: replica.key, reason: reason)
        } else {
            await stop(replica.key.name, reason: Self.words(error))
        }
    }

    /// The peer shows less than it signed: both heads are kept.
    func rolledBack(_ replica: Replica, _ client: PeerClient) async throws {
        let source = try HTTPTileSource("\(client.address)/records/\(replica.key.name)", client: client.http)
        let shown = try await source.newestCheckpoint()
        try shown.verify(by: replica.key)
        guard let known = await replica.newestSigned, known.checkpoint.size > shown.checkpoint.size else { return }
        let reason =
            "\(peer) took back entries of \(replica.key.name): it signed \(known.checkpoint.size) and now shows \(shown.checkpoint.size)"
        await keep(known, shown, of: replica.key, reason: reason)
    }

    func keep(_ first: SignedCheckpoint, _ second: SignedCheckpoint, of key: VerifierKey, reason: String) async {
        do {
            try context.evidence.keep(
                peer: peer, first: first, second: second, key: key, reason: reason,
                nowUnixSeconds: context.clock.now())
        } catch {
            context.logger.critical("evidence could not be kept", metadata: ["error": "\(error)"])
        }
        await stop(key.name, reason: reason)
    }

    private func stop(_ origin: String, reason: String) async {
        state.alarm = reason
        note(link: .stopped, reason: reason)
        context.logger.critical("a peer contradicts itself", metadata: ["peer": "\(peer)", "reason": "\(reason)"])
        try? await context.index.stop(origin, reason: reason)
        context.metrics.contradictions.add(1)
        context.onAlarm(peer, reason)
    }
}
