import Accord
import Record

/// What a party had been told by a time: from the records and from the receipts that it signed itself.
struct KnownQuery: Sendable {
    let context: NodeContext
    let index: EntryIndex

    /// What one writer had told one reader.
    struct Told: Sendable {
        /// Who wrote.
        var writer: String
        /// Who read.
        var reader: String
        /// Entries, in the order in which they were told, with when they were stored at the reader's.
        var entries: [(entry: Entry, reference: EntryReference, storedUnixSeconds: Double)] = []
        /// Entries written by then of which no receipt says that they had arrived.
        var unconfirmed: [(entry: Entry, reference: EntryReference)] = []
        /// The latest position of each aircraft.
        var tracks: [(body: TrackBody, reference: EntryReference)] = []
    }

    /// Receipts and entries are looked at up to this many.
    private static let most = 5_000
    /// Positions are looked for in so many of the last entries that had arrived.
    private static let lookBack: UInt64 = 50_000

    /// What `party` had been told by `time`, by each party that this station has records of.
    ///
    /// - Parameter since: entries before it are left out.
    /// - Throws: what the database says.
    func told(to party: String, by time: Double, since: Double) async throws -> [Told] {
        party == context.party
            ? try await toldUs(by: time, since: since) : try await toldPeer(party, by: time, since: since)
    }

    /// What we had stored by our own clock.
    private func toldUs(by time: Double, since: Double) async throws -> [Told] {
        var query = EntryQuery()
        query.direction = .received
        query.writtenUnixSeconds = since...max(time, since)
        query.limit = Self.most
        var found: [String: Told] = [:]
        var sizes: [String: UInt64] = [:]
        for one in try await index.entries(query) where one.storedUnixSeconds <= time {
            guard let peer = one.peer else { continue }
            sizes[one.reference.origin] = max(sizes[one.reference.origin] ?? 0, one.reference.index + 1)
            guard Self.isTold(one.entry.type) else { continue }
            found[peer, default: Told(writer: peer, reader: context.party)].entries.append(
                (one.entry, one.reference, one.storedUnixSeconds))
        }
        for (origin, size) in sizes.sorted(by: { $0.key < $1.key }) {
            guard let writer = try? RecordOrigin(parsing: origin).writer else { continue }
            let tracks = await tracks(in: context.directory.peerRecord(origin), origin, below: size, by: time)
            found[writer, default: Told(writer: writer, reader: context.party)].tracks += tracks
        }
        return found.values.sorted { $0.writer < $1.writer }
    }

    /// What a peer had stored, as its own receipts say.
    private func toldPeer(_ peer: String, by time: Double, since: Double) async throws -> [Told] {
        let receipts = try await index.receipts(of: peer, byUnixSeconds: time)
        let sizes = Dictionary(grouping: receipts, by: \.origin)
        var query = EntryQuery()
        query.peer = peer
        query.direction = .sent
        query.writtenUnixSeconds = since...max(time, since)
        query.limit = Self.most
        var told = Told(writer: context.party, reader: peer)
        for one in try await index.entries(query) where Self.isTold(one.entry.type) {
            // The first receipt that covers it.
            let receipt = try await index.receipt(for: one.reference)
            if let receipt, receipt.atUnixSeconds <= time {
                told.entries.append((one.entry, one.reference, receipt.atUnixSeconds))
            } else {
                told.unconfirmed.append((one.entry, one.reference))
            }
        }
        for (origin, known) in sizes.sorted(by: { $0.key < $1.key }) {
            let size = known.map(\.size).max() ?? 0
            told.tracks += await tracks(in: context.directory.ownRecord(origin), origin, below: size, by: time)
        }
        return [told]
    }

    /// Receipts and what only keeps records tell nothing of the sky.
    private static func isTold(_ type: String) -> Bool {
        ![SeenBody.type, AnchorBody.type, BlobBody.type, "continued/1", "closed/1"].contains(type)
    }

    /// The latest position of each aircraft among the last entries below a size.
    private func tracks(
        in path: String, _ origin: String, below size: UInt64, by time: Double
    ) async -> [(body: TrackBody, reference: EntryReference)] {
        let source = DirectorySource(RecordDirectory(path))
        guard size > 0, let newest = try? await source.newestCheckpoint(), newest.checkpoint.size >= size else {
            return []
        }
        let reader = RecordReader(source: source, trusting: newest.checkpoint, cachedTiles: 64)
        var found: [String: (body: TrackBody, reference: EntryReference)] = [:]
        var start = size > Self.lookBack ? size - Self.lookBack : 0
        while start < size {
            let end = min(size, start + 1_024)
            guard let entries = try? await reader.entries(in: start..<end) else { break }
            for (offset, bytes) in entries.enumerated() {
                guard let entry = try? Entry(bytes), entry.atUnixSeconds <= time else { continue }
                if let body = try? entry.body(TrackBody.self) {
                    let reference = EntryReference(origin: origin, index: start + UInt64(offset))
                    found[body.track] = (body, reference)
                } else if let body = try? entry.body(TrackEndedBody.self) {
                    found[body.track] = nil
                }
            }
            start = end
        }
        return found.values.sorted { $0.body.track < $1.body.track }
    }
}
