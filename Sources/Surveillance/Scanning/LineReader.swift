/// A format whose reports stand one to a line.
public protocol LineFormat: Sendable {
    /// A line longer than this is not one of the format's: it is a fault, and the next line is looked for.
    static var longestLineBytes: Int { get }
    /// Makes reports and faults of one line, given without its line break.
    mutating func read(line: Span<UInt8>, at place: Place, into batch: inout ReportBatch)
}

/// Cuts a stream into lines, whatever the chunks, and gives each to its format.
///
/// Lines end in LF or CR LF; empty ones are counted and skipped. A line that is whole inside a chunk is read in place;
/// only one that lies across chunks is copied, so memory is bounded by the longest line.
public struct LineReader<Format: LineFormat>: ReportReader {
    /// The format and what it remembers between lines.
    public var format: Format
    private var place: Place
    private var carried: [UInt8] = []
    private var isSkipping = false
    private var isAtStart = true

    /// A reader of `format`; `source` names where the bytes come from, for faults.
    public init(_ format: Format, source: String) {
        self.format = format
        place = Place(source: source)
    }

    /// Takes the next bytes of the stream.
    public mutating func read(_ bytes: Span<UInt8>, into batch: inout ReportBatch) {
        var start = 0
        while start < bytes.count {
            guard let end = bytes.firstIndex(of: .lineFeed, from: start) else {
                carry(bytes.extracting(start..<bytes.count), into: &batch)
                return
            }
            if isSkipping {
                isSkipping = false
            } else if carried.isEmpty {
                take(bytes.extracting(start..<end), into: &batch)
            } else {
                carry(bytes.extracting(start..<end), into: &batch)
                if isSkipping { isSkipping = false } else { takeCarried(into: &batch) }
            }
            start = end + 1
        }
    }

    /// The stream has ended: a last line without a line break counts.
    public mutating func finish(into batch: inout ReportBatch) {
        if !carried.isEmpty { takeCarried(into: &batch) }
        isSkipping = false
    }

    private mutating func takeCarried(into batch: inout ReportBatch) {
        var line: [UInt8] = []
        swap(&line, &carried)
        take(line.span, into: &batch)
        line.removeAll(keepingCapacity: true)
        swap(&line, &carried)
    }

    private mutating func take(_ line: Span<UInt8>, into batch: inout ReportBatch) {
        place.line += 1
        var range = 0..<line.count
        if isAtStart {
            isAtStart = false
            if line.count >= 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF { range = 3..<line.count }
        }
        range = line.trimmed(range)
        if range.isEmpty { return }
        if range.count > Format.longestLineBytes {
            noteTooLong(into: &batch)
        } else {
            format.read(line: line.extracting(range), at: place, into: &batch)
        }
    }

    private mutating func carry(_ part: Span<UInt8>, into batch: inout ReportBatch) {
        if isSkipping { return }
        if carried.count + part.count > Format.longestLineBytes {
            carried.removeAll(keepingCapacity: false)
            isSkipping = true
            isAtStart = false
            place.line += 1
            noteTooLong(into: &batch)
        } else {
            part.withUnsafeBufferPointer { carried.append(contentsOf: $0) }
        }
    }

    private func noteTooLong(into batch: inout ReportBatch) {
        batch.note(.oversize, at: place, "the line is longer than \(Format.longestLineBytes) bytes")
    }
}
