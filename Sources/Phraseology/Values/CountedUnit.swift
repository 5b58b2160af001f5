/// A unit that is counted in messages. Its short text is language-free; each language has its own words for it.
public enum CountedUnit: String, Sendable, Hashable, CaseIterable {
    case nauticalMile = "NM"
    case kilometre = "km"
    case metre = "m"
    case foot = "ft"
    case degree = "deg"
    case hour = "h"
    case minute = "min"
    case second = "s"
    case metrePerSecond = "m/s"
    case footPerMinute = "ft/min"
    case kilometrePerHour = "km/h"
    case knot = "kt"
    case hectopascal = "hPa"

    /// The units of a distance over ground.
    static let horizontal: Set<CountedUnit> = [.nauticalMile, .kilometre, .metre]
    /// The units of a height.
    static let vertical: Set<CountedUnit> = [.metre, .foot]
    /// The units of a distance in any direction.
    static let length: Set<CountedUnit> = [.nauticalMile, .kilometre, .metre, .foot]
    /// The units of a rate of climb or descent.
    static let verticalRate: Set<CountedUnit> = [.metrePerSecond, .footPerMinute]
    /// The units of a speed along the path.
    static let speed: Set<CountedUnit> = [.kilometrePerHour, .knot]
}

/// A number with its unit; a bare number is never a quantity.
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
    /// How many.
    public let number: ExactDecimal
    /// Of what.
    public let unit: CountedUnit

    /// `number` of `unit`.
    public init(_ number: ExactDecimal, _ unit: CountedUnit) {
        self.number = number
        self.unit = unit
    }

    /// Reads `5 NM`, `5NM`, `2.5 km`, units in any case; nil without a number or without a unit out of `units`.
    init?(parsing text: String, units: Set<CountedUnit>) {
        let bare = text.filter { !$0.isWhitespace }
        let digits = bare.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let rest = bare.dropFirst(digits.count).lowercased()
        let aliases = ["fpm": "ft/min", "kph": "km/h", "kmh": "km/h", "kts": "kt", "nmi": "nm", "mps": "m/s"]
        let short = aliases[rest] ?? rest
        guard let number = ExactDecimal(digits), let unit = units.first(where: { $0.rawValue.lowercased() == short })
        else { return nil }
        self.init(number, unit)
    }

    /// `5 NM`.
    public var description: String { "\(number.text()) \(unit.rawValue)" }
}
