/// Proof that a tree only grew: that the larger begins with all of the smaller (RFC 6962, section 2.1.2).
public struct ConsistencyProof: Sendable, Equatable {
    /// Entries in the smaller, older tree.
    public var oldSize: UInt64
    /// Entries in the larger, newer tree.
    public var newSize: UInt64
    /// The hashes, in the order of RFC 6962.
    public var hashes: [TreeHash]

    /// A proof as received: nothing is checked before ``verify(oldRoot:newRoot:)``.
    public init(oldSize: UInt64, newSize: UInt64, hashes: [TreeHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Checks that the tree with `newRoot` extends the one with `oldRoot`.
    ///
    /// From an empty tree nothing can be proved, so an old size of zero is refused; a caller to whom "anything extends
    /// nothing" is enough decides that itself.
    public func verify(oldRoot: TreeHash, newRoot: TreeHash) throws(RecordError) {
        guard oldSize > 0 else { throw .proofRejected("from an empty tree nothing can be proved") }
        guard oldSize <= newSize else { throw .proofRejected("size \(newSize) is below the old size \(oldSize)") }
        if oldSize == newSize {
            guard hashes.isEmpty else { throw .proofRejected("a proof from a size to itself has no hashes") }
            guard oldRoot == newRoot else { throw .proofRejected("two roots for one size \(oldSize)") }
            return
        }
        // The walk starts at the last perfect subtree of the old tree. If that is the whole old tree its root is known.
        let start = UInt64(oldSize.trailingZeroBitCount)
        let index = (oldSize - 1) >> start
        let last = (newSize - 1) >> start
        var rest = hashes[...]
        let seed: TreeHash
        if index == 0 {
            seed = oldRoot
        } else {
            guard let first = rest.popFirst() else { throw .proofRejected("the proof has no hashes") }
            seed = first
        }
        let splitHeight = UInt64.bitWidth - (index ^ last).leadingZeroBitCount
        let leftAbove = splitHeight < UInt64.bitWidth ? (index >> UInt64(splitHeight)).nonzeroBitCount : 0
        guard rest.count == splitHeight + leftAbove else {
            throw .proofRejected("\(hashes.count) hashes do not fit sizes \(oldSize) and \(newSize)")
        }
        var oldSide = seed
        var newSide = seed
        for (height, hash) in rest.enumerated() {
            if height >= splitHeight || index >> UInt64(height) & 1 == 1 {
                oldSide = .node(hash, oldSide)
                newSide = .node(hash, newSide)
            } else {
                newSide = .node(newSide, hash)
            }
        }
        guard oldSide == oldRoot else { throw .proofRejected("the consistency proof leads to another old root") }
        guard newSide == newRoot else { throw .proofRejected("the consistency proof leads to another new root") }
    }
}
