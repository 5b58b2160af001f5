/// Turkish, ten elements: what a further language needs is in this file, its name in `LanguageTable.installed`, and a test.
///
/// All wordings are our own and wait for review, so none is voiced.
struct Turkish: SpeechRules {
    static let lexicon: Lexicon = makeLexicon()
    var lexicon: Lexicon { Self.lexicon }
    let isCyrillic = false
    let ofPoint = ""
    let joinsPair = "VE"
    let spokenQuotes = (open: "METİN", close: "METİN SONU")

    private static let digits = ["SIFIR", "BİR", "İKİ", "ÜÇ", "DÖRT", "BEŞ", "ALTI", "YEDİ", "SEKİZ", "DOKUZ"]
    private static let tens = ["ON", "YİRMİ", "OTUZ", "KIRK", "ELLİ", "ALTMIŞ", "YETMİŞ", "SEKSEN", "DOKSAN"]

    /// A cardinal from 0 to 999,999; a hundred and a thousand alone take no «bir».
    static func cardinal(_ number: Int) -> String {
        guard number > 0 else { return digits[0] }
        var words: [String] = []
        if number >= 1000 { words += (number >= 2000 ? [cardinal(number / 1000)] : []) + ["BİN"] }
        let rest = number % 1000
        if rest >= 100 { words += (rest >= 200 ? [digits[rest / 100]] : []) + ["YÜZ"] }
        if rest % 100 >= 10 { words.append(tens[rest % 100 / 10 - 1]) }
        if rest % 10 > 0 { words.append(digits[rest % 10]) }
        return words.joined(separator: " ")
    }

    private static func eachDigit(_ text: some StringProtocol) -> String {
        text.compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined(separator: " ")
    }

    /// Turkish nouns stay in the singular after a number.
    func count(_ number: ExactDecimal, of unit: CountedUnit, in form: GrammaticalCase, _ style: Style) -> String {
        let fraction = number.isWhole ? "" : " VİRGÜL " + Self.eachDigit(number.fractionText)
        let said = style == .spoken ? Self.cardinal(number.whole) + fraction : number.text(mark: ",")
        return "\(said) \(Self.word(unit))"
    }

    func number(_ number: Int) -> String { Self.cardinal(number) }

    func clock(_ hour: Int, _ style: Style) -> String {
        "SAAT " + (style == .spoken ? Self.cardinal(hour) : String(hour)) + " YÖNÜNDE"
    }

    func offNose(degrees: Int, side: Value.Side, _ style: Style) -> String {
        (side == .left ? "SOLDA " : "SAĞDA ")
            + count(ExactDecimal(significand: degrees), of: .degree, in: .nominative, style)
    }

    func heading(_ degrees: Int) -> String { Self.eachDigit(threeDigits(degrees)) }

    func flightLevel(_ level: Int, in form: GrammaticalCase, _ style: Style) -> String {
        "UÇUŞ SEVİYESİ " + (style == .spoken ? Self.eachDigit(threeDigits(level)) : threeDigits(level))
    }

    func levelWord(_ term: Term, in form: GrammaticalCase) -> String {
        term == .surface ? "YER YÜZEYİ" : "SEVİYE BİLİNMİYOR"
    }

    func reference(_ reference: PressureReference, _ style: Style) -> String {
        guard let pressure = reference.hectopascals else {
            return reference.setting == .standard ? "STANDART BASINÇ" : reference.setting.rawValue
        }
        return "\(reference.setting.rawValue) \(style == .spoken ? Self.eachDigit(String(pressure)) : String(pressure))"
    }

    func time(_ time: TimeOfDay, in form: GrammaticalCase, _ style: Style) -> String {
        (style == .written ? time.clockText : Self.eachDigit(time.clockText.filter { $0 != ":" })) + " UTC"
    }

    func frequency(_ frequency: RadioFrequency) -> String {
        "\(Self.eachDigit(frequency.digits.megahertz)) NOKTA \(Self.eachDigit(frequency.digits.thousandths))"
    }

    func squawk(_ code: String) -> String { Self.eachDigit(code) }

    func mach(_ number: ExactDecimal, _ style: Style) -> String {
        guard style == .spoken else { return number.text(mark: ",") }
        return Self.cardinal(number.whole) + (number.isWhole ? "" : " NOKTA " + Self.eachDigit(number.fractionText))
    }

    func nameDigits(_ digits: String) -> String { Self.eachDigit(digits) }

    func coordinates(latitudeMinutes: Int, longitudeMinutes: Int, _ style: Style) -> String {
        Place.coordinates(latitudeMinutes: latitudeMinutes, longitudeMinutes: longitudeMinutes).description
    }

    var vocabularies: [Vocabulary: [VocabularyWord]] { Self.vocabularies }

