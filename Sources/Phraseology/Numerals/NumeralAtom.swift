/// What one word does in a spoken number.
enum NumeralAtom: Sendable, Hashable {
    /// 0 to 9.
    case digit(Int)
    /// 10 to 19.
    case teen(Int)
    /// 20 to 90, open for a digit after it.
    case tens(Int)
    /// 100 to 900 in one word, open for what is less.
    case hundreds(Int)
    /// Multiplies what was said by a hundred.
    case hundredMark
    /// Multiplies what was said by a thousand.
    case thousandMark
    /// The decimal mark.
    case decimalMark
    /// One and a half in one word.
    case oneAndAHalf
    /// Names the places after the mark: 1 for tenths.
    case denominator(Int)
}

/// A number as it was said, kept as digits: `030` and `30` are different readings.
struct NumeralReading: Sendable, Hashable {
    /// The digits before the mark.
    var digits: String
    /// The pieces that were said apart; one for «двести семьдесят», three for TWO SEVEN ZERO.
    var groups: [String]
    /// Whether HUNDRED, THOUSAND or «тысяча» was said.
    var hasMultiplier: Bool
    /// The digits after the mark, if one was said.
    var fraction: String?
    /// The index after the last token of the number.
    var end: Int

    /// The value as a count: said as one number, digit by digit, or in thousands; nil for other groupings.
    var whole: Int? {
        guard fraction == nil else { return nil }
        return wholePart
    }

    /// The value as a count with its fraction.
    var decimal: ExactDecimal? {
        guard let wholePart else { return nil }
        guard let fraction else { return ExactDecimal(significand: wholePart) }
        return ExactDecimal("\(wholePart).\(fraction)")
    }

    private var wholePart: Int? {
        guard digits.count <= 7, let value = Int(digits) else { return nil }
        if hasMultiplier || groups.count == 1 { return value }
        if groups.allSatisfy({ $0.count == 1 }) { return groups[0] == "0" ? nil : value }
        let isThousands = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
        return isThousands && groups[0] != "0" ? value : nil
    }
}
