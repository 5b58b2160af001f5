/// Puts the words of one number together; see `NumeralReader`.
struct NumeralComposer {
    private var thousands: Int?
    private var hundreds: Int?
    private var groups: [String] = []
    /// What the last group still takes: 100 after hundreds, 10 after tens, 1 after anything else.
    private var open = 1
    private var whole: (digits: String, groups: [String], hasMultiplier: Bool)?
    private var isClosed = false
    private let bareMultipliers: Bool

    init(bareMultipliers: Bool) { self.bareMultipliers = bareMultipliers }

    /// Whether a connecting word may stand here.
    var canConnect: Bool { !isClosed && (whole != nil ? groups.isEmpty : (thousands != nil || hundreds != nil)) }

    /// Takes a typed number; false where none can stand.
    mutating func take(number text: String) -> Bool {
        guard !isClosed else { return false }
        if let mark = text.firstIndex(of: ".") {
            guard whole == nil, thousands == nil, hundreds == nil, groups.isEmpty else { return false }
            let digits = String(text[..<mark])
            whole = (digits, [digits], false)
            groups = [String(text[text.index(after: mark)...])]
            isClosed = true
            return true
        }
        guard text.allSatisfy(\.isASCIIDigit) else { return false }
        append(text, open: 1)
        return true
    }

    /// Takes a word; false where it can't stand.
    mutating func take(_ atom: NumeralAtom) -> Bool {
        guard !isClosed else { return false }
        switch atom {
        case .digit(let digit):
            if digit > 0, open >= 10 { merge(digit, open: 1) } else { append(String(digit), open: 1) }
        case .teen(let teen):
            if open == 100 { merge(teen, open: 1) } else { append(String(teen), open: 1) }
        case .tens(let tens):
            if open == 100 { merge(tens, open: 10) } else { append(String(tens), open: 10) }
        case .hundreds(let hundreds): append(String(hundreds), open: 100)
        case .hundredMark: return multiplyByHundred()
        case .thousandMark: return multiplyByThousand()
        case .decimalMark:
            guard whole == nil, let part = wholePart else { return false }
            whole = part
            (thousands, hundreds, groups, open) = (nil, nil, [], 1)
        case .oneAndAHalf:
            guard whole == nil, wholePart == nil else { return false }
            whole = ("1", ["1"], false)
            groups = ["5"]
            isClosed = true
        case .denominator(let places): return closeFraction(places: places)
        }
        return true
    }

    /// The number so far; nil where it is not one yet.
    func reading(end: Int) -> NumeralReading? {
        if let whole {
            let fraction = groups.joined()
            guard (1...4).contains(fraction.count) else { return nil }
            return NumeralReading(
                digits: whole.digits, groups: whole.groups, hasMultiplier: whole.hasMultiplier, fraction: fraction,
                end: end)
        }
        guard let part = wholePart else { return nil }
        return NumeralReading(
            digits: part.digits, groups: part.groups, hasMultiplier: part.hasMultiplier, fraction: nil, end: end)
    }

    /// The number so far and a half.
    func halfReading(end: Int) -> NumeralReading? {
        guard whole == nil, var reading = reading(end: end) else { return nil }
        reading.fraction = "5"
        return reading
    }

    private var wholePart: (digits: String, groups: [String], hasMultiplier: Bool)? {
        let rest = groups.joined()
        guard thousands != nil || hundreds != nil else {
            return rest.isEmpty || rest.count > 12 ? nil : (rest, groups, false)
        }
        guard rest.count <= (hundreds != nil ? 2 : 3), (hundreds ?? 0) <= (thousands != nil ? 9 : 99) else {
            return nil
        }
        let value = (thousands ?? 0) * 1000 + (hundreds ?? 0) * 100 + (Int(rest) ?? 0)
        return (String(value), [String(value)], true)
    }

    private mutating func append(_ group: String, open: Int) {
        groups.append(group)
        self.open = open
    }

    private mutating func merge(_ part: Int, open: Int) {
        guard let last = groups.last, let value = Int(last) else { return }
        groups[groups.count - 1] = String(value + part)
        self.open = open
    }

    private mutating func multiplyByHundred() -> Bool {
        guard whole == nil, hundreds == nil else { return false }
        let said = groups.joined()
        guard !said.isEmpty || bareMultipliers, said.count <= 2, said.first != "0" else { return false }
        hundreds = said.isEmpty ? 1 : Int(said)
        (groups, open) = ([], 1)
        return true
    }

    private mutating func multiplyByThousand() -> Bool {
        guard whole == nil, thousands == nil else { return false }
        let said = groups.isEmpty && hundreds == nil ? (bareMultipliers ? "1" : "") : (wholePart?.digits ?? "")
        guard let value = Int(said), (1...999).contains(value), said.first != "0" else { return false }
        thousands = value
        (hundreds, groups, open) = (nil, [], 1)
        return true
    }

    private mutating func closeFraction(places: Int) -> Bool {
        guard whole != nil, groups.count == 1, let value = Int(groups[0]), String(value).count <= places else {
            return false
        }
        groups = [padded(value, to: places)]
        isClosed = true
        return true
    }
}
