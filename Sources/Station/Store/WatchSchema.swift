import GRDB

/// The tables of the store.
enum WatchSchema {
    static func createFirst(_ database: Database) throws {
        try createEncounters(database)
        try createTracks(database)
        try createAlarms(database)
        try createEntries(database)
    }

    /// Encounters are kept for good: what one aircraft did in them must not be looked for among all. And what people silenced stays
    /// silent over a restart.
    static func createSecond(_ database: Database) throws {
        try database.create(index: "encounterTrackByAircraft", on: "encounterTrack", columns: ["identifier"])
        try database.create(table: "inhibition") { table in
            table.primaryKey("alert", .text)
            table.column("document", .blob).notNull()
        }
    }

    /// An emergency that a person declared goes on until a person ends it.
    static func createThird(_ database: Database) throws {
        try database.create(table: "declaredDistress") { table in
            table.primaryKey("identifier", .text)
            table.column("document", .blob).notNull()
        }
    }

    /// An encounter is known by its pair, its start, and the parameters that it was measured by.
    private static func createEncounters(_ database: Database) throws {
        try database.create(table: "encounter") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("a", .text).notNull()
            table.column("b", .text).notNull()
            table.column("start", .integer).notNull()
            table.column("end", .integer).notNull()
            table.column("rule", .text).notNull()
            table.column("minHorizontalMetres", .double).notNull()
            table.column("document", .blob).notNull()
            table.uniqueKey(["a", "b", "start", "rule"])
        }
        try database.create(index: "encounterByStart", on: "encounter", columns: ["rule", "start", "id"])
        try database.create(table: "encounterTrack") { table in
            table.column("encounter", .integer).notNull().references("encounter", onDelete: .cascade)
            table.column("identifier", .text).notNull()
            table.column("points", .blob).notNull()
            table.primaryKey(["encounter", "identifier"])
        }
    }

    /// Stretches of tracks: some minutes of points in one blob.
    private static func createTracks(_ database: Database) throws {
        try database.create(table: "trackStretch") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("identifier", .text).notNull()
            table.column("start", .double).notNull()
            table.column("end", .double).notNull()
            table.column("points", .blob).notNull()
        }
        try database.create(index: "trackStretchByAircraft", on: "trackStretch", columns: ["identifier", "start"])
        try database.create(index: "trackStretchByEnd", on: "trackStretch", columns: ["end"])
    }

    private static func createAlarms(_ database: Database) throws {
        try database.create(table: "alarmEvent") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("time", .double).notNull()
            table.column("kind", .text).notNull()
            table.column("subject", .text).notNull()
            table.column("level", .text).notNull()
            table.column("detail", .text).notNull()
            // A recording that is replayed again brings the same events.
            table.uniqueKey(["time", "kind", "subject"], onConflict: .ignore)
        }
    }

    private static func createEntries(_ database: Database) throws {
        try database.create(table: "manualTarget") { table in
            table.primaryKey("identifier", .text)
            table.column("document", .blob).notNull()
        }
        try database.create(table: "togetherGroup") { table in
            table.primaryKey("name", .text)
            table.column("document", .blob).notNull()
        }
    }
}
