extension SweepList {
    /// A place in the list that follows a key upwards or downwards, cheaply when the key moves little.
    struct Finger {
        /// The position of the first aircraft whose key is not below the last key sought.
        var position = 0
    }

    /// The left key at a position.
    @inline(__always)
    static func left(_ blocks: Span<Block>, _ position: Int) -> Int32 {
        blocks[unchecked: position >> 2].left[position & 3]
    }

    /// Moves a finger to the first of `count` aircraft whose key is `key` or more.
    @inline(__always)
    static func seek(_ blocks: Span<Block>, _ count: Int, _ finger: inout Finger, _ key: Int32) {
        var low = finger.position
        var step = 1
        if low < count, left(blocks, low) < key {
            // Upwards in growing steps, then halving.
            var high = low + 1
            while high < count, left(blocks, high) < key {
                low = high
                step *= 2
                high = min(high + step, count)
            }
            finger.position = partition(blocks, low + 1, high, key)
        } else {
            var high = low
            low = max(high - 1, 0)
            while low > 0, left(blocks, low) >= key {
                high = low
                step *= 2
                low = max(low - step, 0)
            }
            finger.position = partition(blocks, low, high, key)
        }
    }

    /// The first position from `low` to `high` whose key is `key` or more; `high` if none.
    @inline(__always)
    private static func partition(_ blocks: Span<Block>, _ low: Int, _ high: Int, _ key: Int32) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) >> 1
            if left(blocks, middle) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Pairs that the index could not rule out, as two indices in one number, and how many it looked at.
struct SweepHarvest {
    /// The lower index above, the higher below.
    var candidates: [UInt64] = []
    /// Pairs of boxes compared, by whole blocks of four.
    var pairsExamined = 0
}

extension SweepList {
    /// Compares one aircraft with those of a list from a position on, until a box begins to the right of `right`.
    @inline(__always)
    static func scan(
        _ blocks: Span<Block>, _ motions: Span<ChordMotion>, _ indices: Span<Int32>, from position: Int, right: Int32,
        _ own: ChordMotion, _ ownIndex: Int32, _ query: Query, _ test: ChordTest, _ faceBit: UInt32,
        _ harvest: inout SweepHarvest
    ) {
        let lanes = SIMD4<Int32>(0, 1, 2, 3)
        let bits = SIMD4<Int32>(1, 2, 4, 8)
        let rights = SIMD4<Int32>(repeating: right)
        var number = position >> 2
        let firstNumber = number
        var open = lanes .>= SIMD4(repeating: Int32(truncatingIfNeeded: position & 3))
        while true {
            let block = blocks[unchecked: number]
            let inside = block.left .<= rights
            let overlaps =
                open .& inside .& (block.low .<= query.high) .& (block.high .>= query.low)
                .& (block.lowest .<= query.highest) .& (block.highest .>= query.lowest)
            var hits = UInt32(
                truncatingIfNeeded: bits.replacing(with: 0, where: .!overlaps).wrappedSum())
            while hits != 0 {
                let lane = hits.trailingZeroBitCount
                hits &= hits &- 1
                let other = number << 2 + lane
                let motion = motions[unchecked: other]
                if test.mayMeet(own, motion), (own.faces & motion.faces) & (0 &- (own.faces & motion.faces)) == faceBit
                {
                    let otherIndex = indices[unchecked: other]
                    let low = UInt32(bitPattern: min(ownIndex, otherIndex))
                    let high = UInt32(bitPattern: max(ownIndex, otherIndex))
                    harvest.candidates.append(UInt64(low) << 32 | UInt64(high))
                }
            }
            if !inside[3] { break }
            open = SIMDMask(repeating: true)
            number += 1
        }
        harvest.pairsExamined += (number - firstNumber + 1) * 4
    }

    /// The box of one aircraft in every lane.
    struct Query {
        var low: SIMD4<Float>
        var high: SIMD4<Float>
        var lowest: SIMD4<Float>
        var highest: SIMD4<Float>

        @inline(__always)
        init(_ blocks: Span<Block>, _ position: Int) {
            let lane = position & 3
            let block = blocks[unchecked: position >> 2]
            low = SIMD4(repeating: block.low[lane])
            high = SIMD4(repeating: block.high[lane])
            lowest = SIMD4(repeating: block.lowest[lane])
            highest = SIMD4(repeating: block.highest[lane])
        }
    }
}
