#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The series of C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), to sixth order, for one ε.
///
/// Equation numbers are the paper's. On WGS-84 the truncation is below a nanometre.
struct GeodesicSeries {
    /// ε: how the geodesic sits on the ellipsoid, 0 (equatorial) to 0.00168 (meridian).
    let epsilon: Double

    /// The series for the geodesic that crosses the equator at azimuth α₀ (equations 9 and 16).
    init(cosineOfEquatorialAzimuth cosAlpha0: Double) {
        let kSquared = WGS84.secondEccentricitySquared * cosAlpha0 * cosAlpha0
        epsilon = kSquared / (2 * (1 + (1 + kSquared).squareRoot()) + kSquared)
    }

    /// A₁ (equation 17).
    var distanceScale: Double {
        let e2 = epsilon * epsilon
        return (1 + e2 * (1.0 / 4 + e2 * (1.0 / 64 + e2 / 256))) / (1 - epsilon)
    }

    /// Σ C₁ sin 2lσ (equations 15 and 18).
    func distanceTerms(_ sigma: Double) -> Double {
        let e = epsilon
        let e2 = e * e
        let c1 = e * (-1.0 / 2 + e2 * (3.0 / 16 - e2 / 32))
        let c2 = e2 * (-1.0 / 16 + e2 * (1.0 / 32 - e2 * 9 / 2048))
        let c3 = e2 * e * (-1.0 / 48 + e2 * 3 / 256)
        let c4 = e2 * e2 * (-5.0 / 512 + e2 * 3 / 512)
        let c5 = e2 * e2 * e * (-7.0 / 1280)
        let c6 = e2 * e2 * e2 * (-7.0 / 2048)
        return Self.sines(sigma, c1, c2, c3, c4, c5, c6)
    }

    /// Σ C′₁ sin 2lτ (equations 20 and 21): back from distance to arc.
    func arcTerms(_ tau: Double) -> Double {
        let e = epsilon
        let e2 = e * e
        let c1 = e * (1.0 / 2 + e2 * (-9.0 / 32 + e2 * 205 / 1536))
        let c2 = e2 * (5.0 / 16 + e2 * (-37.0 / 96 + e2 * 1335 / 4096))
        let c3 = e2 * e * (29.0 / 96 - e2 * 75 / 128)
        let c4 = e2 * e2 * (539.0 / 1536 - e2 * 2391 / 2560)
        let c5 = e2 * e2 * e * (3467.0 / 7680)
        let c6 = e2 * e2 * e2 * (38081.0 / 61440)
        return Self.sines(tau, c1, c2, c3, c4, c5, c6)
    }

    /// A₃ (equation 24).
    var longitudeScale: Double {
        let e = epsilon
        let n = WGS84.thirdFlattening
        let n2 = n * n
        return 1 - e
            * ((1 - n) / 2
                + e
                * ((1.0 / 4 + n / 8 - n2 * 3 / 8)
                    + e * ((1 + 3 * n + n2) / 16 + e * ((3.0 / 64 + n / 32) + e * 3 / 128))))
    }

    /// Σ C₃ sin 2lσ (equations 23 and 25).
    func longitudeTerms(_ sigma: Double) -> Double {
        let e = epsilon
        let e2 = e * e
        let n = WGS84.thirdFlattening
        let n2 = n * n
        let c1 =
            e
            * ((1 - n) / 4
                + e * ((1 - n2) / 8 + e * ((3 + 3 * n - n2) / 64 + e * ((5.0 / 128 + n / 64) + e * 3 / 128))))
        let c2 =
            e2
            * ((2 - 3 * n + n2) / 32
                + e * ((3.0 / 64 - n / 32 - n2 * 3 / 64) + e * ((3 + n) / 128 + e * 5 / 256)))
        let c3 = e2 * e * ((5.0 / 192 - n * 3 / 64 + n2 * 5 / 192) + e * ((3.0 / 128 - n * 5 / 192) + e * 7 / 512))
        let c4 = e2 * e2 * ((7.0 / 512 - n * 7 / 256) + e * 7 / 512)
        let c5 = e2 * e2 * e * (21.0 / 2560)
        return Self.sines(sigma, c1, c2, c3, c4, c5, 0)
    }

    private static func sines(
        _ angle: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double
    ) -> Double {
        let twice = 2 * cos(2 * angle)
        let b5 = c5 + twice * c6
        let b4 = c4 + twice * b5 - c6
        let b3 = c3 + twice * b4 - b5
        let b2 = c2 + twice * b3 - b4
        let b1 = c1 + twice * b2 - b3
        return b1 * sin(2 * angle)
    }
}
