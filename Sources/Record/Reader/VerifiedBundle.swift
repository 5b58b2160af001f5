/// Up to 256 entries, each of which hashes to its leaf in a checked tile.
public struct VerifiedBundle: Sendable {
    /// The index of the first entry.
    public let firstIndex: UInt64
    private let bytes: [UInt8]
    private let ranges: [Range<Int>]

    /// How many entries.
    public var count: Int { ranges.count }
    /// Whether the bundle is full, and so never changes.
    public var isFull: Bool { count == TileCoordinate.fullWidth }
    /// The entries.
    public var entries: [[UInt8]] { ranges.map { Array(bytes[$0]) } }

    /// The entry at a place in the bundle.
    public func entry(_ number: Int) -> [UInt8] { Array(bytes[ranges[number]]) }

    /// Checks the bytes of a bundle against the leaves; with `exactly`, nothing may follow them.
    init(
        _ bytes: [UInt8], index: UInt64, leaves: [TreeHash], path: String, exactly: Bool
    ) throws(RecordError) {
        firstIndex = index << 8
        self.bytes = bytes
        do { ranges = try EntryBundle.ranges(in: bytes, count: leaves.count, exactly: exactly) } catch {
            throw .damaged(path: path, reason: error.description)
        }
        let wrong = bytes.withUnsafeBytes { buffer in
            ranges.indices.first { number in
                TreeHash.leaf(rawBytes: UnsafeRawBufferPointer(rebasing: buffer[ranges[number]])) != leaves[number]
            }
        }
        if let wrong {
            throw .damaged(path: path, reason: "entry \(firstIndex + UInt64(wrong)) does not hash to its leaf")
        }
    }
}
