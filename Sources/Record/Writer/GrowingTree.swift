/// A tree being written: its frontier, the tiles at its right-hand edge and the bundle of entries not yet full.
///
/// Everything to the left of this is in full tiles that never change.
struct GrowingTree {
    private(set) var frontier = MerkleFrontier()
    /// The hashes of the partial tile of each level, lowest first.
    private(set) var rows = [[TreeHash]](repeating: [], count: 8)
    /// The partial bundle.
    private(set) var bundle: [UInt8] = []

    var size: UInt64 { frontier.size }
    var root: TreeHash { frontier.root }

    init() {}

    /// The tree of `size` entries whose right-hand edge this is; nil when the counts do not fit the size.
    init?(size: UInt64, rows: [[TreeHash]], bundle: [UInt8]) {
        guard rows.count == 8 else { return nil }
        for (level, row) in rows.enumerated() {
            guard row.count == Int(TileCoordinate.count(level: level, size: size) & 0xFF) else { return nil }
        }
        self.rows = rows
        self.bundle = bundle
        frontier = MerkleFrontier(size: size, rows: rows)
    }

    /// Adds an entry; gives every tile and bundle that it fills to `full`.
    mutating func append(_ entry: [UInt8], full: (RecordResource, [UInt8]) -> Void) {
        EntryBundle.append(entry, to: &bundle)
        let leaf = TreeHash.leaf(entry)
        rows[0].append(leaf)
        frontier.append(leaf) { height, root in rows[height / 8].append(root) }
        guard size & 0xFF == 0 else { return }
        full(.entries(index: size >> 8 - 1, width: TileCoordinate.fullWidth), bundle)
        // Made anew, never emptied with its capacity: one that is shared meanwhile would be copied with that capacity rounded up to
        // whole pages, a page more each time.
        let usualBytes = bundle.count
        bundle = []
        bundle.reserveCapacity(usualBytes)
        for level in rows.indices where rows[level].count == TileCoordinate.fullWidth {
            let index = TileCoordinate.count(level: level, size: size) >> 8 - 1
            full(.tile(TileCoordinate(level: level, index: index)), TileContent.encode(rows[level]))
            rows[level].removeAll(keepingCapacity: true)
        }
    }

    /// Forgets the entries of the partial bundle; nothing can be appended afterwards.
    mutating func dropBundle() { bundle = [] }

    /// The partial tiles and the partial bundle of the tree when it had `atSize` entries, as far as they do not lie in
    /// tiles that are full by now.
    func rightEdge(atSize earlier: UInt64) -> [(resource: RecordResource, bytes: [UInt8])] {
        var edge: [(resource: RecordResource, bytes: [UInt8])] = []
        for tile in TileCoordinate.rightEdge(size: earlier)
        where TileCoordinate.count(level: tile.level, size: size) >> 8 == tile.index {
            edge.append((.tile(tile), TileContent.encode(Array(rows[tile.level][..<tile.width]))))
        }
        let width = Int(earlier & 0xFF)
        if width > 0, earlier >> 8 == size >> 8,
            let last = try? EntryBundle.ranges(in: bundle, count: width, exactly: false).last
        {
            edge.append((.entries(index: earlier >> 8, width: width), Array(bundle[..<last.upperBound])))
        }
        return edge
    }
}

/// The bytes of a tile: its hashes side by side.
enum TileContent {
    static func encode(_ hashes: [TreeHash]) -> [UInt8] {
        hashes.withUnsafeBytes { Array($0) }
    }

    /// The first `width` hashes of a tile that may hold more; nil when it holds fewer or ends within one.
    static func decode(_ bytes: [UInt8], width: Int) -> [TreeHash]? {
        guard bytes.count >= width * TreeHash.byteCount, bytes.count % TreeHash.byteCount == 0 else { return nil }
        return bytes.withUnsafeBytes { buffer in
            (0..<width).map { number in
                let start = number * TreeHash.byteCount
                let end = start + TreeHash.byteCount
                return TreeHash(rawBytes: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
            }
        }
    }
}
