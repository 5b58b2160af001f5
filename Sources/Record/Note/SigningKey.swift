import Crypto
import Foundation

/// A private Ed25519 key with its name. Never logged: it has no description.
public struct SigningKey: Sendable {
    /// The key that checks this one's signatures on a record's checkpoints.
    public let verifierKey: VerifierKey
    /// The key that checks this one's cosignatures on others' checkpoints.
    public let cosignatureKey: VerifierKey
    private let privateKey: Curve25519.Signing.PrivateKey

    /// The name, which for the key of a record is its origin.
    public var name: String { verifierKey.name }

    /// A new key.
    public init(name: String) throws(RecordError) {
        try self.init(name: name, privateKey: Curve25519.Signing.PrivateKey())
    }

    /// A key from the 32 bytes of its seed.
    public init(name: String, seed: [UInt8]) throws(RecordError) {
        guard let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .malformed("the seed of a private key has 32 bytes")
        }
        try self.init(name: name, privateKey: privateKey)
    }

    private init(name: String, privateKey: Curve25519.Signing.PrivateKey) throws(RecordError) {
        let publicKey = Array(privateKey.publicKey.rawRepresentation)
        verifierKey = try VerifierKey(name: name, kind: .ed25519, publicKey: publicKey)
        cosignatureKey = try VerifierKey(name: name, kind: .cosignature, publicKey: publicKey)
        self.privateKey = privateKey
    }

    /// The same private key under another name, for a record that continues another with the same key.
    public func renamed(_ name: String) throws(RecordError) -> SigningKey {
        try SigningKey(name: name, privateKey: privateKey)
    }

    /// Reads the text of a key file: `PRIVATE+KEY+name+hash+base64(0x01 ‖ seed)`, as Go's note tools write it.
    init(fileText: String) throws(RecordError) {
        let line = fileText.utf8.last == UInt8(ascii: "\n") ? String(fileText.dropLast()) : fileText
        let fields = line.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0] == "PRIVATE", fields[1] == "KEY",
            let blob = Base64.decode(fields[4]), blob.first == VerifierKey.Kind.ed25519.rawValue
        else { throw .malformed("the file does not hold a private key") }
        try self.init(name: String(fields[2]), seed: Array(blob.dropFirst()))
        guard verifierKey.description.split(separator: "+")[1] == fields[3] else {
            throw .malformed("the hash in the private key file does not fit its key")
        }
    }

    /// The text of a key file.
    var fileText: String {
        let hash = verifierKey.description.split(separator: "+")[1]
        let blob = [VerifierKey.Kind.ed25519.rawValue] + Array(privateKey.rawRepresentation)
        return "PRIVATE+KEY+\(name)+\(hash)+\(Base64.encode(blob))\n"
    }

    /// Signs the text of a note as its own log.
    public func sign(_ text: String) throws(RecordError) -> NoteSignature {
        NoteSignature(keyName: name, keyID: verifierKey.keyID, signature: try rawSignature(of: Array(text.utf8)))
    }

    /// Cosigns the text of a checkpoint: states that, at this time, the largest consistent tree seen for its origin was
    /// this one.
    public func cosign(_ text: String, timeUnixSeconds: UInt64) throws(RecordError) -> NoteSignature {
        let message = Cosignature.message(text: text, timeUnixSeconds: timeUnixSeconds)
        let signature = timeUnixSeconds.bigEndianBytes + (try rawSignature(of: message))
        return NoteSignature(keyName: name, keyID: cosignatureKey.keyID, signature: signature)
    }

    private func rawSignature(of message: [UInt8]) throws(RecordError) -> [UInt8] {
        do { return Array(try privateKey.signature(for: message)) } catch {
            throw .stopped(reason: "the private key of \(name) cannot sign: \(error)")
        }
    }
}
