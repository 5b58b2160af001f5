/// Reads a record through one trusted checkpoint: everything it returns was checked against it, whoever served it.
///
/// The partial tiles at the right-hand edge hash to the root; every full tile hashes to its place in the tile above it;
/// every entry hashes to its place in a tile of level 0. What does not is refused with ``RecordError/damaged(path:reason:)``,
/// what the source does not have with ``RecordError/missing(path:)``. Errors of the source itself pass through.
public actor RecordReader {
    /// Where the parts come from.
    public nonisolated let source: any TileSource
    /// What is trusted.
    public private(set) var checkpoint: Checkpoint
    /// The partial tile of each level, once fetched and checked.
    private var edge: [[TreeHash]]?
    private var cache: TileCache
    private var lastBundle: (index: UInt64, bundle: VerifiedBundle)?

    /// A reader that trusts `checkpoint`: the caller has checked its signature.
    ///
    /// - Parameter cachedTiles: how many full tiles of 8 KiB are kept in memory.
    public init(source: any TileSource, trusting checkpoint: Checkpoint, cachedTiles: Int = 1024) {
        self.source = source
        self.checkpoint = checkpoint
        cache = TileCache(tiles: cachedTiles)
    }

    /// Moves on to a newer checkpoint, whose signature the caller has checked, after proving that it extends the present
    /// one.
    public func advance(to newer: Checkpoint) async throws {
        guard newer.isOfSameOrigin(as: checkpoint) else {
            throw RecordError.inconsistent("\(newer.origin) is not \(checkpoint.origin)")
        }
        guard newer.size >= checkpoint.size else {
            throw RecordError.inconsistent(
                "\(newer.origin) has \(newer.size) entries, fewer than the \(checkpoint.size) it had before")
        }
        let older = checkpoint
        let next = RecordReader(source: source, trusting: newer, cachedTiles: 1)
        guard try await next.root(atSize: older.size) == older.root else {
            throw RecordError.inconsistent(
                "the \(newer.size) entries of \(newer.origin) do not begin with the \(older.size) it had before")
        }
        let rows = try await next.rightEdge()
        // Another call may have moved on meanwhile; the checkpoint never goes back.
        guard newer.size >= checkpoint.size else { return }
        checkpoint = newer
        edge = rows
        if lastBundle?.bundle.isFull == false { lastBundle = nil }
    }

    /// The root that the tree had when it was of a size, out of the tree of the trusted checkpoint.
    public func root(atSize size: UInt64) async throws -> TreeHash {
        guard size > 0 else { return .emptyTree }
        guard size <= checkpoint.size else { throw outside(size) }
        if size == checkpoint.size {
            _ = try await rightEdge()
            return checkpoint.root
        }
        return try await hash(of: 0..<size)
    }

    /// The hash of an entry.
    public func leafHash(at index: UInt64) async throws -> TreeHash {
        guard index < checkpoint.size else { throw outside(index) }
        return try await tile(level: 0, index: index >> 8)[Int(index & 0xFF)]
    }

    /// The proof that an entry stands at an index of the tree of the trusted checkpoint.
    public func inclusionProof(at index: UInt64) async throws -> InclusionProof {
        try await inclusionProof(at: index, inTreeOfSize: checkpoint.size)
    }

    /// The same for the tree as it was at an earlier size, which need not be a size that was ever published.
    public func inclusionProof(at index: UInt64, inTreeOfSize size: UInt64) async throws -> InclusionProof {
        guard size <= checkpoint.size else { throw outside(size) }
        guard index < size else { throw outside(index) }
        var hashes: [TreeHash] = []
        for span in ProofPath.inclusion(index: index, size: size) { hashes.append(try await hash(of: span)) }
        return InclusionProof(index: index, treeSize: size, hashes: hashes)
    }

    /// The proof that the tree of `newSize` extends the one of `oldSize`, both at most the trusted checkpoint's.
    public func consistencyProof(fromSize oldSize: UInt64, toSize newSize: UInt64) async throws -> ConsistencyProof {
        guard newSize <= checkpoint.size else { throw outside(newSize) }
        guard oldSize <= newSize else {
            throw RecordError.proofRejected("size \(newSize) is below the old size \(oldSize)")
        }
        var hashes: [TreeHash] = []
        for span in ProofPath.consistency(oldSize: oldSize, newSize: newSize) {
            hashes.append(try await hash(of: span))
        }
        return ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: hashes)
    }

    /// One entry. When its bundle was dropped but the entry was kept, the kept one.
    public func entry(at index: UInt64) async throws -> [UInt8] {
        guard index < checkpoint.size else { throw outside(index) }
        if let bundle = try await bundle(at: index >> 8) { return bundle.entry(Int(index & 0xFF)) }
        let kept = RecordResource.keptEntry(index: index)
        guard let entry = try await source.fetch(kept) else {
            throw RecordError.missing(path: RecordResource.entries(index: index >> 8, width: 256).path)
        }
        guard try await leafHash(at: index) == TreeHash.leaf(entry) else {
            throw RecordError.damaged(path: kept.path, reason: "it does not hash to its leaf")
        }
        return entry
    }

    /// Entries in order. For long ranges ``bundle(at:)`` needs less memory.
    public func entries(in range: Range<UInt64>) async throws -> [[UInt8]] {
        guard range.upperBound <= checkpoint.size else { throw outside(range.upperBound) }
        var entries: [[UInt8]] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let bundle = try await bundle(at: index >> 8) else {
                entries.append(try await entry(at: index))
                index += 1
                continue
            }
            let end = min(range.upperBound, bundle.firstIndex + UInt64(bundle.count))
            while index < end {
                entries.append(bundle.entry(Int(index & 0xFF)))
                index += 1
            }
        }
        return entries
    }

    /// The bundle that holds entries from `index * 256` on, every entry checked; nil when the source does not have it.
    public func bundle(at index: UInt64) async throws -> VerifiedBundle? {
        if let lastBundle, lastBundle.index == index { return lastBundle.bundle }
        let leaves = try await tile(level: 0, index: index)
        let resource = RecordResource.entries(index: index, width: leaves.count)
        let whole = RecordResource.entries(index: index, width: TileCoordinate.fullWidth)
        // A partial bundle may go as soon as the full one is there.
        if let bytes = try await source.fetch(resource) {
            let bundle = try VerifiedBundle(bytes, index: index, leaves: leaves, path: resource.path, exactly: true)
            lastBundle = (index, bundle)
            return bundle
        }
        guard resource != whole, let bytes = try await source.fetch(whole) else { return nil }
        return try VerifiedBundle(bytes, index: index, leaves: leaves, path: whole.path, exactly: false)
    }

    /// The checked hashes of a tile as wide as it is in the trusted tree.
    func tile(level: Int, index: UInt64) async throws -> [TreeHash] {
        guard let tile = TileCoordinate.inTree(level: level, index: index, size: checkpoint.size) else {
            throw outside(index)
        }
        guard tile.isFull else { return try await rightEdge()[level] }
        if let hashes = cache.take(tile) { return hashes }
        let expected = try await self.tile(level: level + 1, index: index >> 8)[Int(index & 0xFF)]
        let hashes = try await fetch(tile)
        guard TreeHash.perfectRoot(of: hashes[...]) == expected else {
            throw RecordError.damaged(
                path: RecordResource.tile(tile).path, reason: "it does not hash to its place in the level above")
        }
        cache.insert(hashes, at: tile)
        return hashes
    }

    /// The partial tiles, fetched and checked against the root.
    func rightEdge() async throws -> [[TreeHash]] {
        if let edge { return edge }
        let trusted = checkpoint
        var rows = [[TreeHash]](repeating: [], count: 8)
        for tile in TileCoordinate.rightEdge(size: trusted.size) { rows[tile.level] = try await fetch(tile) }
        guard MerkleFrontier(size: trusted.size, rows: rows).root == trusted.root else {
            throw RecordError.damaged(
                path: TileCoordinate.rightEdge(size: trusted.size).map { RecordResource.tile($0).path }
                    .joined(separator: ", "),
                reason: "the tiles at the right-hand edge do not hash to the root of the checkpoint")
        }
        if trusted == checkpoint { edge = rows }
        return rows
    }

    private func fetch(_ tile: TileCoordinate) async throws -> [TreeHash] {
        let path = RecordResource.tile(tile).path
        if let bytes = try await source.fetch(.tile(tile)) {
            guard bytes.count == tile.width * TreeHash.byteCount,
                let hashes = TileContent.decode(bytes, width: tile.width)
            else {
                throw RecordError.damaged(path: path, reason: "\(bytes.count) bytes are not \(tile.width) hashes")
            }
            return hashes
        }
        guard !tile.isFull, let bytes = try await source.fetch(.tile(tile.full)) else {
            throw RecordError.missing(path: path)
        }
        guard bytes.count == TileCoordinate.fullWidth * TreeHash.byteCount,
            let hashes = TileContent.decode(bytes, width: tile.width)
        else { throw RecordError.damaged(path: RecordResource.tile(tile.full).path, reason: "it is not 256 hashes") }
        return hashes
    }

    /// The hash of a subtree as RFC 6962 defines it, perfect or at the right-hand edge.
    private func hash(of span: Range<UInt64>) async throws -> TreeHash {
        var root: TreeHash?
        for subtree in ProofPath.perfectSubtrees(of: span).reversed() {
            let hash = try await hash(of: subtree)
            root = root.map { TreeHash.node(hash, $0) } ?? hash
        }
        return root ?? .emptyTree
    }

    private func hash(of subtree: Subtree) async throws -> TreeHash {
        let height = subtree.height & 7
        let first = subtree.index << UInt64(height)
        let hashes = try await tile(level: subtree.height >> 3, index: first >> 8)
        let start = Int(first & 0xFF)
        return TreeHash.perfectRoot(of: hashes[start..<(start + 1 << height)])
    }

    private func outside(_ index: UInt64) -> RecordError {
        .proofRejected("\(index) is outside a record of \(checkpoint.size) entries")
    }
}
