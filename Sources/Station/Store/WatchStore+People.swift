import Foundation
import GRDB
import Separation

extension WatchStore {
    /// Notes what happened to alarms.
    func write(_ events: [AlertEvent], in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO alarmEvent (time, kind, subject, level, detail) VALUES (?, ?, ?, ?, ?)")
        for event in events {
            try statement.execute(arguments: [
                event.timeUnixSeconds, event.kind.rawValue, event.subject, event.level.rawValue, event.detail,
            ])
        }
    }

    /// Keeps a document that a person entered, or forgets it (nil).
    func write(_ document: [UInt8]?, named name: String, in table: EntryTable, _ database: Database) throws {
        if let document {
            try database.execute(
                sql: "INSERT OR REPLACE INTO \(table.rawValue) (\(table.keyColumn), document) VALUES (?, ?)",
                arguments: [name, Data(document)])
        } else {
            try database.execute(
                sql: "DELETE FROM \(table.rawValue) WHERE \(table.keyColumn) = ?", arguments: [name])
        }
    }

    /// Every document of a table that people entered.
    func documents(in table: EntryTable) throws -> [[UInt8]] {
        try pool.read { database in
            try Data.fetchAll(
                database, sql: "SELECT document FROM \(table.rawValue) ORDER BY \(table.keyColumn)"
            ).map { [UInt8]($0) }
        }
    }

    /// What people enter and a restart must not forget.
    enum EntryTable: String, Sendable {
        case target = "manualTarget"
        case group = "togetherGroup"
        case inhibition
        case distress = "declaredDistress"

        var keyColumn: String {
            switch self {
            case .target, .distress: "identifier"
            case .group: "name"
            case .inhibition: "alert"
            }
        }
    }
}
