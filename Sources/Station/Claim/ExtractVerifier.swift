import Foundation
import Inquiry
public import Record

/// Checks an extract: every entry against its proof, every proof against the checkpoint, that against the key.
public enum ExtractVerifier {
    /// Whether a directory is an extract.
    public static func isExtract(_ directory: String) -> Bool {
        FileManager.default.fileExists(atPath: directory + "/" + ExtractManifest.fileName)
    }

    /// One verification for each entry, and for each record what is to be said.
    ///
    /// - Parameter keys: keys that the caller trusts. The keys in the extract itself prove only that it hangs together.
    /// - Throws: `RecordError` for an extract that can't be read at all.
    public static func verify(_ directory: String, keys: [VerifierKey]) throws -> [(sentence: String, isRefused: Bool)]
    {
        let path = directory + "/" + ExtractManifest.fileName
        guard let data = FileManager.default.contents(atPath: path), data.count <= ExtractManifest.maximumBytes,
            let manifest = try? JSONDecoder().decode(ExtractManifest.self, from: data),
            manifest.format == ExtractManifest.format
        else { throw RecordError.damaged(path: path, reason: "is no list of an extract") }
        var results: [(sentence: String, isRefused: Bool)] = []
        for record in manifest.records { results.append(try verify(record, in: directory, keys: keys)) }
        return results
    }

    private static func verify(
        _ record: ExtractManifest.Record, in directory: String, keys: [VerifierKey]
    ) throws -> (sentence: String, isRefused: Bool) {
        let trusted = keys.first { $0.name == record.origin }
        let stated = try record.key.map { try VerifierKey($0) }
        if let trusted, let stated, trusted != stated {
            return ("Refused: \(record.origin): the extract gives another key than the one that is trusted.", true)
        }
        let policy = VerificationPolicy(
            key: trusted ?? stated, witnesses: try record.witnesses.map { try VerifierKey($0) })
        guard !record.directory.contains(".."), !record.directory.hasPrefix("/") else {
            throw RecordError.malformed("“\(record.directory)” leads out of the extract")
        }
        var cosigners: Set<String> = []
        for index in record.released {
            let base = "\(directory)/\(record.directory)/\(index)"
            do {
                let proof = try TransparencyProof(try contents(base + ".tlog-proof"))
                guard proof.inclusion.index == index, proof.checkpoint.checkpoint.origin == record.origin else {
                    throw RecordError.proofRejected("\(base).tlog-proof is of another entry")
                }
                let result = RecordVerifier.verify(proof, entry: try contents(base + ".entry"), policy: policy)
                if let problem = result.problem { throw problem }
                cosigners.formUnion(result.cosigners)
            } catch let error as RecordError {
                return ("Refused: \(record.origin), entry \(index): \(error).", true)
            }
        }
        let count = record.released.count
        let withheld = record.withheld.values.reduce(0, +)
        var sentence =
            "\(record.origin): \(count) of its \(record.size) entries are here, each proved to stand where it is said to; "
        sentence += "\(withheld) are withheld. "
        sentence += cosigners.isEmpty ? "" : "Cosigned by \(cosigners.sorted().joined(separator: " and ")). "
        if trusted != nil {
            sentence += "The key that signed is the one that you gave."
        } else {
            sentence +=
                stated == nil
                ? "No key: consistent, and no more." : "The key is the extract's own: confirm it with --key."
        }
        return (sentence, false)
    }

    private static func contents(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 1 << 20 else {
            throw RecordError.missing(path: path)
        }
        return Array(data)
    }
}
