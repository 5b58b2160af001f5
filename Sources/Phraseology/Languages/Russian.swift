/// Russian as spoken on the air: ordinary numerals, agreeing with their nouns.
struct Russian: SpeechRules {
    static let lexicon: Lexicon = makeLexicon()
    var lexicon: Lexicon { Self.lexicon }
    var vocabularies: [Vocabulary: [VocabularyWord]] { Self.vocabularies }
    let isCyrillic = true
    let ofPoint = "ОТ"
    let joinsPair = "И"
    let spokenQuotes = (open: "ТЕКСТ", close: "КОНЕЦ ТЕКСТА")

    func count(_ number: ExactDecimal, of unit: CountedUnit, in form: GrammaticalCase, _ style: Style) -> String {
        let noun = RussianNoun.of(unit)
        if style == .written {
            let abbreviation = unit == .kilometrePerHour ? "КМ/Ч" : noun.form(after: number, in: form)
            return "\(number.text(mark: ",")) \(abbreviation)"
        }
        let said =
            number.isWhole
            ? RussianNumerals.cardinal(number.whole, in: form, gender: noun.gender)
            : RussianNumerals.decimal(number, in: form)
        return "\(said) \(noun.form(after: number, in: form))"
    }

    func number(_ number: Int) -> String { RussianNumerals.cardinal(number) }

    func clock(_ hour: Int, _ style: Style) -> String {
        count(ExactDecimal(significand: hour), of: .hour, in: .nominative, style)
    }

    func offNose(degrees: Int, side: Value.Side, _ style: Style) -> String {
        let angle = count(ExactDecimal(significand: degrees), of: .degree, in: .accusative, style)
        return (side == .left ? "СЛЕВА" : "СПРАВА") + " ПОД " + angle
    }

    /// Three digits: the zeros of a heading below 100 are always said.
    func heading(_ degrees: Int) -> String {
        degrees == 0 ? RussianNumerals.eachDigit("000") : RussianNumerals.group(threeDigits(degrees))
    }

    /// As a numeral: the zero of a level below 100 is not said.
    func flightLevel(_ level: Int, in form: GrammaticalCase, _ style: Style) -> String {
        let word = RussianForms("ЭШЕЛОН ЭШЕЛОНА ЭШЕЛОНУ ЭШЕЛОН ЭШЕЛОНОМ ЭШЕЛОНЕ")[form]
        return "\(word) \(style == .spoken ? RussianNumerals.cardinal(level) : threeDigits(level))"
    }

    func levelWord(_ term: Term, in form: GrammaticalCase) -> String {
        guard term == .surface else { return "ЭШЕЛОН НЕИЗВЕСТЕН" }
        let words =
            "ПОВЕРХНОСТЬ_ЗЕМЛИ ПОВЕРХНОСТИ_ЗЕМЛИ ПОВЕРХНОСТИ_ЗЕМЛИ ПОВЕРХНОСТЬ_ЗЕМЛИ ПОВЕРХНОСТЬЮ_ЗЕМЛИ ПОВЕРХНОСТИ_ЗЕМЛИ"
        return RussianForms(words)[form]
    }

    func reference(_ reference: PressureReference, _ style: Style) -> String {
        let word =
            switch reference.setting {
            case .standard: "ПО СТАНДАРТНОМУ ДАВЛЕНИЮ"
            case .qnh: style == .spoken ? "ПО КУ ЭН ЭЙЧ" : "ПО QNH"
            case .qfe: style == .spoken ? "ПО КУ ЭФ И" : "ПО QFE"
            }
        guard let pressure = reference.hectopascals else { return word }
        return "\(word) \(style == .spoken ? RussianNumerals.cardinal(pressure) : String(pressure))"
    }

    func time(_ time: TimeOfDay, in form: GrammaticalCase, _ style: Style) -> String {
        guard style == .spoken else { return time.clockText + " UTC" }
        var parts = [count(ExactDecimal(significand: time.hour), of: .hour, in: form, style)]
        parts.append(count(ExactDecimal(significand: time.minute), of: .minute, in: form, style))
        if let second = time.second {
            parts.append(count(ExactDecimal(significand: second), of: .second, in: form, style))
        }
        return parts.joined(separator: " ") + " ПО ВСЕМИРНОМУ ВРЕМЕНИ"
    }

    /// The part after the mark as one numeral with its leading zeros; one digit where the last two are zeros.
    func frequency(_ frequency: RadioFrequency) -> String {
        let digits = frequency.digits
        let fraction = digits.thousandths.hasSuffix("00") ? String(digits.thousandths.prefix(1)) : digits.thousandths
        let megahertz = RussianNumerals.group(digits.megahertz)
        return "\(megahertz) ЗАПЯТАЯ \(RussianNumerals.group(fraction))"
    }

    /// Two groups of two digits.
    func squawk(_ code: String) -> String { nameDigits(code) }

    func mach(_ number: ExactDecimal, _ style: Style) -> String {
        guard style == .spoken else { return number.text(mark: ",") }
        let whole = RussianNumerals.cardinal(number.whole)
        return number.isWhole ? whole : "\(whole) ЗАПЯТАЯ \(RussianNumerals.group(number.fractionText))"
    }

