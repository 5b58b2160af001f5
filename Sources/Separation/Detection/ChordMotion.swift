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
    /// The box that the aircraft sweeps, grown by its slack and half the horizontal minimum; the last lane is meaningless.
    @inline(__always)
    func box(_ margins: SweepMargins) -> (low: SIMD4<Float>, high: SIMD4<Float>) {
        let end = place + velocity * margins.lookahead
        let margin = slack + margins.halfHorizontal
        return (lower(place, end) - margin, upper(place, end) + margin)
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

/// The smaller of each lane. (The standard library's `pointwiseMin` is a loop over lanes.)
@inline(__always)
func lower(_ one: SIMD4<Float>, _ other: SIMD4<Float>) -> SIMD4<Float> {
    one.replacing(with: other, where: other .< one)
}

/// The larger of each lane.
@inline(__always)
func upper(_ one: SIMD4<Float>, _ other: SIMD4<Float>) -> SIMD4<Float> {
    one.replacing(with: other, where: other .> one)
}
