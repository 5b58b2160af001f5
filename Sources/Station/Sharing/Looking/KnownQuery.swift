import Accord
import Record

/// What a party had been told by a time: from the records and from the receipts that it signed itself.
struct KnownQuery: Sendable {
    let context: NodeContext
    let index: EntryIndex

    /// An entry that had been told.
    struct Item: Sendable {
        /// The entry.
        var entry: Entry
        /// Where it stands.
        var reference: EntryReference
        /// When it was stored at the reader's, Unix seconds.
        var storedUnixSeconds: Double
        /// Whether it came long after it was written.
        var isLate: Bool
    }

    /// What one writer had told one reader.
    struct Told: Sendable {
        /// Who wrote.
        var writer: String
        /// Who read.
        var reader: String
        /// Entries, in the order in which they were told.
        var entries: [Item] = []
        /// Entries written by then of which no receipt says that they had arrived.
        var unconfirmed: [(entry: Entry, reference: EntryReference)] = []
        /// The latest position of each aircraft.
        var tracks: [(body: TrackBody, reference: EntryReference)] = []
    }

    /// Entries that are told at most, the newest.
    static let most = 10_000
    /// A position older than this when somebody had been told of others is no picture any more, seconds: rules tell of an aircraft at
    /// least once a minute as long as there is one.
    private static let pictureSeconds = 900.0

    /// What `party` had been told by `time`, by each party that this station has records of.
    ///
    /// - Parameter since: entries before it are left out: of ours those that were stored before it, of a peer those that were written.
    /// - Throws: what the database says, or a record that can't be read.
    func told(to party: String, by time: Double, since: Double) async throws -> [Told] {
        party == context.party
            ? try await toldUs(by: time, since: since) : try await toldPeer(party, by: time, since: since)
    }

    /// What we had stored by our own clock.
    private func toldUs(by time: Double, since: Double) async throws -> [Told] {
        var found: [String: Told] = [:]
        var sizes: [String: UInt64] = [:]
        // Whatever the writer says of the time: its clock may be off, and a file may have come days later.
        var query = EntryQuery(direction: .received, storedUnixSeconds: since...max(time, since))
        for one in try await newest(&query) {
            guard let peer = one.peer else { continue }
            sizes[one.reference.origin] = max(sizes[one.reference.origin] ?? 0, one.reference.index + 1)
            found[peer, default: Told(writer: peer, reader: context.party)].entries.append(
                Item(
                    entry: one.entry, reference: one.reference, storedUnixSeconds: one.storedUnixSeconds,
                    isLate: one.isLate))
        }
        // What came by the second is not in the index: our own receipts, written when it was stored, tell how far it had come.
        for record in try await RecordedPast.records(
            below: context.directory.ownRecords, writer: context.party, by: time)
        {
            guard let seen = try await record.lastReceipt(by: time, since: since) else { continue }
            sizes[seen.record] = max(sizes[seen.record] ?? 0, seen.size)
        }
        for (origin, size) in sizes.sorted(by: { $0.key < $1.key }) {
            guard let name = try? RecordOrigin(parsing: origin), name.reader == context.party,
                let past = try await RecordedPast(name, at: context.directory.peerRecord(origin))
            else { continue }
            let tracks = try await past.tracks(below: size, since: max(since, time - Self.pictureSeconds))
            found[name.writer, default: Told(writer: name.writer, reader: context.party)].tracks += tracks
        }
        return found.values.map(Self.latest).sorted { $0.writer < $1.writer }
    }

    /// What a peer had stored, as its own receipts say.
    private func toldPeer(_ peer: String, by time: Double, since: Double) async throws -> [Told] {
        var told = Told(writer: context.party, reader: peer)
        var query = EntryQuery(peer: peer, direction: .sent, writtenUnixSeconds: since...max(time, since))
        for one in try await newest(&query) {
            // The first receipt that covers it.
            let receipt = try await index.receipt(for: one.reference)
            if let receipt, receipt.atUnixSeconds <= time {
                // By whichever clock is the kinder: that the peer's is ahead makes nothing late.
                let came = min(receipt.atUnixSeconds, receipt.receivedUnixSeconds)
                told.entries.append(
                    Item(
                        entry: one.entry, reference: one.reference, storedUnixSeconds: receipt.atUnixSeconds,
                        isLate: came - one.entry.atUnixSeconds > EntryIntake.lateSeconds))
            } else {
                told.unconfirmed.append((one.entry, one.reference))
            }
        }
        var sizes: [String: UInt64] = [:]
        for record in try await RecordedPast.records(below: context.directory.peerRecords, writer: peer, by: time) {
            guard let seen = try await record.lastReceipt(by: time, since: since) else { continue }
            sizes[seen.record] = max(sizes[seen.record] ?? 0, seen.size)
        }
        for (origin, size) in sizes.sorted(by: { $0.key < $1.key }) {
            guard let name = try? RecordOrigin(parsing: origin), name.reader == peer,
                let past = try await RecordedPast(name, at: context.directory.ownRecord(origin))
            else { continue }
            told.tracks += try await past.tracks(below: size, since: max(since, time - Self.pictureSeconds))
        }
        return [Self.latest(told)]
    }

    /// The newest entries of a query that tell something, the oldest of them first.
    private func newest(_ query: inout EntryQuery) async throws -> [IndexedEntry] {
        query.latestFirst = true
        var found: [IndexedEntry] = []
        while found.count < Self.most {
            let page = try await index.entries(query)
            found += page.filter { Self.isTold($0.entry.type) }
            guard page.count == query.limit, let last = page.last else { break }
            query.beyond = last.number
        }
        return found.prefix(Self.most).reversed()
    }

    /// Of an aircraft that stands in two records, as around midnight, the later position counts.
    private static func latest(_ told: Told) -> Told {
        var told = told
        let byTrack = Dictionary(grouping: told.tracks, by: \.body.track)
        told.tracks = byTrack.values.compactMap { $0.max { $0.body.time.unixSeconds < $1.body.time.unixSeconds } }
            .sorted { $0.body.track < $1.body.track }
        return told
    }

    /// Receipts and what only keeps records tell nothing of the sky.
    private static func isTold(_ type: String) -> Bool {
        ![SeenBody.type, AnchorBody.type, BlobBody.type, "continued/1", "closed/1"].contains(type)
    }
}