    /// Three digits as one numeral, four as two of two, longer numbers in threes from the end.
    func nameDigits(_ digits: String) -> String {
        var rest = digits[...]
        var groups: [String] = []
        let size = digits.count == 4 ? 2 : 3
        while !rest.isEmpty {
            let length = rest.count % size == 0 ? size : rest.count % size
            let group = rest.prefix(length)
            groups.append(
                group.allSatisfy { $0 == "0" } ? RussianNumerals.eachDigit(group) : RussianNumerals.group(group))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: " ")
    }

    func coordinates(latitudeMinutes: Int, longitudeMinutes: Int, _ style: Style) -> String {
        func angle(_ minutes: Int, digits: Int, _ hemisphere: String, _ kind: String) -> String {
            let (degrees, rest) = (abs(minutes) / 60, abs(minutes) % 60)
            if style == .written {
                return "\(padded(degrees, to: digits))°\(padded(rest, to: 2))' \(hemisphere) \(kind)"
            }
            let words = count(ExactDecimal(significand: degrees), of: .degree, in: .nominative, style)
            return words + " " + count(ExactDecimal(significand: rest), of: .minute, in: .nominative, style)
                + " \(hemisphere) \(kind)"
        }
        return angle(latitudeMinutes, digits: 2, latitudeMinutes < 0 ? "ЮЖНОЙ" : "СЕВЕРНОЙ", "ШИРОТЫ") + ", "
            + angle(longitudeMinutes, digits: 3, longitudeMinutes < 0 ? "ЗАПАДНОЙ" : "ВОСТОЧНОЙ", "ДОЛГОТЫ")
    }

    private static func makeLexicon() -> Lexicon {
        var lexicon = Lexicon()
        lexicon.numerals = RussianNumerals.atoms
        lexicon.connectors = ["И"]
        lexicon.hasBareMultipliers = true
        for unit in CountedUnit.allCases { lexicon.add(unit, RussianNoun.of(unit).allForms) }
        lexicon.add(.nauticalMile, ["МИЛЯ", "МИЛИ", "МИЛЮ", "МИЛЬ", "МИЛЯХ", "МИЛЯМ", "МИЛЯМИ", "МИЛЕ", "МИЛЕЙ", "NM"])
        lexicon.add(.kilometre, ["КМ"])
        lexicon.add(.metre, ["М"])
        lexicon.add(.degree, ["°"])
        lexicon.add(.metrePerSecond, ["М/С"])
        lexicon.add(.footPerMinute, ["ФУТ/МИН"])
        lexicon.add(.kilometrePerHour, ["КМ/Ч", "КМ/ЧАС", "КИЛОМЕТРОВ ЧАС"])
        lexicon.add(.hectopascal, ["ГПА"])
        lexicon.add(.minute, ["МИН"])
        lexicon.add(.flightLevel, ["ЭШЕЛОН", "ЭШЕЛОНА", "ЭШЕЛОНУ", "ЭШЕЛОНОМ", "ЭШЕЛОНЕ", "FLIGHT LEVEL"])
        lexicon.add(
            .universalTime,
            [
                "ПО ВСЕМИРНОМУ ВРЕМЕНИ", "ВСЕМИРНОГО ВРЕМЕНИ", "UTC", "Z", "ЮТИСИ", "Ю ТИ СИ", "УТЦ", "ЗУЛУ", "ПО UTC",
            ])
        lexicon.add(.standard, ["ПО СТАНДАРТНОМУ ДАВЛЕНИЮ", "ПО СТАНДАРТУ", "STD"])
        lexicon.add(.qnh, ["ПО QNH", "QNH", "ПО КУ ЭН ЭЙЧ", "КУ ЭН ЭЙЧ", "ПО КУ ЭН АШ", "КУ ЭН АШ"])
        lexicon.add(.qfe, ["ПО QFE", "QFE", "ПО КУ ЭФ И", "КУ ЭФ И"])
        lexicon.add(.surface, ["ПОВЕРХНОСТЬ ЗЕМЛИ", "ПОВЕРХНОСТИ ЗЕМЛИ", "ПОВЕРХНОСТЬЮ ЗЕМЛИ", "ЗЕМЛИ"])
        lexicon.add(.unknown, ["ЭШЕЛОН НЕИЗВЕСТЕН", "ВЫСОТА НЕИЗВЕСТНА"])
        lexicon.add(.altitude, ["ВЫСОТА", "ВЫСОТУ", "ВЫСОТЫ", "НА ВЫСОТЕ"])
        lexicon.add(.megahertz, ["МГЦ", "МЕГАГЕРЦ"])
        lexicon.add(.half, ["С ПОЛОВИНОЙ"])
        lexicon.add(.oClock, RussianNoun.of(.hour).allForms)
        lexicon.add(.north, ["СЕВЕРНОЙ ШИРОТЫ", "СЕВЕРНОЙ"])
        lexicon.add(.south, ["ЮЖНОЙ ШИРОТЫ", "ЮЖНОЙ"])
        lexicon.add(.east, ["ВОСТОЧНОЙ ДОЛГОТЫ", "ВОСТОЧНОЙ"])
        lexicon.add(.west, ["ЗАПАДНОЙ ДОЛГОТЫ", "ЗАПАДНОЙ"])
        lexicon.add(.left, ["СЛЕВА"])
        lexicon.add(.right, ["СПРАВА"])
        lexicon.add(.offNose, ["ПОД"])
        lexicon.add(.joinsPair, ["И"])
        lexicon.add(.ofPoint, ["ОТ"])
        lexicon.add(vocabularies)
        return lexicon
    }
}
