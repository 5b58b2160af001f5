import Foundation
import GRDB
import Logging
import Record

/// A node whose directory is open and whose picture is composed, before its parts are made.
struct OpenedNode {
    let context: NodeContext
    let settings: NodeSettings
    let watch: WatchAssembly
    let desk: OperatorDesk
    let log: ActLog
    let journal: OwnTrackJournal
    let lock: any FileLock
    /// The SHA-256 of the TLS certificate, hexadecimal.
    let certificateSHA256: String

    /// Opens a node.
    ///
    /// - Throws: `StationError.store` when there is none, or another process works in it; else what is wrong with it.
    init(_ options: StationNode.Options, logger: Logger) async throws {
        let directory = NodeDirectory(path: options.directory)
        var settings = try NodeSettings.read(from: directory)
        settings.port = options.port ?? settings.port
        settings.bindAddress = options.bindAddress ?? settings.bindAddress
        settings.peerPort = options.peerPort ?? settings.peerPort
        settings.peerBindAddress = options.peerBindAddress ?? settings.peerBindAddress
        try settings.check()
        let lock = try Self.lock(directory)
        do {
            let clock =
                try options.clock ?? options.trainingClock.map { try NodeClock(training: $0) }
                ?? .system(offsetSeconds: options.clockOffsetSeconds)
            let identity = try SigningKey(readingFrom: directory.identityKey)
            guard identity.name == settings.name else {
                throw StationError.store(
                    path: directory.identityKey, reason: "it is the key of \(identity.name), not of \(settings.name)")
            }
            var watching = options.watch
            watching.dataDirectory = directory.path
            watching.stationName = settings.name
            watching.language = settings.language
            watching.port = settings.port
            watching.addresses = settings.addresses
            let watch = try WatchAssembly(watching, clock: clock, logger: logger)
            let database = try Self.database(directory)
            let record = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock)
            self.settings = settings
            self.watch = watch
            self.lock = lock
            log = ActLog(append: { _ = try await record.append($0) }, logger: logger)
            desk = OperatorDesk(
                store: try OperatorStore(database), hasher: PasswordHasher(cost: options.passwordCost), clock: clock,
                log: log)
            let disk = DiskGuard(
                directory, minimumFreeBytes: settings.minimumFreeMegabytes.map { UInt64(clamping: $0) << 20 },
                metrics: watch.metrics, hub: watch.hub, logger: logger)
            journal = OwnTrackJournal(
                record: record, feeds: watch.feedNames, metrics: watch.metrics, disk: disk, logger: logger)
            certificateSHA256 = try NodeCertificate.fingerprint(
                pem: try PrivateFile.read(directory.certificate) ?? [])
            context = NodeContext(
                directory: directory, settings: settings, clock: clock, identity: identity,
                formerKeys: try KeyChange(directory).formerKeys(), database: database,
                privateRecord: record, ownTracks: journal, board: watch.board, runner: watch.runner, hub: watch.hub,
                metrics: watch.metrics, disk: disk, log: log, logger: logger)
            await watch.runner.add(journal)
        } catch {
            lock.release()
            throw error
        }
    }

    /// What answers at one of the two doors.
    func responder(_ routes: [Route], _ sessions: SessionGate) -> StationResponder {
        StationResponder(
            table: RouteTable(routes), files: watch.files, gate: watch.gate, metrics: watch.metrics, sessions: sessions)
    }

    /// Signing in and out at one of the two doors.
    func sessionRoutes(_ sessions: SessionGate) -> [Route] {
        SessionRoutes(
            desk: desk, gate: watch.gate, sessions: sessions, stationName: settings.name, language: settings.language
        ).routes
    }

    /// The database of a node.
    ///
    /// - Throws: `StationError.store` with SQLite's reason.
    static func database(_ directory: NodeDirectory) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        do { return try DatabasePool(path: directory.database, configuration: configuration) } catch {
            throw StationError.store(path: directory.database, reason: "the database can't be opened: \(error)")
        }
    }
}
