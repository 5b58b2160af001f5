/// English as spoken on the air (ICAO Annex 10, volume II, 5.2.1; PANS-ATM chapter 12).
struct English: SpeechRules {
    static let lexicon: Lexicon = makeLexicon()
    var lexicon: Lexicon { Self.lexicon }
    var vocabularies: [Vocabulary: [VocabularyWord]] { Self.vocabularies }
    let isCyrillic = false
    let ofPoint = "OF"
    let joinsPair = "AND"
    let spokenQuotes = (open: "QUOTE", close: "UNQUOTE")

    func count(_ number: ExactDecimal, of unit: CountedUnit, in form: GrammaticalCase, _ style: Style) -> String {
        let said = style == .spoken ? EnglishNumerals.decimal(number) : number.text()
        let isOne = number.isWhole && number.whole == 1
        return "\(said) \(isOne ? Self.words(unit).one : Self.words(unit).many)"
    }

    func number(_ number: Int) -> String { EnglishNumerals.number(number) }

    func clock(_ hour: Int, _ style: Style) -> String {
        let words = ["TEN", "ELEVEN", "TWELVE"]
        let said = style == .written ? String(hour) : hour >= 10 ? words[hour - 10] : EnglishNumerals.digits[hour]
        return said + " O'CLOCK"
    }

    func offNose(degrees: Int, side: Value.Side, _ style: Style) -> String {
        let number = ExactDecimal(significand: degrees)
        return count(number, of: .degree, in: .nominative, style) + (side == .left ? " LEFT" : " RIGHT") + " OF NOSE"
    }

    func heading(_ degrees: Int) -> String { EnglishNumerals.eachDigit(threeDigits(degrees)) }

    func flightLevel(_ level: Int, in form: GrammaticalCase, _ style: Style) -> String {
        guard style == .spoken else { return "FLIGHT LEVEL " + threeDigits(level) }
        let digits = threeDigits(level)
        return "FLIGHT LEVEL "
            + (level.isMultiple(of: 100) ? EnglishNumerals.number(level) : EnglishNumerals.eachDigit(digits))
    }

    func levelWord(_ term: Term, in form: GrammaticalCase) -> String { term == .surface ? "SURFACE" : "LEVEL UNKNOWN" }

    func reference(_ reference: PressureReference, _ style: Style) -> String {
        guard let pressure = reference.hectopascals else {
            return reference.setting == .standard ? "STANDARD PRESSURE" : reference.setting.rawValue
        }
        return
            "\(reference.setting.rawValue) \(style == .spoken ? EnglishNumerals.eachDigit(String(pressure)) : String(pressure))"
    }

    func time(_ time: TimeOfDay, in form: GrammaticalCase, _ style: Style) -> String {
        let said = style == .written ? time.clockText : EnglishNumerals.eachDigit(time.clockText.filter { $0 != ":" })
        return said + " UTC"
    }

    /// Six digits, or four where the last two are zeros (Annex 10, volume II, 5.2.1.7.3.4.3).
    func frequency(_ frequency: RadioFrequency) -> String {
        let digits = frequency.digits
        let fraction = digits.thousandths.hasSuffix("00") ? String(digits.thousandths.prefix(1)) : digits.thousandths
        return "\(EnglishNumerals.eachDigit(digits.megahertz)) DECIMAL \(EnglishNumerals.eachDigit(fraction))"
    }

    func squawk(_ code: String) -> String { EnglishNumerals.eachDigit(code) }

    func mach(_ number: ExactDecimal, _ style: Style) -> String {
        style == .written ? number.text() : EnglishNumerals.decimal(number)
    }

    func nameDigits(_ digits: String) -> String { EnglishNumerals.eachDigit(digits) }

