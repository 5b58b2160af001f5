/// A span of time in seconds, as written by people: `300s`, `2min`, `1h`, `250ms`.
public struct TimeSpan: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The span in seconds.
    public var seconds: Double

    /// A span of `seconds`.
    public init(seconds: Double) { self.seconds = seconds }

    /// Reads a number with `ms`, `s`, `min`, `h` or `d`; a bare number is taken as seconds.
    ///
    /// - Throws: `AirspaceError.quantity` for anything else.
    public init(parsing text: some StringProtocol) throws(AirspaceError) {
        let (value, unit) = try splitQuantity(text)
        switch unit {
        case "ms": self.init(seconds: value / 1000)
        case "", "s", "sec": self.init(seconds: value)
        case "m", "min": self.init(seconds: value * 60)
        case "h": self.init(seconds: value * 3600)
        case "d": self.init(seconds: value * 86400)
        default:
            throw AirspaceError.quantity(text: String(text), expected: .span)
        }
    }

    /// The span in seconds with its unit, `300 s`.
    public var description: String { "\(plainNumber(seconds)) s" }

    /// Shorter spans come first.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.seconds < right.seconds }
}
