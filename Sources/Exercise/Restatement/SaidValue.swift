public import Accord
public import Airspace
public import Phraseology

/// Values in the words of a language, in sentence case: `3 nautical miles`, «3 морских миль».
public struct SaidValue: Sendable {
    private let table: LanguageTable
    private let isRussian: Bool

    /// Values in a language.
    public init(_ language: AccordLanguage) {
        table = language.table
        isRussian = language == .russian
    }

    /// A length in its own unit, where a sentence asks for it in a case.
    public func length(_ length: Length, _ form: GrammaticalCase = .nominative) -> String {
        table.phrase(.quantity(Quantity(saying: length)), in: form).lowercased()
    }

    /// A level with its datum.
    public func level(_ level: PlannedLevel, _ form: GrammaticalCase = .nominative) -> String {
        let words = table.phrase(.vertical(level.said), in: form)
        // The names of settings are codes; all other words go into small letters.
        return words.split(separator: " ").map { word in
            ["QNH", "QFE", "STD", "FL"].contains(word) ? String(word) : word.lowercased()
        }.joined(separator: " ")
    }

    /// A speed.
    public func speed(_ speed: Speed) -> String {
        let unit: CountedUnit = speed.unit == .kilometresPerHour ? .kilometrePerHour : .knot
        let value = speed.value(in: unit == .knot ? .knots : .kilometresPerHour)
        let number = ExactDecimal(significand: Int(min(max(value, 0), 9_999).rounded()))
        return table.phrase(.quantity(Quantity(number, unit))).lowercased()
    }

    /// A number of seconds.
    public func seconds(_ seconds: Double, _ form: GrammaticalCase = .nominative) -> String {
        let number = ExactDecimal(significand: Int(min(max(seconds, 0), 99_999).rounded()))
        return table.phrase(.quantity(Quantity(number, .second)), in: form).lowercased()
    }

    /// A day and a time, `3 November 2015, 09:10 UTC`.
    public func time(_ unixSeconds: Double) -> String {
        let text = UTCTime.string(unixSeconds: unixSeconds)
        let parts = text.prefix(10).split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month), let day = Int(parts[2]) else {
            return text
        }
        let names = isRussian ? Self.russianMonths : Self.englishMonths
        return "\(day) \(names[month - 1]) \(parts[0]), \(text.dropFirst(11).prefix(5)) UTC"
    }

    /// A time of day, `09:10 UTC`.
    public func clock(_ unixSeconds: Double) -> String {
        UTCTime.string(unixSeconds: unixSeconds).dropFirst(11).prefix(5) + " UTC"
    }

    /// A place in degrees and decimal minutes, `35°12.0'N 038°36.0'E`: the same in every language.
    public static func place(_ position: GeodeticPosition) -> String {
        func part(_ degrees: Double, _ width: Int, _ positive: String, _ negative: String) -> String {
            let tenths = Int((abs(degrees) * 600).rounded())
            let whole = String(tenths / 600)
            let minutes = tenths % 600
            let padded = String(repeating: "0", count: max(0, width - whole.count)) + whole
            let mark = minutes < 100 ? "0" : ""
            return "\(padded)°\(mark)\(minutes / 10).\(minutes % 10)'\(degrees < 0 ? negative : positive)"
        }
        return part(position.latitudeDegrees, 2, "N", "S") + " " + part(position.longitudeDegrees, 3, "E", "W")
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let russianMonths = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]
}
