import Accord
import Airspace
import Foundation

/// The zones of the agreements that stand in some records, put together from the blobs in which they travelled.
enum AgreedZones {
    /// Zones by identifier and by either name, lower case; where agreements differ, the one signed last counts.
    static func zones(in entries: [EvidenceEntry]) -> [String: Volume] {
        var parts: [String: [Int: [UInt8]]] = [:]
        var counts: [String: Int] = [:]
        for place in entries {
            guard let blob = place.body(BlobBody.self), let data = Data(base64Encoded: blob.data) else { continue }
            parts[blob.sha256, default: [:]][blob.part] = Array(data)
            counts[blob.sha256] = blob.parts
        }
        var zones: [String: Volume] = [:]
        var seen: Set<String> = []
        for place in entries {
            guard let signed = place.body(AgreementSignedBody.self), seen.insert(signed.sha256).inserted,
                let pieces = parts[signed.sha256], let count = counts[signed.sha256], pieces.count == count
            else { continue }
            let bytes = (0..<count).flatMap { pieces[$0] ?? [] }
            guard AgreementDocument.sha256(of: bytes) == signed.sha256, let document = try? AgreementDocument(bytes)
            else {
                continue
            }
            for zone in document.agreement.zones {
                for name in [zone.identifier, zone.name.english, zone.name.russian] {
                    zones[name.lowercased()] = zone.volume
                }
            }
        }
        return zones
    }
}
