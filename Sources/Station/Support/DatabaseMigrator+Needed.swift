import GRDB

extension DatabaseMigrator {
    /// Brings a database up to date, if it is not.
    ///
    /// A migration waits for all that read, on the thread that asks for it. A read that waits for a thread meanwhile never comes to its
    /// end where threads are few: so a database that is as it should be, and may be in use, is only asked.
    /// - Throws: what the database says.
    func migrateIfNeeded(_ database: DatabasePool) throws {
        if try database.read({ try hasCompletedMigrations($0) }) { return }
        try migrate(database)
    }
}
