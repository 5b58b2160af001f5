/// The one writer of a record.
///
/// Entries of many callers are committed together: while one batch is on its way to the disk the next one gathers, so
/// the slower the disk, the larger the batches. A call returns when its entries are durable and covered by a signed
/// checkpoint that is durable too.
public actor RecordWriter {
    /// How much may wait in the queue, and how much goes into one commit.
    public struct Limits: Sendable {
        /// Entries that may wait.
        public var queuedEntries = 65_536
        /// Bytes of entries that may wait.
        public var queuedBytes = 64 << 20
        /// Entries that are committed together, unless one call brings more.
        public var batchEntries = 16_384
        /// Bytes of entries that are committed together, unless one call brings more.
        public var batchBytes = 8 << 20
        /// Bytes of the journal after which its beginning is no longer needed once all tiles are durable.
        public var journalBytes = 16 << 20

        /// The limits above.
        public init() {}
    }

    private typealias Outcome = Result<Range<UInt64>, RecordError>
    private typealias Queue = CommitQueue<CheckedContinuation<Outcome, Never>>

    /// The key that signs.
    public nonisolated let key: SigningKey
    /// The record's place on disk.
    public nonisolated let directory: RecordDirectory
    let committer: RecordCommitter
    private var queue: Queue
    private var nextNumber: UInt64 = 0
    private var committing: Task<Void, Never>?
    private var subscribers: [UInt64: AsyncStream<RecordCommit>.Continuation] = [:]

    /// The newest signed checkpoint; everything it covers is durable.
    public private(set) var checkpoint: SignedCheckpoint
    /// Whether the record takes no more entries, because its last ones were appended.
    public private(set) var isClosed: Bool
    /// Why the writer has stopped; nil while it works.
    public private(set) var failure: RecordError?

    init(
        directory: RecordDirectory, key: SigningKey, limits: Limits, committer: RecordCommitter
    ) async throws(RecordError) {
        let standing = await committer.standing
        guard let published = standing.published else {
            throw .directory(path: directory.path, reason: "is a replica; only its own writer appends to a record")
        }
        try published.verify(by: key.verifierKey)

        self.directory = directory
        self.key = key
        self.committer = committer
        queue = Queue(limits: limits)
        checkpoint = published
        isClosed = standing.isClosed
    }

    /// Appends one entry and returns its index once it is durable and covered.
    @discardableResult
    public func append(_ entry: [UInt8]) async throws(RecordError) -> UInt64 {
        try await append(contentsOf: [entry]).lowerBound
    }

    /// Appends entries one after the other, with no entry of another caller between them.
    ///
    /// While the queue is full the call waits for a place; cancelling its task ends that wait, and only that. More than
    /// the queue can ever hold is refused with ``RecordError/queueFull``.
    public func append(contentsOf entries: [[UInt8]]) async throws(RecordError) -> Range<UInt64> {
        let bytes = try measure(entries)
        return try await add(entries, bytes: bytes)
    }

    /// Appends entries if the queue has a place for them now, and otherwise throws ``RecordError/queueFull`` at once.
    public func tryAppend(contentsOf entries: [[UInt8]]) async throws(RecordError) -> Range<UInt64> {
        let bytes = try measure(entries)
        guard queue.hasPlace(entries: entries.count, bytes: bytes) else { throw .queueFull }
        return try await add(entries, bytes: bytes)
    }

    /// Appends the last entries of the record. From this call on it takes no more, here or when opened again.
    public func append(closing entries: [[UInt8]]) async throws(RecordError) -> Range<UInt64> {
        let bytes = try measure(entries)
        isClosed = true
        do { return try await add(entries, bytes: bytes, closing: true) } catch {
            if case .notWritten = error { isClosed = false }
            throw error
        }
    }

    /// What becomes durable from now on, in order.
    ///
    /// A subscriber that falls behind loses the oldest of more than `buffering` commits and sees it from a gap in the
    /// indexes; it reads what it lost from the record.
    public func commits(buffering: Int = 64) -> AsyncStream<RecordCommit> {
        let (stream, continuation) = AsyncStream<RecordCommit>.makeStream(bufferingPolicy: .bufferingNewest(buffering))
        nextNumber += 1
        let number = nextNumber
        subscribers[number] = continuation
        continuation.onTermination = { [weak self] _ in Task { await self?.removeSubscriber(number) } }
        return stream
    }

    /// Adds cosignatures to a checkpoint of this record and publishes it, as the newest cosigned one and, if it is still
    /// the newest of all, as that too. The caller has checked the cosignatures.
    public func publish(cosigned: SignedCheckpoint) async throws(RecordError) {
        try cosigned.verify(by: key.verifierKey)
        try await committer.publish(cosigned: cosigned)
        if cosigned.isSameStatement(as: checkpoint) { checkpoint = cosigned }
    }

    /// Commits what is queued, makes all durable under its own name and gives the directory back.
    public func finish() async throws(RecordError) {
        await stop(.stopped(reason: "it was closed"), committingQueued: true)
        try await committer.close()
    }

    /// Stops at once and leaves everything on disk as a crash would. For tests.
    func abandon() async {
        await stop(.stopped(reason: "it was abandoned"), committingQueued: false)
        await committer.abandon()
    }

    private func stop(_ reason: RecordError, committingQueued: Bool) async {
        failure = failure ?? reason
        if !committingQueued { refuseAll(reason) }
        await committing?.value
        for subscriber in subscribers.values { subscriber.finish() }
    }

    private func measure(_ entries: [[UInt8]]) throws(RecordError) -> Int {
        if let failure { throw failure }
        guard !isClosed else { throw .closed }
        var bytes = 0
        for entry in entries {
            try EntryBundle.check(entry)
            bytes += entry.count
        }
        guard entries.count <= queue.limits.queuedEntries, bytes <= queue.limits.queuedBytes else { throw .queueFull }
        return bytes
    }

    private func add(
        _ entries: [[UInt8]], bytes: Int, closing: Bool = false
    ) async throws(RecordError) -> Range<UInt64> {
        nextNumber += 1
        let number = nextNumber
        let outcome: Outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.add(
                    Queue.Item(number: number, entries: entries, bytes: bytes, closing: closing, ticket: continuation))
                if committing == nil { committing = Task { await commitQueued() } }
            }
        } onCancel: {
            Task { await self.cancel(number) }
        }
        return try outcome.get()
    }

    private func cancel(_ number: UInt64) {
        queue.cancel(number)?.ticket.resume(returning: .failure(.cancelled))
    }

    private func commitQueued() async {
        while true {
            let batch = queue.nextBatch()
            guard let last = batch.last else { break }
            do throws(RecordError) { try await commit(batch, closing: last.closing) } catch {
                for item in batch { item.ticket.resume(returning: .failure(error)) }
                if case .notWritten = error { continue }
                failure = error
                refuseAll(error)
            }
        }
        committing = nil
    }

    private func commit(_ batch: [Queue.Item], closing: Bool) async throws(RecordError) {
        let key = key
        let entries = batch.count == 1 ? batch[0].entries : Array(batch.map(\.entries).joined())
        let first = checkpoint.checkpoint.size
        let standing = try await committer.commit(entries, closing: closing) { size, root throws(RecordError) in
            try SignedCheckpoint(signing: Checkpoint(origin: key.name, size: size, root: root), with: key)
        }
        checkpoint = standing.published ?? checkpoint
        var index = first
        for item in batch {
            let end = index + UInt64(item.entries.count)
            item.ticket.resume(returning: .success(index..<end))
            index = end
        }
        guard !subscribers.isEmpty else { return }
        let commit = RecordCommit(firstIndex: first, entries: entries, checkpoint: checkpoint)
        for subscriber in subscribers.values { subscriber.yield(commit) }
    }

    private func refuseAll(_ reason: RecordError) {
        for item in queue.removeAll() { item.ticket.resume(returning: .failure(reason)) }
    }

    private func removeSubscriber(_ number: UInt64) { subscribers[number] = nil }
}
