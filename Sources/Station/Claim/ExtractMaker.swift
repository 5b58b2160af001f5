import Accord
import Foundation
public import Inquiry
public import Record

/// Takes the entries that a query releases out of records, with their proofs, and writes them down for others to check.
public struct ExtractMaker {
    /// What is asked for.
    public var query: ExtractQuery
    /// Keys of the records.
    public var keys: [VerifierKey]
    /// Keys of witnesses.
    public var witnesses: [VerifierKey]
    /// A claim with its findings, to be shown on the page; its entries are released too.
    public var report: ClaimReport?
    /// The address of an authority that stamps the checkpoints (RFC 3161); nil: none is asked.
    public var timeStampAddress: String?

    /// The most entries of one extract: a page must still open.
    public static let mostEntries = 20_000

    /// A maker.
    public init(query: ExtractQuery, keys: [VerifierKey], witnesses: [VerifierKey], report: ClaimReport?) {
        self.query = query
        self.keys = keys
        self.witnesses = witnesses
        self.report = report
    }

    /// One record, read through.
    struct Source {
        var name: String
        var reader: RecordReader
        var signed: SignedCheckpoint
        var key: VerifierKey?
        var entries: [(index: UInt64, bytes: [UInt8], entry: Entry?)] = []
    }

    /// What was made.
    public struct Outcome: Sendable {
        /// How many entries were released.
        public var released: Int
        /// How many were withheld.
        public var withheld: Int
        /// What else is to be said.
        public var notes: [String]
    }

