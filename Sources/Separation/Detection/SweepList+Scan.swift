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

extension SweepList {
    /// One aircraft of a list in every lane, to be compared with four others at a time.
    struct Query {
        let left: Int32
        let right: Int32
        let low: SIMD4<Float>
        let high: SIMD4<Float>
        let lowest: SIMD4<Float>
        let highest: SIMD4<Float>
        let chords: ChordMotion.Four
        let faces: UInt32
        let index: Int32

        @inline(__always)
        init(_ blocks: Span<Block>, _ position: Int) {
            let lane = position & 3
            let block = blocks[unchecked: position >> 2]
            left = block.left[lane]
            right = block.right[lane]
            low = SIMD4(repeating: block.low[lane])
            high = SIMD4(repeating: block.high[lane])
            lowest = SIMD4(repeating: block.lowest[lane])
            highest = SIMD4(repeating: block.highest[lane])
            chords = ChordMotion.Four(block.chords, repeating: lane)
            faces = block.faces[lane]
            index = block.indices[lane]
        }
    }

    /// Compares one aircraft with those of a list from a position on, until a box begins to the right of `right`.
    @inline(__always)
    static func scan(
        _ blocks: Span<Block>, from position: Int, right: Int32, _ query: Query, _ test: ChordTest, _ faceBit: UInt32,
        _ harvest: inout SweepHarvest
    ) {
        let rights = SIMD4<Int32>(repeating: right)
        var number = position >> 2
        let firstNumber = number
        // In the first block only the lanes from the position on count.
        var least = SIMD4<Int32>(repeating: Int32(truncatingIfNeeded: position & 3))
        let lanes = SIMD4<Int32>(0, 1, 2, 3)
        while true {
            let left = blocks[unchecked: number].left
            let overlaps =
                (lanes .>= least) .& (left .<= rights) .& (blocks[unchecked: number].low .<= query.high)
                .& (blocks[unchecked: number].high .>= query.low)
                .& (blocks[unchecked: number].lowest .<= query.highest)
                .& (blocks[unchecked: number].highest .>= query.lowest)
            if isAny(overlaps) {
                let meets = overlaps .& test.mayMeet(query.chords, blocks[unchecked: number].chords)
                if isAny(meets) { reap(blocks[unchecked: number], meets, query, faceBit, &harvest) }
            }
            if left[3] > right { break }
            least = .zero
            number &+= 1
        }
        harvest.pairsExamined &+= (number &- firstNumber &+ 1) &* 4
    }

    /// Whether any lane is set.
    @inline(__always)
    private static func isAny(_ mask: SIMDMask<SIMD4<Int32>>) -> Bool {
        SIMD4<Int32>.zero.replacing(with: -1, where: mask).min() < 0
    }

    /// Keeps the pairs that are left, each on the first face that both may touch.
    @inline(never)
    private static func reap(
        _ block: Block, _ meets: SIMDMask<SIMD4<Int32>>, _ query: Query, _ faceBit: UInt32,
        _ harvest: inout SweepHarvest
    ) {
        for lane in 0..<4 where meets[lane] {
            let common = query.faces & block.faces[lane]
            guard common & (0 &- common) == faceBit else { continue }
            let other = block.indices[lane]
            let low = UInt32(bitPattern: min(query.index, other))
            let high = UInt32(bitPattern: max(query.index, other))
            harvest.candidates.append(UInt64(low) << 32 | UInt64(high))
        }
    }
}
