public import Airspace
import Foundation

/// The grids that what is told is rounded to. They are fixed to the earth, so that a series of positions tells no more than one.
public enum DisclosureGrid {
    /// Speeds are told in steps of this, knots.
    public static let speedStepKt = 5.0
    /// Directions are told in steps of this, degrees.
    public static let trackStepDegrees = 2.0
    /// Rates of climb are told in steps of this, feet a minute.
    public static let verticalStepFpm = 100.0

    /// The longest degree of latitude, at the poles, metres (WGS-84: a²/b·π/180).
    private static let longestDegreeMetres = 111_693.98

    /// The nearest crossing of a grid of `gridMetres`: nowhere further than half of its diagonal.
    ///
    /// Rows lie `gridMetres` apart at the poles and a little less elsewhere; in each row the crossings part the parallel evenly, and at its wider
    /// edge lie no further apart.
    public static func position(_ position: GeodeticPosition, gridMetres: Double) -> GeodeticPosition {
        guard gridMetres > 0, gridMetres.isFinite else { return position }
        let step = gridMetres / longestDegreeMetres
        let latitude = min(max((position.latitudeDegrees / step).rounded() * step, -90), 90)
        let widest = max(0, abs(latitude) - step / 2) * Double.pi / 180
        let sine = sin(widest)
        let radius =
            WGS84.semiMajorAxisMetres * cos(widest) / (1 - WGS84.eccentricitySquared * sine * sine).squareRoot()
        let columns = max(1, (2 * Double.pi * radius / gridMetres).rounded(.up))
        let columnDegrees = 360 / columns
        let longitude = shortWayDegrees((position.longitudeDegrees / columnDegrees).rounded() * columnDegrees)
        return GeodeticPosition(latitudeDegrees: sixDecimals(latitude), longitudeDegrees: sixDecimals(longitude))
    }

    /// Whether a position lies on the grid, to the sixth decimal in which positions are told.
    public static func isOnGrid(_ position: GeodeticPosition, gridMetres: Double) -> Bool {
        let rounded = Self.position(position, gridMetres: gridMetres)
        return abs(rounded.latitudeDegrees - position.latitudeDegrees) < 2e-6
            && abs(shortWayDegrees(rounded.longitudeDegrees - position.longitudeDegrees)) < 2e-6
    }

    /// The nearest multiple of a step.
    public static func value(_ value: Double, step: Double) -> Double {
        step > 0 && step.isFinite ? (value / step).rounded() * step : value
    }

    /// Whether a value is a multiple of a step.
    public static func isOnGrid(_ value: Double, step: Double) -> Bool {
        abs(Self.value(value, step: step) - value) < 1e-5 * max(1, step)
    }

    private static func sixDecimals(_ degrees: Double) -> Double { (degrees * 1e6).rounded() / 1e6 }
}
