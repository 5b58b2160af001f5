/// The right-hand edge of a growing tree: the roots of its perfect subtrees, largest first.
///
/// It is all that is needed to append and to know the root, at most 64 hashes whatever the size.
public struct MerkleFrontier: Sendable, Equatable {
    /// Entries in the tree.
    public private(set) var size: UInt64 = 0
    private var subtrees: [TreeHash] = []

    /// The empty tree.
    public init() {}

    /// A tree of `size` entries from the roots of its perfect subtrees, largest first; nil when the count does not fit
    /// the size.
    public init?(size: UInt64, subtrees: [TreeHash]) {
        guard subtrees.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.subtrees = subtrees
    }

    /// The frontier of a tree from the hashes in its partial tiles, one row for each level from 0 upwards.
    init(size: UInt64, rows: [[TreeHash]]) {
        self.size = size
        for row in rows.reversed() {
            for span in ProofPath.perfectSubtrees(of: 0..<UInt64(row.count)) {
                let start = Int(span.index << UInt64(span.height))
                subtrees.append(TreeHash.perfectRoot(of: row[start..<(start + 1 << span.height)]))
            }
        }
    }

    /// Adds the hash of the next entry.
    public mutating func append(_ leaf: TreeHash) {
        append(leaf) { _, _ in }
    }

    /// Adds the hash of the next entry and tells of each perfect subtree that it completes whose height is a multiple
    /// of 8 and at least 8: those are the hashes of the tiles above level 0.
    mutating func append(_ leaf: TreeHash, completed: (_ height: Int, _ root: TreeHash) -> Void) {
        var root = leaf
        var height = 0
        while size >> UInt64(height) & 1 == 1, let left = subtrees.popLast() {
            root = TreeHash.node(left, root)
            height += 1
            if height & 7 == 0 { completed(height, root) }
        }
        subtrees.append(root)
        size += 1
    }

    /// The root of the tree.
    public var root: TreeHash {
        guard var root = subtrees.last else { return .emptyTree }
        for left in subtrees.dropLast().reversed() { root = TreeHash.node(left, root) }
        return root
    }
}
