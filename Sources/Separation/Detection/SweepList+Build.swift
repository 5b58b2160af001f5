extension SweepList {
    /// How the plane of a face is cut: shared by the lists of all sizes, so that their keys can be compared.
    struct Plane {
        /// The face.
        var face: CubeFace
        /// The left and the lower edge of all boxes, metres.
        var origin: SIMD2<Float>
        /// Steps of a key in a metre.
        var stepsPerMetre: Float
        /// The number of low bits of a key that hold the left or right edge.
        var edgeBits: Int32

        /// The part of a key that says how far to the right: never decreasing with `across`, so comparisons stay true.
        @inline(__always)
        func step(_ across: Float) -> Int32 {
            let largest = Float((1 << edgeBits) - 1)
            return Int32(min(max((across - origin.x) * stepsPerMetre, 0), largest))
        }
    }

    /// Sorts aircraft into the list.
    mutating func build(
        _ members: [Int32], _ all: [ChordMotion], _ plane: Plane, stripMetres: Float, _ margins: SweepMargins,
        sorter: inout RadixSorter
    ) {
        self.stripMetres = stripMetres
        let count = members.count
        let across = plane.face.acrossLane
        let along = plane.face.alongLane
        let perMetre = 1 / stripMetres
        let members = members.span
        let allSpan = all.span
        var largestKey: UInt32 = 0
        sorter.prepare(count)
        var keys = sorter.keys.mutableSpan
        for position in 0..<count {
            let index = members[unchecked: position]
            let box = allSpan[unchecked: Int(index)].box(margins)
            let strip = Int32((box.low[along] - plane.origin.y) * perMetre)
            let key = UInt32(bitPattern: strip << plane.edgeBits | plane.step(box.low[across]))
            largestKey = max(largestKey, key)
            keys[unchecked: position] = UInt64(key) << 32 | UInt64(UInt32(bitPattern: index))
        }
        sorter.sort(count, largestKey: largestKey)
        fill(sorter.keys, count, all, plane, margins)
    }

    private mutating func fill(
        _ keys: [UInt64], _ count: Int, _ all: [ChordMotion], _ plane: Plane, _ margins: SweepMargins
    ) {
        let across = plane.face.acrossLane
        let along = plane.face.alongLane
        let blockCount = count / 4 + 2
        let keys = keys.span
        let all = all.span
        var blocks = take(&self.blocks)
        var motions = take(&self.motions)
        var indices = take(&self.indices)
        blocks.resize(to: blockCount, filler: Block())
        motions.resize(to: count, filler: .nowhere)
        indices.resize(to: count, filler: 0)
        var blockSpan = blocks.mutableSpan
        var motionSpan = motions.mutableSpan
        var indexSpan = indices.mutableSpan
        for blockNumber in 0..<blockCount {
            var block = Block()
            for lane in 0..<4 {
                let position = blockNumber * 4 + lane
                guard position < count else { break }
                let key = keys[unchecked: position]
                let index = Int32(truncatingIfNeeded: key)
                let motion = all[unchecked: Int(index)]
                let box = motion.box(margins)
                let levels = motion.sweptLevels(margins)
                let left = Int32(truncatingIfNeeded: key >> 32)
                let strip = (left >> plane.edgeBits) << plane.edgeBits
                block.left[lane] = left
                block.right[lane] = strip | plane.step(box.high[across])
                block.low[lane] = box.low[along]
                block.high[lane] = box.high[along]
                block.lowest[lane] = levels.low
                block.highest[lane] = levels.high
                motionSpan[unchecked: position] = motion
                indexSpan[unchecked: position] = index
            }
            blockSpan[unchecked: blockNumber] = block
        }
        self.blocks = blocks
        self.motions = motions
        self.indices = indices
    }
}

/// Moves an array out of where it is kept, so that it can be changed beside others without a copy.
func take<Element>(_ array: inout [Element]) -> [Element] {
    var taken: [Element] = []
    swap(&taken, &array)
    return taken
}

extension Array {
    /// Makes it `count` long without giving memory back.
    mutating func resize(to count: Int, filler: Element) {
        if self.count > count {
            removeLast(self.count - count)
        } else {
            append(contentsOf: repeatElement(filler, count: count - self.count))
        }
    }
}
