public import Surveillance

/// A recording on disk, plain or gzip, read in bounded memory.
///
///     let file = try RecordingFile(path: "paris.states.csv.gz")
///     var batch = ReportBatch()
///     while file.read(into: &batch) {
///         use(batch.reports); show(file.fraction)
///         batch.removeAll()
///     }
public final class RecordingFile {
    /// Where it is.
    public let path: String
    /// What it is, as told by the user or by its content and name.
    public let format: RecordingFormat
    private let bytes: PlainBytes
    private var reader: any ReportReader
    private var chunk: [UInt8] = []
    private var openingFaults = ReportBatch()
    private var isFinished = false

    /// Opens a recording and tells its format.
    ///
    /// - Throws: `RecordingError` when it can't be opened, or nothing says what it is.
    public init(path: String, format: RecordingFormat? = nil) throws(RecordingError) {
        self.path = path
        bytes = try PlainBytes(path: path)
        while chunk.count < RecordingFormat.sniffedBytes, bytes.next(into: &chunk, faults: &openingFaults) {}
        let sniffed = RecordingFormat.sniff(name: path, start: chunk.span)
        guard let format = format ?? sniffed else { throw RecordingError.unknownFormat(path: path) }
        self.format = format
        reader = format.makeReader(source: path)
    }

    /// How much of the file has been read, 0 to 1; nil when its size is not known (a pipe).
    public var fraction: Double? { isFinished ? 1 : bytes.fraction }

    /// Reads on and appends the reports and faults to `batch`, which the caller empties between calls.
    ///
    /// - Returns: false when the recording had ended before the call.
    public func read(into batch: inout ReportBatch) -> Bool {
        if isFinished { return false }
        for fault in openingFaults.faults { batch.note(fault) }
        openingFaults.removeAll()
        if chunk.isEmpty, !bytes.next(into: &chunk, faults: &batch) {
            reader.finish(into: &batch)
            isFinished = true
            return true
        }
        reader.read(chunk.span, into: &batch)
        chunk.removeAll(keepingCapacity: true)
        return true
    }
}
