import Accord
import Foundation
import Record

/// Brings what stands in a record into the index: the private record as it grows, and every record when the index is made again.
struct RecordIndexer: Sendable {
    let index: EntryIndex
    let directory: NodeDirectory

    /// Entries that are read in one step.
    private static let stepEntries: UInt64 = 512

    /// Indexes a record from where the index has it up to a size, or to its end, and returns how far it is now.
    ///
    /// - Throws: `RecordError` for a record that can't be read, what the database says: what was taken until then stays.
    func index(
        _ record: HandledRecord, at place: RecordDirectory, upTo most: UInt64 = .max
    ) async throws -> UInt64 {
        let source = DirectorySource(place)
        let checkpoint = try await source.newestCheckpoint().checkpoint
        let end = min(most, checkpoint.size)
        guard record.handled < end else { return record.handled }
        let reader = RecordReader(source: source, trusting: checkpoint, cachedTiles: 8)
        let imported = try await index.imports(of: record.origin)
        var record = record
        let intake = EntryIntake(record: record, policy: .standard, wanted: [], imported: imported)
        while record.handled < end {
            try Task.checkCancellation()
            let first = record.handled
            let next = min(end, first - first % Self.stepEntries + Self.stepEntries)
            var batch = HandledBatch(origin: record.origin, places: first..<next, storedUnixSeconds: 0)
            for run in try await present(in: first..<next, of: reader) {
                let now = run.entries.compactMap { try? Entry($0).atUnixSeconds }.last ?? batch.storedUnixSeconds
                let found = intake.read(run.entries[...], from: run.first, nowUnixSeconds: now, offset: 0)
                batch.storedUnixSeconds = now
                batch.quarantined += found.batch.quarantined
                for var kept in found.batch.kept {
                    // When it came is not in the record: only what came as a file is known to have been late.
                    kept.isLate = imported.contains { $0.contains(kept.place) }
                    batch.kept.append(kept)
                }
                for item in found.receipts where try await isTrue(item.body) {
                    batch.receipts.append(
                        Receipt(
                            origin: item.body.record, size: item.body.size, atUnixSeconds: item.atUnixSeconds,
                            receivedUnixSeconds: item.atUnixSeconds,
                            reference: EntryReference(origin: record.origin, index: item.place)))
                }
            }
            try await index.take(batch, in: record)
            record.handled = next
        }
        return record.handled
    }

    /// The entries of a stretch that are still there, in runs: own tracks may have been dropped between acts.
    private func present(
        in range: Range<UInt64>, of reader: RecordReader
    ) async throws -> [(first: UInt64, entries: [[UInt8]])] {
        var runs: [(first: UInt64, entries: [[UInt8]])] = []
        var isAfterGap = true
        for index in range {
            do {
                let entry = try await reader.entry(at: index)
                if isAfterGap { runs.append((index, [])) }
                runs[runs.count - 1].entries.append(entry)
                isAfterGap = false
            } catch let error as RecordError {
                guard case .missing = error else { throw error }
                isAfterGap = true
            }
        }
        return runs
    }

    /// Whether a receipt names a root that our record had.
    private func isTrue(_ receipt: SeenBody) async throws -> Bool {
        let source = DirectorySource(RecordDirectory(directory.ownRecord(receipt.record)))
        guard let newest = try? await source.newestCheckpoint().checkpoint, receipt.size <= newest.size else {
            return false
        }
        let reader = RecordReader(source: source, trusting: newest, cachedTiles: 8)
        return try await Data(reader.root(atSize: receipt.size).bytes).base64EncodedString() == receipt.root
    }
}
