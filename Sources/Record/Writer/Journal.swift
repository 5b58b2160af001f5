/// The journal: one file to which batches are appended and synchronised, so that a commit costs one synchronisation
/// whatever number of tiles it touches.
///
/// When the file has grown enough a new segment begins, with the whole right-hand edge at its start. The old segment
/// goes once every full tile written in its time is itself durable.
final class Journal {
    private let directory: RecordDirectory
    private let files: any FileLayer
    private var file: (any WritableFile)?
    private var number: UInt64
    /// Bytes in the current segment.
    private(set) var length = 0
    /// Segments before the current one that are still needed.
    private(set) var olderSegments: [UInt64]

    init(directory: RecordDirectory, files: any FileLayer, segments: [UInt64]) {
        self.directory = directory
        self.files = files
        olderSegments = segments
        number = segments.last ?? 0
    }

    /// The segments on disk in their order; nil when there is no journal.
    static func segments(in directory: RecordDirectory, files: any FileLayer) throws(RecordError) -> [UInt64]? {
        try files.list(directory.journal)?.compactMap { $0.hasSuffix(".tmp") ? nil : UInt64($0, radix: 16) }.sorted()
    }

    static func path(_ number: UInt64, in directory: RecordDirectory) -> String {
        let digits = String(number, radix: 16)
        return Path.join(directory.journal, String(repeating: "0", count: max(0, 12 - digits.count)) + digits)
    }

    /// Begins a segment with `state`; on return it is durable and all batches go to it.
    func beginSegment(_ state: JournalState) throws(RecordError) {
        let next = number + 1
        let path = Self.path(next, in: directory)
        try files.remove(path + ".tmp")
        let bytes = JournalFrame.state(state).bytes
        let segment = try files.create(path + ".tmp", permissions: 0o600)
        try segment.write(bytes)
        try segment.synchronise()
        try files.rename(path + ".tmp", to: path)
        try files.synchroniseDirectory(directory.journal)
        if file != nil {
            olderSegments.append(number)
            try file?.close()
        }
        file = segment
        number = next
        length = bytes.count
    }

    /// Appends a batch; on return it is durable.
    ///
    /// If the batch could not be written it is cut off again and the journal is as it was
    /// (``RecordError/notWritten(reason:)``). If what is on disk cannot be known any more, every other error says so and
    /// nothing may be appended again.
    func append(_ batch: JournalBatch) throws(RecordError) {
        guard let file else { throw .stopped(reason: "the journal is not open") }
        let bytes = JournalFrame.batch(batch).bytes
        do { try file.write(bytes) } catch {
            try file.truncate(toBytes: length)
            try file.synchronise()
            throw .notWritten(reason: error.description)
        }
        try file.synchronise()
        length += bytes.count
    }

    /// Removes segments that are no longer needed.
    func removeSegments(_ numbers: [UInt64]) throws(RecordError) {
        for number in numbers { try files.remove(Self.path(number, in: directory)) }
        olderSegments.removeAll { numbers.contains($0) }
    }

    func close() throws(RecordError) {
        try file?.close()
        file = nil
    }
}
