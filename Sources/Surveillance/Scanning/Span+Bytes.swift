extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let colon = UInt8(ascii: ":")
    static let space = UInt8(ascii: " ")
}

extension Span<UInt8> {
    /// The place of the next `byte` at or after `start`, sixteen bytes at a time.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        withUnsafeBufferPointer { bytes in
            var index = start
            let wanted = SIMD16<UInt8>(repeating: byte)
            let raw = UnsafeRawBufferPointer(bytes)
            while index + 16 <= bytes.count {
                let found = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== wanted
                if any(found) { break }
                index += 16
            }
            while index < bytes.count {
                if bytes[index] == byte { return index }
                index += 1
            }
            return nil
        }
    }

    /// `range` without blanks, tabs and carriage returns at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, self[lower].isBlank { lower += 1 }
        while lower < upper, self[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }

    /// Whether the bytes of `range` are exactly those of `word`.
    func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where self[range.lowerBound + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Printable ASCII of `range` as text; nil when it holds anything else. What is kept may be shown and compared.
    func printableText(_ range: Range<Int>) -> String? {
        for index in range where self[index] < 0x20 || self[index] > 0x7E { return nil }
        return String(unsafeUninitializedCapacity: range.count) { buffer in
            for offset in 0..<range.count { buffer[offset] = self[range.lowerBound + offset] }
            return range.count
        }
    }

    /// `range` as text for a fault: at most 24 characters, what can't be printed as `·`.
    func excerpt(_ range: Range<Int>) -> String {
        var text = ""
        for index in range.prefix(24) {
            let byte = self[index]
            text.unicodeScalars.append(byte >= 0x20 && byte <= 0x7E ? Unicode.Scalar(byte) : "·")
        }
        return range.count > 24 ? text + "…" : text
    }
}

extension UInt8 {
    /// A blank, a tab or a carriage return.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
    /// `0` to `9`.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
