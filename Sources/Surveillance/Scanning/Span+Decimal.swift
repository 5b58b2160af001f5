/// Powers of ten that a double holds exactly.
private let exactPowersOfTen: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
]

extension Span<UInt8> {
    /// The decimal number that fills `range` (`-12.5`, `3e4`); nil for anything else, `NaN` and `0x10` included.
    ///
    /// Correctly rounded: a mantissa below 2^53 times or over an exact power of ten is one rounding (W. D. Clinger, How to
    /// read floating point numbers accurately, 1990); longer ones go to the standard library.
    package func decimal(_ range: Range<Int>) -> Double? {
        var index = range.lowerBound
        let end = range.upperBound
        var isNegative = false
        if index < end, self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "+") {
            isNegative = self[index] == UInt8(ascii: "-")
            index += 1
        }
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0
        while index < end, self[index].isDigit {
            mantissa = mantissa &* 10 &+ UInt64(self[index] &- 0x30)
            digits += 1
            index += 1
        }
        if index < end, self[index] == UInt8(ascii: ".") {
            index += 1
            while index < end, self[index].isDigit {
                mantissa = mantissa &* 10 &+ UInt64(self[index] &- 0x30)
                digits += 1
                exponent -= 1
                index += 1
            }
        }
        guard digits > 0 else { return nil }
        if index < end, self[index] | 0x20 == UInt8(ascii: "e") {
            guard let power = powerOfTen(index + 1..<end) else { return nil }
            exponent += power
            index = end
        }
        guard index == end else { return nil }
        guard digits <= 18, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else { return longDecimal(range) }
        let magnitude =
            exponent < 0
            ? Double(mantissa) / exactPowersOfTen[-exponent] : Double(mantissa) * exactPowersOfTen[exponent]
        return isNegative ? -magnitude : magnitude
    }

    /// The exponent of a number, -999 to 999.
    private func powerOfTen(_ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        var sign = 1
        if index < range.upperBound, self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "+") {
            sign = self[index] == UInt8(ascii: "-") ? -1 : 1
            index += 1
        }
        guard index < range.upperBound, range.upperBound - index <= 3 else { return nil }
        var value = 0
        while index < range.upperBound {
            guard self[index].isDigit else { return nil }
            value = value * 10 + Int(self[index] - 0x30)
            index += 1
        }
        return sign * value
    }

    /// A number with more digits than the short way is exact for; at most 64 of them, and finite.
    private func longDecimal(_ range: Range<Int>) -> Double? {
        guard range.count <= 64, let text = printableText(range), let value = Double(text), value.isFinite else {
            return nil
        }
        return value
    }

    /// The digits that fill `range` as a whole number below 10^9.
    func wholeNumber(_ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var value = 0
        for index in range {
            guard self[index].isDigit else { return nil }
            value = value * 10 + Int(self[index] - 0x30)
        }
        return value
    }
}
