extension JSONWriter {
    /// Text as the next value, escaped as RFC 8259, section 7, asks.
    public mutating func value(_ text: String) {
        separate()
        quote(text)
        markValue()
    }

    /// A whole number as the next value.
    public mutating func value(_ number: Int) {
        separate()
        append(integer: number)
        markValue()
    }

    /// A number as the next value with at most `decimals` decimals (0 to 9); `null` when it is not finite.
    public mutating func value(_ number: Double, decimals: Int) {
        guard number.isFinite else { return null() }
        separate()
        let scale = Self.powersOfTen[decimals]
        let scaled = (number * scale).rounded()
        if scaled.magnitude < 9e15 {
            append(scaled: Int(scaled), decimals: decimals)
        } else {
            append(number.description.utf8)
        }
        markValue()
    }

    private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

    private mutating func append(integer: Int) {
        append(scaled: integer, decimals: 0)
    }

    /// Digits from the right into a small buffer on the stack: no string is made.
    private mutating func append(scaled: Int, decimals: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
            var place = 24
            var rest = scaled.magnitude
            var decimal = 0
            var isTrailing = true
            while decimal < decimals {
                let digit = UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                decimal += 1
                if isTrailing, digit == 0 { continue }
                isTrailing = false
                place -= 1
                buffer[place] = UInt8(ascii: "0") + digit
            }
            if !isTrailing {
                place -= 1
                buffer[place] = UInt8(ascii: ".")
            }
            repeat {
                place -= 1
                buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if scaled < 0 {
                place -= 1
                buffer[place] = UInt8(ascii: "-")
            }
            append(buffer[place..<24])
        }
    }

    private mutating func quote(_ text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"".utf8)
            case UInt8(ascii: "\\"): append("\\\\".utf8)
            case 0x0A: append("\\n".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                append((byte < 16 ? "\\u000\(digits)" : "\\u00\(digits)").utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
