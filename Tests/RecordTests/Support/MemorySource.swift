import Synchronization

@testable import Record

/// A record in memory that a test may forge as it likes.
final class MemorySource: TileSource {
    private let resources: Mutex<[RecordResource: [UInt8]]>
    private let counts = Mutex<[RecordResource: Int]>([:])

    init(_ resources: [RecordResource: [UInt8]] = [:]) { self.resources = Mutex(resources) }

    /// A whole record of these entries, signed.
    convenience init(entries: [[UInt8]], key: SigningKey, alsoAt sizes: [Int] = []) throws {
        self.init()
        var tree = GrowingTree()
        for (number, entry) in entries.enumerated() {
            tree.append(entry) { self[$0] = $1 }
            if sizes.contains(number + 1) { publish(tree) }
        }
        publish(tree)
        try sign(size: tree.size, root: tree.root, by: key)
    }

    subscript(resource: RecordResource) -> [UInt8]? {
        get { resources.withLock { $0[resource] } }
        set { resources.withLock { $0[resource] = newValue } }
    }

    var all: [RecordResource: [UInt8]] { resources.withLock { $0 } }

    /// How often a resource was fetched.
    func fetches(of resource: RecordResource) -> Int { counts.withLock { $0[resource] ?? 0 } }

    @discardableResult
    func sign(size: UInt64, root: TreeHash, by key: SigningKey) throws -> SignedCheckpoint {
        let checkpoint = Checkpoint(origin: key.name, size: size, root: root)
        let signed = try SignedCheckpoint(signing: checkpoint, with: key)
        self[.checkpoint] = signed.bytes
        return signed
    }

    func fetch(_ resource: RecordResource) async throws -> [UInt8]? {
        counts.withLock { $0[resource, default: 0] += 1 }
        return self[resource]
    }

    private func publish(_ tree: GrowingTree) {
        for (resource, bytes) in tree.rightEdge(atSize: tree.size) { self[resource] = bytes }
    }
}
