/// What a log says of itself at one moment: its name, how many entries it has, and their root (C2SP tlog-checkpoint).
public struct Checkpoint: Sendable, Hashable {
    /// The name of the log, unique to it.
    public let origin: String
    /// Entries in the tree.
    public let size: UInt64
    /// The root hash of the tree of that size.
    public let root: TreeHash
    /// Further lines, which no proof covers. Parley writes none.
    public let extensions: [String]

    /// A checkpoint with these parts.
    public init(origin: String, size: UInt64, root: TreeHash, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a checkpoint.
    public init(text: String) throws(RecordError) {
        let newline = UInt8(ascii: "\n")
        let bytes = Array(text.utf8)
        guard bytes.last == newline else { throw .malformed("a checkpoint must end in a newline") }
        let lines = bytes.dropLast().split(separator: newline, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
            throw .malformed("a checkpoint has an origin, a size and a root hash, one a line, and no empty line")
        }
        guard let size = Decimal.parse(lines[1]) else { throw .malformed("“\(lines[1])” is no size of a tree") }
        guard let root = TreeHash(base64: lines[2]) else { throw .malformed("“\(lines[2])” is no root hash") }
        guard size > 0 || root == .emptyTree else {
            throw .malformed("an empty tree has one root only, and the checkpoint gives another")
        }
        self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...]))
    }

    /// The text that is signed.
    public var text: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// Whether both are about the log of one name. Names are compared byte for byte.
    func isOfSameOrigin(as other: Checkpoint) -> Bool { origin.utf8.elementsEqual(other.origin.utf8) }
}

/// Numbers as the formats write them: decimal, no sign, no leading zero.
enum Decimal {
    static func parse(_ text: some StringProtocol) -> UInt64? {
        guard let first = text.utf8.first, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard first != 0x30 || text.utf8.count == 1 else { return nil }
        return UInt64(text)
    }
}
