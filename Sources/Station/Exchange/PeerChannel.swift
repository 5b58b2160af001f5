import Accord

/// One pair of records with one peer, under one scope: ours is written, theirs is followed, verified, stored and cosigned.
actor PeerChannel {
    /// The other party.
    nonisolated let peer: String
    /// Under what the records are written.
    nonisolated let scope: ChannelScope

    init(peer: String, scope: ChannelScope) {
        self.peer = peer
        self.scope = scope
    }

    /// Appends entries to our record for the peer, with nothing of other callers between them.
    ///
    /// Returns where they stand once they are durable and signed for. Many callers share one synchronisation of the disk.
    /// - Throws: `StationError.peer` when they were not written: the disk is full, too much waits, or the channel is closed.
    func append(_ drafts: [EntryDraft]) async throws -> [EntryReference] {
        throw StationError.peer(name: peer, reason: "the channel is closed")
    }
}
