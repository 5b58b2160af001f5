/// Finds the pairs that are close to each other without looking at all of them.
///
/// Space, not the map, is divided: cubes in earth-centred axes whose side is the distance asked for, so that a pair is in the same cube
/// or in neighbouring ones, at the poles and across the antimeridian as anywhere.
struct ProximityGrid {
    private var heads: [Int32] = []
    private var nexts: [Int32] = []
    private var cells: [UInt64] = []

    /// Calls `body` with each pair of indices, first before second, whose chord is at most `metres`, with the chord squared.
    mutating func forEachPair(
        x: [Double], y: [Double], z: [Double], within metres: Double,
        _ body: (_ first: Int, _ second: Int, _ chordSquared: Double) -> Void
    ) {
        let count = x.count
        let limit = metres * metres
        guard count > 24 else {
            for second in 0..<count {
                for first in 0..<second {
                    let chordSquared = Self.chordSquared(x, y, z, first, second)
                    if chordSquared <= limit { body(first, second, chordSquared) }
                }
            }
            return
        }
        let buckets = Self.bucketCount(for: count)
        let mask = UInt64(buckets - 1)
        if heads.count == buckets {
            for index in 0..<buckets { heads[index] = -1 }
        } else {
            heads = [Int32](repeating: -1, count: buckets)
        }
        if nexts.count < count {
            nexts = [Int32](repeating: -1, count: count)
            cells = [UInt64](repeating: 0, count: count)
        }
        // 21 bits an axis: with cubes of 10 m or more the whole earth has its own cells.
        let scale = 1 / max(metres, 10)
        for second in 0..<count {
            let column = Self.cellNumber(x[second], scale)
            let row = Self.cellNumber(y[second], scale)
            let layer = Self.cellNumber(z[second], scale)
            for neighbour in 0..<27 {
                let cell = Self.key(
                    column &+ UInt64(neighbour % 3) &- 1, row &+ UInt64(neighbour / 3 % 3) &- 1,
                    layer &+ UInt64(neighbour / 9) &- 1)
                var first = heads[Int(Self.spread(cell) & mask)]
                while first >= 0 {
                    let index = Int(first)
                    if cells[index] == cell {
                        let chordSquared = Self.chordSquared(x, y, z, index, second)
                        if chordSquared <= limit { body(index, second, chordSquared) }
                    }
                    first = nexts[index]
                }
            }
            let own = Self.key(column, row, layer)
            let bucket = Int(Self.spread(own) & mask)
            cells[second] = own
            nexts[second] = heads[bucket]
            heads[bucket] = Int32(second)
        }
    }

    private static func bucketCount(for count: Int) -> Int {
        var buckets = 64
        while buckets < 2 * count { buckets *= 2 }
        return buckets
    }

    private static func cellNumber(_ metres: Double, _ scale: Double) -> UInt64 {
        UInt64(bitPattern: Int64((metres * scale).rounded(.down))) &+ (1 << 20)
    }

    private static func key(_ column: UInt64, _ row: UInt64, _ layer: UInt64) -> UInt64 {
        (column & 0x1F_FFFF) << 42 | (row & 0x1F_FFFF) << 21 | (layer & 0x1F_FFFF)
    }

    private static func spread(_ cell: UInt64) -> UInt64 {
        let mixed = cell &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }

    private static func chordSquared(_ x: [Double], _ y: [Double], _ z: [Double], _ first: Int, _ second: Int)
        -> Double
    {
        let east = x[first] - x[second]
        let north = y[first] - y[second]
        let up = z[first] - z[second]
        return east * east + north * north + up * up
    }
}
