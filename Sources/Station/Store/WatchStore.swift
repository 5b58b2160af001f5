import Foundation
import GRDB

/// What the station keeps on disk: encounters, what people did about alarms, tracks for a while, and what people entered.
///
/// One SQLite file in write-ahead mode: readers never wait for the writer. Everything in it can be deleted while the station
/// is stopped; it then begins anew.
final class WatchStore: Sendable {
    /// The file.
    let path: String
    let pool: DatabasePool

    /// Live tracks outside encounters are kept for so long, seconds: 30 days.
    static let trackLifetimeSeconds = 30 * 86_400.0

    /// Opens the store in `directory`, which is made if it is not there; older stores are brought up to date.
    ///
    /// - Throws: `StationError.store`, with the system's reason.
    init(directory: String) throws(StationError) {
        path = URL(fileURLWithPath: directory).appendingPathComponent("watch.sqlite").path
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.foreignKeysEnabled = true
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
            pool = try DatabasePool(path: path, configuration: configuration)
            try Self.migrator.migrateIfNeeded(pool)
        } catch {
            throw StationError.store(
                path: directory,
                reason: "it can't hold the station's data: \(Self.reason(error)); name another directory with --data")
        }
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? DatabaseError { return error.message ?? "\(error)" }
        return error.localizedDescription
    }

    /// The user's data directory by the XDG Base Directory Specification.
    static var defaultDirectory: String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (base ?? (environment["HOME"] ?? "/tmp") + "/.local/share") + "/parley"
    }

    /// Every version of the store, oldest first; a version that has been released is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: encounters, alarms, tracks, entries") { try WatchSchema.createFirst($0) }
        migrator.registerMigration("2: tracks of encounters by aircraft, inhibitions") {
            try WatchSchema.createSecond($0)
        }
        migrator.registerMigration("3: declared emergencies") { try WatchSchema.createThird($0) }
        return migrator
    }
}
