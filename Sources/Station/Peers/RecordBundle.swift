import Accord
import Foundation
import Record

/// Records of one party for another in one file, for parties that don't connect their networks: an archive of the published
/// parts, each below the record's name. Nothing in it is secret from its reader, and nothing in it is believed before
/// it was verified.
enum RecordBundle {
    /// No bundle is unpacked beyond this many bytes.
    static let mostBytes = 64 << 30

    /// What was written or read.
    struct Summary: Sendable, Hashable {
        /// The records, the oldest first, each with its size at that moment.
        var records: [String: UInt64] = [:]
    }

    /// Writes the records that `party` has for `peer` into a file.
    ///
    /// - Parameters:
    ///   - records: the directory of the records that are written here.
    ///   - since: the first UTC day, `2015-11-03`; nil for all.
    /// - Throws: `StationError.peer` when there is nothing to export; what the disk says.
    static func export(
        _ records: String, of party: String, for peer: String, since: String?, to path: String
    ) throws -> Summary {
        guard RecordOrigin.isName(peer), RecordOrigin.isName(party) else {
            throw StationError.peer(name: peer, reason: "it is no name of a party")
        }
        let files = SystemFiles()
        let folder = "parley/\(party)/to/\(peer)"
        var origins: [RecordOrigin] = []
        for scope in try files.list("\(records)/\(folder)") ?? [] {
            for name in try files.list("\(records)/\(folder)/\(scope)") ?? [] {
                guard let origin = try? RecordOrigin(parsing: "\(folder)/\(scope)/\(name)") else { continue }
                if let since, origin.day < since { continue }
                origins.append(origin)
            }
        }
        guard !origins.isEmpty else {
            throw StationError.peer(name: peer, reason: "there are no records for it in \(records)")
        }
        let file = try BundleFile(creating: path)
        var summary = Summary()
        for origin in origins.sorted(by: { ($0.description) < ($1.description) }) {
            let published = RecordDirectory("\(records)/\(origin)").published
            // The checkpoint is read first and written last: what it covers is there by then, and a record that grows
            // meanwhile is exported as it was.
            guard
                let bytes = try files.read(
                    "\(published)/checkpoint", maximumBytes: RecordResource.checkpoint.maximumBytes)
            else { continue }
            let checkpoint = try SignedCheckpoint(bytes).checkpoint
            for resource in try resources(of: published, size: checkpoint.size) {
                let content = try files.read("\(published)/\(resource.path)", maximumBytes: resource.maximumBytes)
                if let content { try file.add("\(origin)/\(resource.path)", content) }
            }
            try file.add("\(origin)/checkpoint", bytes)
            summary.records[origin.description] = checkpoint.size
        }
        try file.finish()
        return summary
    }

    /// Unpacks a bundle into a directory, taking nothing but parts of records of `writer` for `reader`.
    ///
    /// - Throws: `StationError.peer` when it is no such bundle, or too large; what the disk says.
    static func unpack(_ path: String, of writer: String, for reader: String, into directory: String) throws -> [String]
    {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw StationError.peer(name: writer, reason: "\(path) can't be read")
        }
        defer { try? handle.close() }
        let files = SystemFiles()
        var origins: Set<String> = []
        var total = 0
        while let header = try handle.read(upToCount: TarArchive.blockBytes), header.count == TarArchive.blockBytes {
            guard let (name, bytes) = try TarArchive.read(Array(header)) else { break }
            let parts = name.split(separator: "/", maxSplits: 6, omittingEmptySubsequences: false)
            guard parts.count == 7, let origin = try? RecordOrigin(parsing: parts[..<6].joined(separator: "/")),
                origin.writer == writer, origin.reader == reader, let resource = RecordResource(path: parts[6]),
                bytes <= resource.maximumBytes
            else {
                let part = TerminalText.line(String(name.prefix(100)))
                throw StationError.peer(
                    name: writer, reason: "“\(part)” is no part of a record of \(writer) for \(reader)")
            }
            total += bytes
            guard total <= mostBytes else { throw StationError.peer(name: writer, reason: "the bundle is too large") }
            let length = bytes + TarArchive.padding(bytes: bytes)
            let content = try handle.read(upToCount: length) ?? Data()
            guard content.count == length else {
                throw StationError.peer(name: writer, reason: "the bundle ends too early")
            }
            let place = "\(directory)/\(origin)/\(resource.path)"
            try files.makeDirectories(URL(fileURLWithPath: place).deletingLastPathComponent().path, permissions: 0o700)
            try Data(content.prefix(bytes)).write(to: URL(fileURLWithPath: place))
            origins.insert(origin.description)
        }
        guard !origins.isEmpty else {
            throw StationError.peer(name: writer, reason: "there is no record in the bundle")
        }
        return origins.sorted()
    }

    /// The parts that a tree of a size consists of, as far as they may be on the disk.
    private static func resources(of published: String, size: UInt64) throws -> [RecordResource] {
        var resources: [RecordResource] = []
        var count = size
        var level = 0
        while count > 0 {
            for index in 0..<((count + 255) >> 8) {
                let width = Int(min(256, count - index << 8))
                resources.append(.tile(TileCoordinate(level: level, index: index, width: width)))
                if width < 256 { resources.append(.tile(TileCoordinate(level: level, index: index, width: 256))) }
                guard level == 0 else { continue }
                resources.append(.entries(index: index, width: width))
                if width < 256 { resources.append(.entries(index: index, width: 256)) }
            }
            count >>= 8
            level += 1
        }
        return resources
    }
}

/// A bundle being written.
private final class BundleFile {
    private let handle: FileHandle
    private let path: String

    init(creating path: String) throws {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw StationError.store(path: path, reason: "the file can't be written") }
        self.handle = handle
    }

    func add(_ name: String, _ bytes: [UInt8]) throws {
        try handle.write(contentsOf: try TarArchive.header(name: name, bytes: bytes.count))
        try handle.write(contentsOf: bytes)
        try handle.write(contentsOf: Data(count: TarArchive.padding(bytes: bytes.count)))
    }

    func finish() throws {
        try handle.write(contentsOf: Data(count: 2 * TarArchive.blockBytes))
        try handle.synchronize()
        try handle.close()
    }
}