    /// Makes the extract in a directory that is not there yet, or is empty.
    ///
    /// - Throws: `InquiryError` when a record is refused, a release is not approved, or too much would go out; `RecordError` for files.
    public func make(from records: [ClaimRecord], in directory: String) async throws -> Outcome {
        let existing = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        guard existing.isEmpty else { throw InquiryError.extract(reason: "\(directory) is not empty") }
        var sources: [Source] = []
        for record in records { sources.append(try await read(record)) }
        let named = names(in: sources)
        var wanted = Set((report?.findings ?? []).flatMap(\.entries))
        var people: [Person] = []
        let isOwn = sources.contains {
            (try? RecordOrigin(parsing: $0.signed.checkpoint.origin))?.scope == .privateRecord
        }
        if isOwn {
            let all = sources.flatMap { source in
                source.entries.compactMap { each in
                    each.entry.map {
                        (EvidenceReference(record: source.signed.checkpoint.origin, index: each.index), $0)
                    }
                }
            }
            let approval = try ReleaseApproval.check(query: query.text, entries: all)
            people = approval.people
            wanted.formUnion(approval.entries)
        }
        var manifest = ExtractManifest(
            query: query.text, approvedBy: people.map { "\($0.name) (\($0.role.rawValue))" }, records: [])
        var pageRecords: [ExtractPage.Record] = []
        for (number, source) in sources.enumerated() {
            let part = try await write(source, number: number, wanted: wanted, named: named, in: directory)
            manifest.records.append(part.manifest)
            pageRecords.append(part.page)
        }
        let released = manifest.records.reduce(0) { $0 + $1.released.count }
        guard released > 0 else { throw InquiryError.extract(reason: "the query releases no entry") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Self.write(try encoder.encode(manifest), directory + "/" + ExtractManifest.fileName)
        let keyLines = manifest.records.flatMap { [$0.key].compactMap { $0 } + $0.witnesses }
        try Self.write(Data((Set(keyLines).sorted().joined(separator: "\n") + "\n").utf8), directory + "/keys.txt")
        let page = ExtractPage(manifest: manifest, records: pageRecords, report: report)
        try Self.write(Data(page.html.utf8), directory + "/index.html")
        var notes = people.isEmpty ? ["made from copies of records: no party has approved it"] : []
        notes += await stamp(manifest, in: directory)
        let withheld = manifest.records.reduce(0) { $0 + $1.withheld.values.reduce(0, +) }
        return Outcome(released: released, withheld: withheld, notes: notes)
    }

    /// Has the checkpoints stamped; what fails is said, and the extract is whole without it.
    private func stamp(_ manifest: ExtractManifest, in directory: String) async -> [String] {
        guard let timeStampAddress else { return [] }
        var notes: [String] = []
        for record in manifest.records {
            do {
                try await TimeStampAuthority(address: timeStampAddress).stamp(
                    "\(directory)/\(record.directory)/checkpoint")
            } catch { notes.append("\(error)") }
        }
        return notes
    }

    private func read(_ record: ClaimRecord) async throws -> Source {
        let newest = try await record.source.newestCheckpoint()
        let key = keys.first { $0.name == newest.checkpoint.origin }
        let verification = await RecordVerifier.verify(record.source, policy: VerificationPolicy(key: key))
        guard verification.problem == nil, let verified = verification.checkpoint else {
            throw InquiryError.evidence(name: record.name, reason: verification.sentence)
        }
        // Proofs lead to the newest checkpoint; the cosignatures that it has come along.
        var signed = verified
        if let bytes = try await record.source.fetch(.cosignedCheckpoint), let cosigned = try? SignedCheckpoint(bytes),
            cosigned.checkpoint == verified.checkpoint
        {
            signed = verified.adding(cosigned.note.signatures)
        }
        let reader = RecordReader(source: record.source, trusting: verified.checkpoint)
        var source = Source(name: record.name, reader: reader, signed: signed, key: key)
        let size = verified.checkpoint.size
        for number in 0..<((size + 0xFF) >> 8) {
            guard let bundle = try await reader.bundle(at: number) else { continue }
            for place in 0..<bundle.count {
                let bytes = bundle.entry(place)
                source.entries.append((bundle.firstIndex + UInt64(place), bytes, try? Entry(bytes)))
            }
        }
        return source
    }

    /// The names of the aircraft that the query names: those it gives, and what pseudonyms that were opened make of them.
    private func names(in sources: [Source]) -> Set<String> {
        var named = query.tracks
        for each in sources.flatMap(\.entries) {
            guard let entry = each.entry, entry.type == PseudonymBody.type, let body: PseudonymBody = try? entry.body()
            else {
                continue
            }
            if named.contains(body.track) || named.contains(body.pseudonym) {
                named.formUnion([body.track, body.pseudonym])
            }
        }
        return named
    }

    private func write(
        _ source: Source, number: Int, wanted: Set<EvidenceReference>, named: Set<String>, in directory: String
    ) async throws -> (manifest: ExtractManifest.Record, page: ExtractPage.Record) {
        let origin = source.signed.checkpoint.origin
        let folder = "records/\(number + 1)"
        let path = directory + "/" + folder
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Self.write(Data(source.signed.bytes), path + "/checkpoint")
        var released: [UInt64] = []
        var withheld: [String: Int] = [:]
        var shown: [ExtractPage.Entry] = []
        for each in source.entries {
            let reference = EvidenceReference(record: origin, index: each.index)
            guard let entry = each.entry,
                wanted.contains(reference) || query.releases(entry, at: reference, named: named)
            else {
                withheld[each.entry?.type ?? "unknown", default: 0] += 1
                continue
            }
            guard released.count < Self.mostEntries else {
                throw InquiryError.extract(
                    reason: "more than \(Self.mostEntries) entries would go out; narrow the query")
            }
            released.append(each.index)
            let inclusion = try await source.reader.inclusionProof(at: each.index)
            let proof = TransparencyProof(inclusion: inclusion, checkpoint: source.signed)
            try Self.write(Data(each.bytes), path + "/\(each.index).entry")
            try Self.write(Data(proof.bytes), path + "/\(each.index).tlog-proof")
            shown.append(
                ExtractPage.Entry(index: each.index, bytes: each.bytes, hashes: inclusion.hashes.map(\.base64)))
        }
        let cosigners = source.signed.cosigners(among: witnesses).map(\.key.description)
        let manifest = ExtractManifest.Record(
            origin: origin, key: source.key?.description, witnesses: cosigners, directory: folder,
            size: source.signed.checkpoint.size, released: released, withheld: withheld)
        return (manifest, ExtractPage.Record(checkpoint: source.signed.note.string, entries: shown))
    }

    static func write(_ data: Data, _ path: String) throws {
        do { try data.write(to: URL(filePath: path), options: .atomic) } catch {
            throw InquiryError.extract(reason: "\(path) can't be written: \(error.localizedDescription)")
        }
    }
}
