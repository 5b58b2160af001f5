/// A unit of speed, horizontal or vertical.
public enum SpeedUnit: String, Sendable, CaseIterable {
    case metresPerSecond = "m/s"
    case kilometresPerHour = "km/h"
    case knots = "kt"
    case feetPerMinute = "ft/min"

    /// Metres per second in one of this unit.
    public var metresPerSecond: Double {
        switch self {
        case .metresPerSecond: 1
        case .kilometresPerHour: 1000.0 / 3600
        case .knots: 1852.0 / 3600
        case .feetPerMinute: 0.3048 / 60
        }
    }
}

/// A speed that remembers the unit it was given in.
public struct Speed: Sendable, Hashable {
    /// The number as written.
    public var value: Double
    /// The unit as written.
    public var unit: SpeedUnit

    /// A speed of `value` times `unit`.
    public init(_ value: Double, _ unit: SpeedUnit) {
        self.value = value
        self.unit = unit
    }

    /// The speed in metres per second.
    public var metresPerSecond: Double { value * unit.metresPerSecond }

    /// The speed in `unit`.
    public func value(in unit: SpeedUnit) -> Double {
        unit == self.unit ? value : metresPerSecond / unit.metresPerSecond
    }
}
