import Dispatch

/// Runs a store on a thread of its own, so that waiting for the disk holds up nobody else.
actor RecordCommitter {
    private let executor: BlockingExecutor
    private let store: RecordStore
    private let journalBytes: Int
    private let settlingQueue = DispatchQueue(label: "record.settling")
    private var settling: Task<Void, Never>?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(executor: BlockingExecutor, journalBytes: Int, store: sending RecordStore) {
        self.executor = executor
        self.journalBytes = journalBytes
        self.store = store
    }

    /// Opens a store on a new thread. Its journal begins a new segment after `journalBytes`.
    static func opening(
        journalBytes: Int, _ open: @escaping @Sendable () throws(RecordError) -> sending RecordStore
    ) async throws(RecordError) -> RecordCommitter {
        let executor = BlockingExecutor(label: "record.committer")
        let opened: Result<RecordCommitter, RecordError> = await withCheckedContinuation { continuation in
            executor.queue.async {
                do throws(RecordError) {
                    continuation.resume(
                        returning: .success(
                            RecordCommitter(executor: executor, journalBytes: journalBytes, store: try open())))
                } catch { continuation.resume(returning: .failure(error)) }
            }
        }
        return try opened.get()
    }

    /// What is durable and published now.
    var standing: Standing {
        Standing(
            published: store.published, target: store.target, frontier: store.tree.frontier,
            isClosed: store.isClosed)
    }

    /// Where a store stands.
    struct Standing: Sendable {
        /// The newest checkpoint that is published.
        var published: SignedCheckpoint?
        /// The checkpoint that a replica is on its way to.
        var target: SignedCheckpoint?
        /// The durable tree.
        var frontier: MerkleFrontier
        /// Whether the record takes no more entries.
        var isClosed: Bool
    }

    /// Commits entries: see ``RecordStore/commit(_:closing:checkpoint:)``.
    func commit(
        _ entries: [[UInt8]], closing: Bool = false,
        checkpoint: @Sendable (UInt64, TreeHash) throws(RecordError) -> SignedCheckpoint
    ) async throws(RecordError) -> Standing {
        try store.commit(entries, closing: closing, checkpoint: checkpoint)
        if store.journalBytes > journalBytes {
            // The settling of one segment may lag behind the writing of the next, but not for ever.
            if store.journalBytes > 64 * journalBytes { await settling?.value }
            if settling == nil { try settle() }
        }
        return standing
    }

    func publish(cosigned: SignedCheckpoint) throws(RecordError) { try store.publish(cosigned: cosigned) }

    func dropBundles(before horizon: UInt64, keeping: Set<UInt64>) async throws(RecordError) -> Range<UInt64> {
        while let settling { await settling.value }
        return try store.dropBundles(before: horizon, keeping: keeping)
    }

    /// Makes all durable under its own name and closes.
    func close() async throws(RecordError) {
        await settling?.value
        try store.close()
    }

    /// Stops as a crash would.
    func abandon() async {
        await settling?.value
        store.abandon()
    }

    private func settle() throws(RecordError) {
        let work = try store.beginSettling()
        let files = store.files
        let queue = settlingQueue
        settling = Task {
            let failure: RecordError? = await withCheckedContinuation { continuation in
                queue.async {
                    do throws(RecordError) {
                        try work.run(files: files)
                        continuation.resume(returning: nil)
                    } catch { continuation.resume(returning: error) }
                }
            }
            finish(work, failure: failure)
        }
    }

    private func finish(_ work: SettlingWork, failure: RecordError?) {
        settling = nil
        do throws(RecordError) {
            if let failure { throw failure }
            try store.finishSettling(work)
        } catch { store.stop(error) }
    }
}

/// An executor on one dispatch queue, whose thread may block.
final class BlockingExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
