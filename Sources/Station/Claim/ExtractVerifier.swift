import Accord
import Foundation
import Inquiry
public import Record

/// Checks an extract: every file against the list, every entry against its proof, every proof against the checkpoint, that against the key,
/// and that whoever is said to have released it did.
public enum ExtractVerifier {
    /// What is to be said of an extract as a whole or of one of its records.
    public typealias Result = (sentence: String, isRefused: Bool)

    /// Whether a directory is an extract.
    public static func isExtract(_ directory: String) -> Bool {
        FileManager.default.fileExists(atPath: directory + "/" + ExtractManifest.fileName)
    }

    /// What is to be said of the files, of each record, and of the release.
    ///
    /// - Parameter keys: keys that the caller trusts, of records or of the parties that wrote them. The keys in the extract itself prove only that it hangs together.
    /// - Throws: `RecordError` for an extract that can't be read at all.
    public static func verify(_ directory: String, keys: [VerifierKey]) throws -> [Result] {
        if let fault = ExtractSums.fault(in: directory) { return [("Refused: \(fault).", true)] }
        let path = directory + "/" + ExtractManifest.fileName
        guard let data = FileManager.default.contents(atPath: path), data.count <= ExtractManifest.maximumBytes,
            let manifest = try? JSONDecoder().decode(ExtractManifest.self, from: data),
            manifest.format == ExtractManifest.format
        else { throw RecordError.damaged(path: path, reason: "is no list of an extract") }
        guard try contents(directory + "/" + ExtractManifest.keyFileName) == Array(manifest.keyFile.utf8) else {
            return [("Refused: \(ExtractManifest.keyFileName) has other keys than \(ExtractManifest.fileName).", true)]
        }
        var results: [Result] = []
        var entries: [(reference: EvidenceReference, entry: Entry)] = []
        for record in manifest.records {
            results.append(try verify(record, in: directory, keys: keys, entries: &entries))
        }
        guard !results.contains(where: \.isRefused) else { return results }
        return results + [release(manifest, entries)]
    }

    private static func verify(
        _ record: ExtractManifest.Record, in directory: String, keys: [VerifierKey],
        entries: inout [(reference: EvidenceReference, entry: Entry)]
    ) throws -> Result {
        let stated = try record.key.map { try VerifierKey($0) }
        let known = RecordOrigin.keys(ofRecord: record.origin, among: keys)
        let trusted = known.first { $0 == stated } ?? known.first
        if let trusted, let stated, trusted != stated {
            return ("Refused: \(record.origin): the extract gives another key than the one that is trusted.", true)
        }
        let witnesses = try record.witnesses.map { try VerifierKey($0) }
        let policy = VerificationPolicy(key: trusted ?? stated, witnesses: witnesses)
        guard !record.directory.contains(".."), !record.directory.hasPrefix("/") else {
            throw RecordError.malformed("“\(record.directory)” leads out of the extract")
        }
        let withheld = record.withheld.values.reduce(0) { $0.addingReportingOverflow(max(0, $1)).partialValue }
        let checkpoint: SignedCheckpoint
        var cosigners: Set<String> = []
        do {
            checkpoint = try SignedCheckpoint(try contents("\(directory)/\(record.directory)/checkpoint"))
            guard checkpoint.checkpoint.origin == record.origin, checkpoint.checkpoint.size == record.size,
                withheld >= 0, UInt64(withheld) + UInt64(record.released.count) <= record.size
            else { throw RecordError.malformed("\(ExtractManifest.fileName) is not of this checkpoint") }
            if let key = trusted ?? stated { try checkpoint.verify(by: key) }
            cosigners.formUnion(checkpoint.cosigners(among: witnesses).map(\.key.name))
            guard cosigners.count == Set(witnesses.map(\.name)).count else {
                throw RecordError.signatureRejected("a witness is named that has not cosigned")
            }
        } catch let error as RecordError { return ("Refused: \(record.origin): \(error).", true) }
        for index in record.released {
            let base = "\(directory)/\(record.directory)/\(index)"
            do {
                let proof = try TransparencyProof(try contents(base + ".tlog-proof"))
                guard proof.inclusion.index == index, proof.checkpoint == checkpoint else {
                    throw RecordError.proofRejected("\(base).tlog-proof is of another entry or checkpoint")
                }
                let bytes = try contents(base + ".entry")
                if let problem = RecordVerifier.verify(proof, entry: bytes, policy: policy).problem { throw problem }
                if let entry = try? Entry(bytes) {
                    entries.append((EvidenceReference(record: record.origin, index: index), entry))
                }
            } catch let error as RecordError {
                return ("Refused: \(record.origin), entry \(index): \(error).", true)
            }
        }
        return (sentence(record, withheld, cosigners, isTrusted: trusted != nil, isStated: stated != nil), false)
    }

    private static func sentence(
        _ record: ExtractManifest.Record, _ withheld: Int, _ cosigners: Set<String>, isTrusted: Bool, isStated: Bool
    ) -> String {
        var sentence =
            "\(record.origin): \(record.released.count) of its \(record.size) entries are here, each proved to stand where it is said to; "
        sentence += "\(withheld) are withheld. "
        sentence += cosigners.isEmpty ? "" : "Cosigned by \(cosigners.sorted().joined(separator: " and ")). "
        if isTrusted { return sentence + "The key that signed is the one that you gave." }
        return sentence
            + (isStated ? "The key is the extract's own: confirm it with --key." : "No key: consistent, and no more.")
    }

    /// Whether those who are said to have released it did, by entries that are proved above.
    private static func release(
        _ manifest: ExtractManifest, _ entries: [(reference: EvidenceReference, entry: Entry)]
    ) -> Result {
        guard !manifest.approvedBy.isEmpty else { return ("Made from copies: no party has approved it.", false) }
        do {
            let origins = manifest.records.compactMap { try? RecordOrigin(parsing: $0.origin) }
            let parties = Set(origins.filter { $0.scope == .privateRecord }.map(\.writer))
            let people = try ReleaseApproval.check(query: manifest.query, of: parties, entries: entries).people
            guard people.map({ "\($0.name) (\($0.role.rawValue))" }) == manifest.approvedBy else {
                return ("Refused: others approved the release than those who are said to have.", true)
            }
            let names = manifest.approvedBy.joined(separator: " and ")
            return ("Released by \(names), whose approvals are among the entries.", false)
        } catch { return ("Refused: it is said to be released, and its entries do not show it: \(error)", true) }
    }

    private static func contents(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 4 << 20 else {
            throw RecordError.missing(path: path)
        }
        return Array(data)
    }
}
