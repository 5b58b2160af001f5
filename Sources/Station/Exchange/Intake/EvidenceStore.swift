import Foundation
import Record

/// Keeps what shows that a peer signed two histories, or took one back: both signed heads, as bytes that anyone can check
/// with the peer's key alone (`parley record fork`).
struct EvidenceStore: Sendable {
    /// The directory, made when the first evidence comes.
    let directory: String

    /// Keeps two signed checkpoints and why they can't both stand.
    ///
    /// - Returns: the directory that holds them.
    /// - Throws: what the disk says.
    @discardableResult
    func keep(
        peer: String, first: SignedCheckpoint, second: SignedCheckpoint, key: VerifierKey, reason: String,
        nowUnixSeconds: Double
    ) throws -> String {
        let hash = DocumentStore.hash(first.bytes + second.bytes).prefix(12)
        let place = "\(directory)/\(peer)-\(hash)"
        let files = SystemFiles()
        try files.makeDirectories(place, permissions: 0o700)
        let time = Date(timeIntervalSince1970: nowUnixSeconds).formatted(.iso8601)
        let text = "\(time)\n\(reason)\nkey: \(key)\nfirst.checkpoint and second.checkpoint are both signed by it.\n"
        for (name, bytes) in [
            ("first.checkpoint", first.bytes), ("second.checkpoint", second.bytes), ("reason.txt", Array(text.utf8)),
        ] {
            try PrivateFile.write(bytes, to: "\(place)/\(name)")
        }
        return place
    }
}
