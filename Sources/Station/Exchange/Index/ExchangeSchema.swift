import GRDB

/// The tables of the exchange in `station.sqlite`. All but the peers and the open channels can be made again from the records.
enum ExchangeSchema {
    /// Every version of the tables, oldest first; a version that has been released is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("exchange 1: peers, channels, records, entries") { try createFirst($0) }
        migrator.registerMigration("exchange 2: former keys, records that go on beside a restored one") {
            try createSecond($0)
        }
        migrator.registerMigration("exchange 3: entries by when they were stored") { database in
            try database.create(
                index: "exchangeEntryByStoring", on: "exchangeEntry", columns: ["storedUnixSeconds"])
        }
        return migrator
    }

    private static func createSecond(_ database: Database) throws {
        try database.create(table: "exchangeFormerKey") { table in
            table.column("peer", .text).notNull().references("exchangePeer", onDelete: .cascade)
            table.column("key", .text).notNull()
            table.primaryKey(["peer", "key"], onConflict: .ignore)
        }
        try database.alter(table: "exchangeRecord") { table in
            // The key of the record in which the writer goes on without having closed this one, and what is to be said of it.
            table.add(column: "continuedIn", .text)
            table.add(column: "continuedNote", .text)
        }
    }

    private static func createFirst(_ database: Database) throws {
        try createPeers(database)
        try createRecords(database)
        try createEntries(database)
        try createDocuments(database)
    }

    private static func createPeers(_ database: Database) throws {
        try database.create(table: "exchangePeer") { table in
            table.primaryKey("name", .text)
            table.column("key", .text).notNull()
            table.column("address", .text).notNull()
        }
        try database.create(table: "exchangeCertificate") { table in
            table.column("peer", .text).notNull().references("exchangePeer", onDelete: .cascade)
            table.column("certificate", .blob).notNull()
            // Set when another has taken its place: until then both are valid.
            table.column("untilUnixSeconds", .double)
            table.primaryKey(["peer", "certificate"])
        }
        try database.create(table: "exchangeChannel") { table in
            table.column("peer", .text).notNull()
            table.column("scope", .text).notNull()
            table.primaryKey(["peer", "scope"])
        }
    }

    /// Every record that was handled, in the order in which they were met, and up to where: what lies below `handled` has
    /// been handed on.
    private static func createRecords(_ database: Database) throws {
        try database.create(table: "exchangeRecord") { table in
            table.autoIncrementedPrimaryKey("number")
            table.column("origin", .text).notNull().unique()
            table.column("peer", .text)
            table.column("scope", .text)
            table.column("direction", .integer).notNull()
            table.column("handled", .integer).notNull().defaults(to: 0)
            table.column("quarantined", .integer).notNull().defaults(to: 0)
            // Why it is not followed any more.
            table.column("stopped", .text)
        }
        // Stretches of a peer's record that came as a file.
        try database.create(table: "exchangeImport") { table in
            table.column("origin", .text).notNull()
            table.column("low", .integer).notNull()
            table.column("high", .integer).notNull()
            table.primaryKey(["origin", "low"])
        }
    }

    private static func createEntries(_ database: Database) throws {
        try database.create(table: "exchangeEntry") { table in
            table.autoIncrementedPrimaryKey("number")
            table.column("origin", .text).notNull()
            table.column("place", .integer).notNull()
            table.column("peer", .text)
            table.column("scope", .text)
            table.column("direction", .integer).notNull()
            table.column("type", .text).notNull()
            table.column("writtenUnixSeconds", .double).notNull()
            table.column("storedUnixSeconds", .double).notNull()
            table.column("isLate", .boolean).notNull()
            table.column("bytes", .blob).notNull()
            table.uniqueKey(["origin", "place"])
        }
        try database.create(index: "exchangeEntryByType", on: "exchangeEntry", columns: ["type", "number"])
        try database.create(index: "exchangeEntryByTime", on: "exchangeEntry", columns: ["writtenUnixSeconds"])
        try database.create(table: "exchangeReceipt") { table in
            table.column("origin", .text).notNull()
            table.column("size", .integer).notNull()
            table.column("atUnixSeconds", .double).notNull()
            table.column("receivedUnixSeconds", .double).notNull()
            table.column("peerOrigin", .text).notNull()
            table.column("peerPlace", .integer).notNull()
            table.primaryKey(["origin", "size"], onConflict: .ignore)
        }
        try database.create(table: "exchangeQuarantine") { table in
            table.autoIncrementedPrimaryKey("number")
            table.column("origin", .text).notNull()
            table.column("place", .integer).notNull()
            table.column("fault", .text).notNull()
            table.column("storedUnixSeconds", .double).notNull()
            table.uniqueKey(["origin", "place"], onConflict: .ignore)
        }
    }

    /// Parts of documents that are not whole yet.
    private static func createDocuments(_ database: Database) throws {
        try database.create(table: "exchangeDocumentPart") { table in
            table.column("sha256", .text).notNull()
            table.column("part", .integer).notNull()
            table.column("parts", .integer).notNull()
            table.column("peer", .text).notNull()
            table.column("data", .blob).notNull()
            table.primaryKey(["peer", "sha256", "part"], onConflict: .ignore)
        }
        try database.create(table: "exchangeDocument") { table in
            table.column("sha256", .text).notNull()
            table.column("peer", .text).notNull()
            table.column("bytes", .integer).notNull()
            table.primaryKey(["peer", "sha256"], onConflict: .ignore)
        }
    }
}
