/// Proof in one file that an entry is in a record (C2SP tlog-proof): the index, the inclusion proof, and the signed
/// checkpoint with whatever cosignatures it has.
public struct TransparencyProof: Sendable, Equatable {
    /// The first line of the file.
    public static let header = "c2sp.org/tlog-proof@v1"

    /// Bytes of the application's own, which nothing here vouches for; nil if there are none.
    public var extra: [UInt8]?
    /// The inclusion proof.
    public var inclusion: InclusionProof
    /// The checkpoint it leads to.
    public var checkpoint: SignedCheckpoint

    /// A proof of these parts.
    public init(inclusion: InclusionProof, checkpoint: SignedCheckpoint, extra: [UInt8]? = nil) {
        self.inclusion = inclusion
        self.checkpoint = checkpoint
        self.extra = extra
    }

    /// The file.
    public var bytes: [UInt8] {
        var lines = [Self.header]
        if let extra { lines.append("extra \(Base64.encode(extra))") }
        lines.append("index \(inclusion.index)")
        lines += inclusion.hashes.map(\.base64)
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint.bytes
    }

    /// Reads a file. Nothing of it is to be believed before ``verify(entry:key:)``.
    public init(_ bytes: [UInt8]) throws(RecordError) {
        guard bytes.count <= 2 * SignedNote.maximumBytes else { throw .malformed("the proof is too large") }
        let newline = UInt8(ascii: "\n")
        guard let blank = bytes.indices.dropFirst().first(where: { bytes[$0] == newline && bytes[$0 - 1] == newline })
        else { throw .malformed("a proof needs an empty line before its checkpoint") }
        var lines = bytes[..<(blank - 1)].split(separator: newline, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }[...]
        guard lines.popFirst() == Self.header else { throw .malformed("the file is no proof of \(Self.header)") }
        if let line = lines.first, line.hasPrefix("extra ") {
            guard let extra = Base64.decode(line.dropFirst(6)) else { throw .malformed("the extra data is not base64") }
            self.extra = extra
            lines.removeFirst()
        }
        guard let line = lines.popFirst(), line.hasPrefix("index "), let index = Decimal.parse(line.dropFirst(6)) else {
            throw .malformed("the proof does not say the index of its entry")
        }
        var hashes: [TreeHash] = []
        for line in lines {
            guard let hash = TreeHash(base64: line) else { throw .malformed("“\(line)” in the proof is no hash") }
            hashes.append(hash)
        }
        checkpoint = try SignedCheckpoint(Array(bytes[(blank + 1)...]))
        inclusion = InclusionProof(index: index, treeSize: checkpoint.checkpoint.size, hashes: hashes)
    }

    /// Checks that the record of `key` holds `entry` at the index.
    @discardableResult
    public func verify(entry: [UInt8], key: VerifierKey) throws(RecordError) -> Checkpoint {
        let signed = try checkpoint.verify(by: key)
        try inclusion.verify(leaf: TreeHash.leaf(entry), root: signed.root)
        return signed
    }
}
