import Testing

@testable import Record

/// For every tree size to 300: every inclusion and every consistency proof is accepted, and none that differs from it.
///
/// An optimised build, and the long form, change every single byte of every hash; a debug build, whose hashing is many
/// times slower, changes one byte of every hash, another one each time, and takes every seventh size above 64.
@Suite struct ExhaustiveProofTests {
    private static let largest = 300
    private static let leaves = (0..<largest).map { TreeHash.leaf(sampleEntry($0)) }
    #if DEBUG
        private static let isFull = isSoak
    #else
        private static let isFull = true
    #endif
    private static let sizes = (1...largest).filter { isFull || $0 <= 64 || $0 % 7 == 0 || (254...258).contains($0) }
    /// The roots and subtrees that proofs are made of, each hashed once.
    private static let tree = HashedTree(leaves: leaves)

    @Test(arguments: 0..<8) func inclusionProofs(part: Int) throws {
        var accepted = 0
        var refused = 0
        for size in Self.sizes where size % 8 == part {
            let root = Self.tree.root(0..<UInt64(size))
            for index in 0..<size {
                let path = ProofPath.inclusion(index: UInt64(index), size: UInt64(size))
                let hashes = path.map { Self.tree.root($0) }
                let leaf = Self.leaves[index]
                func verdict(_ hashes: [TreeHash]) -> Bool {
                    let proof = InclusionProof(index: UInt64(index), treeSize: UInt64(size), hashes: hashes)
                    return (try? proof.verify(leaf: leaf, root: root)) != nil
                }
                try #require(verdict(hashes), "inclusion of \(index) in \(size)")
                accepted += 1
                for forged in Forgeries(of: hashes, everyByte: Self.isFull, seed: size &* 7919 &+ index) {
                    try #require(!verdict(forged), "a forged inclusion of \(index) in \(size)")
                    refused += 1
                }
            }
        }
        print("inclusion, part \(part): \(accepted) proofs accepted, \(refused) forgeries refused")
    }

    @Test(arguments: 0..<8) func consistencyProofs(part: Int) throws {
        var accepted = 0
        var refused = 0
        for size in Self.sizes where size % 8 == part {
            let root = Self.tree.root(0..<UInt64(size))
            for old in 1...size {
                let oldRoot = Self.tree.root(0..<UInt64(old))
                let path = ProofPath.consistency(oldSize: UInt64(old), newSize: UInt64(size))
                let hashes = path.map { Self.tree.root($0) }
                func verdict(_ hashes: [TreeHash]) -> Bool {
                    let proof = ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(size), hashes: hashes)
                    return (try? proof.verify(oldRoot: oldRoot, newRoot: root)) != nil
                }
                try #require(verdict(hashes), "consistency of \(old) and \(size)")
                accepted += 1
                for forged in Forgeries(of: hashes, everyByte: Self.isFull, seed: size &* 7919 &+ old) {
                    try #require(!verdict(forged), "a forged consistency of \(old) and \(size)")
                    refused += 1
                }
            }
        }
        print("consistency, part \(part): \(accepted) proofs accepted, \(refused) forgeries refused")
    }

    /// The paths and the growing tree against the definitions, for every size to 130.
    @Test func definitionsAreFollowed() throws {
        let reference = ReferenceTree(leaves: Array(Self.leaves.prefix(130)))
        var frontier = MerkleFrontier()
        for size in 1...130 {
            frontier.append(Self.leaves[size - 1])
            try #require(frontier.root == reference.root(0..<size))
            for index in stride(from: 0, to: size, by: max(1, size / 9)) {
                let path = ProofPath.inclusion(index: UInt64(index), size: UInt64(size))
                try #require(path.map { Self.tree.root($0) } == reference.inclusion(index, 0..<size))
                let grown = ProofPath.consistency(oldSize: UInt64(index + 1), newSize: UInt64(size))
                try #require(grown.map { Self.tree.root($0) } == reference.consistency(index + 1, 0..<size))
            }
        }
    }
}

/// The hash of every subtree of some leaves that a proof can name.
private struct HashedTree: Sendable {
    private var perfect: [Subtree: TreeHash] = [:]

    init(leaves: [TreeHash]) {
        var row = leaves
        var height = 0
        while !row.isEmpty {
            for (index, hash) in row.enumerated() { perfect[Subtree(height: height, index: UInt64(index))] = hash }
            row = (0..<(row.count / 2)).map { TreeHash.node(row[2 * $0], row[2 * $0 + 1]) }
            height += 1
        }
    }

    func root(_ span: Range<UInt64>) -> TreeHash {
        let hashes = ProofPath.perfectSubtrees(of: span).compactMap { perfect[$0] }
        return hashes.dropLast().reversed().reduce(hashes.last ?? .emptyTree) { TreeHash.node($1, $0) }
    }
}

/// Every proof that differs from a right one in one place: a byte changed, a hash dropped, one added, two swapped.
private struct Forgeries: Sequence {
    let hashes: [TreeHash]
    let everyByte: Bool
    let seed: Int

    init(of hashes: [TreeHash], everyByte: Bool, seed: Int) {
        self.hashes = hashes
        self.everyByte = everyByte
        self.seed = seed
    }

    func makeIterator() -> AnyIterator<[TreeHash]> {
        let bytesPerHash = everyByte ? TreeHash.byteCount : 1
        let changes = hashes.count * bytesPerHash
        let drops = changes + hashes.count
        let additions = drops + hashes.count + 1
        let swaps = additions + hashes.count * (hashes.count - 1) / 2
        var number = 0
        return AnyIterator {
            defer { number += 1 }
            var forged = hashes
            if number < changes {
                let place = number / bytesPerHash
                var bytes = forged[place].bytes
                let byte = everyByte ? number % bytesPerHash : (seed + place) % TreeHash.byteCount
                bytes[byte] ^= UInt8(truncatingIfNeeded: 1 << ((seed + number) % 8))
                forged[place] = TreeHash(bytes) ?? forged[place]
            } else if number < drops {
                forged.remove(at: number - changes)
            } else if number < additions {
                let place = number - drops
                forged.insert(place < hashes.count ? hashes[place] : TreeHash.emptyTree, at: place)
            } else if number < swaps {
                var pair = number - additions
                var first = 0
                while pair >= hashes.count - 1 - first {
                    pair -= hashes.count - 1 - first
                    first += 1
                }
                forged.swapAt(first, first + 1 + pair)
            } else {
                return nil
            }
            return forged
        }
    }
}
