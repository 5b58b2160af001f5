import Accord
import Foundation
import Record

/// The directory of a node in one file, and back.
///
/// The file holds the private keys: it is written with mode 0600 and belongs where keys belong. Both need a station that is not
/// running; a snapshot of the file system needs none, since a record outlives a loss of power at any moment.
public struct NodeBackup: Sendable {
    /// What a restore brought back.
    public struct Restored: Sendable, Equatable {
        /// The party.
        public var party: String
        /// Own records that verify, and how many entries they hold.
        public var records: Int
        /// Their entries.
        public var entries: UInt64
    }

    private let directory: NodeDirectory

    /// The node in a directory.
    public init(directory: String) { self.directory = NodeDirectory(path: directory) }

    /// Writes the node to a file, which must not be there yet; returns its size in bytes.
    ///
    /// - Throws: `StationError.store` for a station that runs, `.backup` with what went wrong.
    public func write(to file: String) throws -> Int {
        _ = try NodeSettings.read(from: directory)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw StationError.backup(path: file, reason: "it is there already, and a backup is never overwritten")
        }
        let lock = try OpenedNode.lockForReading(directory)
        defer { lock?.release() }
        let part = file + ".part"
        // Made empty first, so that no moment shows the keys to others.
        guard FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StationError.backup(path: part, reason: "it can't be written")
        }
        do {
            try Self.tar([
                "--create", "--gzip", "--file", part, "--directory", directory.path, "--exclude", "./control.sock",
                "--exclude", "./lock", ".",
            ])
            guard rename(part, file) == 0 else {
                throw StationError.backup(path: file, reason: String(cString: strerror(errno)))
            }
            try SystemFiles().synchroniseFileSystem(of: URL(fileURLWithPath: file).deletingLastPathComponent().path)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
        return try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    }

    /// Brings a node back into a directory that is empty or not there, and verifies every record that it wrote.
    ///
    /// None of these records is continued: peers may hold more of them than the backup does (see `RestoredRecords`).
    /// - Throws: `StationError.backup` with what is wrong; the directory is then not to be used.
    public func restore(from file: String) async throws -> Restored {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw StationError.backup(path: file, reason: "it can't be read")
        }
        guard try SystemFiles().list(directory.path)?.isEmpty ?? true else {
            throw StationError.backup(path: directory.path, reason: "it is not empty; restore into a new directory")
        }
        try SystemFiles().makeDirectories(directory.path, permissions: 0o700)
        try Self.tar([
            "--extract", "--gzip", "--file", file, "--directory", directory.path, "--no-same-owner",
            "--preserve-permissions",
        ])
        guard chmod(directory.path, 0o700) == 0 else {
            throw StationError.backup(path: directory.path, reason: String(cString: strerror(errno)))
        }
        let settings = try NodeSettings.read(from: directory)
        let identity = try SigningKey(readingFrom: directory.identityKey)
        let origins = StorageReport.origins(below: directory.ownRecords)
        var restored = Restored(party: settings.name, records: 0, entries: 0)
        for origin in origins {
            let place = RecordDirectory(directory.ownRecord(origin.description))
            try place.mend()
            // A record may have been written with an earlier key of the party; its own says which.
            let key = try SigningKey(readingFrom: place.key)
            let expected =
                key.name == origin.description ? key.verifierKey : try identity.renamed(origin.description).verifierKey
            let verification = await RecordVerifier.verify(
                DirectorySource(place), policy: VerificationPolicy(key: expected))
            if let problem = verification.problem {
                throw StationError.backup(path: place.path, reason: "the record does not verify: \(problem)")
            }
            restored.records += 1
            restored.entries += verification.checkpoint?.checkpoint.size ?? 0
        }
        try RestoredRecords.note(origins.map(\.description), in: directory)
        return restored
    }

    /// GNU tar, which is part of every Debian: a format that outlives this program.
    private static func tar(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar"] + arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        do { try process.run() } catch {
            throw StationError.backup(path: "tar", reason: "it can't be started: \(error.localizedDescription)")
        }
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw StationError.backup(
                path: "tar", reason: String(decoding: complaint.prefix(2_000), as: UTF8.self))
        }
    }
}
