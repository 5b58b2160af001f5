/// The case of a Russian noun that is counted.
public enum CountCase: Sendable {
    /// «5 морских миль», «1 морская миля».
    case nominative
    /// «не менее 1 морской мили».
    case genitive
    /// «в 1 морскую милю».
    case accusative
}

/// What is counted in a restatement, in both languages.
struct CountedNoun {
    let english: (one: String, many: String)
    /// The forms after 1 (nominative and accusative), after 2 to 4, after 5, and the genitive singular.
    private let russian: (one: String, oneAccusative: String, few: String, many: String, genitive: String)

    private init(
        _ one: String, _ many: String, _ russianOne: String, _ accusative: String, _ few: String, _ russianMany: String,
        _ genitive: String
    ) {
        english = (one, many)
        russian = (russianOne, accusative, few, russianMany, genitive)
    }

    static let nauticalMile = CountedNoun(
        "nautical mile", "nautical miles", "морская миля", "морскую милю", "морские мили", "морских миль",
        "морской мили")
    static let kilometre = CountedNoun(
        "kilometre", "kilometres", "километр", "километр", "километра", "километров", "километра")
    static let metre = CountedNoun("metre", "metres", "метр", "метр", "метра", "метров", "метра")
    static let foot = CountedNoun("foot", "feet", "фут", "фут", "фута", "футов", "фута")
    static let second = CountedNoun("second", "seconds", "секунда", "секунду", "секунды", "секунд", "секунды")
    static let minute = CountedNoun("minute", "minutes", "минута", "минуту", "минуты", "минут", "минуты")
    static let hour = CountedNoun("hour", "hours", "час", "час", "часа", "часов", "часа")
    static let day = CountedNoun("day", "days", "день", "день", "дня", "дней", "дня")
    static let question = CountedNoun("question", "questions", "вопрос", "вопрос", "вопроса", "вопросов", "вопроса")

    /// `5 nautical miles`, `0.5 nautical miles`, `1 nautical mile`.
    func english(_ value: Double) -> String {
        "\(PlainNumber.english(value)) \(value == 1 ? english.one : english.many)"
    }

    /// «5 морских миль», «не менее 1 морской мили», «в 1 морскую милю» (Rozental, Handbook of orthography and style, sections 166 and 193:
    /// after a fraction the genitive singular).
    func russian(_ value: Double, _ form: CountCase) -> String {
        "\(PlainNumber.russian(value)) \(russianForm(value, form))"
    }

    private func russianForm(_ value: Double, _ form: CountCase) -> String {
        guard value == value.rounded(), abs(value) < 1e15 else { return russian.genitive }
        let whole = Int(abs(value))
        let isTeen = (11...14).contains(whole % 100)
        if whole % 10 == 1, !isTeen {
            return switch form {
            case .nominative: russian.one
            case .genitive: russian.genitive
            case .accusative: russian.oneAccusative
            }
        }
        if form != .genitive, (2...4).contains(whole % 10), !isTeen { return russian.few }
        return russian.many
    }
}

/// Numbers as each language writes them: at most three decimals, `1,000.5` and «1000,5», «10 000».
enum PlainNumber {
    static func english(_ value: Double) -> String { written(value, group: ",", groupFrom: 1_000, point: ".") }

    /// Four digits stand together, more are parted by a space that does not break (GOST R 7.0.97 and common practice).
    static func russian(_ value: Double) -> String { written(value, group: "\u{00A0}", groupFrom: 10_000, point: ",") }

    /// All its digits, with a decimal comma, «2,5», «400»: for what somebody else wrote and must find again.
    static func exact(_ value: Double) -> String {
        let text = "\(value)"
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).replacing(".", with: ",")
    }

    private static func written(_ value: Double, group: String, groupFrom: Int, point: String) -> String {
        let bounded = min(max(value.isNaN ? 0 : value, -1e12), 1e12)
        let thousandths = Int((abs(bounded) * 1_000).rounded())
        let (whole, fraction) = thousandths.quotientAndRemainder(dividingBy: 1_000)
        var digits = String(whole)
        if whole >= groupFrom {
            var grouped = ""
            for (index, digit) in digits.enumerated() {
                if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += group }
                grouped.append(digit)
            }
            digits = grouped
        }
        if fraction > 0 {
            var tail = String(fraction)
            tail = String(repeating: "0", count: 3 - tail.count) + tail
            while tail.hasSuffix("0") { tail.removeLast() }
            digits += point + tail
        }
        return bounded < 0 && thousandths > 0 ? "-" + digits : digits
    }
}
