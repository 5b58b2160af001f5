public import Accord
import Foundation
import Record

/// The audit of what left this station: its own records for a peer, read from the disk, held against the agreements that were in force.
///
/// It needs no running station. Everything is verified on the way: entries against the signed checkpoints, documents against their hashes,
/// signatures against the parties' keys. Findings are handed on as they are made, so a record may be as long as it likes.
public struct RecordedDisclosure: Sendable {
    /// What was found of one record.
    public struct Report: Sendable {
        /// The record.
        public var origin: String
        /// The reader.
        public var peer: String
        /// The agreement; nil: it is of first contact, where none is needed.
        public var agreement: String?
        /// How many entries were judged.
        public var entries = 0
        /// How many of them each rule allowed.
        public var rules: [String: Int] = [:]
        /// How many were not allowed.
        public var violations = 0
        /// Of how many it can't be said whose the aircraft was, and why.
        public var lacks: [OwnHistory.Lack: Int] = [:]
        /// Entries that the peer has signed for and that are not here, as after a restore: nothing can be said of them.
        public var missing: UInt64 = 0

        mutating func note(_ finding: DisclosureAudit.Finding) {
            entries += 1
            rules[finding.rule ?? "none", default: 0] += 1
            if !finding.violations.isEmpty { violations += 1 }
            if let lack = finding.lack { lacks[lack, default: 0] += 1 }
        }
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
    ///   - finding: called with what was found of each entry, in the order of its record, and with the record's name.
    ///   - report: called with each record when it is done.
    /// - Throws: `RecordError` for a record that does not verify: then nothing is proved.
    public func run(
        peer wanted: String?, finding: (DisclosureAudit.Finding, String) -> Void = { _, _ in },
        report: (Report) -> Void
    ) async throws {
        let own = try origins(in: directory.ownRecords)
        let theirs = try origins(in: directory.peerRecords)
        try await contacts(own, theirs, with: wanted, finding: finding, report: report)
        var pairs: [String: [RecordOrigin]] = [:]
        for origin in own {
            guard case .agreement(let reader, let identifier) = origin.scope, wanted == nil || wanted == reader else {
                continue
            }
            pairs["\(reader)\n\(identifier)", default: []].append(origin)
        }
        // A station may be running: what it tells from here on is left out, since the private record is read before it.
        var sizes: [RecordOrigin: UInt64] = [:]
        for origin in pairs.values.joined() { sizes[origin] = try await size(of: origin) }
        let history = try await ownHistory(own, for: sizes.keys)
        for (_, records) in pairs.sorted(by: { $0.key < $1.key }) {
            guard case .agreement(let peer, let identifier)? = records.first?.scope else { continue }
            try await audit(
                records.map { ($0, sizes[$0] ?? 0) }, to: peer, under: identifier, own: own, theirs: theirs, history,
                finding: finding, report: report)
        }
    }

    private func audit(
        _ records: [(origin: RecordOrigin, size: UInt64)], to peer: String, under identifier: String,
        own: [RecordOrigin],
        theirs: [RecordOrigin], _ history: OwnHistory, finding: (DisclosureAudit.Finding, String) -> Void,
        report: (Report) -> Void
    ) async throws {
        let received = theirs.filter { $0.writer == peer }
        var contact: [(writer: String, entry: Entry)] = []
        for origin in own where origin.scope == .contact(reader: peer) {
            contact += try await standingEntries(of: directory.ownRecord(origin.description)).map { (party, $0) }
        }
        for origin in received where origin.scope == .contact(reader: party) {
            contact += try await standingEntries(of: directory.peerRecord(origin.description)).map { (peer, $0) }
        }
        var learned = PeerEntries()
        var stored: [String: UInt64] = [:]
        for origin in received where origin.scope == .agreement(reader: party, identifier: identifier) {
            let name = origin.description
            learned.begin(name)
            var index: UInt64 = 0
            try await each(in: directory.peerRecord(name)) { bytes in
                defer { index += 1 }
                let type = StorageReport.entryType(bytes)
                guard type == SeenBody.type || DisclosureAudit.learnedTypes.contains(type) else { return }
                // One that can't be read was the peer's fault; it keeps its place.
                guard let entry = try? Entry(bytes) else { return }
                learned.take(entry, at: index, of: name)
                Self.note(entry, in: &stored)
            }
        }
        let documents = try documents(of: identifier)
        var audit = try DisclosureAudit(
            agreement: identifier, party: party, peer: peer, documents: documents, contact: contact,
            theirs: learned.entries,
            others: try await others(than: peer, documents, under: identifier, own: own, theirs: theirs), own: history)
        for (origin, size) in records {
            let name = origin.description
            var present = Report(origin: name, peer: peer, agreement: identifier)
            // Entries wait for the receipt after them, which bounds what can have been known when they were written.
            var waiting: [(bytes: [UInt8], atUnixSeconds: Double, seen: Int?)] = []
            func judgeWaiting(nextSeen: Int?, atUnixSeconds: Double) {
                for item in waiting {
                    let isNear = atUnixSeconds - item.atUnixSeconds <= DisclosureAudit.onTheirWaySeconds
                    var found = audit.judge(item.bytes, peerSeen: item.seen, nextSeen: isNear ? nextSeen : nil)
                    // An audit of several records counts on; a person looks it up in this one.
                    found.index = present.entries
                    present.note(found)
                    finding(found, name)
                }
                waiting = []
            }
            try await each(in: directory.ownRecord(name), below: size) { bytes in
                let entry = try? Entry(bytes)
                let seen = (try? entry?.body(SeenBody.self)).flatMap { learned.covered(by: $0) }
                if let seen { judgeWaiting(nextSeen: seen, atUnixSeconds: entry?.atUnixSeconds ?? 0) }
                waiting.append((bytes, entry?.atUnixSeconds ?? 0, seen))
            }
            judgeWaiting(nextSeen: nil, atUnixSeconds: 0)
            present.missing = (stored.removeValue(forKey: name) ?? 0).subtractingOrZero(try await self.size(of: origin))
            report(present)
        }
        // Records of ours that the peer has and this directory has not at all.
        for (name, size) in stored.sorted(by: { $0.key < $1.key })
        where (try? RecordOrigin(parsing: name))?.isOf(party, .agreement(reader: peer, identifier: identifier)) == true
        {
            report(Report(origin: name, peer: peer, agreement: identifier, missing: size))
        }
    }

    /// Every version of an agreement that is kept as a document.
    func documents(of identifier: String) throws -> [AgreementDocument] {
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
}
