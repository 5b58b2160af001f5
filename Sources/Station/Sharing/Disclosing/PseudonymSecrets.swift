import Accord
import Record

/// The secrets that pseudonyms are made with: one for each agreement, kept beside the private keys.
struct PseudonymSecrets: Sendable {
    let directory: NodeDirectory

    /// The pseudonyms of an agreement. Its secret is made when it is asked for first.
    ///
    /// - Throws: what the disk says; then nothing may be told under a pseudonym.
    func pseudonyms(of agreement: String) throws -> Pseudonyms {
        let path = "\(directory.keys)/pseudonyms-\(agreement).key"
        if let known = try PrivateFile.read(path, maximumBytes: 64) {
            return try Pseudonyms(agreement: agreement, secret: known)
        }
        let secret = Secrets.bytes(32)
        try PrivateFile.write(secret, to: path)
        return try Pseudonyms(agreement: agreement, secret: secret)
    }
}
