import Accord
import GRDB

extension EntryIndex {
    /// Hands everything that was handed on before to the handlers again, in the order in which it came, marked as history;
    /// then what each side has said that it has.
    ///
    /// - Throws: the database's own errors.
    func replay(to handlers: [any EntryHandler]) async throws {
        let types = Set(handlers.flatMap(\.types))
        guard !types.isEmpty else { return }
        var query = EntryQuery(types: types)
        query.limit = 500
        while true {
            let page = try await entries(query)
            for item in page where item.peer != nil {
                let record = HandledRecord(
                    origin: item.reference.origin, peer: item.peer, scope: item.scope, direction: item.direction)
                await handlers.take(
                    item.entry, at: item.reference, of: record, receivedUnixSeconds: item.storedUnixSeconds,
                    isLate: item.isLate, isHistory: true)
            }
            guard page.count == query.limit, let last = page.last else { break }
            query.beyond = last.number
        }
        let receipts = try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT receipt.* FROM exchangeReceipt receipt
                    JOIN exchangeRecord record ON record.origin = receipt.origin
                    WHERE record.peer IS NOT NULL ORDER BY record.number, receipt.size
                    """
            ).map(Receipt.init)
        }
        for receipt in receipts {
            guard let reader = (try? RecordOrigin(parsing: receipt.origin))?.reader else { continue }
            for handler in handlers {
                await handler.seen(
                    by: reader, origin: receipt.origin, size: receipt.size, atUnixSeconds: receipt.atUnixSeconds)
            }
        }
    }

    /// Puts entries of the private record into the index.
    ///
    /// - Parameter places: where they stand; what stands below and isn't given is only in the record.
    func note(
        _ entries: [(place: UInt64, entry: Entry)], of origin: String, places: Range<UInt64>, storedUnixSeconds: Double
    ) async throws {
        let record = try await record(origin, peer: nil, scope: nil, direction: .noted)
        guard places.upperBound > record.handled else { return }
        var batch = HandledBatch(
            origin: origin, places: record.handled..<places.upperBound, storedUnixSeconds: storedUnixSeconds)
        batch.kept = entries.filter { $0.place >= record.handled && !Self.unindexedTypes.contains($0.entry.type) }
            .map { HandledBatch.Kept(place: $0.place, entry: $0.entry, isLate: false, isIndexed: true) }
        try await take(batch, in: record)
    }
}
