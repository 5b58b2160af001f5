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
        let face = plane.face
        let perMetre = 1 / stripMetres
        let members = members.span
        let allSpan = all.span
        var largestKey: UInt32 = 0
        sorter.prepare(count)
        var keys = sorter.keys.mutableSpan
        for position in 0..<count {
            let index = members[unchecked: position]
            let box = allSpan[unchecked: Int(index)].box(margins)
            let strip = Int32((face.along(box.low) - plane.origin.y) * perMetre)
            let key = UInt32(bitPattern: strip << plane.edgeBits | plane.step(face.across(box.low)))
            largestKey = max(largestKey, key)
            keys[unchecked: position] = UInt64(key) << 32 | UInt64(UInt32(bitPattern: index))
        }
        sorter.sort(count, largestKey: largestKey)
        fill(sorter.keys, count, all, plane, margins)
    }

    private mutating func fill(
        _ keys: [UInt64], _ count: Int, _ all: [ChordMotion], _ plane: Plane, _ margins: SweepMargins
    ) {
        let keys = keys.span
        let all = all.span
        var blocks = take(&self.blocks)
        blocks.resize(to: count / 4 + 2, filler: Block())
        var span = blocks.mutableSpan
        for number in 0..<count / 4 {
            let first = number * 4
            span[unchecked: number] = Block(
                keys[unchecked: first], keys[unchecked: first + 1], keys[unchecked: first + 2],
                keys[unchecked: first + 3], all, plane, margins)
        }
        // The last block is filled up with boxes that lie to the right of everything.
        let last = count / 4
        let lanes = count % 4
        func key(_ lane: Int) -> UInt64 { lane < lanes ? keys[unchecked: last * 4 + lane] : keys[unchecked: count - 1] }
        span[unchecked: last] = Block(key(0), key(1), key(2), key(3), all, plane, margins)
        span[unchecked: last].close(from: Int32(lanes))
        span[unchecked: last + 1] = Block()
        self.blocks = blocks
        self.count = count
    }
}

extension SweepList.Block {
    /// The boxes and chords of four aircraft, by their keys and indices.
    @inline(__always)
    init(
        _ key0: UInt64, _ key1: UInt64, _ key2: UInt64, _ key3: UInt64, _ all: Span<ChordMotion>,
        _ plane: SweepList.Plane, _ margins: SweepMargins
    ) {
        indices = SIMD4(truncatingIfNeeded: SIMD4(key0, key1, key2, key3))
        left = SIMD4(truncatingIfNeeded: SIMD4(key0 >> 32, key1 >> 32, key2 >> 32, key3 >> 32))
        let face = plane.face
        let one = all[unchecked: Int(indices.x)]
        let two = all[unchecked: Int(indices.y)]
        let three = all[unchecked: Int(indices.z)]
        let four = all[unchecked: Int(indices.w)]
        chords = ChordMotion.Four(one, two, three, four)
        faces = SIMD4(one.faces, two.faces, three.faces, four.faces)
        let box1 = one.box(margins)
        let box2 = two.box(margins)
        let box3 = three.box(margins)
        let box4 = four.box(margins)
        low = SIMD4(face.along(box1.low), face.along(box2.low), face.along(box3.low), face.along(box4.low))
        high = SIMD4(face.along(box1.high), face.along(box2.high), face.along(box3.high), face.along(box4.high))
        let rights = SIMD4(
            plane.step(face.across(box1.high)), plane.step(face.across(box2.high)),
            plane.step(face.across(box3.high)), plane.step(face.across(box4.high)))
        right = (left &>> plane.edgeBits) &<< plane.edgeBits | rights
        let change = chords.verticalRate * margins.lookahead
        lowest = chords.lowest + lower(change, .zero) - margins.halfVertical
        highest = chords.highest + upper(change, .zero) + margins.halfVertical
    }

    /// Makes the lanes from one on overlap nothing.
    mutating func close(from lane: Int32) {
        let empty = SIMD4<Int32>(0, 1, 2, 3) .>= SIMD4(repeating: lane)
        left.replace(with: .max, where: empty)
        right.replace(with: .min, where: empty)
        low.replace(with: .infinity, where: empty)
        high.replace(with: -.infinity, where: empty)
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
