import Accord
import Foundation
import Record

/// The record that nobody else reads: own tracks, decisions, alarms, sign-ins. One for each UTC day, each continuing the one before.
actor PrivateRecord {
    /// How far the present record has grown.
    struct Standing: Sendable, Equatable {
        var origin: String
        var size: UInt64
        /// The root of its tree, base64.
        var root: String
    }

    private let directory: NodeDirectory
    private let identity: SigningKey
    private let clock: NodeClock
    private var writer: RecordWriter
    private var origin: RecordOrigin
    private var turning: Task<Void, any Error>?

    init(
        directory: NodeDirectory, identity: SigningKey, clock: NodeClock, writer: RecordWriter, origin: RecordOrigin
    ) {
        self.directory = directory
        self.identity = identity
        self.clock = clock
        self.writer = writer
        self.origin = origin
    }

    /// Appends entries one after the other and returns where they stand, once they are durable.
    ///
    /// - Throws: `RecordError`: nothing was written. On a full disk the same call works again when there is room.
    func append(_ drafts: [EntryDraft]) async throws -> [EntryReference] {
        guard !drafts.isEmpty else { return [] }
        for _ in 0..<3 {
            try await turnIfNeeded()
            let (writer, origin) = (writer, origin)
            let now = clock.now()
            let entries = try drafts.map { try $0.bytes(atUnixSeconds: now, salt: Secrets.bytes(Entry.saltBytes)) }
            do throws(RecordError) {
                let range = try await writer.append(contentsOf: entries)
                return range.map { EntryReference(origin: origin.description, index: $0) }
            } catch {
                // The day ended while the entries were on their way: they belong to the next record.
                guard error == .closed else { throw error }
            }
        }
        throw RecordError.closed
    }

    /// How far the present record has grown.
    var standing: Standing {
        get async {
            let checkpoint = await writer.checkpoint.checkpoint
            return Standing(
                origin: checkpoint.origin, size: checkpoint.size,
                root: Data(checkpoint.root.bytes).base64EncodedString())
        }
    }

    /// The directory of the present record.
    var place: RecordDirectory { writer.directory }

    /// Drops what was kept long enough: see ``Retention/apply``.
    func dropBundles(before horizon: UInt64, keeping: Set<UInt64>) async throws -> Range<UInt64> {
        try await writer.dropBundles(before: horizon, keeping: keeping)
    }

    /// Makes all durable under its own name and gives the record back; for when the node stops.
    func close() async {
        try? await writer.finish()
    }

    /// Turns to the record of a new day, and opens one anew that had to stop. Others wait for that.
    private func turnIfNeeded() async throws {
        if let turning { return try await turning.value }
        let today = try RecordOrigin(
            writer: identity.name, scope: .privateRecord, dayOfUnixSeconds: clock.now())
        // A clock that is set back does not make yesterday's record again.
        let isNewDay = today.day > origin.day
        let hasStopped = await writer.failure != nil
        if let turning { return try await turning.value }
        guard isNewDay || hasStopped else { return }
        let task = Task { try await turn(to: isNewDay ? today : nil, reopening: hasStopped) }
        turning = task
        defer { turning = nil }
        try await task.value
    }

    private func turn(to next: RecordOrigin?, reopening: Bool) async throws {
        if reopening {
            try? await writer.finish()
            writer = try await RecordWriter.open(writer.directory)
        }
        guard let next else { return }
        let old = writer
        writer = try await old.rotate(
            into: RecordDirectory(directory.ownRecord(next.description)), origin: next.description,
            time: EntryTime(unixSeconds: clock.now()).text)
        origin = next
        try await old.finish()
    }
}
