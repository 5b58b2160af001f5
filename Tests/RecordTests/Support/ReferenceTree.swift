import Record

/// The definitions of RFC 6962, section 2.1, written down as they stand there: slow, and independent of the room's way
/// of doing it.
struct ReferenceTree {
    let leaves: [TreeHash]

    init(size: Int) { leaves = (0..<size).map { TreeHash.leaf(sampleEntry($0)) } }

    init(leaves: [TreeHash]) { self.leaves = leaves }

    func root(_ range: Range<Int>) -> TreeHash {
        if range.isEmpty { return .emptyTree }
        if range.count == 1 { return leaves[range.lowerBound] }
        let middle = range.lowerBound + split(range.count)
        return .node(root(range.lowerBound..<middle), root(middle..<range.upperBound))
    }

    func inclusion(_ index: Int, _ range: Range<Int>) -> [TreeHash] {
        if range.count == 1 { return [] }
        let middle = range.lowerBound + split(range.count)
        return index < middle
            ? inclusion(index, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
            : inclusion(index, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
    }

    func consistency(_ old: Int, _ range: Range<Int>, isWhole: Bool = true) -> [TreeHash] {
        if old == range.count { return isWhole ? [] : [root(range)] }
        let middle = range.lowerBound + split(range.count)
        return range.lowerBound + old <= middle
            ? consistency(old, range.lowerBound..<middle, isWhole: isWhole) + [root(middle..<range.upperBound)]
            : consistency(old - (middle - range.lowerBound), middle..<range.upperBound, isWhole: false)
                + [root(range.lowerBound..<middle)]
    }

    /// The largest power of two smaller than the count.
    private func split(_ count: Int) -> Int {
        var k = 1
        while k * 2 < count { k *= 2 }
        return k
    }
}
