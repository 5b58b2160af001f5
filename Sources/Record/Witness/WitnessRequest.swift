/// What is sent to a witness: a new checkpoint and the proof that it extends the last one that the witness cosigned
/// (C2SP tlog-witness). It is at the same time a consistency proof in one file.
public struct WitnessRequest: Sendable, Equatable {
    /// The most hashes that a proof may have.
    public static let maximumHashes = 63
    /// The most bytes that a request may have.
    public static let maximumBytes = SignedNote.maximumBytes + 8192

    /// The size of the checkpoint that the witness cosigned last, as the sender believes; zero if none.
    public var oldSize: UInt64
    /// The consistency proof from the old size.
    public var proof: [TreeHash]
    /// The new checkpoint.
    public var checkpoint: SignedCheckpoint

    /// A request of these parts.
    public init(oldSize: UInt64, proof: [TreeHash], checkpoint: SignedCheckpoint) {
        self.oldSize = oldSize
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// The body of the call.
    public var bytes: [UInt8] {
        let lines = ["old \(oldSize)"] + proof.map(\.base64)
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint.bytes
    }

    /// Reads the body of a call.
    public init(_ bytes: [UInt8]) throws(RecordError) {
        guard bytes.count <= Self.maximumBytes else { throw .malformed("the request is too large") }
        let newline = UInt8(ascii: "\n")
        guard let blank = bytes.indices.dropFirst().first(where: { bytes[$0] == newline && bytes[$0 - 1] == newline })
        else { throw .malformed("a request needs an empty line before its checkpoint") }
        var lines = bytes[..<(blank - 1)].split(separator: newline, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }[...]
        guard let line = lines.popFirst(), line.hasPrefix("old "), let size = Decimal.parse(line.dropFirst(4)) else {
            throw .malformed("a request must begin with “old ” and a size")
        }
        guard lines.count <= Self.maximumHashes else { throw .malformed("a proof has at most 63 hashes") }
        var proof: [TreeHash] = []
        for line in lines {
            guard let hash = TreeHash(base64: line) else { throw .malformed("“\(line)” is no hash") }
            proof.append(hash)
        }
        self.init(oldSize: size, proof: proof, checkpoint: try SignedCheckpoint(Array(bytes[(blank + 1)...])))
    }
}
