import Airspace

/// A straight line that an aircraft does not leave by more than a known slack within the look-ahead: what the index sees.
///
/// With s the way flown and κ the curvature of the ellipsoid, the line is p₀ + t (v - n κ₀ v² T / 2), the chord of the
/// parabola that osculates the geodesic. The slack is proved in docs/detection.md, "The chord".
struct ChordMotion {
    /// The place now in earth-centred axes, metres; the last lane is the slack.
    var place: SIMD4<Float>
    /// The velocity along the chord, metres per second; the last lane is the vertical rate.
    var velocity: SIMD4<Float>
    /// The lowest and the highest level now, metres, widened by the rounding of this form.
    var levels: SIMD2<Float>
    /// The faces of the cube that it may touch, one bit each.
    var faces: UInt32

    /// A place that no aircraft has, to fill memory with.
    static let nowhere = ChordMotion(place: .zero, velocity: .zero, levels: .zero, faces: 0)

    /// How far the aircraft may be from the line.
    @inline(__always) var slack: Float { place.w }
    /// Rate of climb.
    @inline(__always) var verticalRate: Float { velocity.w }
}

extension ChordMotion {
    /// Bounds the motion of one aircraft over the look-ahead.
    @inline(__always)
    init(
        latitudeDegrees: Double, longitudeDegrees: Double, trackDegrees: Double,
        groundSpeedMetresPerSecond speed: Double,
        lowestLevelMetres lowest: Double, highestLevelMetres highest: Double, verticalRateMetresPerSecond rate: Double,
        _ margins: SweepMargins
    ) {
        let (sinLatitude, cosLatitude) = sineCosine(degrees: latitudeDegrees)
        let (sinLongitude, cosLongitude) = sineCosine(degrees: longitudeDegrees)
        let (sinTrack, cosTrack) = sineCosine(degrees: trackDegrees)
        let seconds = Double(margins.lookahead)
        let e2 = WGS84.eccentricitySquared
        let primeVertical = WGS84.semiMajorAxisMetres / (1 - e2 * sinLatitude * sinLatitude).squareRoot()
        let normalX = cosLatitude * cosLongitude
        let normalY = cosLatitude * sinLongitude
        let north = speed * cosTrack
        let east = speed * sinTrack
        let outwards = -north * sinLatitude
        let dip = speed * speed * seconds * (0.5 / EllipsoidBounds.meanRadiusMetres)

        let way = speed * seconds
        let bend = way * (1 / EllipsoidBounds.smallestRadiusMetres)
        let slack = way * (bend * (0.1264 + bend * 0.1684) + 2e-6) + 1.5
        place = SIMD4(
            Float(primeVertical * normalX), Float(primeVertical * normalY),
            Float(primeVertical * (1 - e2) * sinLatitude), Float(slack))
        velocity = SIMD4(
            Float(outwards * cosLongitude - east * sinLongitude - dip * normalX),
            Float(outwards * sinLongitude + east * cosLongitude - dip * normalY),
            Float(north * cosLatitude - dip * sinLatitude), Float(rate))
        let rounding = 0.02 + 1e-6 * (abs(rate) * seconds + max(abs(lowest), abs(highest)))
        levels = SIMD2(Float(lowest - rounding), Float(highest + rounding))
        faces = 0
        faces = CubeFace.touched(by: box(margins))
    }

    /// The box that the aircraft sweeps, grown by its slack and half the horizontal minimum; the last lane is meaningless.
    @inline(__always)
    func box(_ margins: SweepMargins) -> (low: SIMD4<Float>, high: SIMD4<Float>) {
        let end = place + velocity * margins.lookahead
        let margin = slack + margins.halfHorizontal
        return (pointwiseMin(place, end) - margin, pointwiseMax(place, end) + margin)
    }

    /// The levels that it sweeps, grown by half the vertical minimum.
    @inline(__always)
    func sweptLevels(_ margins: SweepMargins) -> (low: Float, high: Float) {
        let change = verticalRate * margins.lookahead
        return (levels.x + min(0, change) - margins.halfVertical, levels.y + max(0, change) + margins.halfVertical)
    }
}

/// By how much the boxes of a pass are larger than the places in them.
struct SweepMargins {
    /// The look-ahead, seconds.
    var lookahead: Float
    /// Half the chord of the horizontal minimum, metres.
    var halfHorizontal: Float
    /// Half the vertical minimum, metres, and what adding it may round away.
    var halfVertical: Float

    init(_ test: ChordTest) {
        lookahead = test.lookahead
        halfHorizontal = (test.horizontal / 2).nextUp
        halfVertical = test.vertical / 2 + 0.02
    }
}
