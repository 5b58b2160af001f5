/// How English says numbers on the air: digit by digit, whole hundreds and thousands with their words
/// (ICAO Annex 10, volume II, 5.2.1.4).
enum EnglishNumerals {
    static let digits = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINER"]

    /// Each digit by itself.
    static func eachDigit(_ text: some StringProtocol) -> String {
        text.compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined(separator: " ")
    }

    /// 350 is THREE FIVE ZERO, 200 is TWO HUNDRED, 18,900 is ONE EIGHT THOUSAND NINER HUNDRED.
    static func number(_ number: Int) -> String {
        guard number >= 100, number.isMultiple(of: 100) else { return eachDigit(String(number)) }
        let (thousands, hundreds) = (number / 1000, number % 1000 / 100)
        var words: [String] = []
        if thousands > 0 { words.append(eachDigit(String(thousands)) + " THOUSAND") }
        if hundreds > 0 { words.append(digits[hundreds] + " HUNDRED") }
        return words.joined(separator: " ")
    }

    /// A number with a fraction, TWO DECIMAL FIVE.
    static func decimal(_ number: ExactDecimal) -> String {
        number.isWhole
            ? self.number(number.whole) : "\(self.number(number.whole)) DECIMAL \(eachDigit(number.fractionText))"
    }

    /// The words of numbers, with the pronunciations that are written out in manuals and those that are heard.
    static let atoms: [String: NumeralAtom] = {
        var atoms: [String: NumeralAtom] = [
            "OH": .digit(0), "WUN": .digit(1), "TOO": .digit(2), "TREE": .digit(3), "FOWER": .digit(4),
            "FIFE": .digit(5),
            "AIT": .digit(8), "NINE": .digit(9), "HUNDRED": .hundredMark, "HUNDREDS": .hundredMark,
            "THOUSAND": .thousandMark, "TOUSAND": .thousandMark, "THOUSANDS": .thousandMark, "DECIMAL": .decimalMark,
            "DAYSEEMAL": .decimalMark, "POINT": .decimalMark,
        ]
        for (value, word) in digits.enumerated() { atoms[word] = .digit(value) }
        let teens = [
            "TEN", "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN",
            "NINETEEN",
        ]
        for (offset, word) in teens.enumerated() { atoms[word] = .teen(10 + offset) }
        let tens = ["TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"]
        for (offset, word) in tens.enumerated() { atoms[word] = .tens(20 + 10 * offset) }
        return atoms
    }()
}
