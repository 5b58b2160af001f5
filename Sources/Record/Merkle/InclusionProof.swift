/// Proof that one entry stands at one index of a tree (RFC 6962, section 2.1.1).
public struct InclusionProof: Sendable, Equatable {
    /// The zero-based index of the entry.
    public var index: UInt64
    /// Entries in the tree that the proof leads to.
    public var treeSize: UInt64
    /// From the sibling of the leaf up to the child of the root.
    public var hashes: [TreeHash]

    /// A proof as received: nothing is checked before ``verify(leaf:root:)``.
    public init(index: UInt64, treeSize: UInt64, hashes: [TreeHash]) {
        self.index = index
        self.treeSize = treeSize
        self.hashes = hashes
    }

    /// Checks that `leaf` is at the index in the tree with this root; the caller refuses the entry if this throws.
    public func verify(leaf: TreeHash, root: TreeHash) throws(RecordError) {
        let computed = try rootImplied(by: leaf)
        guard computed == root else { throw .proofRejected("the inclusion proof leads to another root") }
    }

    /// The root that the tree would have if `leaf` were at the index.
    func rootImplied(by leaf: TreeHash) throws(RecordError) -> TreeHash {
        guard index < treeSize else {
            throw .proofRejected("index \(index) is outside a tree of \(treeSize) entries")
        }
        // Up to `splitHeight` the paths of this leaf and of the last one differ, and siblings lie on both sides; above
        // it the two paths are one, and only left siblings exist, one for each one bit of the index.
        let splitHeight = UInt64.bitWidth - (index ^ (treeSize - 1)).leadingZeroBitCount
        let leftAbove = splitHeight < UInt64.bitWidth ? (index >> UInt64(splitHeight)).nonzeroBitCount : 0
        guard hashes.count == splitHeight + leftAbove else {
            throw .proofRejected("\(hashes.count) hashes where \(splitHeight + leftAbove) are needed")
        }
        var root = leaf
        for height in 0..<splitHeight {
            let isRight = index >> UInt64(height) & 1 == 1
            root = isRight ? .node(hashes[height], root) : .node(root, hashes[height])
        }
        for hash in hashes[splitHeight...] { root = .node(hash, root) }
        return root
    }
}
