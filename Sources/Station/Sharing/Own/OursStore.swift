import Accord
import GRDB

/// The list of own aircraft on disk. Each change is on the private record as a decision too.
struct OursStore: Sendable {
    private let database: DatabasePool

    /// Opens it, with its table made.
    ///
    /// - Throws: what SQLite says.
    init(_ database: DatabasePool) throws {
        self.database = database
        var migrator = DatabaseMigrator()
        migrator.registerMigration("sharing-1-ours") { database in
            try database.execute(
                sql: """
                    CREATE TABLE ours (number INTEGER PRIMARY KEY AUTOINCREMENT, pattern TEXT NOT NULL, fromTime REAL,
                        untilTime REAL, note TEXT NOT NULL, byName TEXT NOT NULL, byRole TEXT NOT NULL)
                    """)
        }
        try migrator.migrateIfNeeded(database)
    }

    /// The whole list.
    func list() async throws -> OursList {
        try await database.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM ours ORDER BY number")
            return OursList(
                lines: rows.compactMap { row in
                    guard let pattern = OursList.pattern(row["pattern"]),
                        let role = Role(rawValue: row["byRole"])
                    else { return nil }
                    return OursList.Line(
                        number: row["number"], pattern: pattern, fromUnixSeconds: row["fromTime"],
                        untilUnixSeconds: row["untilTime"], note: row["note"],
                        by: Person(name: row["byName"], role: role))
                })
        }
    }

    /// Puts a line on the list; its number.
    func add(_ text: String, from: Double?, until: Double?, note: String, by person: Person) async throws -> Int64 {
        try await database.write { database in
            try database.execute(
                sql: "INSERT INTO ours (pattern, fromTime, untilTime, note, byName, byRole) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [text, from, until, note, person.name, person.role.rawValue])
            return database.lastInsertedRowID
        }
    }

    /// Takes a line off; false: there is none of that number.
    func remove(_ number: Int64) async throws -> Bool {
        try await database.write { database in
            try database.execute(sql: "DELETE FROM ours WHERE number = ?", arguments: [number])
            return database.changesCount > 0
        }
    }
}
