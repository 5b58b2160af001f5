#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The sine and cosine of the reduced latitude β, tan β = (1 - f) tan φ.
struct ReducedLatitude {
    var sine: Double
    var cosine: Double

    init(sine: Double, cosine: Double) {
        self.sine = sine
        self.cosine = cosine
    }

    init(degrees: Double) {
        let latitude = degrees * radiansPerDegree
        let up = (1 - WGS84.flattening) * sin(latitude)
        // At a pole the cosine is kept above zero, so that a bearing there still means a longitude.
        let out = max(cos(latitude), 1e-17)
        let length = hypot(up, out)
        self.init(sine: up / length, cosine: out / length)
    }
}

/// A geodesic that leaves one place at one azimuth, from which points at any distance are read (Karney 2013, section 3).
struct GeodesicArc {
    private let series: GeodesicSeries
    private let sinAlpha0: Double
    private let cosAlpha0: Double
    private let sigma1: Double
    private let omega1: Double
    private let distanceScale: Double
    private let longitudeScale: Double
    private let startTerms: Double
    private let startLongitudeTerms: Double

    init(latitudeDegrees: Double, azimuthDegrees: Double) {
        let start = ReducedLatitude(degrees: latitudeDegrees)
        let azimuth = shortWayDegrees(azimuthDegrees) * radiansPerDegree
        let sinAlpha1 = sin(azimuth)
        let cosAlpha1 = cos(azimuth)
        sinAlpha0 = sinAlpha1 * start.cosine
        cosAlpha0 = hypot(cosAlpha1, sinAlpha1 * start.sine)
        series = GeodesicSeries(cosineOfEquatorialAzimuth: cosAlpha0)
        sigma1 = atan2(start.sine, cosAlpha1 * start.cosine)
        omega1 = atan2(sinAlpha0 * start.sine, cosAlpha1 * start.cosine)
        distanceScale = series.distanceScale * WGS84.semiMinorAxisMetres
        longitudeScale = series.longitudeScale
        startTerms = series.distanceTerms(sigma1)
        startLongitudeTerms = series.longitudeTerms(sigma1)
    }

    /// The place at a distance: its latitude, its longitude less that of the start, and the azimuth there, degrees.
    func point(atMetres metres: Double) -> (latitudeDegrees: Double, longitudeDegrees: Double, azimuthDegrees: Double) {
        let tau = sigma1 + startTerms + metres / distanceScale
        let sigma2 = tau + series.arcTerms(tau)
        let sinSigma2 = sin(sigma2)
        let cosSigma2 = cos(sigma2)
        let up = cosAlpha0 * sinSigma2
        let out = hypot(sinAlpha0, cosAlpha0 * cosSigma2)
        let omega2 = atan2(sinAlpha0 * sinSigma2, cosSigma2)
        let bend =
            longitudeScale * (sigma2 - sigma1 + series.longitudeTerms(sigma2) - startLongitudeTerms)
        let longitude = omega2 - omega1 - WGS84.flattening * sinAlpha0 * bend
        return (
            atan2(up, (1 - WGS84.flattening) * out) / radiansPerDegree,
            shortWayDegrees(longitude / radiansPerDegree),
            bearingDegrees(atan2(sinAlpha0, cosAlpha0 * cosSigma2) / radiansPerDegree)
        )
    }
}
