import Accord
import Logging
import Record

/// Hands the entries of one record on, in order and once: understands a stretch, stores what it found together with the place
/// up to which it came, and then calls the handlers.
actor EntryDelivery {
    /// Entries that are understood and stored in one step.
    private static let stepEntries = 512

    private(set) var record: HandledRecord
    private let own: OwnRecord
    private let context: ChannelContext
    private let handlers: [any EntryHandler]
    private var intake: EntryIntake
    /// Told what every step brought: the newest fault, and times to compare clocks by.
    private let onStep: @Sendable (Step) async -> Void

    /// What one step brought.
    struct Step: Sendable {
        var fault: String?
        var notice: String?
        var quarantined = 0
        var writtenUnixSeconds: Double?
        var receivedUnixSeconds: Double
        var isImported = false
        var receipt: (receipt: Receipt, sentUnixSeconds: Double?)?
    }

    init(
        _ record: HandledRecord, own: OwnRecord, context: ChannelContext, handlers: [any EntryHandler],
        imported: [Range<UInt64>] = [], onStep: @escaping @Sendable (Step) async -> Void
    ) {
        self.record = record
        self.own = own
        self.context = context
        self.handlers = handlers
        self.onStep = onStep
        intake = EntryIntake(
            record: record, policy: context.policy, wanted: Set(handlers.flatMap(\.types)), imported: imported)
    }

    /// A stretch of the record comes as a file.
    func note(imported places: Range<UInt64>) { intake.imported.append(places) }

    /// Hands on what a checkpoint covers and was not handed on yet, out of the record on the disk.
    ///
    /// - Returns: the name of the record that this one goes on in, once its last entry was handed on.
    func drain(_ directory: RecordDirectory, upTo checkpoint: Checkpoint, offset: Double = 0) async throws -> String? {
        guard record.handled < checkpoint.size else { return nil }
        let reader = RecordReader(source: DirectorySource(directory), trusting: checkpoint, cachedTiles: 8)
        while record.handled < checkpoint.size {
            let end = min(checkpoint.size, (record.handled | 0xFF) + 1)
            let entries = try await reader.entries(in: record.handled..<end)
            if let next = try await handOn(entries, from: record.handled, checkpoint: checkpoint, offset: offset) {
                return next
            }
        }
        return nil
    }

    /// Hands on entries that have just become durable, as far as they are the next ones.
    ///
    /// - Parameter checkpoint: covers them, and perhaps more.
    /// - Returns: the name of the record that this one goes on in, once its last entry was handed on.
    func handOn(
        _ entries: [[UInt8]], from first: UInt64, checkpoint: Checkpoint, offset: Double = 0
    ) async throws -> String? {
        var start = Int(clamping: record.handled.subtractingReportingOverflow(first).partialValue)
        guard first <= record.handled, start < entries.count else { return nil }
        while start < entries.count {
            try Task.checkCancellation()
            let end = min(entries.count, start + Self.stepEntries)
            let next = try await step(entries[start..<end], from: first + UInt64(start), checkpoint, offset)
            if let next { return next }
            start = end
        }
        return nil
    }

    private func step(
        _ entries: ArraySlice<[UInt8]>, from first: UInt64, _ checkpoint: Checkpoint, _ offset: Double
    ) async throws -> String? {
        let now = context.clock.now()
        var found = intake.read(entries, from: first, nowUnixSeconds: now, offset: offset)
        var step = Step(
            writtenUnixSeconds: record.direction == .received ? found.lastWrittenUnixSeconds : nil,
            receivedUnixSeconds: now,
            isImported: intake.imported.contains { $0.overlaps(found.batch.places) })
        for part in found.parts {
            let fault = try await retrying { [context, record] in
                try await context.documents.take(part.body, from: record.peer ?? "")
            }
            guard let fault else { continue }
            found.batch.quarantined.append(.init(place: part.place, fault: fault))
            found.batch.kept.removeAll { $0.place == part.place }
        }
        for item in found.receipts {
            switch await own.check(item.body) {
            case .beyond(let notice): step.notice = notice
            case .wrong(let fault): found.batch.quarantined.append(.init(place: item.place, fault: fault))
            case .right(let sent):
                let receipt = Receipt(
                    origin: item.body.record, size: item.body.size, atUnixSeconds: item.atUnixSeconds,
                    receivedUnixSeconds: now, reference: EntryReference(origin: record.origin, index: item.place))
                found.batch.receipts.append(receipt)
                step.receipt = (receipt, sent)
            }
        }
        let batch = found.batch
        try await retrying { [context, record] in try await context.index.take(batch, in: record) }
        record.handled = batch.places.upperBound
        record.quarantined += batch.quarantined.count
        if record.direction == .received {
            context.metrics.receivedEntries.add(entries.count)
            context.metrics.quarantinedEntries.add(batch.quarantined.count)
            if let written = step.writtenUnixSeconds, !step.isImported {
                context.metrics.entryAgeSeconds.observe(max(0, now - written), times: entries.count)
            }
            step.fault = batch.quarantined.last.map { "entry \($0.place): \($0.fault)" }
            step.quarantined = batch.quarantined.count
            if batch.places.upperBound == checkpoint.size { await own.noteStored(checkpoint) }
            if batch.hasMoreThanReceipts { await own.noteOwed(size: batch.places.upperBound) }
        }
        await onStep(step)
        await call(batch)
        return batch.nextOrigin
    }

    private func call(_ batch: HandledBatch) async {
        for kept in batch.kept {
            let reference = EntryReference(origin: record.origin, index: kept.place)
            await handlers.take(
                kept.entry, at: reference, of: record, receivedUnixSeconds: batch.storedUnixSeconds,
                isLate: kept.isLate, isHistory: false)
        }
        guard let peer = record.peer else { return }
        // Each of them: who wants to know when an entry was received needs the first receipt that covers it.
        for receipt in batch.receipts {
            for handler in handlers {
                await handler.seen(
                    by: peer, origin: receipt.origin, size: receipt.size, atUnixSeconds: receipt.atUnixSeconds)
            }
        }
    }

    /// Does something until it works: the disk may be full for a while, and nothing may be left out.
    private func retrying<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        while true {
            do { return try await work() } catch let error as StationError { throw error } catch {
                try Task.checkCancellation()
                context.logger.error("entries wait to be handled", metadata: ["error": "\(error)"])
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}

extension [any EntryHandler] {
    /// Gives an entry to those that take its type.
    func take(
        _ entry: Entry, at reference: EntryReference, of record: HandledRecord, receivedUnixSeconds: Double,
        isLate: Bool, isHistory: Bool
    ) async {
        guard let peer = record.peer, let scope = record.scope else { return }
        for handler in self where handler.types.contains(entry.type) {
            if record.direction == .received {
                await handler.take(
                    ReceivedEntry(
                        peer: peer, scope: scope, reference: reference, entry: entry,
                        receivedUnixSeconds: receivedUnixSeconds, isLate: isLate, isHistory: isHistory))
            } else {
                await handler.take(
                    SentEntry(peer: peer, scope: scope, reference: reference, entry: entry, isHistory: isHistory))
            }
        }
    }
}
