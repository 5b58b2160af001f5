import Accord
import Foundation
import GRDB

/// The index of all entries but those that come by the second (``EntryIndex/unindexedTypes``), and a peer's of unknown types: in which
/// record each stands, when it was written and by whom, and what was received by the other side.
///
/// Records are the truth, and all of this can be made again from them. The place up to which a record was handled is stored
/// in the same transaction as what was found in it, so that after a crash nothing is handed on twice and nothing is left out.
actor EntryIndex {
    /// Types that are only in the records: tracks, receipts (of which the index keeps what it needs), parts of documents.
    static let unindexedTypes: Set<String> = ["track/1", "own-track/1", "seen/1", "blob/1"]
    /// Quarantined entries that are kept by name for each record; beyond these they are only counted.
    private static let keptQuarantine = 1_000

    nonisolated let database: DatabasePool

    /// The index in a database; its tables are made or brought up to date.
    init(_ database: DatabasePool) throws {
        self.database = database
        try ExchangeSchema.migrator.migrateIfNeeded(database)
    }

    /// A record, which is noted if it was not known before.
    func record(_ origin: String, peer: String?, scope: ChannelScope?, direction: EntryDirection) async throws
        -> HandledRecord
    {
        // Asked for each second: a row that is there already must cost no write.
        if let known = try await database.read({ try Self.record(origin, in: $0) }) { return known }
        return try await database.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO exchangeRecord (origin, peer, scope, direction) VALUES (?, ?, ?, ?)",
                arguments: [origin, peer, scope?.name, direction.rawValue])
            return try Self.record(origin, in: database) ?? HandledRecord(origin: origin, direction: direction)
        }
    }

    private static func record(_ origin: String, in database: Database) throws -> HandledRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM exchangeRecord WHERE origin = ?", arguments: [origin])
            .map(HandledRecord.init)
    }

    /// The records of a channel in one direction, in the order in which they were met.
    func records(peer: String, scope: ChannelScope, direction: EntryDirection) async throws -> [HandledRecord] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM exchangeRecord WHERE peer = ? AND scope = ? AND direction = ? ORDER BY number",
                arguments: [peer, scope.name, direction.rawValue]
            ).map(HandledRecord.init)
        }
    }

    /// Stores what was found in a stretch of a record, and that it was handled.
    ///
    /// - Throws: `StationError.stream` when the record stands elsewhere: the stretch is not the next one; the database's own
    ///   errors, after which nothing of it is stored.
    func take(_ batch: HandledBatch, in record: HandledRecord) async throws {
        try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE exchangeRecord SET handled = ?, quarantined = quarantined + ?
                    WHERE origin = ? AND handled = ?
                    """,
                arguments: [
                    Int64(clamping: batch.places.upperBound), batch.quarantined.count, batch.origin,
                    Int64(clamping: batch.places.lowerBound),
                ])
            guard database.changesCount == 1 else {
                throw StationError.stream(reason: "\(batch.origin) was not handled up to \(batch.places.lowerBound)")
            }
            for kept in batch.kept where kept.isIndexed {
                try Self.insert(kept, batch, record, into: database)
            }
            for receipt in batch.receipts + batch.ownReceipts { try Self.insert(receipt, into: database) }
            for item in batch.quarantined.prefix(Self.keptQuarantine) {
                try database.execute(
                    sql: """
                        INSERT INTO exchangeQuarantine (origin, place, fault, storedUnixSeconds)
                        SELECT ?, ?, ?, ? WHERE (SELECT COUNT(*) FROM exchangeQuarantine WHERE origin = ?) < ?
                        """,
                    arguments: [
                        batch.origin, Int64(clamping: item.place), item.fault, batch.storedUnixSeconds, batch.origin,
                        Self.keptQuarantine,
                    ])
            }
        }
    }

    /// Notes that a record is not followed any more.
    func stop(_ origin: String, reason: String) async throws {
        try await database.write {
            try $0.execute(
                sql: "UPDATE exchangeRecord SET stopped = ? WHERE origin = ?", arguments: [reason, origin])
        }
    }

    /// Notes that the writer of a record goes on in another without having closed it.
    func noteContinuation(of origin: String, in key: String, note: String) async throws {
        try await database.write {
            try $0.execute(
                sql: "UPDATE exchangeRecord SET continuedIn = ?, continuedNote = ? WHERE origin = ?",
                arguments: [key, note, origin])
        }
    }

    /// Notes that a stretch of a peer's record comes as a file.
    func noteImport(of origin: String, places: Range<UInt64>) async throws {
        guard !places.isEmpty else { return }
        try await database.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO exchangeImport (origin, low, high) VALUES (?, ?, ?)",
                arguments: [origin, Int64(clamping: places.lowerBound), Int64(clamping: places.upperBound)])
        }
    }

    /// The stretches of a record that came as files.
    func imports(of origin: String) async throws -> [Range<UInt64>] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT low, high FROM exchangeImport WHERE origin = ?", arguments: [origin]
            )
            .compactMap { row in
                let low = UInt64(clamping: row["low"] as Int64)
                let high = UInt64(clamping: row["high"] as Int64)
                return low < high ? low..<high : nil
            }
        }
    }

    private static func insert(
        _ kept: HandledBatch.Kept, _ batch: HandledBatch, _ record: HandledRecord, into database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO exchangeEntry (origin, place, peer, scope, direction, type, writtenUnixSeconds,
                    storedUnixSeconds, isLate, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            batch.origin, Int64(clamping: kept.place), record.peer, record.scope?.name, record.direction.rawValue,
            kept.entry.type, kept.entry.atUnixSeconds, batch.storedUnixSeconds, kept.isLate, Data(kept.entry.bytes),
        ])
    }

    /// Keeps a receipt if it covers an entry of the index that none has covered before: tracks bring one by the second, and
    /// theirs are found in the record. Where our own entries wait to be handled themselves, it is kept in any case.
    private static func insert(_ receipt: Receipt, into database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO exchangeReceipt (origin, size, atUnixSeconds, receivedUnixSeconds, peerOrigin, peerPlace)
                SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (
                    SELECT 1 FROM exchangeEntry WHERE origin = ?1 AND place < ?2 AND place >=
                        COALESCE((SELECT MAX(size) FROM exchangeReceipt WHERE origin = ?1), 0))
                    OR EXISTS (SELECT 1 FROM exchangeRecord WHERE origin = ?1 AND handled < ?2)
                """
        ).execute(arguments: [
            receipt.origin, Int64(clamping: receipt.size), receipt.atUnixSeconds, receipt.receivedUnixSeconds,
            receipt.reference.origin, Int64(clamping: receipt.reference.index),
        ])
    }
}

extension HandledRecord {
    init(_ row: Row) {
        self.init(
            origin: row["origin"], peer: row["peer"], scope: (row["scope"] as String?).map(ChannelScope.init(name:)),
            direction: EntryDirection(rawValue: row["direction"]) ?? .noted,
            handled: UInt64(clamping: row["handled"] as Int64), quarantined: row["quarantined"],
            stopped: row["stopped"], continuedIn: row["continuedIn"], continuedNote: row["continuedNote"])
    }
}
