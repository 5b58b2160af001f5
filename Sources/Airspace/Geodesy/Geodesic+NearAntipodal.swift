#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Geodesic {
    /// Solves for the azimuth at the place nearer a pole, where the longitude reached grows with it from 0 to half a turn
    /// (Karney 2013, section 4): so bisection always ends at the one answer, slow but sure.
    static func nearAntipodal(_ first: ReducedLatitude, _ second: ReducedLatitude, longitude: Double) -> Solution {
        let swapped = abs(first.sine) < abs(second.sine)
        var start = swapped ? second : first
        var end = swapped ? first : second
        let flipped = start.sine > 0
        if flipped {
            start.sine = -start.sine
            end.sine = -end.sine
        }
        // On the equator the lines leave southwards first.
        start.sine = min(start.sine, -1e-200)

        var low = 0.0
        var high = Double.pi
        for _ in 0..<80 {
            let middle = low + (high - low) / 2
            if middle == low || middle == high { break }
            if line(from: start, to: end, azimuth: middle).longitude < longitude { low = middle } else { high = middle }
        }
        let found = line(from: start, to: end, azimuth: high)
        var azimuths = (high, found.finalAzimuth)
        if flipped { azimuths = (.pi - azimuths.0, .pi - azimuths.1) }
        // Walked backwards, each azimuth is its mirror image in the meridian, turned about.
        if swapped { azimuths = (.pi - azimuths.1, .pi - azimuths.0) }
        return Solution(metres: found.metres, initialAzimuth: azimuths.0, finalAzimuth: azimuths.1)
    }

    /// The line that leaves `start` at `azimuth`, up to where it next crosses the latitude of `end` northwards.
    private static func line(from start: ReducedLatitude, to end: ReducedLatitude, azimuth: Double)
        -> (longitude: Double, metres: Double, finalAzimuth: Double)
    {
        let sinAlpha1 = sin(azimuth)
        let cosAlpha1 = cos(azimuth)
        let sinAlpha0 = sinAlpha1 * start.cosine
        let cosAlpha0 = hypot(cosAlpha1, sinAlpha1 * start.sine)
        let northPart1 = cosAlpha1 * start.cosine
        let northPart2 = max(
            0, northPart1 * northPart1 + (start.sine - end.sine) * (start.sine + end.sine)
        ).squareRoot()

        let sigma1 = atan2(start.sine, northPart1)
        var sigma2 = atan2(end.sine, northPart2)
        if sigma2 < sigma1 { sigma2 = sigma1 }
        let omega1 = atan2(sinAlpha0 * start.sine, northPart1)
        let omega2 = atan2(sinAlpha0 * end.sine, northPart2)
        let series = GeodesicSeries(cosineOfEquatorialAzimuth: cosAlpha0)
        let bend =
            series.longitudeScale
            * (sigma2 - sigma1 + series.longitudeTerms(sigma2) - series.longitudeTerms(sigma1))
        let metres =
            WGS84.semiMinorAxisMetres * series.distanceScale
            * (sigma2 - sigma1 + series.distanceTerms(sigma2) - series.distanceTerms(sigma1))
        return (
            max(0, omega2 - omega1) - WGS84.flattening * sinAlpha0 * bend, metres,
            atan2(sinAlpha0, northPart2)
        )
    }
}
