import Accord
import Foundation
import Record

extension RecordedDisclosure {
    /// Gives every entry of a record, verified.
    ///
    /// - Parameter most: only so many from the first on.
    func each(in path: String, below most: UInt64 = .max, _ body: ([UInt8]) throws -> Void) async throws {
        let source = DirectorySource(RecordDirectory(path))
        let newest = try await source.newestCheckpoint().checkpoint
        let reader = RecordReader(source: source, trusting: newest, cachedTiles: 64)
        let size = min(newest.size, most)
        var start: UInt64 = 0
        while start < size {
            let end = min(size, (start | 0xFF) + 1)
            for bytes in try await reader.entries(in: start..<end) { try body(bytes) }
            start = end
        }
    }

    /// How many entries an own record has now.
    func size(of origin: RecordOrigin) async throws -> UInt64 {
        try await DirectorySource(RecordDirectory(directory.ownRecord(origin.description))).newestCheckpoint()
            .checkpoint.size
    }

    /// What a record says of where an agreement stands.
    func standingEntries(of path: String) async throws -> [Entry] {
        var found: [Entry] = []
        try await each(in: path) { bytes in
            guard AgreementStanding.types.contains(StorageReport.entryType(bytes)) else { return }
            if let entry = try? Entry(bytes) { found.append(entry) }
        }
        return found
    }

    /// Notes how much of which record a receipt says to be stored.
    static func note(_ entry: Entry, in stored: inout [String: UInt64]) {
        guard let body = try? entry.body(SeenBody.self) else { return }
        stored[body.record] = max(stored[body.record] ?? 0, body.size)
    }

    /// The records below a directory, in the order of their days.
    func origins(in path: String) throws -> [RecordOrigin] {
        guard let files = FileManager.default.enumerator(atPath: path) else { return [] }
        var found: [RecordOrigin] = []
        for case let name as String in files where name.hasSuffix("/published/checkpoint") {
            let origin = String(name.dropLast("/published/checkpoint".count))
            if let origin = try? RecordOrigin(parsing: origin) {
                found.append(origin)
            }
        }
        return found.sorted { ($0.day, $0.number, $0.description) < ($1.day, $1.number, $1.description) }
    }
}

extension UInt64 {
    func subtractingOrZero(_ other: UInt64) -> UInt64 { self > other ? self - other : 0 }
}

extension RecordOrigin {
    func isOf(_ writer: String, _ scope: Scope) -> Bool { self.writer == writer && self.scope == scope }
}
