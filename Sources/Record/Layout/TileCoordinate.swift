/// Which tile of a tree: 256 hashes side by side, or the first few of them at the right-hand edge (C2SP tlog-tiles).
public struct TileCoordinate: Sendable, Hashable {
    /// Hashes in a full tile.
    public static let fullWidth = 256

    /// 0 holds the hashes of entries; each further level holds one hash for a full tile below.
    public let level: Int
    /// The index of the tile in its level.
    public let index: UInt64
    /// Hashes in the tile, 1 to 256; fewer than 256 is a partial tile.
    public let width: Int

    /// A tile.
    public init(level: Int, index: UInt64, width: Int = TileCoordinate.fullWidth) {
        self.level = level
        self.index = index
        self.width = width
    }

    /// Whether the tile is full, and so never changes.
    public var isFull: Bool { width == Self.fullWidth }

    /// The full tile in whose beginning this one lies.
    public var full: TileCoordinate { TileCoordinate(level: level, index: index) }

    /// How many perfect subtrees of this level's height a tree of `size` has.
    static func count(level: Int, size: UInt64) -> UInt64 { level >= 8 ? 0 : size >> UInt64(8 * level) }

    /// The tile at `index` of `level` as it is in a tree of `size`; nil when that tree has none there.
    static func inTree(level: Int, index: UInt64, size: UInt64) -> TileCoordinate? {
        let count = count(level: level, size: size)
        guard index < (count >> 8) + (count & 0xFF == 0 ? 0 : 1) else { return nil }
        let width = index < count >> 8 ? fullWidth : Int(count & 0xFF)
        return TileCoordinate(level: level, index: index, width: width)
    }

    /// The partial tiles of a tree of `size`, lowest level first: its right-hand edge.
    static func rightEdge(size: UInt64) -> [TileCoordinate] {
        (0..<8).compactMap { level in
            let count = count(level: level, size: size)
            guard count & 0xFF > 0 else { return nil }
            return TileCoordinate(level: level, index: count >> 8, width: Int(count & 0xFF))
        }
    }
}
