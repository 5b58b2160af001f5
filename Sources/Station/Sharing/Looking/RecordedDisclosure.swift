public import Accord
import Foundation
import Record

/// The audit of what left this station: its own records for a peer, read from the disk, held against the agreements that were in force.
///
/// It needs no running station. Everything is verified on the way: entries against the signed checkpoints, documents against their hashes,
/// signatures against the parties' keys.
public struct RecordedDisclosure: Sendable {
    /// What was found of one record.
    public struct Report: Sendable {
        /// The record.
        public var origin: String
        /// The reader.
        public var peer: String
        /// The agreement.
        public var agreement: String
        /// What was found of each entry, in order.
        public var findings: [DisclosureAudit.Finding]
        /// Entries that the peer has signed for and that are not here, as after a restore: nothing can be said of them.
        public var missing: UInt64 = 0
    }

    let directory: NodeDirectory
    let party: String

    /// The audit of a node's directory.
    ///
    /// - Throws: `StationError` when there is no node.
    public init(directory path: String) throws {
        directory = NodeDirectory(path: path)
        party = try NodeSettings.read(from: directory).name
    }

    /// Audits every record for a peer.
    ///
    /// - Parameters:
    ///   - peer: only this one; nil: all.
    ///   - report: called with each record when it is done.
    /// - Throws: `RecordError` for a record that does not verify: then nothing is proved.
    public func run(peer wanted: String?, report: (Report) -> Void) async throws {
        let own = try origins(in: directory.ownRecords)
        let theirs = try origins(in: directory.peerRecords)
        var pairs: [String: [RecordOrigin]] = [:]
        for origin in own {
            guard case .agreement(let reader, let identifier) = origin.scope, wanted == nil || wanted == reader else {
                continue
            }
            pairs["\(reader)\n\(identifier)", default: []].append(origin)
        }
        for (_, records) in pairs.sorted(by: { $0.key < $1.key }) {
            guard case .agreement(let peer, let identifier)? = records.first?.scope else { continue }
            try await audit(records, to: peer, under: identifier, own: own, theirs: theirs, report: report)
        }
    }

    private func audit(
        _ records: [RecordOrigin], to peer: String, under identifier: String, own: [RecordOrigin],
        theirs: [RecordOrigin], report: (Report) -> Void
    ) async throws {
        let received = theirs.filter { $0.writer == peer }
        var contact: [(writer: String, entry: Entry)] = []
        for origin in own where origin.scope == .contact(reader: peer) {
            contact += try await standingEntries(of: directory.ownRecord(origin.description)).map { (party, $0) }
        }
        for origin in received where origin.scope == .contact(reader: party) {
            contact += try await standingEntries(of: directory.peerRecord(origin.description)).map { (peer, $0) }
        }
        var learned: [Entry] = []
        var starts: [String: Int] = [:]
        var stored: [String: UInt64] = [:]
        for origin in received where origin.scope == .agreement(reader: party, identifier: identifier) {
            starts[origin.description] = learned.count
            try await each(in: directory.peerRecord(origin.description)) { bytes in
                // One that can't be read was the peer's fault; it keeps its place.
                guard let entry = try? Entry(bytes) else { return }
                learned.append(entry)
                if let body = try? entry.body(SeenBody.self) {
                    stored[body.record] = max(stored[body.record] ?? 0, body.size)
                }
            }
        }
        let documents = try documents(of: identifier)
        var audit = try DisclosureAudit(
            agreement: identifier, party: party, peer: peer, documents: documents, contact: contact, theirs: learned,
            others: try await others(than: peer, documents, under: identifier, own: own, theirs: theirs))
        for origin in records {
            var findings: [DisclosureAudit.Finding] = []
            // Entries wait for the receipt after them, which bounds what can have been known when they were written.
            var waiting: [(bytes: [UInt8], atUnixSeconds: Double, seen: Int?)] = []
            func judgeWaiting(nextSeen: Int?, atUnixSeconds: Double) {
                for item in waiting {
                    let isNear = atUnixSeconds - item.atUnixSeconds <= DisclosureAudit.onTheirWaySeconds
                    findings.append(
                        audit.judge(item.bytes, peerSeen: item.seen, nextSeen: isNear ? nextSeen : nil))
                }
                waiting = []
            }
            try await each(in: directory.ownRecord(origin.description)) { bytes in
                let entry = try? Entry(bytes)
                let seen = (try? entry?.body(SeenBody.self)).flatMap { body in
                    starts[body.record].map { $0 + Int(clamping: body.size) }
                }
                if let seen { judgeWaiting(nextSeen: seen, atUnixSeconds: entry?.atUnixSeconds ?? 0) }
                waiting.append((bytes, entry?.atUnixSeconds ?? 0, seen))
            }
            judgeWaiting(nextSeen: nil, atUnixSeconds: 0)
            let name = origin.description
            let missing = (stored.removeValue(forKey: name) ?? 0).subtractingOrZero(UInt64(findings.count))
            report(Report(origin: name, peer: peer, agreement: identifier, findings: findings, missing: missing))
        }
        // Records of ours that the peer has and this directory has not at all.
        for (name, size) in stored.sorted(by: { $0.key < $1.key })
        where (try? RecordOrigin(parsing: name))?.isOf(party, reader: peer, identifier) == true {
            report(Report(origin: name, peer: peer, agreement: identifier, findings: [], missing: size))
        }
    }

    private func standingEntries(of path: String) async throws -> [Entry] {
        var found: [Entry] = []
        try await each(in: path) { bytes in
            if let entry = try? Entry(bytes), AgreementStanding.types.contains(entry.type) { found.append(entry) }
        }
        return found
    }

    /// Every version of an agreement that is kept as a document.
    private func documents(of identifier: String) throws -> [AgreementDocument] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.documents)) ?? []
        return try names.filter { $0.utf8.count == 64 }.sorted().compactMap { name in
            let (files, path) = (SystemFiles(), directory.document(name))
            // A peer can leave longer ones here, and such as are no agreement: they stop no audit.
            guard let size = try files.size(path), size <= DocumentNode.maximumBytes,
                let bytes = try files.read(path, maximumBytes: DocumentNode.maximumBytes)
            else { return nil }
            guard AgreementDocument.sha256(of: bytes) == name, let document = try? AgreementDocument(bytes),
                document.agreement.identifier == identifier
            else { return nil }
            return document
        }
    }

    /// Gives every entry of a record, verified.
    func each(in path: String, _ body: ([UInt8]) throws -> Void) async throws {
        let source = DirectorySource(RecordDirectory(path))
        let newest = try await source.newestCheckpoint().checkpoint
        let reader = RecordReader(source: source, trusting: newest, cachedTiles: 64)
        var start: UInt64 = 0
        while start < newest.size {
            let end = min(newest.size, (start | 0xFF) + 1)
            for bytes in try await reader.entries(in: start..<end) { try body(bytes) }
            start = end
        }
    }

    /// The records below a directory, in the order of their days.
    private func origins(in path: String) throws -> [RecordOrigin] {
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
    fileprivate func subtractingOrZero(_ other: UInt64) -> UInt64 { self > other ? self - other : 0 }
}

extension RecordOrigin {
    fileprivate func isOf(_ writer: String, reader: String, _ identifier: String) -> Bool {
        self.writer == writer && scope == .agreement(reader: reader, identifier: identifier)
    }
}
