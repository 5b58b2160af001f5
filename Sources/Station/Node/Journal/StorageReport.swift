import Accord
import Foundation
import Record

/// What the records of a node cost: each record, which is a day of one writer for one reader, and each type of entry in it.
struct StorageReport: Sendable, Equatable {
    /// One record.
    struct Item: Sendable, Equatable {
        var origin: String
        /// Whether this station writes it.
        var isOwn: Bool
        /// The UTC day.
        var day: String
        var entries: UInt64
        /// Entries whose bundles were dropped.
        var droppedEntries: UInt64
        /// What its files hold on disk.
        var diskBytes: Int
        /// Each type, the costliest first.
        var types: [Share]
        /// Whether the types were counted from a part of the entries.
        var isEstimate: Bool
    }

    /// One type of entry in a record.
    struct Share: Sendable, Equatable {
        var type: String
        var entries: Int
        var bytes: Int
    }

    var records: [Item] = []
    /// Everything else in the directory.
    var otherBytes = 0

    /// At most so many bundles of a record are looked into; of a longer one as many, evenly spread.
    static let mostBundles: UInt64 = 256

    /// Measures a node's directory. The entries are read, not verified: `parley record verify` does that.
    ///
    /// - Throws: `RecordError.file` with the system's reason.
    static func measure(_ directory: NodeDirectory) async throws -> StorageReport {
        var report = StorageReport()
        for (root, isOwn) in [(directory.ownRecords, true), (directory.peerRecords, false)] {
            for origin in origins(below: root) {
                try Task.checkCancellation()
                if let item = try await item(origin, at: "\(root)/\(origin)", isOwn: isOwn) {
                    report.records.append(item)
                }
            }
        }
        report.records.sort { ($0.day, $0.origin) < ($1.day, $1.origin) }
        report.otherBytes = max(
            0, DiskUse.bytes(of: directory.path) - report.records.reduce(0) { $0 + $1.diskBytes })
        return report
    }

    /// The records below a directory: those whose path is the name of a record.
    static func origins(below root: String) -> [RecordOrigin] {
        guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
        var found: [RecordOrigin] = []
        while let path = walk.nextObject() as? String {
            guard let origin = try? RecordOrigin(parsing: path) else { continue }
            walk.skipDescendants()
            found.append(origin)
        }
        return found
    }

    private static func item(_ origin: RecordOrigin, at path: String, isOwn: Bool) async throws -> Item? {
        let source = DirectorySource(RecordDirectory(path))
        guard let signed = try? await source.newestCheckpoint() else { return nil }
        let size = signed.checkpoint.size
        let bundles = (size + 0xFF) >> 8
        let step = max(1, (bundles + mostBundles - 1) / mostBundles)
        let reader = RecordReader(source: source, trusting: signed.checkpoint, cachedTiles: 16)
        var shares: [String: Share] = [:]
        var seen: UInt64 = 0
        var dropped: UInt64 = 0
        for index in stride(from: 0, to: bundles, by: UInt64.Stride(clamping: step)) {
            guard let bundle = try await reader.bundle(at: index) else {
                dropped += min(size - index << 8, 256)
                continue
            }
            seen += UInt64(bundle.count)
            for entry in bundle.entries {
                let type = entryType(entry)
                shares[type, default: Share(type: type, entries: 0, bytes: 0)].entries += 1
                shares[type]?.bytes += entry.count
            }
        }
        let isEstimate = step > 1
        let scale = seen > 0 && isEstimate ? Double(size - min(size, dropped * step)) / Double(seen) : 1
        let types = shares.values.map { share in
            Share(
                type: share.type, entries: Int((Double(share.entries) * scale).rounded()),
                bytes: Int((Double(share.bytes) * scale).rounded()))
        }
        return Item(
            origin: origin.description, isOwn: isOwn, day: origin.day, entries: size,
            droppedEntries: min(size, dropped * step), diskBytes: DiskUse.bytes(of: path),
            types: types.sorted { ($1.bytes, $0.type) < ($0.bytes, $1.type) }, isEstimate: isEstimate)
    }

    /// The type of an entry that a station wrote: it stands first, at `{"type":"`.
    static func entryType(_ entry: [UInt8]) -> String {
        let head = Array(#"{"type":""#.utf8)
        if entry.starts(with: head), let end = entry[head.count...].prefix(60).firstIndex(of: UInt8(ascii: "\"")) {
            return String(decoding: entry[head.count..<end], as: UTF8.self)
        }
        struct Kind: Decodable { var type: String }
        return (try? JSONDecoder().decode(Kind.self, from: Data(entry)))?.type ?? "?"
    }

    /// Writes it as the interface describes `Storage`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.array("records") { list in
                for record in records {
                    list.object {
                        $0.field("origin", record.origin)
                        $0.field("own", record.isOwn)
                        $0.field("day", record.day)
                        $0.field("entries", Int(clamping: record.entries))
                        $0.field("droppedEntries", Int(clamping: record.droppedEntries))
                        $0.field("diskBytes", record.diskBytes)
                        $0.field("estimate", record.isEstimate)
                        $0.array("types") { types in
                            for share in record.types {
                                types.object {
                                    $0.field("type", share.type)
                                    $0.field("entries", share.entries)
                                    $0.field("bytes", share.bytes)
                                }
                            }
                        }
                    }
                }
            }
            $0.field("otherBytes", otherBytes)
        }
    }
}

/// What files take on disk.
enum DiskUse {
    /// The usual block of a file system: a file takes whole ones.
    private static let blockBytes = 4_096

    /// The blocks of all files below a directory, bytes.
    static func bytes(of path: String) -> Int {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return 0 }
        var total = 0
        while let name = walk.nextObject() as? String {
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)"),
                attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? NSNumber
            else { continue }
            total += (size.intValue + blockBytes - 1) / blockBytes * blockBytes
        }
        return total
    }
}
