/// Russian cardinal numerals from 0 to 999,999 in all six cases, agreeing in gender.
enum RussianNumerals {
    /// The numeral in `form`, agreeing with a noun of `gender`; accusative as for things.
    static func cardinal(
        _ number: Int, in form: GrammaticalCase = .nominative, gender: RussianGender = .masculine
    ) -> String {
        guard number > 0 else { return zero[form] }
        var words: [String] = []
        let thousands = number / 1000
        if thousands > 0 {
            words += below(thousands % 1000, in: form, gender: .feminine)
            words.append(thousand.form(after: ExactDecimal(significand: thousands), in: form))
        }
        words += below(number % 1000, in: form, gender: gender)
        return words.joined(separator: " ")
    }

    /// Digits said one by one.
    static func eachDigit(_ text: some StringProtocol) -> String {
        text.compactMap { $0.wholeNumberValue.map { cardinal($0) } }.joined(separator: " ")
    }

    /// A group of digits as one numeral, its leading zeros said: 030 is «ноль тридцать».
    static func group(_ digits: some StringProtocol) -> String {
        let zeros = digits.prefix { $0 == "0" }
        let rest = digits.dropFirst(zeros.count)
        var words = zeros.map { _ in zero[.nominative] }
        if let number = Int(rest) { words.append(cardinal(number)) }
        return words.joined(separator: " ")
    }

    /// A fraction as it is read out, «две целых пять десятых», agreeing with «целая».
    static func decimal(_ number: ExactDecimal, in form: GrammaticalCase) -> String {
        let whole = "\(cardinal(number.whole, in: form, gender: .feminine)) \(adjective("ЦЕЛ", number.whole, form))"
        let stem = ["ДЕСЯТ", "СОТ", "ТЫСЯЧН"][min(max(number.fractionDigits, 1), 3) - 1]
        let part = "\(cardinal(number.fraction, in: form, gender: .feminine)) \(adjective(stem, number.fraction, form))"
        return "\(whole) \(part)"
    }

    /// A feminine adjective used as a noun after a number: «целая», «целых», «десятыми».
    private static func adjective(_ stem: String, _ number: Int, _ form: GrammaticalCase) -> String {
        let isOne = number % 10 == 1 && number % 100 != 11
        let singular = RussianForms("\(stem)АЯ \(stem)ОЙ \(stem)ОЙ \(stem)УЮ \(stem)ОЙ \(stem)ОЙ")
        let plural = RussianForms("\(stem)ЫХ \(stem)ЫХ \(stem)ЫМ \(stem)ЫХ \(stem)ЫМИ \(stem)ЫХ")
        return (isOne ? singular : plural)[form]
    }

    /// The words of 1 to 999; none for 0.
    private static func below(_ number: Int, in form: GrammaticalCase, gender: RussianGender) -> [String] {
        var words: [String] = []
        if number >= 100 { words.append(hundreds[number / 100 - 1][form]) }
        let rest = number % 100
        if rest >= 20 { words.append(tens[rest / 10 - 2][form]) }
        let last = rest >= 20 ? rest % 10 : rest
        switch last {
        case 0: break
        case 1: words.append(one(gender)[form])
        case 2: words.append(gender == .feminine ? twoFeminine[form] : two[form])
        default: words.append(small[last - 3][form])
        }
        return words
    }

    private static func one(_ gender: RussianGender) -> RussianForms {
        switch gender {
        case .masculine: RussianForms("ОДИН ОДНОГО ОДНОМУ ОДИН ОДНИМ ОДНОМ")
        case .feminine: RussianForms("ОДНА ОДНОЙ ОДНОЙ ОДНУ ОДНОЙ ОДНОЙ")
        case .neuter: RussianForms("ОДНО ОДНОГО ОДНОМУ ОДНО ОДНИМ ОДНОМ")
        }
    }

    static let zero = RussianForms("НОЛЬ НУЛЯ НУЛЮ НОЛЬ НУЛЁМ НУЛЕ")
    private static let two = RussianForms("ДВА ДВУХ ДВУМ ДВА ДВУМЯ ДВУХ")
    private static let twoFeminine = RussianForms("ДВЕ ДВУХ ДВУМ ДВЕ ДВУМЯ ДВУХ")

    /// 3 to 19.
    private static let small: [RussianForms] =
        [
            RussianForms("ТРИ ТРЁХ ТРЁМ ТРИ ТРЕМЯ ТРЁХ"),
            RussianForms("ЧЕТЫРЕ ЧЕТЫРЁХ ЧЕТЫРЁМ ЧЕТЫРЕ ЧЕТЫРЬМЯ ЧЕТЫРЁХ"),
            soft("ПЯТ"), soft("ШЕСТ"), soft("СЕМ"),
            RussianForms("ВОСЕМЬ ВОСЬМИ ВОСЬМИ ВОСЕМЬ ВОСЕМЬЮ ВОСЬМИ"), soft("ДЕВЯТ"), soft("ДЕСЯТ"),
        ]
        + [
            "ОДИННАДЦАТ", "ДВЕНАДЦАТ", "ТРИНАДЦАТ", "ЧЕТЫРНАДЦАТ", "ПЯТНАДЦАТ", "ШЕСТНАДЦАТ", "СЕМНАДЦАТ",
            "ВОСЕМНАДЦАТ",
            "ДЕВЯТНАДЦАТ",
        ].map(soft)

