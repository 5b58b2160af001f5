import GRDB

/// The tables of operators in `station.sqlite`. They are the one thing in it that no record can bring back.
enum OperatorSchema {
    /// Every version, oldest first; a version that has been released is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("operators 1: accounts, sessions, first link") { database in
            try database.create(table: "operator") { table in
                table.primaryKey("key", .text)
                table.column("name", .text).notNull()
                table.column("role", .text).notNull()
                table.column("rounds", .integer).notNull()
                table.column("blockSize", .integer).notNull()
                table.column("parallelism", .integer).notNull()
                table.column("salt", .blob).notNull()
                table.column("hash", .blob).notNull()
                table.column("created", .double).notNull()
                table.column("passwordSet", .double).notNull()
                table.column("lastSignIn", .double)
                table.column("disabled", .boolean).notNull()
            }
            try database.create(table: "session") { table in
                // The digest of the token: who reads the store can't act with it.
                table.primaryKey("digest", .text)
                table.column("operator", .text).notNull().references("operator", onDelete: .cascade)
                table.column("created", .double).notNull()
                table.column("lastAct", .double).notNull()
            }
            try database.create(index: "sessionByOperator", on: "session", columns: ["operator"])
            try database.create(table: "firstLink") { table in
                table.primaryKey("digest", .text)
                table.column("expires", .double).notNull()
            }
        }
        return migrator
    }
}