    func coordinates(latitudeMinutes: Int, longitudeMinutes: Int, _ style: Style) -> String {
        func angle(_ minutes: Int, degreeDigits: Int, _ hemisphere: String) -> String {
            let degrees = padded(abs(minutes) / 60, to: degreeDigits)
            let rest = padded(abs(minutes) % 60, to: 2)
            return style == .written
                ? "\(degrees)°\(rest)' \(hemisphere)"
                : "\(EnglishNumerals.eachDigit(degrees)) DEGREES \(EnglishNumerals.eachDigit(rest)) MINUTES \(hemisphere)"
        }
        return angle(latitudeMinutes, degreeDigits: 2, latitudeMinutes < 0 ? "SOUTH" : "NORTH") + ", "
            + angle(longitudeMinutes, degreeDigits: 3, longitudeMinutes < 0 ? "WEST" : "EAST")
    }

    private static func words(_ unit: CountedUnit) -> (one: String, many: String) {
        switch unit {
        case .nauticalMile: ("NAUTICAL MILE", "NAUTICAL MILES")
        case .kilometre: ("KILOMETRE", "KILOMETRES")
        case .metre: ("METRE", "METRES")
        case .foot: ("FOOT", "FEET")
        case .degree: ("DEGREE", "DEGREES")
        case .hour: ("HOUR", "HOURS")
        case .minute: ("MINUTE", "MINUTES")
        case .second: ("SECOND", "SECONDS")
        case .metrePerSecond: ("METRE PER SECOND", "METRES PER SECOND")
        case .footPerMinute: ("FOOT PER MINUTE", "FEET PER MINUTE")
        case .kilometrePerHour: ("KILOMETRE PER HOUR", "KILOMETRES PER HOUR")
        case .knot: ("KNOT", "KNOTS")
        case .hectopascal: ("HECTOPASCAL", "HECTOPASCALS")
        }
    }

    private static func makeLexicon() -> Lexicon {
        var lexicon = Lexicon()
        lexicon.numerals = EnglishNumerals.atoms
        lexicon.connectors = ["AND"]
        for unit in CountedUnit.allCases {
            lexicon.add(unit, [words(unit).one, words(unit).many])
        }
        lexicon.add(.nauticalMile, ["NM", "MILE", "MILES"])
        lexicon.add(.kilometre, ["KM"])
        lexicon.add(.metre, ["M"])
        lexicon.add(.foot, ["FT"])
        lexicon.add(.degree, ["DEG", "°"])
        lexicon.add(.metrePerSecond, ["M/S"])
        lexicon.add(.footPerMinute, ["FT/MIN", "FPM"])
        lexicon.add(.kilometrePerHour, ["KM/H", "KPH"])
        lexicon.add(.knot, ["KT", "KTS"])
        lexicon.add(.hectopascal, ["HPA"])
        lexicon.add(.flightLevel, ["FLIGHT LEVEL"])
        lexicon.add(.universalTime, ["UTC", "Z", "ZULU"])
        lexicon.add(.standard, ["STANDARD PRESSURE", "STANDARD", "STD", "QNE"])
        lexicon.add(.qnh, ["QNH"])
        lexicon.add(.qfe, ["QFE"])
        lexicon.add(.surface, ["SURFACE", "SFC", "GROUND LEVEL"])
        lexicon.add(.unknown, ["LEVEL UNKNOWN", "ALTITUDE UNKNOWN", "LEVEL NOT KNOWN"])
        lexicon.add(.altitude, ["ALTITUDE", "HEIGHT", "AT ALTITUDE"])
        lexicon.add(.megahertz, ["MHZ", "MEGAHERTZ", "MEGACYCLES"])
        lexicon.add(.half, ["AND A HALF", "AND HALF"])
        lexicon.add(.oClock, ["O CLOCK"])
        lexicon.add(.north, ["NORTH", "N"])
        lexicon.add(.south, ["SOUTH", "S"])
        lexicon.add(.east, ["EAST", "E"])
        lexicon.add(.west, ["WEST", "W"])
        lexicon.add(.left, ["LEFT"])
        lexicon.add(.right, ["RIGHT"])
        lexicon.add(.offNose, ["OF NOSE", "OFF NOSE"])
        lexicon.add(.joinsPair, ["AND"])
        lexicon.add(.ofPoint, ["OF", "FROM"])
        lexicon.add(vocabularies)
        return lexicon
    }
}
