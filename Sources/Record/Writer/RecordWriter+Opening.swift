extension RecordWriter {
    /// Makes a new record: its directories, its key in a file of mode 0600, and its first checkpoint.
    ///
    /// Throws ``RecordError/directory(path:reason:)`` when there is a record already.
    public static func create(
        at directory: RecordDirectory, key: SigningKey, limits: Limits = Limits(), files: any FileLayer = SystemFiles()
    ) async throws(RecordError) -> RecordWriter {
        let committer = try await RecordCommitter.opening(journalBytes: limits.journalBytes) { () throws(RecordError) in
            try RecordStore.refuseExisting(directory, files: files)
            try files.makeDirectories(directory.privatePart, permissions: 0o700)
            // The key comes first: a record without one could never be continued.
            try key.write(to: directory.key, files: files)
            let empty = Checkpoint(origin: key.name, size: 0, root: .emptyTree)
            return try RecordStore.create(
                directory, checkpoint: try SignedCheckpoint(signing: empty, with: key), files: files)
        }
        return try await RecordWriter(directory: directory, key: key, limits: limits, committer: committer)
    }

    /// Opens a record for writing and mends what a crash may have left.
    ///
    /// Throws ``RecordError/locked(path:)`` while another writer has it open, in this process or any other.
    public static func open(
        _ directory: RecordDirectory, limits: Limits = Limits(), files: any FileLayer = SystemFiles()
    ) async throws(RecordError) -> RecordWriter {
        let key = try SigningKey(readingFrom: directory.key, files: files)
        let committer = try await RecordCommitter.opening(journalBytes: limits.journalBytes) { () throws(RecordError) in
            try RecordStore.open(directory, files: files)
        }
        do {
            return try await RecordWriter(directory: directory, key: key, limits: limits, committer: committer)
        } catch {
            await committer.abandon()
            throw error
        }
    }
}

extension RecordDirectory {
    /// Mends what a crash may have left, if no writer has the record open. Needs no key: what is to be published was
    /// signed before the crash.
    ///
    /// Returns whether there was a chance to: false when a writer has it open, or when there is no journal, as in a copy
    /// of the published part.
    @discardableResult
    public func mend(files: any FileLayer = SystemFiles()) throws(RecordError) -> Bool {
        guard try Journal.segments(in: self, files: files)?.isEmpty == false else { return false }
        do { try RecordStore.open(self, files: files).close() } catch {
            if case .locked = error { return false }
            throw error
        }
        return true
    }
}
