/// A durable copy of somebody else's record, which it follows, verifies and cosigns.
///
/// Everything is verified before it is stored, and stored before it is cosigned. After any break, of the network or of
/// this process, the next ``catchUp(from:timeUnixSeconds:)`` goes on with the first entry that is not stored.
public actor Replica {
    /// Bytes of entries that are stored in one commit while catching up.
    static let catchUpBytes = 4 << 20

    /// The key of the record that is followed.
    public nonisolated let key: VerifierKey
    /// Where the copy is; its published part can be served and verified like the record itself.
    public nonisolated let directory: RecordDirectory
    let committer: RecordCommitter
    private let cosigner: SigningKey?
    private var subscribers: [UInt64: AsyncStream<RecordCommit>.Continuation] = [:]
    private var nextSubscriber: UInt64 = 0
    var isBusy = false
    private(set) var standing: RecordCommitter.Standing
    /// The newest head that the writer has shown, while its entries are still to come.
    var promised: SignedCheckpoint?
    /// The proof that the writer signed two histories, once it was seen to.
    public internal(set) var forkEvidence: ForkEvidence?
    /// A signed head whose entries, as a stream brought them, do not have its root. The next
    /// ``catchUp(from:timeUnixSeconds:)`` that reads as far tells what the writer signed; until then it is kept.
    public internal(set) var unresolved: SignedCheckpoint?

    /// Opens a replica, or makes it where there is none.
    ///
    /// - Parameters:
    ///   - key: the key of the record to follow; a directory that holds another record is refused.
    ///   - cosigner: the key that cosigns what is verified; nil to store only.
    public init(
        _ directory: RecordDirectory, following key: VerifierKey, cosigner: SigningKey? = nil,
        files: any FileLayer = SystemFiles()
    ) async throws(RecordError) {
        self.directory = directory
        self.key = key
        self.cosigner = cosigner
        let journalBytes = RecordWriter.Limits().journalBytes
        committer = try await RecordCommitter.opening(journalBytes: journalBytes) { () throws(RecordError) in
            if try Journal.segments(in: directory, files: files)?.isEmpty == false {
                return try RecordStore.open(directory, files: files)
            }
            return try RecordStore.create(directory, checkpoint: nil, files: files)
        }
        standing = await committer.standing
        do throws(RecordError) {
            try standing.published?.verify(by: key)
            try standing.target?.verify(by: key)
        } catch {
            await committer.abandon()
            throw error
        }
    }

    /// How many entries are stored. Those beyond ``checkpoint`` are verified too, against the checkpoint that the
    /// replica is on its way to.
    public var size: UInt64 { standing.frontier.size }

    /// The newest checkpoint whose entries are all stored.
    public var checkpoint: SignedCheckpoint? { standing.published }

    /// What is stored from now on, in order; see ``RecordWriter/commits(buffering:)``.
    public func commits(buffering: Int = 64) -> AsyncStream<RecordCommit> {
        let (stream, continuation) = AsyncStream<RecordCommit>.makeStream(bufferingPolicy: .bufferingNewest(buffering))
        nextSubscriber += 1
        let number = nextSubscriber
        subscribers[number] = continuation
        continuation.onTermination = { [weak self] _ in Task { await self?.removeSubscriber(number) } }
        return stream
    }

    /// Reads from a source all that is not stored yet, verifies it, stores it and cosigns.
    ///
    /// Throws ``RecordError/inconsistent(_:)`` when the source shows a history that is not an extension of what is
    /// stored; ``forkEvidence`` then has the proof. Errors of the source pass through; what was stored until then stays.
    public func catchUp(from source: any TileSource, timeUnixSeconds: UInt64) async throws -> ReplicaOutcome {
        try begin()
        defer { isBusy = false }
        let newest = try await source.newestCheckpoint()
        try newest.verify(by: key)
        guard try await extends(newest, source: source) else { return outcome(.sourceBehind, from: size) }
        promised = newest
        let start = size
        if newest.checkpoint.size == start, standing.published?.checkpoint.size == start {
            promised = nil
            return outcome(.upToDate, from: start)
        }
        let reader = RecordReader(source: source, trusting: newest.checkpoint)
        var pending: [[UInt8]] = []
        var pendingBytes = 0
        var next = start
        while next < newest.checkpoint.size {
            try Task.checkCancellation()
            guard let bundle = try await reader.bundle(at: next >> 8) else {
                throw RecordError.missing(path: RecordResource.entries(index: next >> 8, width: 256).path)
            }
            for number in Int(next & 0xFF)..<bundle.count {
                let entry = bundle.entry(number)
                pendingBytes += entry.count
                pending.append(entry)
            }
            next = bundle.firstIndex + UInt64(bundle.count)
            if pendingBytes >= Self.catchUpBytes || next == newest.checkpoint.size {
                try await store(pending, towards: newest)
                pending = []
                pendingBytes = 0
            }
        }
        if start == newest.checkpoint.size { try await store([], towards: newest) }
        promised = nil
        return try await cosigned(outcome(.stored, from: start), timeUnixSeconds: timeUnixSeconds)
    }

    /// Takes entries that a live stream brought, with the checkpoint that covers them and ends with them.
    ///
    /// Throws ``RecordError/inconsistent(_:)`` when they don't have the root that was signed for them, and keeps the head as
    /// ``unresolved``: the tiles are to tell.
    public func receive(
        firstIndex: UInt64, entries: [[UInt8]], checkpoint: SignedCheckpoint, timeUnixSeconds: UInt64
    ) async throws -> ReplicaOutcome {
        try begin()
        defer { isBusy = false }
        try checkpoint.verify(by: key)
        let start = size
        let end = firstIndex + UInt64(entries.count)
        guard end == checkpoint.checkpoint.size else {
            throw RecordError.malformed("the checkpoint covers \(checkpoint.checkpoint.size) entries, not \(end)")
        }
        guard firstIndex <= start else { return outcome(.gap, from: start) }
        guard end > start else { return outcome(.upToDate, from: start) }
        if let target = standing.target, target.checkpoint.size > end { return outcome(.gap, from: start) }
        do { try await store(Array(entries[Int(start - firstIndex)...]), towards: checkpoint) } catch {
            if case .inconsistent = error { unresolved = checkpoint }
            throw error
        }
        return try await cosigned(outcome(.stored, from: start), timeUnixSeconds: timeUnixSeconds)
    }

    /// Makes all durable under its own name and gives the directory back.
    public func finish() async throws(RecordError) {
        for subscriber in subscribers.values { subscriber.finish() }
        try await committer.close()
    }

    /// Stops and leaves everything on disk as a crash would. For tests.
    func abandon() async { await committer.abandon() }

    func begin() throws(RecordError) {
        guard !isBusy else { throw .stopped(reason: "the replica is taking something in already") }
        isBusy = true
    }

    private func store(_ entries: [[UInt8]], towards newest: SignedCheckpoint) async throws(RecordError) {
        let first = size
        standing = try await committer.commit(entries) { size, root throws(RecordError) in
            guard size < newest.checkpoint.size || root == newest.checkpoint.root else {
                throw .inconsistent("the entries do not have the root that was signed for them")
            }
            return newest
        }
        let commit = RecordCommit(firstIndex: first, entries: entries, checkpoint: newest)
        for subscriber in subscribers.values { subscriber.yield(commit) }
    }

    private func outcome(_ kind: ReplicaOutcome.Kind, from start: UInt64) -> ReplicaOutcome {
        ReplicaOutcome(kind: kind, stored: start..<size, checkpoint: standing.published)
    }

    private func cosigned(
        _ outcome: ReplicaOutcome, timeUnixSeconds: UInt64
    ) async throws(RecordError) -> ReplicaOutcome {
        guard let cosigner, let checkpoint = outcome.checkpoint else { return outcome }
        var outcome = outcome
        let cosignature = try cosigner.cosign(checkpoint.note.text, timeUnixSeconds: timeUnixSeconds)
        let signed = checkpoint.adding([cosignature])
        try await committer.publish(cosigned: signed)
        standing.published = signed
        outcome.checkpoint = signed
        outcome.cosignature = cosignature
        return outcome
    }

    private func removeSubscriber(_ number: UInt64) { subscribers[number] = nil }
}
