/// What is known of an aircraft's pressure altitude: a value, an interval, or nothing.
///
/// An aircraft that sends no pressure altitude is shown all the same. Its level is an interval when its geometric height
/// is known, and `unknown` otherwise; neither is ever counted as a loss (DESIGN: "level unknown" is said).
public enum Level: Sendable, Hashable {
    /// Pressure altitude, feet.
    case pressure(feet: Double)
    /// Somewhere between these pressure altitudes, feet.
    case between(lowerFeet: Double, upperFeet: Double)
    /// Nothing is known.
    case unknown

    /// The lowest and highest pressure altitude that it may have, feet.
    public var boundsFeet: ClosedRange<Double> {
        switch self {
        case .pressure(let feet): feet...feet
        case .between(let lower, let upper): lower...upper
        case .unknown: -1_500...150_000
        }
    }

    /// The level of an aircraft that reports only its height above the WGS-84 ellipsoid.
    ///
    /// The interval covers the geoid (-107 m to +86 m, EGM2008), sea-level pressure from 950 to 1,050 hPa
    /// (27 ft a hectopascal at most at sea level) and an atmosphere 15 % warmer or colder than standard.
    public static func fromEllipsoidHeight(feet: Double) -> Level {
        let geoidFeet = (lowest: -352.0, highest: 283.0)
        let lowestTrue = feet - geoidFeet.highest
        let highestTrue = feet - geoidFeet.lowest
        let warmest = 1.15
        let coldest = 0.85
        let pressureFeet = (lowest: -1_000.0, highest: 1_730.0)
        let lower = min(lowestTrue / warmest, lowestTrue / coldest) + pressureFeet.lowest
        let upper = max(highestTrue / warmest, highestTrue / coldest) + pressureFeet.highest
        return .between(lowerFeet: lower, upperFeet: upper)
    }
}

/// Rounds a height to 0.01 ft, so that a source's own unit never turns exactly 1,000 ft into less (DESIGN, decision 6).
@inlinable
public func roundedToHundredthFeet(_ feet: Double) -> Double {
    (feet * 100).rounded() / 100
}
