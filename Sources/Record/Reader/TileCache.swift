/// Full tiles that were checked, the most recently used of them: two generations, of which the older goes when the
/// younger is full.
struct TileCache {
    private let capacity: Int
    private var young: [TileCoordinate: [TreeHash]] = [:]
    private var old: [TileCoordinate: [TreeHash]] = [:]

    /// A cache of up to `tiles` tiles of 8 KiB.
    init(tiles: Int) { capacity = max(1, tiles / 2) }

    mutating func take(_ tile: TileCoordinate) -> [TreeHash]? {
        if let hashes = young[tile] { return hashes }
        guard let hashes = old[tile] else { return nil }
        insert(hashes, at: tile)
        return hashes
    }

    mutating func insert(_ hashes: [TreeHash], at tile: TileCoordinate) {
        if young.count >= capacity {
            old = young
            young = [:]
        }
        young[tile] = hashes
    }
}
