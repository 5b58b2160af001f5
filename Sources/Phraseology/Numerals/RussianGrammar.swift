/// The gender a Russian numeral agrees with.
enum RussianGender: Sendable, Hashable, CaseIterable {
    case masculine
    case feminine
    case neuter
}

/// The six forms of a word, in the order of `GrammaticalCase.allCases`.
struct RussianForms: Sendable, Hashable {
    let all: [String]

    /// Six forms parted by spaces; `_` stands for a space within a form.
    init(_ forms: String) {
        all = forms.split(separator: " ").map { String($0.map { $0 == "_" ? " " : $0 }) }
    }

    subscript(form: GrammaticalCase) -> String {
        let index =
            switch form {
            case .nominative: 0
            case .genitive: 1
            case .dative: 2
            case .accusative: 3
            case .instrumental: 4
            case .prepositional: 5
            }
        return index < all.count ? all[index] : all.first ?? ""
    }
}

/// A Russian noun that is counted, with the adjective before it and what follows, if any.
struct RussianNoun: Sendable, Hashable {
    let gender: RussianGender
    let singular: RussianForms
    let plural: RussianForms
    /// The form after two, three and four in the nominative and accusative: «мили», «морские мили».
    let paucal: String
    /// What follows unchanged: «в секунду».
    var suffix = ""

    /// The form after `number` in `form` (Rozental, Handbook of orthography and style, sections 166 and 193):
    /// after a whole number ending in one, but not eleven, the singular; in the nominative and accusative the paucal
    /// after two to four, but not twelve to fourteen, and the genitive plural after the rest; in the other cases the
    /// plural of that case, and after a round thousand, itself a noun, the genitive plural; after a fraction the
    /// genitive singular.
    func form(after number: ExactDecimal, in form: GrammaticalCase) -> String {
        noun(after: number, in: form) + (suffix.isEmpty ? "" : " " + suffix)
    }

    private func noun(after number: ExactDecimal, in form: GrammaticalCase) -> String {
        guard number.isWhole else { return singular[.genitive] }
        let whole = number.whole
        if whole >= 1000, whole.isMultiple(of: 1000) { return plural[.genitive] }
        let isTeen = (11...14).contains(whole % 100)
        if whole % 10 == 1, !isTeen { return singular[form] }
        guard form == .nominative || form == .accusative else {
            return whole == 0 ? plural[.genitive] : plural[form]
        }
        return (2...4).contains(whole % 10) && !isTeen ? paucal : plural[.genitive]
    }
}

extension RussianNoun {
    /// The noun of each counted unit.
    static func of(_ unit: CountedUnit) -> RussianNoun {
        switch unit {
        case .nauticalMile:
            RussianNoun(
                gender: .feminine,
                singular: RussianForms(
                    "МОРСКАЯ_МИЛЯ МОРСКОЙ_МИЛИ МОРСКОЙ_МИЛЕ МОРСКУЮ_МИЛЮ МОРСКОЙ_МИЛЕЙ МОРСКОЙ_МИЛЕ"),
                plural: RussianForms(
                    "МОРСКИЕ_МИЛИ МОРСКИХ_МИЛЬ МОРСКИМ_МИЛЯМ МОРСКИЕ_МИЛИ МОРСКИМИ_МИЛЯМИ МОРСКИХ_МИЛЯХ"),
                paucal: "МОРСКИЕ МИЛИ")
        case .kilometre: kilometre
        case .metre: metre
        case .foot: foot
        case .degree: masculine("ГРАДУС")
        case .hour:
            RussianNoun(
                gender: .masculine, singular: RussianForms("ЧАС ЧАСА ЧАСУ ЧАС ЧАСОМ ЧАСЕ"),
                plural: RussianForms("ЧАСЫ ЧАСОВ ЧАСАМ ЧАСЫ ЧАСАМИ ЧАСАХ"), paucal: "ЧАСА")
        case .minute: feminine("МИНУТ")
        case .second: feminine("СЕКУНД")
        case .metrePerSecond: metre.followed(by: "В СЕКУНДУ")
        case .footPerMinute: foot.followed(by: "В МИНУТУ")
        case .kilometrePerHour: kilometre.followed(by: "В ЧАС")
        case .knot:
            RussianNoun(
                gender: .masculine, singular: RussianForms("УЗЕЛ УЗЛА УЗЛУ УЗЕЛ УЗЛОМ УЗЛЕ"),
                plural: RussianForms("УЗЛЫ УЗЛОВ УЗЛАМ УЗЛЫ УЗЛАМИ УЗЛАХ"), paucal: "УЗЛА")
        case .hectopascal:
            RussianNoun(
                gender: .masculine,
                singular: RussianForms(
                    "ГЕКТОПАСКАЛЬ ГЕКТОПАСКАЛЯ ГЕКТОПАСКАЛЮ ГЕКТОПАСКАЛЬ ГЕКТОПАСКАЛЕМ ГЕКТОПАСКАЛЕ"),
                plural: RussianForms(
                    "ГЕКТОПАСКАЛИ ГЕКТОПАСКАЛЕЙ ГЕКТОПАСКАЛЯМ ГЕКТОПАСКАЛИ ГЕКТОПАСКАЛЯМИ ГЕКТОПАСКАЛЯХ"),
                paucal: "ГЕКТОПАСКАЛЯ")
        }
    }

    /// Every form, for reading.
    var allForms: [String] {
        Set(singular.all + plural.all + [paucal]).sorted().map { suffix.isEmpty ? $0 : "\($0) \(suffix)" }
    }

    private static let kilometre = masculine("КИЛОМЕТР")
    private static let metre = masculine("МЕТР")
    private static let foot = masculine("ФУТ")

    private func followed(by suffix: String) -> RussianNoun {
        RussianNoun(gender: gender, singular: singular, plural: plural, paucal: paucal, suffix: suffix)
    }

    /// A hard masculine noun of the second declension.
    private static func masculine(_ stem: String) -> RussianNoun {
        RussianNoun(
            gender: .masculine,
            singular: RussianForms("\(stem) \(stem)А \(stem)У \(stem) \(stem)ОМ \(stem)Е"),
            plural: RussianForms("\(stem)Ы \(stem)ОВ \(stem)АМ \(stem)Ы \(stem)АМИ \(stem)АХ"),
            paucal: stem + "А")
    }

    /// A hard feminine noun of the first declension.
    private static func feminine(_ stem: String) -> RussianNoun {
        RussianNoun(
            gender: .feminine,
            singular: RussianForms("\(stem)А \(stem)Ы \(stem)Е \(stem)У \(stem)ОЙ \(stem)Е"),
            plural: RussianForms("\(stem)Ы \(stem) \(stem)АМ \(stem)Ы \(stem)АМИ \(stem)АХ"),
            paucal: stem + "Ы")
    }
}
