import Accord
import Foundation
import GRDB
import Record

/// Makes the index of a node that is not running again from its records.
///
/// What was handed on to the parts of the node before counts as handed on: nothing is done twice. Operators, peers and open channels
/// are no index and stay.
public struct NodeReindex: Sendable {
    private let directory: NodeDirectory

    /// The node in a directory.
    public init(directory: String) { self.directory = NodeDirectory(path: directory) }

    /// Makes the index again and returns how many entries it has.
    ///
    /// - Throws: `StationError.store` while the station runs, `RecordError` for a record that can't be read. Run it again then: the index
    ///   is not whole.
    public func run() async throws -> Int {
        let settings = try NodeSettings.read(from: directory)
        let lock = try OpenedNode.lock(directory)
        defer { lock.release() }
        let database = try OpenedNode.database(directory)
        let index = try EntryIndex(database)
        let handled = try await Self.empty(database)
        let indexer = RecordIndexer(index: index, directory: directory)
        // Our own first: receipts of peers are about them.
        for (root, isOwn) in [(directory.ownRecords, true), (directory.peerRecords, false)] {
            for origin in StorageReport.origins(below: root).sorted(by: { $0.isBefore($1) }) {
                try await add(origin, at: "\(root)/\(origin)", isOwn: isOwn, handled: handled, settings.name, indexer)
            }
        }
        return try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM exchangeEntry") ?? 0 }
    }

    private func add(
        _ origin: RecordOrigin, at path: String, isOwn: Bool, handled: [String: UInt64], _ party: String,
        _ indexer: RecordIndexer
    ) async throws {
        let place = RecordDirectory(path)
        try place.mend()
        let peer = isOwn ? origin.reader : origin.writer
        guard isOwn ? origin.writer == party : origin.reader == party else { return }
        let direction: EntryDirection = origin.reader == nil ? .noted : isOwn ? .sent : .received
        let record = try await indexer.index.record(
            origin.description, peer: peer, scope: ChannelScope(origin), direction: direction)
        // What had not been handed on yet is left to the running station, which does both at once. Our own private record is handed
        // to nobody.
        let most = direction == .noted ? .max : handled[origin.description] ?? .max
        _ = try await indexer.index(record, at: place, upTo: most)
    }

    /// Empties the index and returns up to where each record had been handed on.
    private static func empty(_ database: DatabasePool) async throws -> [String: UInt64] {
        try await database.write { database in
            let rows = try Row.fetchAll(database, sql: "SELECT origin, handled FROM exchangeRecord")
            for table in ["exchangeEntry", "exchangeReceipt", "exchangeQuarantine"] {
                try database.execute(sql: "DELETE FROM \(table)")
            }
            try database.execute(sql: "UPDATE exchangeRecord SET handled = 0, quarantined = 0")
            return Dictionary(
                rows.map { ($0["origin"] as String, UInt64(clamping: $0["handled"] as Int64)) }
            ) { first, _ in first }
        }
    }
}