    private static let vocabularies: [Vocabulary: [VocabularyWord]] = [
        .motion: [
            VocabularyWord("opposite", "KARŞI YÖNDEN"), VocabularyWord("same", "AYNI YÖNDE"),
            VocabularyWord("overtaking", "GEÇİYOR"), VocabularyWord("converging", "YAKINSAYAN ROTADA"),
            VocabularyWord("crossing-left-to-right", "SOLDAN SAĞA GEÇİYOR"),
            VocabularyWord("crossing-right-to-left", "SAĞDAN SOLA GEÇİYOR"),
        ],
        .reason: [
            VocabularyWord("traffic", "TRAFİK NEDENİYLE"),
            VocabularyWord("airspace", "HAVA SAHASI KISITLAMASI NEDENİYLE"),
            VocabularyWord("weather", "HAVA DURUMU NEDENİYLE"),
            VocabularyWord("performance", "UÇAK PERFORMANSI NEDENİYLE"),
            VocabularyWord("fuel", "YAKIT NEDENİYLE"), VocabularyWord("technical", "TEKNİK ARIZA NEDENİYLE"),
            VocabularyWord("terrain", "ARAZİ NEDENİYLE"), VocabularyWord("resolution-advisory", "TCAS RA NEDENİYLE"),
        ],
        .aircraftClass: [
            VocabularyWord("airliner", "YOLCU UÇAĞI"), VocabularyWord("fighter", "SAVAŞ UÇAĞI"),
            VocabularyWord("helicopter", "HELİKOPTER"), VocabularyWord("drone", "İNSANSIZ HAVA ARACI"),
            VocabularyWord("unknown", "TİPİ BİLİNMİYOR"),
        ],
    ]

    private static func word(_ unit: CountedUnit) -> String {
        switch unit {
        case .nauticalMile: "DENİZ MİLİ"
        case .kilometre: "KİLOMETRE"
        case .metre: "METRE"
        case .foot: "FİT"
        case .degree: "DERECE"
        case .hour: "SAAT"
        case .minute: "DAKİKA"
        case .second: "SANİYE"
        case .metrePerSecond: "METRE BÖLÜ SANİYE"
        case .footPerMinute: "FİT BÖLÜ DAKİKA"
        case .kilometrePerHour: "KİLOMETRE BÖLÜ SAAT"
        case .knot: "KNOT"
        case .hectopascal: "HEKTOPASKAL"
        }
    }

    private static func makeLexicon() -> Lexicon {
        var lexicon = Lexicon()
        lexicon.hasBareMultipliers = true
        for (value, word) in digits.enumerated() { lexicon.numerals[SpellingVariants.folded(word)] = .digit(value) }
        for (offset, word) in tens.enumerated() {
            lexicon.numerals[SpellingVariants.folded(word)] = .tens(10 + 10 * offset)
        }
        lexicon.numerals[SpellingVariants.folded("YÜZ")] = .hundredMark
        lexicon.numerals[SpellingVariants.folded("BİN")] = .thousandMark
        lexicon.numerals["NOKTA"] = .decimalMark
        lexicon.numerals[SpellingVariants.folded("VİRGÜL")] = .decimalMark
        for unit in CountedUnit.allCases { lexicon.add(unit, [word(unit)]) }
        lexicon.add(.nauticalMile, ["MİL", "NM"])
        lexicon.add(.flightLevel, ["UÇUŞ SEVİYESİ"])
        lexicon.add(.universalTime, ["UTC", "Z"])
        lexicon.add(.oClock, ["YÖNÜNDE"])
        lexicon.add(.left, ["SOLDA"])
        lexicon.add(.right, ["SAĞDA"])
        lexicon.add(.unknown, ["SEVİYE BİLİNMİYOR"])
        lexicon.add(.surface, ["YER YÜZEYİ"])
        lexicon.add(.qnh, ["QNH"])
        lexicon.add(.qfe, ["QFE"])
        lexicon.add(.standard, ["STANDART BASINÇ"])
        lexicon.add(vocabularies)
        return lexicon
    }

    /// The wording of ten elements.
    static let wordings: [String: Wording] = [
        "RSP.WILCO": Wording("ANLAŞILDI, UYGULUYORUM", .own),
        "RSP.UNABLE": Wording("UYGULAYAMIYORUM[, {reason}]", .own),
        "RSP.STANDBY": Wording("BEKLEYİN", .own),
        "RSP.ROGER": Wording("ANLAŞILDI", .own),
        "RSP.AFFIRM": Wording("EVET", .own),
        "RSP.NEGATIVE": Wording("HAYIR", .own),
        "TI.TRAFFIC": Wording("TRAFİK @(~SAAT {clock}; {dist}; [{dir}]; [{type}]; [{level}])", .own),
        "MAN.TURN_HDG": Wording("<dir left:SOLA|right:SAĞA> DÖNÜN, BAŞ {hdg}[, {reason}]", .own),
        "MAN.MAINTAIN": Wording("{level} KORUYUN", .own),
        "COORD.DISTANCE": Wording("MESAFEYİ {dist} ALTINA DÜŞÜRMEYİN", .own),
    ]
}

extension LanguageTable {
    /// Turkish.
    public static let turkish = LanguageTable(
        "tr", "Turkish", request: "MÜRETTEBATA İLETMENİZİ RİCA EDERİZ", Turkish(), wordings: Turkish.wordings)
}
