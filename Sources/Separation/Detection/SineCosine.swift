/// The sine and cosine of angles in degrees, for whole vectors of angles at once.
///
/// The angle is reduced by whole quarter turns, which is exact in degrees, to ±45°; there the Taylor series up to x¹⁷ and
/// x¹⁶ leaves less than 2e-16. At whole quarter turns both are exact, so a pole is a pole.
@inline(__always)
func sineCosine(degrees: Double) -> (sine: Double, cosine: Double) {
    // Adding and taking away 1.5 · 2⁵² rounds to the nearest whole number.
    let shift = 6_755_399_441_055_744.0
    let shifted = degrees * (1.0 / 90) + shift
    let turns = shifted - shift
    let x = (degrees - turns * 90) * (.pi / 180)
    let quadrant = shifted.bitPattern
    let x2 = x * x
    let x4 = x2 * x2
    // Both series by Estrin's scheme: short chains, so that neighbouring angles overlap.
    let sine0 = 1 - x2 * (1.0 / 6)
    let sine4 = 1.0 / 120 - x2 * (1.0 / 5040)
    let sine8 = 1.0 / 362_880 - x2 * (1.0 / 39_916_800)
    let sine12 = 1.0 / 6_227_020_800 - x2 * (1.0 / 1_307_674_368_000)
    let sine16 = 1.0 / 355_687_428_096_000
    let sine = x * ((sine0 + x4 * sine4) + x4 * x4 * ((sine8 + x4 * sine12) + x4 * x4 * sine16))
    let cosine0 = 1 - x2 * 0.5
    let cosine4 = 1.0 / 24 - x2 * (1.0 / 720)
    let cosine8 = 1.0 / 40_320 - x2 * (1.0 / 3_628_800)
    let cosine12 = 1.0 / 479_001_600 - x2 * (1.0 / 87_178_291_200)
    let cosine16 = 1.0 / 20_922_789_888_000
    let cosine = (cosine0 + x4 * cosine4) + x4 * x4 * ((cosine8 + x4 * cosine12) + x4 * x4 * cosine16)
    // Odd quarter turns swap the two; the second bit is the sign.
    let swap = quadrant & 1 != 0
    let sineSign = (quadrant & 2) << 62
    let cosineSign = ((quadrant &+ 1) & 2) << 62
    return (
        Double(bitPattern: (swap ? cosine : sine).bitPattern ^ sineSign),
        Double(bitPattern: (swap ? sine : cosine).bitPattern ^ cosineSign)
    )
}

/// The sine and cosine of four angles in degrees, within 2e-9: 1.3 cm on the earth, which the slack of a chord covers.
///
/// As for one angle, with the series up to x⁹ and x¹⁰.
@inline(__always)
func nearSineCosine(degrees: SIMD4<Double>) -> (sine: SIMD4<Double>, cosine: SIMD4<Double>) {
    let shift = 6_755_399_441_055_744.0
    let shifted = degrees * (1.0 / 90) + shift
    let x = (degrees - (shifted - shift) * 90) * (.pi / 180)
    let quadrant = unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
    let x2 = x * x
    let x4 = x2 * x2
    let sine0: SIMD4<Double> = 1 - x2 * (1.0 / 6)
    let sine4: SIMD4<Double> = 1.0 / 120 - x2 * (1.0 / 5040)
    let sineSeries: SIMD4<Double> = (sine0 + x4 * sine4) + x4 * x4 * (1.0 / 362_880)
    let sine = x * sineSeries
    let cosine0: SIMD4<Double> = 1 - x2 * 0.5
    let cosine4: SIMD4<Double> = 1.0 / 24 - x2 * (1.0 / 720)
    let cosine8: SIMD4<Double> = 1.0 / 40_320 - x2 * (1.0 / 3_628_800)
    let cosine = (cosine0 + x4 * cosine4) + x4 * x4 * cosine8
    let sineBits = unsafeBitCast(sine, to: SIMD4<UInt64>.self)
    let cosineBits = unsafeBitCast(cosine, to: SIMD4<UInt64>.self)
    // All ones where the two are swapped: a comparison of 64-bit lanes costs more than this on a plain x86-64.
    let one = SIMD4<UInt64>(repeating: 1)
    let two = SIMD4<UInt64>(repeating: 2)
    let toSign = SIMD4<UInt64>(repeating: 62)
    let swaps = SIMD4<UInt64>.zero &- (quadrant & one)
    let difference = (sineBits ^ cosineBits) & swaps
    let sineSign = (quadrant & two) &<< toSign
    let cosineSign = ((quadrant &+ one) & two) &<< toSign
    return (
        unsafeBitCast(sineBits ^ difference ^ sineSign, to: SIMD4<Double>.self),
        unsafeBitCast(cosineBits ^ difference ^ cosineSign, to: SIMD4<Double>.self)
    )
}
