import Accord
import Record

/// Understands a stretch of a record: opens the entries, keeps what is right and allowed, and names the fault of the rest.
/// Pure: the time is given.
struct EntryIntake: Sendable {
    /// Entries that came more than this after they were written are late, seconds, the clocks' difference apart.
    static let lateSeconds = 10.0

    /// The record.
    let record: HandledRecord
    /// What is asked of a peer's entries; of our own nothing is asked.
    let policy: EntryPolicy
    /// Types that somebody takes; others of the second are not even opened in our own record.
    let wanted: Set<String>
    /// Stretches that came as files.
    var imported: [Range<UInt64>] = []

    /// A part of a document that came.
    struct Part: Sendable {
        var place: UInt64
        var body: BlobBody
    }

    /// What was found.
    struct Found: Sendable {
        var batch: HandledBatch
        /// Receipts with the root that they name, to be checked.
        var receipts: [(place: UInt64, atUnixSeconds: Double, body: SeenBody)] = []
        var parts: [Part] = []
        /// When the writer wrote the last entry.
        var lastWrittenUnixSeconds: Double?
    }

    /// Reads entries from `first` on.
    ///
    /// - Parameters:
    ///   - now: this station's clock, Unix seconds.
    ///   - offset: how far the writer's clock is ahead of it, seconds, as measured; for the question of lateness only.
    func read(_ entries: ArraySlice<[UInt8]>, from first: UInt64, nowUnixSeconds now: Double, offset: Double) -> Found {
        let places = first..<(first + UInt64(entries.count))
        var found = Found(batch: HandledBatch(origin: record.origin, places: places, storedUnixSeconds: now))
        for (number, bytes) in entries.enumerated() {
            read(bytes, at: first + UInt64(number), now: now, offset: offset, into: &found)
        }
        return found
    }

    private func read(_ bytes: [UInt8], at place: UInt64, now: Double, offset: Double, into found: inout Found) {
        do {
            let entry = try Entry(bytes)
            found.lastWrittenUnixSeconds = entry.atUnixSeconds
            if entry.type != SeenBody.type { found.batch.hasMoreThanReceipts = true }
            if let rotation = try RotationEntry(ofType: entry.type, bytes) {
                if case .closed(let key) = rotation { found.batch.nextOrigin = key.name }
                return
            }
            guard record.direction == .received else {
                if entry.type == SeenBody.type {
                    let body = try entry.body(SeenBody.self)
                    found.batch.ownReceipts.append(
                        Receipt(
                            origin: body.record, size: body.size, atUnixSeconds: entry.atUnixSeconds,
                            receivedUnixSeconds: now, reference: EntryReference(origin: record.origin, index: place)))
                }
                keep(entry, at: place, isLate: false, in: &found)
                return
            }
            if let peer = record.peer, let scope = record.scope, let reason = policy.refusal(entry.type, peer, scope) {
                throw AccordError.entry(type: entry.type, reason: reason)
            }
            switch entry.type {
            case SeenBody.type:
                found.receipts.append((place, entry.atUnixSeconds, try entry.body(SeenBody.self)))
                return
            case BlobBody.type:
                found.parts.append(Part(place: place, body: try entry.body(BlobBody.self)))
            default:
                if let fault = policy.fault(entry) { throw AccordError.entry(type: entry.type, reason: fault) }
            }
            let isLate = now + offset - entry.atUnixSeconds > Self.lateSeconds
            keep(entry, at: place, isLate: isLate || imported.contains { $0.contains(place) }, in: &found)
        } catch {
            found.batch.hasMoreThanReceipts = true
            found.batch.quarantined.append(.init(place: place, fault: Self.words(error)))
        }
    }

    private func keep(_ entry: Entry, at place: UInt64, isLate: Bool, in found: inout Found) {
        // What nobody here knows is kept in the replica and asked for by nobody. A later version rebuilds the index.
        let isUnknown = record.direction == .received && !EntryPermission.isKnown(entry.type)
        let isIndexed = !isUnknown && !EntryIndex.unindexedTypes.contains(entry.type)
        guard isIndexed || wanted.contains(entry.type) else { return }
        found.batch.kept.append(.init(place: place, entry: entry, isLate: isLate, isIndexed: isIndexed))
    }

    /// A fault in words short enough for a screen, with nothing of the peer's that a terminal would obey.
    private static func words(_ error: any Error) -> String { TerminalText.line(String("\(error)".prefix(300))) }
}

extension RotationEntry {
    /// Reads an entry if its type is one that ties records together.
    fileprivate init?(ofType type: String, _ bytes: [UInt8]) throws(RecordError) {
        guard type == "closed/1" || type == "continued/1" else { return nil }
        try self.init(bytes)
    }
}
