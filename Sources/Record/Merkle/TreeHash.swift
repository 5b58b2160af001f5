/// One SHA-256 hash of a Merkle tree: a leaf, an inner node or a root (32 bytes).
///
/// Kept as four words so that it lives in registers and arrays of hashes are one flat piece of memory, laid out exactly
/// as a tile is.
public struct TreeHash: Hashable, Sendable {
    /// Bytes in a hash.
    public static let byteCount = 32

    var word0: UInt64 = 0
    var word1: UInt64 = 0
    var word2: UInt64 = 0
    var word3: UInt64 = 0

    /// Thirty-two zero bytes, which is the hash of nothing known.
    static let zero = TreeHash()

    private init() {}

    /// A hash of exactly 32 bytes; nil for any other count.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init()
        withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: bytes) }
    }

    /// A hash from 32 bytes of memory.
    init(rawBytes: UnsafeRawBufferPointer) {
        self = rawBytes.loadUnaligned(as: TreeHash.self)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

    /// A hash from its standard base64 form; nil when that is not the canonical encoding of 32 bytes.
    public init?(base64: some StringProtocol) {
        guard let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes)
    }

    /// The bytes as 64 hexadecimal digits, for names of files.
    var hexadecimal: String { bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

    /// The standard base64 form (RFC 4648, section 4), as checkpoints and proofs carry it.
    public var base64: String { Base64.encode(bytes) }
}

extension TreeHash: CustomStringConvertible {
    /// The base64 form.
    public var description: String { base64 }
}
