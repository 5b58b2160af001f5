/// The quick question to two chords: can they come closer than the minima, at one time, within the look-ahead?
///
/// Never no where the geodesics do: every rounding is covered by the slack of the chords.
struct ChordTest {
    /// The look-ahead, seconds.
    let lookahead: Float
    /// The chord of the horizontal minimum, metres.
    let horizontal: Float
    /// The vertical minimum, metres.
    let vertical: Float

    init(_ thresholds: ConflictThresholds) {
        lookahead = Float(thresholds.lookaheadSeconds).nextUp
        horizontal = Float(thresholds.chordMetres).nextUp
        vertical = Float(thresholds.verticalMetres).nextUp
    }

    /// Which of four pairs have to be looked at with exact geodesics.
    @inline(__always)
    func mayMeet(_ one: ChordMotion.Four, _ other: ChordMotion.Four) -> SIMDMask<SIMD4<Int32>> {
        // Where both levels are nearer than the minimum. A rate of zero leaves a window of all time or of none.
        let difference = one.verticalRate - other.verticalRate
        let rate = difference.replacing(with: 1e-20, where: (difference * difference) .< 1e-36)
        let perRate = 1 / rate
        let room = (vertical - (one.lowest - other.highest)) * perRate
        let otherRoom = ((other.lowest - one.highest) - vertical) * perRate
        let start = upper(lower(room, otherRoom), .zero)
        let end = lower(upper(room, otherRoom), SIMD4(repeating: lookahead))
        // The nearest that the chords come in that window.
        let x = one.x - other.x
        let y = one.y - other.y
        let z = one.z - other.z
        let velocityX = one.velocityX - other.velocityX
        let velocityY = one.velocityY - other.velocityY
        let velocityZ = one.velocityZ - other.velocityZ
        let speedSquared = velocityX * velocityX + velocityY * velocityY + velocityZ * velocityZ + 1e-12
        let closing = x * velocityX + y * velocityY + z * velocityZ
        let time = lower(upper(-closing / speedSquared, start), end)
        let nearestX = x + velocityX * time
        let nearestY = y + velocityY * time
        let nearestZ = z + velocityZ * time
        let reach = horizontal + one.slack + other.slack
        let distance = nearestX * nearestX + nearestY * nearestY + nearestZ * nearestZ
        return (start .<= end) .& (distance .< reach * reach)
    }
}

extension ChordMotion {
    /// Four chords side by side.
    struct Four {
        var x = SIMD4<Float>.zero
        var y = SIMD4<Float>.zero
        var z = SIMD4<Float>.zero
        var slack = SIMD4<Float>.zero
        var velocityX = SIMD4<Float>.zero
        var velocityY = SIMD4<Float>.zero
        var velocityZ = SIMD4<Float>.zero
        var verticalRate = SIMD4<Float>.zero
        var lowest = SIMD4<Float>.zero
        var highest = SIMD4<Float>.zero

        /// Room for four.
        init() {}

        /// One lane of four in every lane.
        @inline(__always)
        init(_ four: Four, repeating lane: Int) {
            x = SIMD4(repeating: four.x[lane])
            y = SIMD4(repeating: four.y[lane])
            z = SIMD4(repeating: four.z[lane])
            slack = SIMD4(repeating: four.slack[lane])
            velocityX = SIMD4(repeating: four.velocityX[lane])
            velocityY = SIMD4(repeating: four.velocityY[lane])
            velocityZ = SIMD4(repeating: four.velocityZ[lane])
            verticalRate = SIMD4(repeating: four.verticalRate[lane])
            lowest = SIMD4(repeating: four.lowest[lane])
            highest = SIMD4(repeating: four.highest[lane])
        }

        /// Four chords, each in its lane.
        @inline(__always)
        init(_ one: ChordMotion, _ two: ChordMotion, _ three: ChordMotion, _ four: ChordMotion) {
            x = SIMD4(one.place.x, two.place.x, three.place.x, four.place.x)
            y = SIMD4(one.place.y, two.place.y, three.place.y, four.place.y)
            z = SIMD4(one.place.z, two.place.z, three.place.z, four.place.z)
            slack = SIMD4(one.place.w, two.place.w, three.place.w, four.place.w)
            velocityX = SIMD4(one.velocity.x, two.velocity.x, three.velocity.x, four.velocity.x)
            velocityY = SIMD4(one.velocity.y, two.velocity.y, three.velocity.y, four.velocity.y)
            velocityZ = SIMD4(one.velocity.z, two.velocity.z, three.velocity.z, four.velocity.z)
            verticalRate = SIMD4(one.velocity.w, two.velocity.w, three.velocity.w, four.velocity.w)
            lowest = SIMD4(one.levels.x, two.levels.x, three.levels.x, four.levels.x)
            highest = SIMD4(one.levels.y, two.levels.y, three.levels.y, four.levels.y)
        }
    }
}
