import Airspace

/// The rule by which encounters are measured, `measure/1`, with its parameters: part of what parties agree on.
///
/// docs/measuring-rule.md states it in full. Two that measure differently will always disagree, so the steps are fixed here and only
/// these values are chosen.
public struct MeasuringRule: Sendable, Hashable {
    /// The distances that must be kept.
    public var minima: Minima
    /// A track breaks where consecutive kept reports are further apart than this, seconds.
    public var gapSeconds: Double
    /// Losses of one pair at most this far apart are one encounter, seconds.
    public var mergeSeconds: Double

    /// The rule's name and version.
    public static let name = "measure/1"

    /// Pressure altitudes that are believed, feet; a report outside is not kept.
    public static let believedAltitudesFeet = -1_500.0...60_000.0

    /// A vertical distance that never fell below the minimum less this, feet, is explained by level keeping and encoding.
    public static let levelToleranceFeet = 300.0

    /// The rule with its parameters; both spans from 0 to a day (what is beyond is brought back to that).
    public init(minima: Minima = .enRoute, gapSeconds: Double = 15, mergeSeconds: Double = 60) {
        self.minima = minima
        self.gapSeconds = min(max(gapSeconds, 0), 86_400)
        self.mergeSeconds = min(max(mergeSeconds, 0), 86_400)
    }
}
