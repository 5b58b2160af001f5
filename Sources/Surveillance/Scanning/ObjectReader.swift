/// A format whose reports stand in JSON objects, one after another or in an array, across any number of lines.
public protocol ObjectFormat: Sendable {
    /// An object larger than this is a fault; it bounds the memory.
    static var largestObjectBytes: Int { get }
    /// Makes reports and faults of one object, which may be broken or cut off.
    ///
    /// - Returns: how many bytes were understood; the next object is looked for behind them.
    mutating func read(object: Span<UInt8>, at place: Place, into batch: inout ReportBatch) -> Int
}

/// Cuts a stream into JSON objects by counting braces outside strings, whatever the chunks.
///
/// Commas, brackets and blanks between objects are passed over, so that an array of objects and objects one after another
/// read the same; other bytes there are a fault. An object that is broken costs no more than itself.
public struct ObjectReader<Format: ObjectFormat>: ReportReader {
    /// The format and what it remembers between objects.
    public var format: Format
    private var lines: Place
    private var buffer: [UInt8] = []
    private var outline = ObjectOutline()
    private var isInNoise = false

    /// A reader of `format`; `source` names where the bytes come from, for faults.
    public init(_ format: Format, source: String) {
        self.format = format
        lines = Place(source: source, line: 1)
    }

    /// Takes the next bytes of the stream.
    public mutating func read(_ bytes: Span<UInt8>, into batch: inout ReportBatch) {
        bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        cut(isEnd: false, into: &batch)
    }

    /// The stream has ended: an object that is not whole is used as far as it goes.
    public mutating func finish(into batch: inout ReportBatch) {
        cut(isEnd: true, into: &batch)
        outline = ObjectOutline()
    }

    private mutating func cut(isEnd: Bool, into batch: inout ReportBatch) {
        var data: [UInt8] = []
        swap(&data, &buffer)
        data.removeFirst(cut(data.span, isEnd: isEnd, into: &batch))
        swap(&data, &buffer)
    }

    /// Reads the objects that are whole; how many bytes are done with.
    private mutating func cut(_ bytes: Span<UInt8>, isEnd: Bool, into batch: inout ReportBatch) -> Int {
        var start = 0
        while start < bytes.count {
            if !outline.isOpen {
                let before = start
                start = skipBetween(bytes, from: start, into: &batch)
                lines.line += bytes.count(of: .lineFeed, in: before..<start)
                if start == bytes.count { break }
            }
            let end = outline.advance(bytes, from: start)
            var length = (end ?? bytes.count) - start
            // Where a broken object is given up must not hang on how the bytes were cut.
            if outline.isTooDeep { length = min(length, outline.scanned) }
            length = min(length, Format.largestObjectBytes + 1)
            if end == nil, !isEnd, length <= Format.largestObjectBytes, !outline.isTooDeep { break }
            start += take(bytes.extracting(start..<start + length), into: &batch)
            outline = ObjectOutline()
        }
        return start
    }

    private mutating func take(_ object: Span<UInt8>, into batch: inout ReportBatch) -> Int {
        var used = object.count
        if used > Format.largestObjectBytes {
            batch.note(.oversize, at: lines, "an object is longer than \(Format.largestObjectBytes) bytes")
        } else {
            used = min(max(1, format.read(object: object, at: lines, into: &batch)), object.count)
        }
        lines.line += object.count(of: .lineFeed, in: 0..<used)
        return used
    }

    /// The next opening brace; bytes that have no place between objects are one fault for each stretch of them.
    private mutating func skipBetween(_ bytes: Span<UInt8>, from start: Int, into batch: inout ReportBatch) -> Int {
        for index in start..<bytes.count {
            switch bytes[index] {
            case .openBrace:
                isInNoise = false
                return index
            case .comma, .openBracket, .closeBracket, 0x20, 0x0A, 0x0D, 0x09, 0xEF, 0xBB, 0xBF: continue
            default:
                if !isInNoise {
                    let line = Place(
                        source: lines.source, line: lines.line + bytes.count(of: .lineFeed, in: start..<index))
                    batch.note(.syntax, at: line, "bytes that are no JSON object")
                }
                isInNoise = true
            }
        }
        return bytes.count
    }
}

/// How far an object has been followed: its depth, and whether the place is inside a string.
struct ObjectOutline {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// How many bytes have been followed.
    private(set) var scanned = 0

    /// Whether an object has begun and not ended.
    var isOpen: Bool { depth > 0 }
    /// Whether it is nested deeper than any of a receiver.
    var isTooDeep: Bool { depth > JSONScanner.deepestNesting }

    /// Follows the object that begins at `start`; the place behind its last brace, or nil when that is still to come.
    mutating func advance(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start + scanned
        while index < bytes.count, !isTooDeep {
            let byte = bytes[index]
            index += 1
            if isEscaped {
                isEscaped = false
            } else if isInString {
                if byte == .quote { isInString = false } else if byte == .backslash { isEscaped = true }
            } else if byte == .quote {
                isInString = true
            } else if byte == .openBrace {
                depth += 1
            } else if byte == .closeBrace {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        scanned = index - start
        return nil
    }
}

extension Span<UInt8> {
    /// How often `byte` stands in `range`.
    func count(of byte: UInt8, in range: Range<Int>) -> Int {
        var count = 0
        var index = range.lowerBound
        while let found = firstIndex(of: byte, from: index), found < range.upperBound {
            count += 1
            index = found + 1
        }
        return count
    }
}
