/// Reads JSON (RFC 8259) from bytes without building a tree: formats take the few members they know and skip the rest.
///
/// It never recurses and never reads past its end; nesting is bounded. The bytes are passed to each call, so that the
/// scanner is a plain value.
struct JSONScanner {
    /// The next byte to read.
    var at: Int
    /// The end of what may be read.
    let end: Int

    /// Deeper nesting than this is no receiver's.
    static let deepestNesting = 64

    init(_ range: Range<Int>) {
        at = range.lowerBound
        end = range.upperBound
    }

    /// Where and why bytes are not JSON.
    struct Fault: Error {
        var at: Int
        var expected: StaticString
    }

    /// What begins at the next byte that is not blank; nil at the end.
    mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
        while at < end {
            let byte = bytes[at]
            if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
            at += 1
        }
        return nil
    }

    /// Takes `byte` if it comes next.
    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard peek(bytes) == byte else { return false }
        at += 1
        return true
    }

    /// Takes `byte` or fails.
    mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>, _ expected: StaticString) throws(Fault) {
        if !take(byte, bytes) { throw Fault(at: at, expected: expected) }
    }

    /// The next member's name (between its quotes, escapes left as they are), after the brace or a comma; nil: the object ends.
    mutating func nextName(_ bytes: Span<UInt8>, isFirst: inout Bool) throws(Fault) -> Range<Int>? {
        if take(.closeBrace, bytes) { return nil }
        if !isFirst { try expect(.comma, bytes, "a comma or the end of the object") }
        isFirst = false
        let name = try string(bytes)
        try expect(.colon, bytes, "a colon after a name")
        return name
    }

    /// Whether another element follows in an array.
    mutating func hasElement(_ bytes: Span<UInt8>, isFirst: inout Bool) throws(Fault) -> Bool {
        if take(.closeBracket, bytes) { return false }
        if !isFirst { try expect(.comma, bytes, "a comma or the end of the array") }
        isFirst = false
        return true
    }

    /// What stands between the quotes of a string.
    mutating func string(_ bytes: Span<UInt8>) throws(Fault) -> Range<Int> {
        try expect(.quote, bytes, "a string")
        let start = at
        while at < end {
            let byte = bytes[at]
            if byte == .quote {
                at += 1
                return start..<at - 1
            }
            if byte < 0x20 { throw Fault(at: at, expected: "a string without control characters") }
            at += byte == .backslash ? 2 : 1
        }
        at = end
        throw Fault(at: end, expected: "the end of a string")
    }

    /// The next value: what it is and where it stands. Objects and arrays are not entered: `at` stays before them.
    mutating func value(_ bytes: Span<UInt8>) throws(Fault) -> JSONValue {
        guard let byte = peek(bytes) else { throw Fault(at: at, expected: "a value") }
        switch byte {
        case .quote: return .string(try string(bytes))
        case .openBrace: return .object
        case .openBracket: return .array
        default: return try scalar(bytes)
        }
    }

    private mutating func scalar(_ bytes: Span<UInt8>) throws(Fault) -> JSONValue {
        let start = at
        while at < end {
            let byte = bytes[at]
            if byte == .comma || byte == .closeBrace || byte == .closeBracket || byte <= 0x20 { break }
            at += 1
        }
        let word = start..<at
        if let number = bytes.decimal(word) { return .number(number) }
        if bytes.equals(word, "null") { return .null }
        if bytes.equals(word, "true") { return .bool(true) }
        if bytes.equals(word, "false") { return .bool(false) }
        if bytes.equals(word, "NaN") || bytes.equals(word, "Infinity") || bytes.equals(word, "-Infinity") {
            return .notANumber
        }
        at = start
        throw Fault(at: start, expected: "a value")
    }

    /// Passes over the object or array that `value` stopped before.
    mutating func skipContainer(_ bytes: Span<UInt8>) throws(Fault) {
        var depth = 0
        while at < end {
            switch bytes[at] {
            case .quote:
                _ = try string(bytes)
                continue
            case .openBrace, .openBracket:
                depth += 1
                if depth > Self.deepestNesting { throw Fault(at: at, expected: "less nesting") }
            case .closeBrace, .closeBracket:
                depth -= 1
                if depth == 0 {
                    at += 1
                    return
                }
            default: break
            }
            at += 1
        }
        throw Fault(at: end, expected: "the end of an object or array")
    }
}

/// A JSON value as far as receivers' fields need it.
enum JSONValue {
    case null
    case bool(Bool)
    case number(Double)
    /// `NaN` or an infinity, which JSON has not but some programs write.
    case notANumber
    /// Between the quotes, escapes left as they are.
    case string(Range<Int>)
    /// An object begins at `at`.
    case object
    /// An array begins at `at`.
    case array
}
