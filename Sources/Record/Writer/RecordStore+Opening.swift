extension RecordStore {
    /// Makes a new record with its first checkpoint, of no entries; a replica has none yet.
    static func create(
        _ directory: RecordDirectory, checkpoint: SignedCheckpoint?, files: any FileLayer
    ) throws(RecordError) -> RecordStore {
        try refuseExisting(directory, files: files)
        try makeDirectories(directory, files: files)
        let lock = try files.lock(directory.lock)
        let store = RecordStore(
            directory: directory, files: files, lock: lock,
            journal: Journal(directory: directory, files: files, segments: []),
            publisher: TilePublisher(directory: directory, files: files), tree: GrowingTree(),
            published: checkpoint, target: nil, isClosed: false)
        try store.begin()
        return store
    }

    static func refuseExisting(_ directory: RecordDirectory, files: any FileLayer) throws(RecordError) {
        let hasJournal = try Journal.segments(in: directory, files: files)?.isEmpty == false
        let hasCheckpoint = try files.read(
            directory.file(.checkpoint), maximumBytes: RecordResource.checkpoint.maximumBytes)
        guard !hasJournal, hasCheckpoint == nil else {
            throw .directory(path: directory.path, reason: "already holds a record")
        }
    }

    /// Opens a record and mends what a crash may have left: batches in the journal are published again, a batch that was
    /// not wholly written is dropped, and it was acknowledged to nobody.
    static func open(_ directory: RecordDirectory, files: any FileLayer) throws(RecordError) -> RecordStore {
        guard let segments = try Journal.segments(in: directory, files: files), !segments.isEmpty else {
            throw .directory(path: directory.path, reason: "holds no record that can be written")
        }
        try makeDirectories(directory, files: files)
        let lock = try files.lock(directory.lock)
        // Listed again under the lock: before it, a writer may have been at work.
        let current = try Journal.segments(in: directory, files: files) ?? []
        let publisher = TilePublisher(directory: directory, files: files)
        for name in try files.list(directory.staging) ?? [] { try files.remove(Path.join(directory.staging, name)) }
        var replay = JournalReplay(directory: directory, files: files, publisher: publisher)
        let state = try replay.run(segments: current)
        let store = RecordStore(
            directory: directory, files: files, lock: lock,
            journal: Journal(directory: directory, files: files, segments: current),
            publisher: publisher, tree: state.tree, published: try checkpoint(state.published),
            target: try checkpoint(state.target), isClosed: state.isClosed)
        if replay.needsMending(state) { try store.begin() } else { try store.beginUnchanged() }
        return store
    }

    private static func checkpoint(_ bytes: [UInt8]) throws(RecordError) -> SignedCheckpoint? {
        bytes.isEmpty ? nil : try SignedCheckpoint(bytes)
    }

    /// Publishes what the journal says and begins a segment of its own.
    private func begin() throws(RecordError) {
        if let published { try publish(published) }
        try beginUnchanged()
    }

    private func beginUnchanged() throws(RecordError) {
        let work = try beginSettling()
        try work.run(files: files)
        try finishSettling(work)
    }

    private static func makeDirectories(_ directory: RecordDirectory, files: any FileLayer) throws(RecordError) {
        let isNew = try files.list(directory.journal) == nil
        try files.makeDirectories(directory.published, permissions: 0o755)
        try files.makeDirectories(directory.privatePart, permissions: 0o700)
        try files.makeDirectories(directory.journal, permissions: 0o700)
        try files.makeDirectories(directory.staging, permissions: 0o700)
        guard isNew else { return }
        try files.synchroniseDirectory(directory.privatePart)
        try files.synchroniseDirectory(directory.path)
        try files.synchroniseDirectory(Path.parent(of: directory.path))
    }
}
