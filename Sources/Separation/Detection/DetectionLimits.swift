public import Airspace

/// What a detection pass accepts. The bounds of docs/detection.md hold inside these limits.
public enum DetectionLimits {
    /// Look-ahead, seconds.
    public static let lookaheadSeconds = 0.0...3600.0
    /// Horizontal minimum, metres.
    public static let horizontalMetres = 0.1...200_000.0
    /// Vertical minimum, metres.
    public static let verticalMetres = 0.01...100_000.0
    /// Track, degrees; brought into a full turn.
    public static let trackDegrees = -360.0...720.0
    /// Ground speed: what leaves the earth's orbit is no traffic.
    public static let groundSpeedMetresPerSecond = 0.0...12_000.0
    /// Altitude, metres: from below the Dead Sea to where there is no air.
    public static let altitudeMetres = -2_000.0...200_000.0
    /// Vertical rate, metres per second.
    public static let verticalRateMetresPerSecond = -5_000.0...5_000.0

    static func check(_ name: String, _ value: Double, _ allowed: ClosedRange<Double>) throws(DetectionFault) {
        guard allowed.contains(value) else { throw .value(name: name, value: value, allowed: allowed) }
    }

    /// Whether a pass can be made with these options.
    ///
    /// - Throws: `DetectionFault.option`, for whoever chose them.
    public static func check(_ minima: Minima, lookahead: TimeSpan) throws(DetectionFault) {
        let options = [
            ("the look-ahead in seconds", lookahead.seconds, lookaheadSeconds),
            ("the horizontal minimum in metres", minima.horizontal.metres, horizontalMetres),
            ("the vertical minimum in metres", minima.vertical.metres, verticalMetres),
        ]
        for (name, value, allowed) in options where !allowed.contains(value) {
            throw .option(name: name, value: value, allowed: allowed)
        }
    }
}
