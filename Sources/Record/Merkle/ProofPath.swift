/// Which subtrees a proof is made of, from the definitions of RFC 6962, section 2.1; how their hashes are found is the
/// reader's business.
enum ProofPath {
    /// The subtrees beside the way from entry `index` to the root of a tree of `size`, leaf upwards.
    static func inclusion(index: UInt64, size: UInt64) -> [Range<UInt64>] {
        var siblings: [Range<UInt64>] = []
        var span = 0..<size
        while span.upperBound - span.lowerBound > 1 {
            let middle = split(span)
            if index < middle {
                siblings.append(middle..<span.upperBound)
                span = span.lowerBound..<middle
            } else {
                siblings.append(span.lowerBound..<middle)
                span = middle..<span.upperBound
            }
        }
        return siblings.reversed()
    }

    /// The subtrees that prove a tree of `newSize` to extend one of `oldSize`, in the order of RFC 6962.
    static func consistency(oldSize: UInt64, newSize: UInt64) -> [Range<UInt64>] {
        guard oldSize > 0, oldSize < newSize else { return [] }
        var subtrees: [Range<UInt64>] = []
        var span = 0..<newSize
        while span.upperBound != oldSize {
            let middle = split(span)
            if oldSize <= middle {
                subtrees.append(middle..<span.upperBound)
                span = span.lowerBound..<middle
            } else {
                subtrees.append(span.lowerBound..<middle)
                span = middle..<span.upperBound
            }
        }
        // What is left is the last subtree of the old tree; the verifier knows it only if it is the whole of it.
        if span.lowerBound > 0 { subtrees.append(span) }
        return subtrees.reversed()
    }

    /// The perfect subtrees that make up `span`, left to right. `span` must begin where RFC 6962 lets a subtree begin.
    static func perfectSubtrees(of span: Range<UInt64>) -> [Subtree] {
        var subtrees: [Subtree] = []
        var start = span.lowerBound
        while start < span.upperBound {
            let height = UInt64.bitWidth - 1 - (span.upperBound - start).leadingZeroBitCount
            subtrees.append(Subtree(height: height, index: start >> UInt64(height)))
            start += 1 << UInt64(height)
        }
        return subtrees
    }

    /// The end of the left child: the largest power of two smaller than the count, after the start.
    private static func split(_ span: Range<UInt64>) -> UInt64 {
        let lastOffset = span.upperBound - span.lowerBound - 1
        return span.lowerBound + 1 << UInt64(UInt64.bitWidth - 1 - lastOffset.leadingZeroBitCount)
    }
}

/// A perfect subtree of 2^height entries, the `index`-th of its height.
struct Subtree: Hashable {
    var height: Int
    var index: UInt64
}
