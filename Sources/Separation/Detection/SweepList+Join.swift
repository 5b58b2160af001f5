extension SweepList {
    /// Every pair inside the list whose boxes overlap.
    func join(_ plane: Plane, test: ChordTest, into harvest: inout SweepHarvest) {
        let blocks = blocks.span
        let count = count
        let strip = Int32(1) << plane.edgeBits
        let faceBit = UInt32(1) << UInt32(plane.face.number)
        var above = Finger()
        var below = Finger()
        for position in 0..<count where harvest.goesOn() {
            let query = Query(blocks, position)
            // In its own strip: those that begin further right. In the strip above: those that begin here or further right; in the strip
            // below: those that begin further right. So each pair is met once.
            Self.scan(blocks, from: position + 1, right: query.right, query, test, faceBit, &harvest)
            Self.seek(blocks, count, &above, query.left + strip)
            Self.scan(blocks, from: above.position, right: query.right + strip, query, test, faceBit, &harvest)
            Self.seek(blocks, count, &below, query.left - strip + 1)
            Self.scan(blocks, from: below.position, right: query.right - strip, query, test, faceBit, &harvest)
        }
    }

    /// Every pair of one aircraft from this list and one from `coarse`, a list with higher strips.
    func join(with coarse: SweepList, _ plane: Plane, test: ChordTest, into harvest: inout SweepHarvest) {
        // Strips of this list that a strip of the other may touch begin at most one strip of either below it.
        let ratio = coarse.stripMetres / stripMetres
        sweep(
            through: coarse, plane, test: test, pastEqual: false,
            { strip in
                let low = Float(strip) / ratio
                return Int32(low) - 2...Int32(low + 1 / ratio) + 1
            }, into: &harvest)
        coarse.sweep(
            through: self, plane, test: test, pastEqual: true,
            { strip in
                let low = Float(strip) * ratio
                return Int32(low) - 2...Int32(low + 2 * ratio) + 2
            }, into: &harvest)
    }

    /// Compares each aircraft of this list with those of another that begin at its left edge or further right.
    private func sweep(
        through other: SweepList, _ plane: Plane, test: ChordTest, pastEqual: Bool,
        _ strips: (Int32) -> ClosedRange<Int32>, into harvest: inout SweepHarvest
    ) {
        let blocks = blocks.span
        let otherBlocks = other.blocks.span
        let otherCount = other.count
        let faceBit = UInt32(1) << UInt32(plane.face.number)
        let edge = (Int32(1) << plane.edgeBits) - 1
        var fingers: [Finger] = []
        for position in 0..<count where harvest.goesOn() {
            let query = Query(blocks, position)
            let range = strips(query.left >> plane.edgeBits)
            let low = max(range.lowerBound, 0)
            let high = min(range.upperBound, Int32.max >> plane.edgeBits)
            guard low <= high else { continue }
            while fingers.count <= Int(high - low) { fingers.append(Finger()) }
            for strip in low...high {
                let base = strip << plane.edgeBits
                let number = Int(strip - low)
                Self.seek(otherBlocks, otherCount, &fingers[number], base | (query.left & edge) + (pastEqual ? 1 : 0))
                Self.scan(
                    otherBlocks, from: fingers[number].position, right: base | (query.right & edge), query, test,
                    faceBit, &harvest)
            }
        }
    }
}
