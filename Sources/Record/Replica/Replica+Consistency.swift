extension Replica {
    /// The newest head that the writer has signed, as far as this replica has seen, whether or not all its entries are
    /// here: a source that shows less has taken something back.
    public var newestSigned: SignedCheckpoint? { heads.max { $0.checkpoint.size < $1.checkpoint.size } }

    /// The head whose entries are being stored, or, when they are all here, the newest that is stored.
    public var newestAccepted: SignedCheckpoint? { standing.target ?? standing.published }

    /// Notes a head whose entries are still to come: a source that shows less from now on has taken something back.
    public func notePromise(_ head: SignedCheckpoint) throws(RecordError) {
        try head.verify(by: key)
        guard head.checkpoint.size > promised?.checkpoint.size ?? size else { return }
        promised = head
    }

    /// Compares a head that covers nothing new with what is stored.
    ///
    /// Throws ``RecordError/inconsistent(_:)`` when the writer has signed another history than the stored one;
    /// ``forkEvidence`` then has the proof.
    public func compare(_ head: SignedCheckpoint) async throws {
        guard !head.isSameStatement(as: standing.published) else { return }
        try begin()
        defer { isBusy = false }
        try head.verify(by: key)
        try await compareWithStored(head)
    }

    /// Whether the newest checkpoint of a source is at least as new as all that the writer is known to have signed, after
    /// making sure that it extends that.
    func extends(_ newest: SignedCheckpoint, source: any TileSource) async throws -> Bool {
        let new = newest.checkpoint
        let known = heads
        let reader = RecordReader(source: source, trusting: new)
        for old in known where old.checkpoint.size <= new.size && !old.isSameStatement(as: newest) {
            // Two roots for one size need no tiles.
            try refuse(ForkEvidence(old, newest, key: key))
            let root = try await reader.root(atSize: old.checkpoint.size)
            try refuse(ForkEvidence(older: old, newer: newest, rootOfNewerAtOlderSize: root, key: key))
        }
        if size <= new.size {
            guard try await reader.root(atSize: size) == standing.frontier.root else {
                unresolved = newest
                throw RecordError.inconsistent("\(key.name) shows entries that are not those it showed before")
            }
        }
        if let head = unresolved, head.checkpoint.size <= new.size { unresolved = nil }
        guard let newestKnown = known.map(\.checkpoint.size).max(), newestKnown > new.size else { return true }
        // An older state is nothing wrong if it is a true one. What is stored tells, as far as it reaches.
        try await compareWithStored(newest)
        return false
    }

    /// Heads that the writer has signed and that a newer one must extend.
    private var heads: [SignedCheckpoint] {
        [standing.published, standing.target, promised, unresolved].compactMap(\.self)
    }

    private func compareWithStored(_ head: SignedCheckpoint) async throws {
        guard let published = standing.published, published.checkpoint.size >= head.checkpoint.size else { return }
        try refuse(ForkEvidence(head, published, key: key))
        let own = RecordReader(source: DirectorySource(directory), trusting: published.checkpoint)
        let root = try await own.root(atSize: head.checkpoint.size)
        try refuse(ForkEvidence(older: head, newer: published, rootOfNewerAtOlderSize: root, key: key))
    }

    private func refuse(_ evidence: ForkEvidence?) throws(RecordError) {
        guard let evidence else { return }
        forkEvidence = evidence
        throw .inconsistent(evidence.reason)
    }
}
