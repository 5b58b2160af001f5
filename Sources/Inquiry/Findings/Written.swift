import Accord
import Airspace

/// Numbers, distances and times as people read them, in both languages.
enum Written {
    /// A number with so many digits after the point.
    static func number(_ value: Double, digits: Int = 0) -> BilingualText {
        guard value.isFinite, abs(value) < 1e15 else { return BilingualText(english: "–", russian: "–") }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let ticks = Int((abs(value) * scale).rounded())
        let whole = ticks / Int(scale)
        let sign = value < 0 && ticks > 0 ? "-" : ""
        var fraction = String(ticks % Int(scale))
        fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
        let english = sign + grouped(whole, by: ",", from: 1_000)
        let russian = sign + grouped(whole, by: "\u{A0}", from: 10_000)
        return digits == 0
            ? BilingualText(english: english, russian: russian)
            : BilingualText(english: "\(english).\(fraction)", russian: "\(russian),\(fraction)")
    }

    /// Metres with nautical miles: `3,094 m (1.671 NM)`.
    static func distance(_ metres: Double) -> BilingualText {
        let m = number(metres)
        let miles = number(metres / LengthUnit.nauticalMiles.metres, digits: 3)
        return BilingualText(
            english: "\(m.english) m (\(miles.english) NM)", russian: "\(m.russian) м (\(miles.russian) мор. мили)")
    }

    /// The nautical mile in Russian, as its number asks: 1 миля, 3 мили, 5 миль, 1,5 мили; in the genitive 1 мили, 3 миль.
    private static func miles(_ value: Double, isGenitive: Bool) -> String {
        guard value == value.rounded(), value < 1e9 else { return "мор. мили" }
        let number = Int(value)
        let isTeen = (11...14).contains(number % 100)
        return switch number % 10 {
        case 1 where !isTeen: isGenitive ? "мор. мили" : "мор. миля"
        case 2...4 where !isTeen && !isGenitive: "мор. мили"
        default: "мор. миль"
        }
    }

    /// A length in its own unit; in Russian in the nominative, or in the genitive as after «не менее».
    static func length(_ length: Length, isGenitive: Bool = false) -> BilingualText {
        let digits = length.value == length.value.rounded() ? 0 : 3
        var text = number(length.value, digits: digits)
        if digits > 0 {
            while text.english.hasSuffix("0") {
                text = BilingualText(english: String(text.english.dropLast()), russian: String(text.russian.dropLast()))
            }
        }
        return switch length.unit {
        case .metres: BilingualText(english: text.english + " m", russian: text.russian + " м")
        case .kilometres: BilingualText(english: text.english + " km", russian: text.russian + " км")
        case .feet: BilingualText(english: text.english + " ft", russian: text.russian + " фт")
        case .nauticalMiles:
            BilingualText(
                english: text.english + " NM", russian: text.russian + " " + miles(length.value, isGenitive: isGenitive)
            )
        }
    }

    /// A time, `2021-10-07 12:04:14Z`.
    static func time(_ unixSeconds: Double) -> String {
        UTCTime.string(unixSeconds: unixSeconds).replacing("T", with: " ")
    }

    /// From one second to another; the day is said once.
    static func span(_ seconds: ClosedRange<Int>) -> BilingualText {
        let first = time(Double(seconds.lowerBound))
        let last = time(Double(seconds.upperBound))
        if seconds.count == 1 { return BilingualText(english: "at \(first)", russian: "в \(first)") }
        let short = first.prefix(11) == last.prefix(11) ? String(last.dropFirst(11)) : last
        return BilingualText(english: "from \(first) to \(short)", russian: "с \(first) по \(short)")
    }

    /// A span of time: `12 min 30 s`.
    static func duration(_ seconds: Double) -> BilingualText {
        let total = Int(min(max(abs(seconds), 0), 1e12).rounded())
        let parts = [
            (total / 86_400, "d", "сут"), (total / 3_600 % 24, "h", "ч"), (total / 60 % 60, "min", "мин"),
            (total % 60, "s", "с"),
        ]
        let shown = parts.filter { $0.0 > 0 }
        guard !shown.isEmpty else { return BilingualText(english: "0 s", russian: "0 с") }
        return BilingualText(
            english: shown.map { "\($0.0) \($0.1)" }.joined(separator: " "),
            russian: shown.map { "\($0.0) \($0.2)" }.joined(separator: " "))
    }

    private static func grouped(_ number: Int, by separator: String, from limit: Int) -> String {
        let digits = String(number)
        guard number >= limit else { return digits }
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return ([rest] + groups.reversed()).joined(separator: separator)
    }
}
