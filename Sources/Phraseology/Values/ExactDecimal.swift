/// A decimal number kept as written, so that what is said, signed and compared never passes through binary fractions.
public struct ExactDecimal: Sendable, Hashable {
    /// All digits as one whole number: 25 for 2.5.
    public let significand: Int
    /// How many of the digits stand after the mark: 1 for 2.5.
    public let fractionDigits: Int

    /// `significand` divided by ten to the power of `fractionDigits`; trailing zeros after the mark are dropped.
    public init(significand: Int, fractionDigits: Int = 0) {
        var digits = significand
        var scale = max(0, fractionDigits)
        while scale > 0, digits.isMultiple(of: 10) {
            digits /= 10
            scale -= 1
        }
        self.significand = digits
        self.fractionDigits = scale
    }

    /// Reads `5`, `2.5` or `2,5`: at most seven digits before the mark and three after it, never negative.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), let whole = parts.first, (1...7).contains(whole.count) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || (1...3).contains(fraction.count) else { return nil }
        let digits = String(whole) + fraction
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let significand = Int(digits) else { return nil }
        self.init(significand: significand, fractionDigits: fraction.count)
    }

    /// Whether nothing stands after the mark.
    public var isWhole: Bool { fractionDigits == 0 }

    /// The part before the mark.
    public var whole: Int { significand / power }

    /// The part after the mark, as a whole number: 5 for 2.5, 25 for 2.25.
    public var fraction: Int { significand % power }

    /// The digits after the mark, `05` for 2.05; empty for a whole number.
    public var fractionText: String {
        guard fractionDigits > 0 else { return "" }
        let digits = String(fraction)
        return String(repeating: "0", count: fractionDigits - digits.count) + digits
    }

    /// The value as a binary number, for comparing against limits.
    public var doubleValue: Double { Double(significand) / Double(power) }

    private var power: Int { (0..<fractionDigits).reduce(1) { product, _ in product * 10 } }

    /// The number with `mark` between whole and fraction.
    public func text(mark: Character = ".") -> String {
        isWhole ? String(whole) : "\(whole)\(mark)\(fractionText)"
    }
}
