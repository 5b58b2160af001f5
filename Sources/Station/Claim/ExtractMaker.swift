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
    /// A claim with its findings, to be shown on the page; the query names it, and the entries that they rest on go out.
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
        var sources: [ExtractSource] = []
        for record in records { sources.append(try await ExtractSource(record, keys: keys)) }
        let approval = try approval(in: sources)
        let chosen = ExtractChoice(
            query: query, sources: sources, approvals: Set(approval.entries),
            restsOn: Set((report?.findings ?? []).flatMap(\.entries)))
        guard chosen.count > 0 else { throw InquiryError.extract(reason: "the query releases no entry") }
        guard chosen.count <= Self.mostEntries else {
            throw InquiryError.extract(reason: "more than \(Self.mostEntries) entries would go out; narrow the query")
        }
        var manifest = ExtractManifest(
            query: query.text, approvedBy: approval.people.map { "\($0.name) (\($0.role.rawValue))" }, records: [])
        var pageRecords: [ExtractPage.Record] = []
        for (number, source) in sources.enumerated() {
            let part = try await write(source, chosen, number: number, in: directory)
            manifest.records.append(part.manifest)
            pageRecords.append(part.page)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Self.write(try encoder.encode(manifest), directory + "/" + ExtractManifest.fileName)
        try Self.write(Data(manifest.keyFile.utf8), directory + "/" + ExtractManifest.keyFileName)
        let page = ExtractPage(manifest: manifest, records: pageRecords, report: report, aircraft: chosen.aircraft)
        try Self.write(Data(page.html.utf8), directory + "/index.html")
        var notes = approval.people.isEmpty ? ["made from copies of records: no party has approved it"] : []
        notes += chosen.ambiguous.map { "“\($0)” is the call sign of several aircraft; name an identifier" }
        notes += await stamp(manifest, in: directory)
        try ExtractSums.write(in: directory)
        let withheld = manifest.records.reduce(0) { $0 + $1.withheld.values.reduce(0, +) }
        return Outcome(released: chosen.count, withheld: withheld, notes: notes)
    }

    /// Who approved the release: of every party whose own record is among the sources, two people, in that record.
    private func approval(in sources: [ExtractSource]) throws -> (people: [Person], entries: [EvidenceReference]) {
        let own = sources.filter(\.isPrivate).flatMap { source in
            source.items.compactMap { item in
                item.entry.map { (reference: EvidenceReference(record: source.origin, index: item.index), entry: $0) }
            }
        }
        let parties = sources.filter(\.isPrivate).compactMap { try? RecordOrigin(parsing: $0.origin).writer }
        return try ReleaseApproval.check(query: query.text, of: Set(parties), entries: own)
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

    private func write(
        _ source: ExtractSource, _ chosen: ExtractChoice, number: Int, in directory: String
    ) async throws -> (manifest: ExtractManifest.Record, page: ExtractPage.Record) {
        let folder = "records/\(number + 1)"
        let path = directory + "/" + folder
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw InquiryError.extract(reason: "\(path) can't be made: \(error.localizedDescription)") }
        let items = source.items.filter { chosen.contains($0, of: source) }
        let signed = source.checkpoint(covering: items.last?.index)
        let size = signed.checkpoint.size
        try Self.write(Data(signed.bytes), path + "/checkpoint")
        var shown: [ExtractPage.Entry] = []
        for item in items {
            let inclusion = try await source.reader.inclusionProof(at: item.index, inTreeOfSize: size)
            let proof = TransparencyProof(inclusion: inclusion, checkpoint: signed)
            try Self.write(Data(item.bytes), path + "/\(item.index).entry")
            try Self.write(Data(proof.bytes), path + "/\(item.index).tlog-proof")
            shown.append(
                ExtractPage.Entry(index: item.index, bytes: item.bytes, hashes: inclusion.hashes.map(\.base64)))
        }
        var withheld: [String: Int] = [:]
        for item in source.items where item.index < size && !chosen.contains(item, of: source) {
            withheld[item.entry?.type ?? "unknown", default: 0] += 1
        }
        let manifest = ExtractManifest.Record(
            origin: source.origin, key: source.key?.description,
            witnesses: signed.cosigners(among: witnesses).map(\.key.description), directory: folder, size: size,
            released: items.map(\.index), withheld: withheld)
        return (manifest, ExtractPage.Record(checkpoint: signed.note.string, entries: shown))
    }

    static func write(_ data: Data, _ path: String) throws {
        do { try data.write(to: URL(filePath: path), options: .atomic) } catch {
            throw InquiryError.extract(reason: "\(path) can't be written: \(error.localizedDescription)")
        }
    }
}
