public import Airspace

extension Quantity {
    /// The length, where it is one; in the unit it was said in.
    public var length: Length? {
        switch unit {
        case .nauticalMile: Length(number.doubleValue, .nauticalMiles)
        case .kilometre: Length(number.doubleValue, .kilometres)
        case .metre: Length(number.doubleValue, .metres)
        case .foot: Length(number.doubleValue, .feet)
        default: nil
        }
    }

    /// A length as it is said on the line: in its own unit, to a tenth (a whole number for metres and feet).
    public init(saying length: Length) {
        let unit: CountedUnit =
            switch length.unit {
            case .nauticalMiles: .nauticalMile
            case .kilometres: .kilometre
            case .metres: .metre
            case .feet: .foot
            }
        let digits = unit == .metre || unit == .foot ? 0 : 1
        let scaled = (max(0, length.value) * (digits == 0 ? 1 : 10)).rounded()
        self.init(ExactDecimal(significand: Int(min(scaled, 9_999_999)), fractionDigits: digits), unit)
    }
}
