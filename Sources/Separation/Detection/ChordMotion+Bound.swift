import Airspace

/// The numbers of four aircraft of a snapshot, side by side.
struct SnapshotFour {
    var latitudes: SIMD4<Double>
    var longitudes: SIMD4<Double>
    var tracks: SIMD4<Double>
    var groundSpeeds: SIMD4<Double>
    var lowestLevels: SIMD4<Double>
    var highestLevels: SIMD4<Double>
    var verticalRates: SIMD4<Double>
}

extension ChordMotion {
    /// Bounds the motion of four aircraft over the look-ahead.
    @inline(__always)
    static func bound(_ four: SnapshotFour, _ margins: SweepMargins) -> (Self, Self, Self, Self) {
        let (sinLatitude, cosLatitude) = nearSineCosine(degrees: four.latitudes)
        let (sinLongitude, cosLongitude) = nearSineCosine(degrees: four.longitudes)
        let (sinTrack, cosTrack) = nearSineCosine(degrees: four.tracks)
        let speed = four.groundSpeeds
        let seconds = Double(margins.lookahead)
        let e2 = WGS84.eccentricitySquared
        let primeVertical = WGS84.semiMajorAxisMetres / (1 - e2 * sinLatitude * sinLatitude).squareRoot()
        let normalX = cosLatitude * cosLongitude
        let normalY = cosLatitude * sinLongitude
        let north = speed * cosTrack
        let east = speed * sinTrack
        let outwards = -north * sinLatitude
        let dip = speed * speed * (seconds * 0.5 / EllipsoidBounds.meanRadiusMetres)
        let velocityX = SIMD4<Float>(outwards * cosLongitude - east * sinLongitude - dip * normalX)
        let velocityY = SIMD4<Float>(outwards * sinLongitude + east * cosLongitude - dip * normalY)
        let velocityZ = SIMD4<Float>(north * cosLatitude - dip * sinLatitude)
        let x = SIMD4<Float>(primeVertical * normalX)
        let y = SIMD4<Float>(primeVertical * normalY)
        let z = SIMD4<Float>(primeVertical * sinLatitude * (1 - e2))

        let way = speed * seconds
        let bend = way * (1 / EllipsoidBounds.smallestRadiusMetres)
        let slack = SIMD4<Float>(way * (bend * (0.1264 + bend * 0.1684) + 2e-6) + 1.5)
        let rate = SIMD4<Float>(four.verticalRates)
        let lowest = SIMD4<Float>(four.lowestLevels)
        let highest = SIMD4<Float>(four.highestLevels)
        let size = upper(lowest, -lowest) + upper(highest, -highest)
        let rounding = 0.02 + 1e-6 * (upper(rate, -rate) * margins.lookahead + size)
        let bottom = lowest - rounding
        let top = highest + rounding

        let margin = slack + margins.halfHorizontal
        let faces = CubeFace.touched(
            by: CubeFace.Extent(x, velocityX, lookahead: margins.lookahead, margin: margin),
            CubeFace.Extent(y, velocityY, lookahead: margins.lookahead, margin: margin),
            CubeFace.Extent(z, velocityZ, lookahead: margins.lookahead, margin: margin))

        @inline(__always)
        func one(_ lane: Int) -> ChordMotion {
            ChordMotion(
                place: SIMD4(x[lane], y[lane], z[lane], slack[lane]),
                velocity: SIMD4(velocityX[lane], velocityY[lane], velocityZ[lane], rate[lane]),
                levels: SIMD2(bottom[lane], top[lane]), faces: faces[lane])
        }
        return (one(0), one(1), one(2), one(3))
    }
}
