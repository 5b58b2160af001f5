/// One signature line of a note: `— name base64(key id ‖ signature)` (C2SP signed-note).
public struct NoteSignature: Sendable, Hashable {
    /// The name of the key that signed.
    public var keyName: String
    /// The first four bytes of the hash that names the key, big-endian.
    public var keyID: UInt32
    /// The signature; for a cosignature the 8-byte time and the 64-byte signature.
    public var signature: [UInt8]

    /// A signature line with these parts.
    public init(keyName: String, keyID: UInt32, signature: [UInt8]) {
        self.keyName = keyName
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads one line, without its newline.
    public init(line: some StringProtocol) throws(RecordError) {
        let bytes = Array(line.utf8)
        let dash = Array("— ".utf8)
        guard bytes.starts(with: dash) else { throw .malformed("a signature line must begin with “— ”") }
        let fields = bytes.dropFirst(dash.count).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard fields.count == 2, let name = String(validating: fields[0], as: UTF8.self), KeyName.isValid(name) else {
            throw .malformed("a signature line must be “— ”, a key name, a space and base64")
        }
        guard let blob = Base64.decode(String(decoding: fields[1], as: UTF8.self)), blob.count > 4 else {
            throw .malformed("the signature of \(name) is not base64 of a key id and a signature")
        }
        keyName = name
        keyID = blob[..<4].reduce(0) { $0 << 8 | UInt32($1) }
        signature = Array(blob[4...])
    }

    /// The line, with its newline.
    public var line: String {
        "— \(keyName) \(Base64.encode(keyID.bigEndianBytes + signature))\n"
    }

    /// Whether this claims to be by `key`.
    public func isBy(_ key: VerifierKey) -> Bool {
        keyID == key.keyID && keyName.utf8.elementsEqual(key.name.utf8)
    }
}

extension FixedWidthInteger {
    /// The bytes, most significant first.
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