    /// 20 to 90.
    private static let tens: [RussianForms] = [
        soft("ДВАДЦАТ"), soft("ТРИДЦАТ"), RussianForms("СОРОК СОРОКА СОРОКА СОРОК СОРОКА СОРОКА"),
        ten("ПЯТ"), ten("ШЕСТ"), ten("СЕМ"),
        RussianForms("ВОСЕМЬДЕСЯТ ВОСЬМИДЕСЯТИ ВОСЬМИДЕСЯТИ ВОСЕМЬДЕСЯТ ВОСЕМЬЮДЕСЯТЬЮ ВОСЬМИДЕСЯТИ"),
        RussianForms("ДЕВЯНОСТО ДЕВЯНОСТА ДЕВЯНОСТА ДЕВЯНОСТО ДЕВЯНОСТА ДЕВЯНОСТА"),
    ]

    /// 100 to 900.
    private static let hundreds: [RussianForms] = [
        RussianForms("СТО СТА СТА СТО СТА СТА"),
        RussianForms("ДВЕСТИ ДВУХСОТ ДВУМСТАМ ДВЕСТИ ДВУМЯСТАМИ ДВУХСТАХ"),
        RussianForms("ТРИСТА ТРЁХСОТ ТРЁМСТАМ ТРИСТА ТРЕМЯСТАМИ ТРЁХСТАХ"),
        RussianForms("ЧЕТЫРЕСТА ЧЕТЫРЁХСОТ ЧЕТЫРЁМСТАМ ЧЕТЫРЕСТА ЧЕТЫРЬМЯСТАМИ ЧЕТЫРЁХСТАХ"),
        hundred("ПЯТ"), hundred("ШЕСТ"), hundred("СЕМ"),
        RussianForms("ВОСЕМЬСОТ ВОСЬМИСОТ ВОСЬМИСТАМ ВОСЕМЬСОТ ВОСЕМЬЮСТАМИ ВОСЬМИСТАХ"), hundred("ДЕВЯТ"),
    ]

    private static let thousand = RussianNoun(
        gender: .feminine, singular: RussianForms("ТЫСЯЧА ТЫСЯЧИ ТЫСЯЧЕ ТЫСЯЧУ ТЫСЯЧЕЙ ТЫСЯЧЕ"),
        plural: RussianForms("ТЫСЯЧИ ТЫСЯЧ ТЫСЯЧАМ ТЫСЯЧИ ТЫСЯЧАМИ ТЫСЯЧАХ"), paucal: "ТЫСЯЧИ")

    private static func soft(_ stem: String) -> RussianForms {
        RussianForms("\(stem)Ь \(stem)И \(stem)И \(stem)Ь \(stem)ЬЮ \(stem)И")
    }

    private static func ten(_ stem: String) -> RussianForms {
        RussianForms(
            "\(stem)ЬДЕСЯТ \(stem)ИДЕСЯТИ \(stem)ИДЕСЯТИ \(stem)ЬДЕСЯТ \(stem)ЬЮДЕСЯТЬЮ \(stem)ИДЕСЯТИ")
    }

    private static func hundred(_ stem: String) -> RussianForms {
        RussianForms("\(stem)ЬСОТ \(stem)ИСОТ \(stem)ИСТАМ \(stem)ЬСОТ \(stem)ЬЮСТАМИ \(stem)ИСТАХ")
    }
}

extension RussianNumerals {
    /// Every form of every number word, and those that the air adds.
    static let atoms: [String: NumeralAtom] = {
        var atoms: [String: NumeralAtom] = [
            "НУЛЬ": .digit(0), "ЕДИНИЦА": .digit(1), "ДВОЙКА": .digit(2), "ТРОЙКА": .digit(3), "ЧЕТВЕРКА": .digit(4),
            "ПЯТЕРКА": .digit(5), "ПЯТЕРКУ": .digit(5), "ЧЕТВЕРКУ": .digit(4), "ТРОЙКУ": .digit(3), "ДВОЙКУ": .digit(2),
            "ЕДИНИЦУ": .digit(1), "ШЕСТЕРКА": .digit(6), "СЕМЕРКА": .digit(7), "ВОСЬМЕРКА": .digit(8),
            "ДЕВЯТКА": .digit(9), "ПОЛСТА": .tens(50), "ЗАПЯТАЯ": .decimalMark, "ТОЧКА": .decimalMark,
            "ЦЕЛЫХ": .decimalMark, "ЦЕЛАЯ": .decimalMark, "ЦЕЛОЙ": .decimalMark, "ЦЕЛУЮ": .decimalMark,
            "ЦЕЛЫМ": .decimalMark, "ЦЕЛЫМИ": .decimalMark, "ПОЛТОРЫ": .oneAndAHalf, "ПОЛТОРА": .oneAndAHalf,
            "ПОЛУТОРА": .oneAndAHalf,
        ]
        func add(_ forms: RussianForms, _ atom: NumeralAtom) {
            for form in forms.all { atoms[SpellingVariants.folded(form)] = atom }
        }
        add(zero, .digit(0))
        for gender in RussianGender.allCases { add(one(gender), .digit(1)) }
        add(two, .digit(2))
        add(twoFeminine, .digit(2))
        for (offset, forms) in small.enumerated() {
            add(forms, offset + 3 < 10 ? .digit(offset + 3) : .teen(offset + 3))
        }
        for (offset, forms) in tens.enumerated() { add(forms, .tens(20 + 10 * offset)) }
        for (offset, forms) in hundreds.enumerated() { add(forms, .hundreds(100 + 100 * offset)) }
        add(thousand.singular, .thousandMark)
        add(thousand.plural, .thousandMark)
        for (places, stem) in ["ДЕСЯТ", "СОТ", "ТЫСЯЧН"].enumerated() {
            for ending in ["АЯ", "ОЙ", "УЮ", "ЫХ", "ЫМ", "ЫМИ"] { atoms[stem + ending] = .denominator(places + 1) }
        }
        return atoms
    }()
}
