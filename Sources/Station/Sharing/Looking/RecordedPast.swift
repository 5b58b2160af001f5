import Accord
import Record

/// A record as it was at a time: its entries are in the order in which they were written, so a time is found by halving, however long
/// the record is, and nothing need be indexed for it.
struct RecordedPast: Sendable {
    /// The record.
    let origin: RecordOrigin
    private let size: UInt64
    private let reader: RecordReader

    /// The entries that are read at once.
    private static let stepEntries: UInt64 = 256

    /// A record on the disk; nil when nothing has been signed in it.
    ///
    /// - Throws: `RecordError` for one that is damaged.
    init?(_ origin: RecordOrigin, at path: String) async throws {
        let source = DirectorySource(RecordDirectory(path))
        guard let newest = try? await source.newestCheckpoint().checkpoint, newest.size > 0 else { return nil }
        self.origin = origin
        size = newest.size
        reader = RecordReader(source: source, trusting: newest, cachedTiles: 64)
    }

    /// The records of a writer that were begun by a time, the oldest first.
    static func records(below directory: String, writer: String, by time: Double) async throws -> [RecordedPast] {
        var found: [RecordedPast] = []
        // A writer's day may begin before ours.
        let day = EntryTime(unixSeconds: time + 86_400).text.prefix(10)
        for origin in StorageReport.origins(below: directory).sorted(by: { $0.isBefore($1) })
        where origin.writer == writer && origin.reader != nil && origin.day <= day {
            if let past = try await RecordedPast(origin, at: "\(directory)/\(origin)") { found.append(past) }
        }
        return found
    }

    /// The last receipt that was written by a time, and not before `since`; nil when there is none.
    func lastReceipt(by time: Double, since: Double) async throws -> SeenBody? {
        var end = try await place(after: time)
        while end > 0 {
            let start = (end - 1) / Self.stepEntries * Self.stepEntries
            for bytes in try await reader.entries(in: start..<end).reversed() {
                guard let entry = try? Entry(bytes) else { continue }
                // Nothing was received in all the time that is asked for.
                if entry.atUnixSeconds < since { return nil }
                if entry.type == SeenBody.type, let body = try? entry.body(SeenBody.self) { return body }
            }
            end = start
        }
        return nil
    }

    /// The latest position of each aircraft below a size, of those that were told since a time and did not end.
    func tracks(
        below most: UInt64, since: Double
    ) async throws -> [(body: TrackBody, reference: EntryReference)] {
        var found: [(body: TrackBody, reference: EntryReference)] = []
        var known: Set<String> = []
        var end = min(most, size)
        while end > 0 {
            let start = (end - 1) / Self.stepEntries * Self.stepEntries
            for (index, bytes) in zip(start..<end, try await reader.entries(in: start..<end)).reversed() {
                let type = StorageReport.entryType(bytes)
                guard type == TrackBody.type || type == TrackEndedBody.type, let entry = try? Entry(bytes) else {
                    continue
                }
                guard entry.atUnixSeconds >= since else { return found }
                if let body = try? entry.body(TrackBody.self), known.insert(body.track).inserted {
                    found.append((body, EntryReference(origin: origin.description, index: index)))
                } else if let body = try? entry.body(TrackEndedBody.self) {
                    known.insert(body.track)
                }
            }
            end = start
        }
        return found
    }

    /// The number of entries that were written by a time.
    private func place(after time: Double) async throws -> UInt64 {
        var (low, high) = (UInt64(0), size)
        while low < high {
            let middle = low + (high - low) / 2
            // What can't be read as an entry has no time; the one before it tells.
            var probe = middle
            var at: Double?
            while at == nil {
                at = (try? Entry(try await reader.entry(at: probe)))?.atUnixSeconds
                guard at == nil, probe > low else { break }
                probe -= 1
            }
            if at ?? -.infinity <= time { low = middle + 1 } else { high = probe }
        }
        return low
    }
}
