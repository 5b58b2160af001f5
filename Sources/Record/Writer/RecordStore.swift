/// A record open for writing: the tree, its journal and its published part. Not for use by two threads.
///
/// Both the writer of a record and a replica of somebody else's are built on it; they differ only in who signs.
final class RecordStore {
    let directory: RecordDirectory
    let files: any FileLayer
    private let fileLock: any FileLock
    private let journal: Journal
    private let publisher: TilePublisher
    private(set) var tree: GrowingTree
    /// The newest checkpoint that the tree has reached; nil while a new replica is on its way to its first.
    private(set) var published: SignedCheckpoint?
    /// The checkpoint that a replica is on its way to.
    var target: SignedCheckpoint?
    /// Whether the record takes no more entries.
    private(set) var isClosed: Bool
    /// Why nothing may be written any more.
    private(set) var failure: RecordError?

    init(
        directory: RecordDirectory, files: any FileLayer, lock: any FileLock, journal: Journal,
        publisher: TilePublisher, tree: GrowingTree, published: SignedCheckpoint?, target: SignedCheckpoint?,
        isClosed: Bool
    ) {
        self.directory = directory
        self.files = files
        fileLock = lock
        self.journal = journal
        self.publisher = publisher
        self.tree = tree
        self.published = published
        self.target = target
        self.isClosed = isClosed
    }

    /// Appends entries durably and publishes them.
    ///
    /// `checkpoint` is given the size and root that the tree will have and returns the signed checkpoint for it: signed
    /// on the spot by a writer, checked by a replica. A replica that is still on its way returns one of a larger size.
    ///
    /// ``RecordError/notWritten(reason:)`` and what `checkpoint` throws leave the record as it was. After any other error
    /// the store takes nothing more: what is on disk is known again only by opening it anew.
    func commit(
        _ entries: [[UInt8]], closing: Bool = false,
        checkpoint: (UInt64, TreeHash) throws(RecordError) -> SignedCheckpoint
    ) throws(RecordError) {
        if let failure { throw failure }
        guard !isClosed else { throw .closed }
        for entry in entries { try EntryBundle.check(entry) }
        var grown = tree
        var filled: [(RecordResource, [UInt8])] = []
        for entry in entries { grown.append(entry) { filled.append(($0, $1)) } }
        let signed = try checkpoint(grown.size, grown.root)
        do {
            try journal.append(
                JournalBatch(firstIndex: tree.size, entries: entries, checkpoint: signed.bytes, closes: closing))
        } catch {
            if case .notWritten = error { throw error }
            throw stop(error)
        }
        tree = grown
        isClosed = closing
        do {
            for (resource, bytes) in filled { try publisher.publish(resource, bytes) }
            if signed.checkpoint.size == tree.size { try publish(signed) } else { target = signed }
        } catch {
            throw stop(error)
        }
    }

    /// Publishes a checkpoint that carries cosignatures; the caller has checked it.
    func publish(cosigned: SignedCheckpoint) throws(RecordError) {
        if let failure { throw failure }
        try publisher.publish(cosigned: cosigned.bytes)
        if cosigned.isSameStatement(as: published) {
            published = cosigned
            try publisher.publish(checkpoint: cosigned.bytes)
        }
    }

    /// Publishes the right-hand edge of the tree that a checkpoint covers and then the checkpoint itself.
    func publish(_ signed: SignedCheckpoint) throws(RecordError) {
        for (resource, bytes) in tree.rightEdge(atSize: signed.checkpoint.size) {
            try publisher.publish(resource, bytes)
        }
        try publisher.publish(checkpoint: signed.bytes)
        published = signed
        if let target, target.checkpoint.size <= tree.size { self.target = nil }
    }

    /// Bytes in the current segment of the journal.
    var journalBytes: Int { journal.length }

    /// Begins a new journal segment and says what has to be done before the older ones may go.
    func beginSettling() throws(RecordError) -> SettlingWork {
        if let failure { throw failure }
        do { try journal.beginSegment(state) } catch { throw stop(error) }
        return SettlingWork(directory: directory, segments: journal.olderSegments)
    }

    /// Drops the journal segments of work that has been done.
    func finishSettling(_ work: SettlingWork) throws(RecordError) {
        do { try journal.removeSegments(work.segments) } catch { throw stop(error) }
    }

    /// Drops bundles: see ``RecordDirectory/dropBundles(before:keeping:files:)``. All settling must be finished.
    func dropBundles(before horizon: UInt64, keeping: Set<UInt64>) throws(RecordError) -> Range<UInt64> {
        if let failure { throw failure }
        guard let published else { return 0..<0 }
        let retention = Retention(directory: directory, files: files)
        let size = published.checkpoint.size
        // A record that goes on needs its last, partial bundle.
        let end = isClosed && horizon >= size ? size : min(horizon, size) & ~0xFF
        try retention.drop(0..<end, of: size, keeping: keeping)
        if end == size { tree.dropBundle() }
        // The journal held the entries too: a new segment begins with none that were dropped.
        let work = try beginSettling()
        try work.run(files: files)
        try finishSettling(work)
        return 0..<end
    }

    /// Makes everything durable under its own name, leaves a journal with nothing to mend, and gives the lock back.
    func close() throws(RecordError) {
        defer { fileLock.release() }
        if failure == nil {
            let work = try beginSettling()
            try work.run(files: files)
            try finishSettling(work)
        }
        failure = .stopped(reason: "it was closed")
        try journal.close()
    }

    /// Gives the lock back and leaves everything as it is, as a crash would.
    func abandon() {
        failure = .stopped(reason: "it was abandoned")
        try? journal.close()
        fileLock.release()
    }

    /// Records that nothing can be written any more.
    @discardableResult
    func stop(_ cause: RecordError) -> RecordError {
        let failure = RecordError.stopped(reason: cause.description)
        self.failure = self.failure ?? failure
        return failure
    }

    private var state: JournalState {
        JournalState(tree: tree, published: published?.bytes ?? [], target: target?.bytes ?? [], isClosed: isClosed)
    }
}

/// Making what is published durable, and the journal segments that are needed until then.
struct SettlingWork: Sendable {
    var directory: RecordDirectory
    var segments: [UInt64]

    func run(files: any FileLayer) throws(RecordError) {
        try files.synchroniseFileSystem(of: directory.published)
    }
}
