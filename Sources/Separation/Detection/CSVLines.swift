/// The lines of a file, without their ends; the byte-order mark is passed over.
struct CSVLines {
    private let bytes: [UInt8]
    private var start: Int
    private var number = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next line and its number from 1; nil after the last.
    mutating func next() -> (number: Int, range: Range<Int>)? {
        guard start < bytes.count else { return nil }
        number += 1
        let first = start
        var end = first
        let count = bytes.count
        bytes.withUnsafeBufferPointer { buffer in
            while end < count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
        }
        start = end + 1
        if end > first, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return (number, first..<end)
    }
}

/// The fields of one line.
struct CSVFields {
    private let bytes: [UInt8]
    private var ranges: [Range<Int>] = []

    init(_ bytes: [UInt8], _ line: Range<Int>) {
        self.bytes = bytes
        ranges.reserveCapacity(8)
        let quote = UInt8(ascii: "\"")
        var first = line.lowerBound
        var isQuoted = false
        for position in line {
            let byte = bytes[position]
            if byte == quote { isQuoted.toggle() }
            if byte == UInt8(ascii: ","), !isQuoted {
                ranges.append(trimmed(first..<position))
                first = position + 1
            }
        }
        ranges.append(trimmed(first..<line.upperBound))
    }

    /// The number of fields.
    var count: Int { ranges.count }

    /// Whether there is nothing in a field.
    func isEmpty(_ field: Int) -> Bool { ranges[field].isEmpty }

    /// A field as text; bytes that are no UTF-8 are replaced.
    func text(_ field: Int) -> String {
        let text = String(decoding: bytes[ranges[field]], as: UTF8.self)
        return text.contains("\"\"")
            ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
    }

    /// A field as a number; nil: it is none.
    ///
    /// Up to 15 digits and 22 decimals are exact in one division (Clinger, PLDI 1990); anything else goes the slow way.
    func number(_ field: Int) -> Double? {
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals = 0
        var seenPoint = false
        var isNegative = false
        for position in ranges[field] {
            let byte = bytes[position]
            if byte >= 0x30, byte <= 0x39, digits < 15 {
                mantissa = mantissa * 10 + UInt64(byte - 0x30)
                if mantissa > 0 { digits += 1 }
                if seenPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if byte == UInt8(ascii: "-"), position == ranges[field].lowerBound {
                isNegative = true
            } else {
                return Double(text(field))
            }
        }
        guard digits > 0, decimals <= 22 else { return Double(text(field)) }
        let value = Double(mantissa) / Self.powersOfTen[decimals]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    /// A range without blanks at its ends and without the quotes around it.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        while low < high, isBlank(bytes[low]) { low += 1 }
        while low < high, isBlank(bytes[high - 1]) { high -= 1 }
        if high - low >= 2, bytes[low] == UInt8(ascii: "\""), bytes[high - 1] == UInt8(ascii: "\"") {
            low += 1
            high -= 1
        }
        return low..<high
    }
}
