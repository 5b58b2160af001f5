/// A unit of length as written by people and receivers.
///
/// Factors are exact by definition: the international nautical mile (1929) and the international foot (1959).
public enum LengthUnit: String, Sendable, CaseIterable {
    case metres = "m"
    case kilometres = "km"
    case feet = "ft"
    case nauticalMiles = "NM"

    /// Metres in one of this unit.
    public var metres: Double {
        switch self {
        case .metres: 1
        case .kilometres: 1000
        case .feet: 0.3048
        case .nauticalMiles: 1852
        }
    }
}

/// A length that remembers the unit it was given in, so that it can be shown and signed as it was written.
public struct Length: Sendable, Hashable {
    /// The number as written.
    public var value: Double
    /// The unit as written.
    public var unit: LengthUnit

    /// A length of `value` times `unit`.
    public init(_ value: Double, _ unit: LengthUnit) {
        self.value = value
        self.unit = unit
    }

    /// The length in metres.
    public var metres: Double { value * unit.metres }

    /// The length in feet; exactly `value` when it was written in feet.
    public var feet: Double { unit == .feet ? value : metres / LengthUnit.feet.metres }

    /// The length in nautical miles; exactly `value` when it was written so.
    public var nauticalMiles: Double { unit == .nauticalMiles ? value : metres / LengthUnit.nauticalMiles.metres }
}

extension Length: CustomStringConvertible {
    /// The number and its unit, `5 NM`.
    public var description: String { "\(plainNumber(value)) \(unit.rawValue)" }

    /// Reads `5NM`, `5 NM`, `1000ft`, `9.26km`, `150m`; units in any case.
    ///
    /// - Throws: `AirspaceError.quantity` when there is no finite number or no unit: a bare number is never a length.
    public init(parsing text: some StringProtocol) throws(AirspaceError) {
        let (value, unitText) = try splitQuantity(text)
        guard let unit = LengthUnit.allCases.first(where: { $0.rawValue.lowercased() == unitText }) else {
            throw AirspaceError.quantity(text: String(text), expected: .length)
        }
        self.init(value, unit)
    }
}
