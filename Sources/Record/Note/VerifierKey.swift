import Crypto
import Foundation

/// A public key with its name, in the standard form `name+hash+key` (C2SP signed-note).
public struct VerifierKey: Sendable, Hashable {
    /// What a key signs, which is part of its identity.
    public enum Kind: UInt8, Sendable {
        /// Ed25519 over the text of a note: a log's own signature.
        case ed25519 = 0x01
        /// Ed25519 over a time and a checkpoint: a witness's cosignature (C2SP tlog-cosignature, v1).
        case cosignature = 0x04
    }

    /// The name; for the key of a record it equals the origin.
    public let name: String
    /// What it signs.
    public let kind: Kind
    /// The 32 bytes of the Ed25519 public key.
    public let publicKey: [UInt8]
    /// The short identifier: the first four bytes of `SHA-256(name ‖ 0x0A ‖ kind ‖ public key)`.
    public let keyID: UInt32

    /// A key from its parts.
    public init(name: String, kind: Kind, publicKey: [UInt8]) throws(RecordError) {
        guard KeyName.isValid(name) else {
            throw .verifierKey(.name(name))
        }
        guard publicKey.count == 32 else { throw .verifierKey(.bytes(publicKey.count)) }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
        let digest = TreeHash.plain(Array(name.utf8) + [0x0A, kind.rawValue] + publicKey).bytes
        keyID = digest[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads the form `name+hash+key`.
    public init(_ text: some StringProtocol) throws(RecordError) {
        // The base64 may itself hold a plus sign, so only the first two separate.
        let fields = Array(text.utf8).split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let name = String(validating: fields[0], as: UTF8.self) else {
            throw .verifierKey(.form(text: String(text)))
        }
        guard let blob = Base64.decode(String(decoding: fields[2], as: UTF8.self)), let kindByte = blob.first else {
            throw .verifierKey(.base64(name: name))
        }
        guard let kind = Kind(rawValue: kindByte) else {
            throw .verifierKey(.kind(name: name, kind: kindByte))
        }
        try self.init(name: name, kind: kind, publicKey: Array(blob.dropFirst()))
        guard Self.hexadecimal(keyID).utf8.elementsEqual(fields[1]) else {
            throw .verifierKey(.hash(name: name))
        }
    }

    /// Whether `signature` is by this key over `text`.
    public func isValid(_ signature: NoteSignature, over text: String) -> Bool {
        guard signature.isBy(self) else { return false }
        switch kind {
        case .ed25519:
            return isValid(rawSignature: signature.signature, over: Array(text.utf8))
        case .cosignature:
            guard let cosignature = Cosignature(signature) else { return false }
            return isValid(
                rawSignature: cosignature.signature,
                over: Cosignature.message(text: text, timeUnixSeconds: cosignature.timeUnixSeconds))
        }
    }

    private func isValid(rawSignature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(rawSignature, for: message)
    }

    private static func hexadecimal(_ keyID: UInt32) -> String {
        let digits = String(keyID, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension VerifierKey: CustomStringConvertible {
    /// The form `name+hash+key`.
    public var description: String {
        "\(name)+\(Self.hexadecimal(keyID))+\(Base64.encode([kind.rawValue] + publicKey))"
    }
}
