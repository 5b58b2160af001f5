import Accord
import Crypto
import Foundation
import GRDB
import Record

/// Documents by hash: agreements, plans and claims, put together from the parts in which they travel.
///
/// The parts wait in the database until the last one has come; the whole, once its hash is right, is a file of that name.
/// What one peer can make wait, and can leave here in all, is bounded.
actor DocumentStore {
    /// How much of one peer is taken.
    struct Limits: Sendable {
        /// Documents that are not whole yet; the oldest gives way.
        var waitingDocuments = 16
        /// Bytes in all.
        var totalBytes = 256 << 20
        /// As many bytes a document counts at least, as its file takes a block of the disk: a peer can leave many small ones.
        var leastBytes = 4_096
    }

    private let directory: String
    private let database: DatabasePool
    private let limits: Limits

    /// The store in a directory, which is made if it is not there.
    init(directory: String, database: DatabasePool, limits: Limits = Limits()) throws {
        self.directory = directory
        self.database = database
        self.limits = limits
        try ExchangeSchema.migrator.migrateIfNeeded(database)
        try SystemFiles().makeDirectories(directory, permissions: 0o700)
    }

    /// The bytes of a document; nil when it is not here.
    ///
    /// - Throws: `StationError.store` when the file isn't what its name says: it was damaged, and a peer has it still.
    func document(_ sha256: String) throws -> [UInt8]? {
        guard Self.isHash(sha256) else { return nil }
        let path = "\(directory)/\(sha256)"
        let longest = BlobBody.mostBytes * BlobBody.mostParts
        guard let bytes = try SystemFiles().read(path, maximumBytes: longest) else { return nil }
        guard Self.hash(bytes) == sha256 else {
            throw StationError.store(path: path, reason: "the document isn't what its name says")
        }
        return bytes
    }

    /// What a text that people wrote, such as an agreement, is by its hash.
    enum Text: Sendable, Equatable {
        /// It is not here, or not whole yet: it may come.
        case missing
        /// It is longer than any such text.
        case tooLong
        /// Its bytes.
        case bytes([UInt8])
    }

    /// A text that people wrote. One that is too long is not read for it: a peer names what it likes, as often as it likes.
    ///
    /// - Throws: as ``document(_:)``.
    func text(_ sha256: String) throws -> Text {
        guard let size = try size(of: sha256) else { return .missing }
        guard size <= DocumentNode.maximumBytes else { return .tooLong }
        return try document(sha256).map { .bytes($0) } ?? .missing
    }

    /// How many bytes a document has; nil when it is not here. Nothing is read for it.
    private func size(of sha256: String) throws -> Int? {
        guard Self.isHash(sha256) else { return nil }
        return try SystemFiles().size("\(directory)/\(sha256)")
    }

    /// Keeps a document of our own and returns the entries by which it travels.
    ///
    /// - Throws: `AccordError.entry` when it is too long to travel; what the disk says.
    func keep(_ bytes: [UInt8]) throws -> (sha256: String, drafts: [EntryDraft]) {
        let sha256 = Self.hash(bytes)
        let drafts = try Self.drafts(of: bytes)
        try write(bytes, named: sha256)
        return (sha256, drafts)
    }

    /// The entries by which a document travels; they go before the entry that names it.
    static func drafts(of bytes: [UInt8]) throws(AccordError) -> [EntryDraft] {
        let parts = max(1, (bytes.count + BlobBody.mostBytes - 1) / BlobBody.mostBytes)
        guard parts <= BlobBody.mostParts else {
            throw AccordError.entry(
                type: BlobBody.type, reason: "\(bytes.count) bytes are more than a document can have")
        }
        let sha256 = hash(bytes)
        var drafts: [EntryDraft] = []
        for part in 0..<parts {
            let start = part * BlobBody.mostBytes
            let data = Data(bytes[start..<min(start + BlobBody.mostBytes, bytes.count)])
            drafts.append(
                try EntryDraft(BlobBody(sha256: sha256, part: part, parts: parts, data: data.base64EncodedString())))
        }
        return drafts
    }

    /// Takes a part of a peer. The same part twice is once.
    ///
    /// - Returns: what is wrong with it, for the peer's fault on the screen; nil when it was taken.
    /// - Throws: what the disk says; the part is then to be given again.
    func take(_ part: BlobBody, from peer: String) async throws -> String? {
        guard let data = Data(base64Encoded: part.data), data.count <= BlobBody.mostBytes else {
            return "the data of a part is no base64 of at most \(BlobBody.mostBytes) bytes"
        }
        // It is there: whoever sends a part of it again and again makes nobody read the whole.
        if try size(of: part.sha256) != nil { return nil }
        let limits = limits
        let whole: (bytes: [UInt8]?, fault: String?) = try await database.write { database in
            let waiting = try Int.fetchOne(
                database, sql: "SELECT COALESCE(SUM(LENGTH(data)), 0) FROM exchangeDocumentPart WHERE peer = ?",
                arguments: [peer])
            let kept = try Int.fetchOne(
                database, sql: "SELECT COALESCE(SUM(MAX(bytes, ?)), 0) FROM exchangeDocument WHERE peer = ?",
                arguments: [limits.leastBytes, peer])
            guard (waiting ?? 0) + (kept ?? 0) + data.count <= limits.totalBytes else {
                return (nil, "it has sent more than \(limits.totalBytes >> 20) MB of documents")
            }
            try database.execute(
                sql: "INSERT INTO exchangeDocumentPart (sha256, part, parts, peer, data) VALUES (?, ?, ?, ?, ?)",
                arguments: [part.sha256, part.part, part.parts, peer, data])
            try Self.dropOldest(of: peer, beyond: limits.waitingDocuments, in: database)
            let come = try Row.fetchOne(
                database,
                sql: """
                    SELECT COUNT(*) AS count, MIN(parts) AS least, MAX(parts) AS most FROM exchangeDocumentPart
                    WHERE peer = ? AND sha256 = ?
                    """, arguments: [peer, part.sha256])
            guard let come else { return (nil, nil) }
            let count: Int = come["count"]
            let least: Int? = come["least"]
            let most: Int? = come["most"]
            guard least == part.parts, most == part.parts else {
                try database.execute(
                    sql: "DELETE FROM exchangeDocumentPart WHERE peer = ? AND sha256 = ?",
                    arguments: [peer, part.sha256])
                return (nil, "the parts of document \(part.sha256.prefix(12)) disagree about their number")
            }
            // The bytes are read once, when all of them are there.
            guard count == part.parts else { return (nil, nil) }
            let pieces = try Data.fetchAll(
                database, sql: "SELECT data FROM exchangeDocumentPart WHERE peer = ? AND sha256 = ? ORDER BY part",
                arguments: [peer, part.sha256])
            return (pieces.reduce(into: [UInt8]()) { $0 += $1 }, nil)
        }
        guard let bytes = whole.bytes else { return whole.fault }
        let isRight = Self.hash(bytes) == part.sha256
        if isRight { try write(bytes, named: part.sha256) }
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM exchangeDocumentPart WHERE peer = ? AND sha256 = ?", arguments: [peer, part.sha256])
            guard isRight else { return }
            try database.execute(
                sql: "INSERT INTO exchangeDocument (sha256, peer, bytes) VALUES (?, ?, ?)",
                arguments: [part.sha256, peer, bytes.count])
        }
        return isRight ? nil : "the parts of document \(part.sha256.prefix(12)) don't have its hash"
    }

    private static func dropOldest(of peer: String, beyond most: Int, in database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM exchangeDocumentPart WHERE peer = ?1 AND sha256 NOT IN (
                    SELECT sha256 FROM exchangeDocumentPart WHERE peer = ?1
                    GROUP BY sha256 ORDER BY MAX(rowid) DESC LIMIT ?2)
                """, arguments: [peer, most])
    }

    private func write(_ bytes: [UInt8], named sha256: String) throws {
        try PrivateFile.write(bytes, to: "\(directory)/\(sha256)")
    }

    /// The SHA-256 in lower-case hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    private static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
