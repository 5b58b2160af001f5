import Accord
import DequeModule
import Foundation
import Logging
import Record

/// Our record for one peer under one scope: gathers what many callers append into batches, begins each with a receipt, and
/// goes on in a new record each UTC day.
actor OwnRecord {
    /// Batches begin at least this far apart: what comes meanwhile shares one synchronisation of the disk and one receipt.
    static let batchSpacing = Duration.milliseconds(40)
    /// What may wait to be written.
    static let mostWaitingEntries = 65_536
    /// What goes into one batch.
    private static let mostBatchEntries = 8_192

    /// How often a record that has stopped is opened again before its callers are told, half a second apart.
    private static let reopeningAttempts = 20

    private struct Waiting {
        var drafts: [EntryDraft]
        var continuation: CheckedContinuation<[EntryReference], any Error>
    }

    /// A state of the record that was signed, and when.
    struct Sealed: Sendable {
        var origin: String
        var size: UInt64
        var root: TreeHash
        var sentUnixSeconds: Double
    }

    nonisolated let peer: String
    nonisolated let scope: ChannelScope
    let context: ChannelContext
    var writer: RecordWriter?
    var origin: RecordOrigin?
    private var waiting: Deque<Waiting> = []
    private var waitingEntries = 0
    private var writing: Task<Void, Never>?
    /// The opening that is under way: whoever comes meanwhile waits for it, and doesn't take the record from itself.
    var opening: Task<Void, any Error>?
    private var lastBatch = ContinuousClock.now - OwnRecord.batchSpacing
    private var isClosed = false
    var schedule = ReceiptSchedule()
    private var stored: Checkpoint?
    var sealed: Deque<Sealed> = []
    let writers: AsyncStream<RecordWriter>
    let writersContinuation: AsyncStream<RecordWriter>.Continuation
    /// Why nothing can be written at the moment, in plain words.
    private(set) var fault: String?

    init(peer: String, scope: ChannelScope, context: ChannelContext) {
        self.peer = peer
        self.scope = scope
        self.context = context
        (writers, writersContinuation) = AsyncStream.makeStream(of: RecordWriter.self)
    }

    /// Appends entries, with nothing of other callers between them; returns when they are durable.
    func append(_ drafts: [EntryDraft]) async throws -> [EntryReference] {
        guard !isClosed else { throw StationError.peer(name: peer, reason: "the channel is closed") }
        guard !drafts.isEmpty else { return [] }
        guard waitingEntries + drafts.count <= Self.mostWaitingEntries else {
            throw StationError.peer(name: peer, reason: "\(waitingEntries) entries wait to be written; try again later")
        }
        return try await withCheckedThrowingContinuation { continuation in
            waiting.append(Waiting(drafts: drafts, continuation: continuation))
            waitingEntries += drafts.count
            write()
        }
    }

    /// Entries of the peer are durable here: receipts say so from now on.
    func noteStored(_ checkpoint: Checkpoint) {
        if let stored, stored.origin == checkpoint.origin, stored.size >= checkpoint.size { return }
        if let stored, stored.origin != checkpoint.origin { schedule.noteNewRecord() }
        stored = checkpoint
    }

    /// Entries other than receipts came, below a place of the peer's record: a receipt is owed for them.
    func noteOwed(size: UInt64) { schedule.noteOwed(size: size) }

    /// Writes the receipt that is due, and goes on in a new record when the day is over.
    func tick() {
        let now = context.clock.now()
        if schedule.secondsUntilDue(atUnixSeconds: now) == 0 || isNewDay(now) || (writer == nil && !waiting.isEmpty) {
            write()
        }
    }

    /// Writes what waits and gives the record back.
    func close() async {
        isClosed = true
        while let writing { await writing.value }
        writersContinuation.finish()
        let final = writer
        writer = nil
        try? await final?.finish()
    }

    /// How many entries the record of today has.
    var size: UInt64 {
        get async { await writer?.checkpoint.checkpoint.size ?? 0 }
    }

    private func write() {
        guard writing == nil else { return }
        writing = Task { await writeBatches() }
    }

    private func writeBatches() async {
        repeat {
            let passed = lastBatch.duration(to: .now)
            if passed < Self.batchSpacing { try? await Task.sleep(for: Self.batchSpacing - passed) }
            lastBatch = .now
            let batch = nextBatch()
            do {
                let places = try await write(batch)
                for (item, references) in zip(batch, places) { item.continuation.resume(returning: references) }
                fault = nil
            } catch {
                fault = "\(error)"
                context.logger.error("entries were not written", metadata: ["peer": "\(peer)", "error": "\(error)"])
                let refusal = StationError.peer(name: peer, reason: "the entries were not written: \(error)")
                for item in batch { item.continuation.resume(throwing: refusal) }
                break
            }
        } while !waiting.isEmpty
        writing = nil
        if !waiting.isEmpty { write() }
    }

    private func nextBatch() -> [Waiting] {
        var batch: [Waiting] = []
        var count = 0
        while let next = waiting.first, batch.isEmpty || count + next.drafts.count <= Self.mostBatchEntries {
            count += next.drafts.count
            batch.append(next)
            waiting.removeFirst()
        }
        waitingEntries -= count
        return batch
    }

    private func write(_ batch: [Waiting]) async throws -> [[EntryReference]] {
        let now = context.clock.now()
        let writer = try await openWriter(at: now)
        var entries: [[UInt8]] = []
        let covered = stored?.size ?? 0
        if let receipt = try receipt(at: now) { entries.append(receipt) }
        let head = entries.count
        for item in batch {
            for draft in item.drafts { entries.append(try draft.bytes(atUnixSeconds: now, salt: Self.salt())) }
        }
        guard !entries.isEmpty else { return batch.map { _ in [] } }
        let started = ContinuousClock.now
        let places = try await append(entries, to: writer)
        context.metrics.commitSeconds.observe(started.duration(to: .now) / .seconds(1))
        context.metrics.sentEntries.add(entries.count)
        guard let writer = self.writer else { throw StationError.peer(name: peer, reason: "our record is closed") }
        let checkpoint = await writer.checkpoint
        schedule.noteWritten(size: covered, atUnixSeconds: now)
        seal(checkpoint.checkpoint, sentUnixSeconds: now)
        context.shelf.publish(writer.key.name, checkpoint)
        var next = places.lowerBound + UInt64(head)
        return batch.map { item in
            defer { next += UInt64(item.drafts.count) }
            return item.drafts.indices.map { EntryReference(origin: writer.key.name, index: next + UInt64($0)) }
        }
    }

    private func append(_ entries: [[UInt8]], to writer: RecordWriter) async throws -> Range<UInt64> {
        let first = await writer.checkpoint.checkpoint.size
        do { return try await writer.append(contentsOf: entries) } catch {
            guard case .stopped = error else { throw error }
        }
        // What is on the disk is known again only by opening it anew: all of the batch or nothing.
        await abandonWriter()
        for _ in 0..<Self.reopeningAttempts {
            do { try await open() } catch {
                try? await Task.sleep(for: .milliseconds(500))
                continue
            }
            let size = await self.writer?.checkpoint.checkpoint.size ?? 0
            guard size >= first + UInt64(entries.count) else {
                throw RecordError.notWritten(reason: "the record had to be opened again")
            }
            return first..<(first + UInt64(entries.count))
        }
        throw StationError.peer(
            name: peer, reason: "whether the entries were written is known when our record can be opened again")
    }

    /// The receipt for all that is stored of the peer's record; nil before anything is.
    private func receipt(at now: Double) throws -> [UInt8]? {
        guard let stored else { return nil }
        let body = SeenBody(record: stored.origin, size: stored.size, root: stored.root.base64)
        return try EntryDraft(body).bytes(atUnixSeconds: now, salt: Self.salt())
    }

    private func seal(_ checkpoint: Checkpoint, sentUnixSeconds now: Double) {
        sealed.append(
            Sealed(origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root, sentUnixSeconds: now))
        if sealed.count > 1_024 { sealed.removeFirst() }
    }

    /// 128 random bits, new ones for each entry.
    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return withUnsafeBytes(of: (generator.next(), generator.next())) { Array($0) }
    }
}
