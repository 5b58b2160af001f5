import Accord
import Record

/// Which pseudonyms have been put on record, over restarts of the station: each once is enough for its owner to open it later.
actor RecordedPseudonyms {
    private let directory: NodeDirectory
    private let record: PrivateRecord
    private let index: EntryIndex
    private var known: Set<String>?

    init(_ context: NodeContext, index: EntryIndex) {
        directory = context.directory
        record = context.privateRecord
        self.index = index
    }

    /// Puts on record those that are not there yet. Once it returns, all of them are.
    ///
    /// - Throws: what the record or the index says; then nobody may be told of them.
    func keep(_ names: [PseudonymBody]) async throws {
        let known = try await recorded()
        let new = names.filter { !known.contains($0.pseudonym) }
        guard !new.isEmpty else { return }
        _ = try await record.append(try new.map { try EntryDraft($0) })
        self.known?.formUnion(new.map(\.pseudonym))
    }

    private func recorded() async throws -> Set<String> {
        if let known { return known }
        var found: Set<String> = []
        func note(_ entry: Entry) {
            if let body = try? entry.body(PseudonymBody.self), Pseudonyms.isProven(body) {
                found.insert(body.pseudonym)
            }
        }
        // The present record first: what is written meanwhile is indexed later.
        let standing = await record.standing
        let indexed = try await index.record(standing.origin, peer: nil, scope: nil, direction: .noted).handled
        if indexed < standing.size {
            let source = DirectorySource(RecordDirectory(directory.ownRecord(standing.origin)))
            let reader = RecordReader(
                source: source, trusting: try await source.newestCheckpoint().checkpoint, cachedTiles: 8)
            var next = indexed
            while next < standing.size {
                let end = min(standing.size, (next | 0xFF) + 1)
                for bytes in try await reader.entries(in: next..<end) {
                    guard StorageReport.entryType(bytes) == PseudonymBody.type, let entry = try? Entry(bytes) else {
                        continue
                    }
                    note(entry)
                }
                next = end
            }
        }
        var query = EntryQuery(types: [PseudonymBody.type])
        while true {
            let page = try await index.entries(query)
            for item in page { note(item.entry) }
            guard page.count == query.limit, let last = page.last else { break }
            query.beyond = last.number
        }
        known = found
        return found
    }
}
