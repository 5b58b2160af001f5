import Accord
import Foundation
import GRDB

extension EntryIndex {
    /// The entries of a query, in the order in which they came here.
    func entries(_ query: EntryQuery) async throws -> [IndexedEntry] {
        var conditions: [String] = []
        var arguments = StatementArguments()
        func add(_ condition: String, _ values: [any DatabaseValueConvertible]) {
            conditions.append(condition)
            arguments += StatementArguments(values)
        }
        if let types = query.types {
            let marks = types.map { _ in "?" }.joined(separator: ", ")
            add("type IN (\(marks))", types.sorted())
        }
        if let peer = query.peer { add("peer = ?", [peer]) }
        if let scope = query.scope { add("scope = ?", [scope.name]) }
        if let direction = query.direction { add("direction = ?", [direction.rawValue]) }
        if let span = query.writtenUnixSeconds {
            add("writtenUnixSeconds BETWEEN ? AND ?", [span.lowerBound, span.upperBound])
        }
        if let span = query.storedUnixSeconds {
            add("storedUnixSeconds BETWEEN ? AND ?", [span.lowerBound, span.upperBound])
        }
        if let beyond = query.beyond { add(query.latestFirst ? "number < ?" : "number > ?", [beyond]) }
        let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        let order = query.latestFirst ? "DESC" : "ASC"
        let sql = "SELECT * FROM exchangeEntry\(filter) ORDER BY number \(order) LIMIT \(max(0, query.limit))"
        let final = arguments
        return try await database.read { database in
            try Row.fetchAll(database, sql: sql, arguments: final).compactMap(IndexedEntry.init)
        }
    }

    /// The entry at a place; nil when the index does not have it.
    func entry(at reference: EntryReference) async throws -> IndexedEntry? {
        try await database.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM exchangeEntry WHERE origin = ? AND place = ?",
                arguments: [reference.origin, Int64(clamping: reference.index)]
            ).flatMap(IndexedEntry.init)
        }
    }

    /// The first receipt of the peer that covers an entry of ours; nil when none has come yet.
    func receipt(for reference: EntryReference) async throws -> Receipt? {
        try await database.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM exchangeReceipt WHERE origin = ? AND size > ? ORDER BY size LIMIT 1",
                arguments: [reference.origin, Int64(clamping: reference.index)]
            ).map(Receipt.init)
        }
    }

    /// The newest kept receipt of each of our records for a peer that was signed by a time of the peer's clock.
    func receipts(of peer: String, byUnixSeconds time: Double) async throws -> [Receipt] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT receipt.origin, MAX(receipt.size) AS size, atUnixSeconds, receivedUnixSeconds, peerOrigin, peerPlace
                    FROM exchangeReceipt receipt JOIN exchangeRecord record ON record.origin = receipt.origin
                    WHERE record.peer = ? AND record.direction = ? AND atUnixSeconds <= ?
                    GROUP BY receipt.origin ORDER BY record.number
                    """, arguments: [peer, EntryDirection.sent.rawValue, time]
            ).map(Receipt.init)
        }
    }

    /// What is in quarantine, the newest first: where, why and when.
    func quarantine(peer: String, limit: Int = 100) async throws
        -> [(reference: EntryReference, fault: String, storedUnixSeconds: Double)]
    {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT quarantine.* FROM exchangeQuarantine quarantine
                    JOIN exchangeRecord record ON record.origin = quarantine.origin
                    WHERE record.peer = ? ORDER BY quarantine.number DESC LIMIT ?
                    """, arguments: [peer, limit]
            ).map { row in
                (
                    EntryReference(origin: row["origin"], index: UInt64(clamping: row["place"] as Int64)), row["fault"],
                    row["storedUnixSeconds"]
                )
            }
        }
    }
}

extension IndexedEntry {
    /// Nil when the bytes are no entry, which they were when they were stored.
    init?(_ row: Row) {
        guard let entry = try? Entry(Array(row["bytes"] as Data)),
            let direction = EntryDirection(rawValue: row["direction"])
        else { return nil }
        self.init(
            number: row["number"],
            reference: EntryReference(origin: row["origin"], index: UInt64(clamping: row["place"] as Int64)),
            peer: row["peer"], scope: (row["scope"] as String?).map(ChannelScope.init(name:)), direction: direction,
            entry: entry, storedUnixSeconds: row["storedUnixSeconds"], isLate: row["isLate"])
    }
}

extension Receipt {
    init(_ row: Row) {
        self.init(
            origin: row["origin"], size: UInt64(clamping: row["size"] as Int64), atUnixSeconds: row["atUnixSeconds"],
            receivedUnixSeconds: row["receivedUnixSeconds"],
            reference: EntryReference(
                origin: row["peerOrigin"], index: UInt64(clamping: row["peerPlace"] as Int64)))
    }
}
