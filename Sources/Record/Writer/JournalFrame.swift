/// What the journal is made of. A segment begins with a `state` and goes on with batches; with full tiles on disk, a
/// segment alone is enough to continue the record.
enum JournalFrame {
    /// The whole right-hand edge at the start of a segment.
    case state(JournalState)
    /// Entries that became durable together, with the checkpoint that covers them.
    case batch(JournalBatch)
}

struct JournalState {
    var tree: GrowingTree
    /// The newest checkpoint whose size the tree has reached; empty if none.
    var published: [UInt8]
    /// A checkpoint further on, that a replica is on its way to; empty if none.
    var target: [UInt8]
    var isClosed: Bool
}

struct JournalBatch {
    var firstIndex: UInt64
    var entries: [[UInt8]]
    /// The checkpoint at the end of the batch, or further on while a replica catches up.
    var checkpoint: [UInt8]
    /// Whether the batch is the last one that the record takes.
    var closes: Bool
}

/// Frame: kind (1 byte), length of the payload (4 bytes, big-endian), payload, SHA-256 of all that. A frame that was cut
/// short or only partly written does not hash right and ends the segment.
extension JournalFrame {
    private static let stateKind = UInt8(ascii: "S")
    private static let batchKind = UInt8(ascii: "B")
    private static let headBytes = 5

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        switch self {
        case .state(let state):
            bytes.append(contentsOf: [Self.stateKind, 0, 0, 0, 0])
            bytes.append(contentsOf: state.tree.size.bigEndianBytes)
            bytes.append(state.isClosed ? 1 : 0)
            for row in state.tree.rows {
                bytes.append(contentsOf: UInt16(row.count).bigEndianBytes)
                bytes.append(contentsOf: TileContent.encode(row))
            }
            Self.append(state.tree.bundle, to: &bytes)
            Self.append(state.published, to: &bytes)
            Self.append(state.target, to: &bytes)
        case .batch(let batch):
            bytes.reserveCapacity(batch.entries.reduce(1024) { $0 + $1.count + 2 })
            bytes.append(contentsOf: [Self.batchKind, 0, 0, 0, 0])
            bytes.append(contentsOf: batch.firstIndex.bigEndianBytes)
            bytes.append(batch.closes ? 1 : 0)
            Self.append(batch.checkpoint, to: &bytes)
            bytes.append(contentsOf: UInt32(batch.entries.count).bigEndianBytes)
            for entry in batch.entries { EntryBundle.append(entry, to: &bytes) }
        }
        bytes.replaceSubrange(1..<5, with: UInt32(bytes.count - Self.headBytes).bigEndianBytes)
        bytes.append(contentsOf: TreeHash.plain(bytes).bytes)
        return bytes
    }

    /// Reads the frame at `position` and moves past it; nil when there is no whole one.
    static func read(_ bytes: [UInt8], at position: inout Int) -> JournalFrame? {
        guard position + headBytes <= bytes.count else { return nil }
        let length = bytes[(position + 1)..<(position + headBytes)].reduce(0) { $0 << 8 | Int($1) }
        let end = position + headBytes + length
        guard end + TreeHash.byteCount <= bytes.count else { return nil }
        let frame = Array(bytes[position..<end])
        guard TreeHash.plain(frame).bytes.elementsEqual(bytes[end..<(end + TreeHash.byteCount)]) else { return nil }
        var fields = Fields(bytes: frame, position: headBytes)
        let decoded = frame[0] == stateKind ? state(&fields) : frame[0] == batchKind ? batch(&fields) : nil
        if decoded != nil { position = end + TreeHash.byteCount }
        return decoded
    }

    private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UInt32(field.count).bigEndianBytes)
        bytes.append(contentsOf: field)
    }

    private static func state(_ fields: inout Fields) -> JournalFrame? {
        guard let size = fields.number(8), let closed = fields.number(1) else { return nil }
        var rows: [[TreeHash]] = []
        for _ in 0..<8 {
            guard let count = fields.number(2), let raw = fields.take(Int(count) * TreeHash.byteCount),
                let row = TileContent.decode(raw, width: Int(count))
            else { return nil }
            rows.append(row)
        }
        guard let bundle = fields.field(), let published = fields.field(), let target = fields.field(),
            let tree = GrowingTree(size: size, rows: rows, bundle: bundle)
        else { return nil }
        return .state(JournalState(tree: tree, published: published, target: target, isClosed: closed == 1))
    }

    private static func batch(_ fields: inout Fields) -> JournalFrame? {
        guard let first = fields.number(8), let closes = fields.number(1), let checkpoint = fields.field(),
            let count = fields.number(4),
            let entries = try? EntryBundle.decode(Array(fields.bytes[fields.position...]), count: Int(count))
        else { return nil }
        return .batch(
            JournalBatch(firstIndex: first, entries: entries, checkpoint: checkpoint, closes: closes == 1))
    }
}

private struct Fields {
    let bytes: [UInt8]
    var position: Int

    mutating func take(_ count: Int) -> [UInt8]? {
        guard count >= 0, position + count <= bytes.count else { return nil }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    mutating func number(_ width: Int) -> UInt64? { take(width)?.reduce(0) { $0 << 8 | UInt64($1) } }

    mutating func field() -> [UInt8]? { number(4).flatMap { take(Int($0)) } }
}
