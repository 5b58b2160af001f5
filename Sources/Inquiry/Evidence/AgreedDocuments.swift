import Accord
import Foundation

/// The agreements that were signed in some records, put together from the blobs in which they travelled.
enum AgreedDocuments {
    /// Every signed version whose text is there and is what its hash says, in the order of the first signature.
    static func documents(in entries: [EvidenceEntry]) -> [AgreementDocument] {
        var parts: [String: [Int: [UInt8]]] = [:]
        var counts: [String: Int] = [:]
        for place in entries {
            guard let blob = place.body(BlobBody.self), let data = Data(base64Encoded: blob.data) else { continue }
            parts[blob.sha256, default: [:]][blob.part] = Array(data)
            counts[blob.sha256] = blob.parts
        }
        var documents: [AgreementDocument] = []
        var seen: Set<String> = []
        for place in entries {
            guard let signed = place.body(AgreementSignedBody.self), seen.insert(signed.sha256).inserted,
                let pieces = parts[signed.sha256], let count = counts[signed.sha256], pieces.count == count
            else { continue }
            let bytes = (0..<count).flatMap { pieces[$0] ?? [] }
            guard AgreementDocument.sha256(of: bytes) == signed.sha256, let document = try? AgreementDocument(bytes)
            else { continue }
            documents.append(document)
        }
        return documents
    }
}
