import Airspace

/// Minima and look-ahead as the kernels compare them.
struct ConflictThresholds {
    /// The chord that belongs to the horizontal minimum, squared: below it is a horizontal loss.
    var chordSquared: Double
    /// That chord.
    var chordMetres: Double
    /// Below it is a vertical loss: the minimum less half of 0.01 ft, as levels are compared after rounding to 0.01 ft.
    var verticalMetres: Double
    /// The look-ahead.
    var lookaheadSeconds: Double

    init(_ minima: Minima, lookahead: TimeSpan) {
        let arc = minima.horizontal.metres
        // sin x = x - x³/6 + x⁵/120: the next term is below 1e-9 m at 200 km.
        let half = arc / (2 * EllipsoidBounds.meanRadiusMetres)
        chordMetres = arc * (1 - half * half / 6 + half * half * half * half / 120)
        chordSquared = chordMetres * chordMetres
        verticalMetres = (roundedToHundredthFeet(minima.vertical.feet) - 0.005) * LengthUnit.feet.metres
        lookaheadSeconds = lookahead.seconds
    }
}

/// Bounds of the curvature of WGS-84, from which the error bounds of the detector follow.
enum EllipsoidBounds {
    /// The smallest radius of curvature: of the meridian at the equator, b²/a.
    static let smallestRadiusMetres = 6_335_439.0
    /// The largest: at the poles, a²/b.
    static let largestRadiusMetres = 6_399_594.0
    /// Half-way in curvature.
    static let meanRadiusMetres = 2 / (1 / smallestRadiusMetres + 1 / largestRadiusMetres)
}
