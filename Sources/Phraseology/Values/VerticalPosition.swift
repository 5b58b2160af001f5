/// Where an aircraft is, or is to be, vertically: value, unit and datum together.
public enum VerticalPosition: Sendable, Hashable, CustomStringConvertible {
    /// Hundreds of feet of pressure altitude, 10 to 999.
    case flightLevel(Int)
    /// Metres or feet, with the altimeter setting where it was said.
    case height(Quantity, PressureReference?)
    /// The surface: the lower limit of a volume.
    case surface
    /// Said to be unknown.
    case unknown

    /// The flight levels that can be said.
    static let flightLevels = 10...999
    /// The greatest height in metres or feet that can be said.
    static let greatestHeight = 99_999

    /// Reads `FL350`, `7800 m`, `6000 ft`, `6000 ft QNH 1013`, `SFC`, `unknown`.
    init?(parsing text: String) {
        let upper = text.uppercased().split(separator: " ").joined(separator: " ")
        switch upper {
        case "SFC", "GND", "SURFACE": self = .surface
        case "UNKNOWN": self = .unknown
        default:
            if upper.hasPrefix("FL") {
                let digits = upper.dropFirst(2).filter { $0 != " " }
                guard (2...3).contains(digits.count), digits.allSatisfy(\.isASCII), let level = Int(digits),
                    Self.flightLevels.contains(level)
                else { return nil }
                self = .flightLevel(level)
                return
            }
            var amount = upper
            var reference: PressureReference?
            if let mark = ["STD", "QNH", "QFE"].compactMap({ upper.firstRange(of: $0) }).first {
                guard let read = PressureReference(parsing: String(upper[mark.lowerBound...])) else { return nil }
                reference = read
                amount = String(upper[..<mark.lowerBound])
            }
            guard let height = Quantity(parsing: amount, units: CountedUnit.vertical), height.number.isWhole,
                height.number.whole <= Self.greatestHeight
            else { return nil }
            self = .height(height, reference)
        }
    }

    /// `FL050`, `7800 m`, `6000 ft QNH 1013`, `SFC`, `unknown`.
    public var description: String {
        switch self {
        case .flightLevel(let level): "FL" + threeDigits(level)
        case .height(let height, let reference): reference.map { "\(height) \($0)" } ?? "\(height)"
        case .surface: "SFC"
        case .unknown: "unknown"
        }
    }
}

/// A whole number from 0 to 999 with three digits: headings and flight levels are written so.
func threeDigits(_ number: Int) -> String { padded(number, to: 3) }

/// A whole number with at least `count` digits.
func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
