/// Drops entries, never hashes: what is left still verifies, and what is gone is seen to be gone (C2SP tlog-tiles,
/// pruning).
struct Retention {
    let directory: RecordDirectory
    let files: any FileLayer

    /// Drops the bundles of the entries in `range` of a record of `size`; those of `keeping`, the first and the last
    /// entry of the record stay, each in a file of its own.
    ///
    /// Kept entries are durable before the first bundle goes, so a crash half-way only leaves work to do again.
    func drop(_ range: Range<UInt64>, of size: UInt64, keeping: Set<UInt64>) throws(RecordError) {
        var kept = keeping.filter { range.contains($0) }
        // The first and last entry tie a record to the ones before and after it.
        if range.contains(0) { kept.insert(0) }
        if range.contains(size - 1) { kept.insert(size - 1) }
        for (bundle, indexes) in Dictionary(grouping: kept, by: { $0 >> 8 }) {
            try keep(indexes, of: bundle, size: size)
        }
        for bundle in (range.lowerBound >> 8)..<((range.upperBound + 0xFF) >> 8) {
            let full = directory.file(.entries(index: bundle, width: TileCoordinate.fullWidth))
            try files.remove(full)
            for name in try files.list(full + ".p") ?? [] { try files.remove(Path.join(full + ".p", name)) }
            try files.removeEmptyDirectory(full + ".p")
        }
    }

    private func keep(_ indexes: [UInt64], of bundle: UInt64, size: UInt64) throws(RecordError) {
        let width = Int(min(size - bundle << 8, UInt64(TileCoordinate.fullWidth)))
        let resource = RecordResource.entries(index: bundle, width: width)
        // Gone already: an earlier call kept what it was to keep.
        guard let bytes = try files.read(directory.file(resource), maximumBytes: resource.maximumBytes) else { return }
        let entries = try EntryBundle.decode(bytes, count: width)
        for index in indexes {
            let path = directory.file(.keptEntry(index: index))
            try files.makeDirectories(Path.parent(of: path), permissions: 0o755)
            try files.replaceDurably(path, with: entries[Int(index & 0xFF)])
        }
    }
}

extension RecordDirectory {
    /// Drops the bundles whose entries all lie before `horizon`, except the entries of `keeping` and the first and last
    /// of the record, which stay in files of their own. Hashes stay. Returns the range of entries that are dropped.
    ///
    /// The last bundle of a record goes only when the record is closed and the horizon lies at its end. For a record that
    /// a writer has open, use ``RecordWriter/dropBundles(before:keeping:)``.
    @discardableResult
    public func dropBundles(
        before horizon: UInt64, keeping: Set<UInt64> = [], files: any FileLayer = SystemFiles()
    ) throws(RecordError) -> Range<UInt64> {
        let store = try RecordStore.open(self, files: files)
        do {
            let dropped = try store.dropBundles(before: horizon, keeping: keeping)
            try store.close()
            return dropped
        } catch {
            store.abandon()
            throw error
        }
    }
}

extension RecordDirectory {
    /// The entries that stay in files of their own because their bundles were dropped, or were about to be: their indexes, in order.
    public func keptEntries(files: any FileLayer = SystemFiles()) throws(RecordError) -> [UInt64] {
        var found: [UInt64] = []
        var groups = ["kept"]
        while let group = groups.popLast() {
            for name in try files.list(Path.join(published, group)) ?? [] {
                let path = Path.join(group, name)
                if case .keptEntry(let index)? = RecordResource(path: path) {
                    found.append(index)
                } else if name.hasPrefix("x") {
                    groups.append(path)
                }
            }
        }
        return found.sorted()
    }
}

extension RecordWriter {
    /// Drops old entries of the record while it is being written: see ``RecordDirectory/dropBundles(before:keeping:files:)``.
    @discardableResult
    public func dropBundles(
        before horizon: UInt64, keeping: Set<UInt64> = []
    ) async throws(RecordError) -> Range<UInt64> {
        try await committer.dropBundles(before: horizon, keeping: keeping)
    }
}
