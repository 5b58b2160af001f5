/// Reads the journal after a start and publishes again what its batches filled.
struct JournalReplay {
    let directory: RecordDirectory
    let files: any FileLayer
    let publisher: TilePublisher
    private var sawBatches = false

    init(directory: RecordDirectory, files: any FileLayer, publisher: TilePublisher) {
        self.directory = directory
        self.files = files
        self.publisher = publisher
    }

    /// The state after the last whole batch of the last segment.
    mutating func run(segments: [UInt64]) throws(RecordError) -> JournalState {
        var state: JournalState?
        for segment in segments {
            let path = Journal.path(segment, in: directory)
            guard let bytes = try files.read(path, maximumBytes: Int.max) else { throw .missing(path: path) }
            var position = 0
            guard case .state(let start)? = JournalFrame.read(bytes, at: &position) else {
                throw .damaged(path: path, reason: "the segment of the journal has no valid beginning")
            }
            if let state, state.tree.size != start.tree.size || state.tree.root != start.tree.root {
                throw .damaged(path: path, reason: "the segment does not continue the one before it")
            }
            var current = start
            while case .batch(let batch)? = JournalFrame.read(bytes, at: &position) {
                try apply(batch, to: &current, path: path)
            }
            if position < bytes.count { sawBatches = true }
            state = current
        }
        guard let state else { throw .directory(path: directory.path, reason: "has an empty journal") }
        return state
    }

    private mutating func apply(
        _ batch: JournalBatch, to state: inout JournalState, path: String
    ) throws(RecordError) {
        sawBatches = true
        guard batch.firstIndex == state.tree.size else {
            throw .damaged(path: path, reason: "a batch begins at \(batch.firstIndex), not at \(state.tree.size)")
        }
        var filled: [(RecordResource, [UInt8])] = []
        for entry in batch.entries { state.tree.append(entry) { filled.append(($0, $1)) } }
        for (resource, bytes) in filled { try publisher.publish(resource, bytes) }
        let checkpoint = try SignedCheckpoint(batch.checkpoint).checkpoint
        if checkpoint.size == state.tree.size {
            guard checkpoint.root == state.tree.root else {
                throw .damaged(path: path, reason: "a batch does not have the root that was signed for it")
            }
            state.published = batch.checkpoint
            state.target = []
        } else {
            state.target = batch.checkpoint
        }
        state.isClosed = batch.closes
    }

    /// Whether the published part may lack something that the journal has.
    func needsMending(_ state: JournalState) -> Bool {
        if sawBatches { return true }
        if state.published.isEmpty { return false }
        let checkpoint = try? files.read(
            directory.file(.checkpoint), maximumBytes: RecordResource.checkpoint.maximumBytes)
        guard let checkpoint, let found = try? SignedCheckpoint(checkpoint),
            let expected = try? SignedCheckpoint(state.published),
            found.isSameStatement(as: expected)
        else { return true }
        return state.tree.rightEdge(atSize: expected.checkpoint.size).contains { edge in
            (try? files.read(directory.file(edge.resource), maximumBytes: edge.resource.maximumBytes)) != edge.bytes
        }
    }
}
