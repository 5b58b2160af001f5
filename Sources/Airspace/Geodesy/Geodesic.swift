#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The shortest line between two places on WGS-84, and where a line leads, for any two places on earth.
///
/// The series are Karney's (see `GeodesicSeries`); the inverse problem is iterated on the auxiliary sphere's longitude as
/// Vincenty does (Survey Review 23, 1975), and where that does not settle, near antipodes, the azimuth is bisected.
/// Tested against GeographicLib: distances within 20 nanometres, any two places.
public enum Geodesic {
    /// What the inverse problem answers.
    public struct Line: Sendable, Hashable {
        /// The length, metres.
        public var distanceMetres: Double
        /// The azimuth at the first place, degrees clockwise from true north, 0 to 360.
        public var initialAzimuthDegrees: Double
        /// The azimuth at the second place, going on, degrees clockwise from true north, 0 to 360.
        public var finalAzimuthDegrees: Double

        /// A line.
        public init(distanceMetres: Double, initialAzimuthDegrees: Double, finalAzimuthDegrees: Double) {
            self.distanceMetres = distanceMetres
            self.initialAzimuthDegrees = initialAzimuthDegrees
            self.finalAzimuthDegrees = finalAzimuthDegrees
        }
    }

    /// The direct problem: where one is after `distanceMetres` along the geodesic that leaves `start` at an azimuth, and
    /// the azimuth there. A negative distance goes backwards.
    public static func direct(from start: GeodeticPosition, azimuthDegrees: Double, distanceMetres: Double)
        -> (position: GeodeticPosition, azimuthDegrees: Double)
    {
        let arc = GeodesicArc(latitudeDegrees: start.latitudeDegrees, azimuthDegrees: azimuthDegrees)
        let end = arc.point(atMetres: distanceMetres)
        let position = GeodeticPosition(
            latitudeDegrees: end.latitudeDegrees,
            longitudeDegrees: shortWayDegrees(start.longitudeDegrees + end.longitudeDegrees))
        return (position, end.azimuthDegrees)
    }

    /// The inverse problem: the shortest line from one place to another.
    ///
    /// Between poles and exact antipodes, where several are equally short, one of them.
    public static func inverse(from first: GeodeticPosition, to second: GeodeticPosition) -> Line {
        let signedLongitude = shortWayDegrees(second.longitudeDegrees - first.longitudeDegrees)
        let firstLatitude = ReducedLatitude(degrees: first.latitudeDegrees)
        let secondLatitude = ReducedLatitude(degrees: second.latitudeDegrees)
        let longitude = abs(signedLongitude) * radiansPerDegree
        let solution =
            vincenty(firstLatitude, secondLatitude, longitude: longitude)
            ?? nearAntipodal(firstLatitude, secondLatitude, longitude: longitude)
        let eastwards = signedLongitude < 0 ? -1.0 : 1.0
        return Line(
            distanceMetres: solution.metres,
            initialAzimuthDegrees: bearingDegrees(eastwards * solution.initialAzimuth / radiansPerDegree),
            finalAzimuthDegrees: bearingDegrees(eastwards * solution.finalAzimuth / radiansPerDegree))
    }
}

extension Geodesic {
    /// An answer in radians, for a second place to the east.
    struct Solution {
        var metres: Double
        var initialAzimuth: Double
        var finalAzimuth: Double
    }

    /// Iterates on the spherical longitude; nil where it does not settle on at most half a turn.
    private static func vincenty(
        _ first: ReducedLatitude, _ second: ReducedLatitude, longitude: Double
    ) -> Solution? {
        var omega = longitude
        for _ in 0..<24 {
            let sinOmega = sin(omega)
            let cosOmega = cos(omega)
            let eastPart = second.cosine * sinOmega
            let northPart = first.cosine * second.sine - first.sine * second.cosine * cosOmega
            let sinSigma = hypot(eastPart, northPart)
            if sinSigma == 0, cosOmega > 0 { return Solution(metres: 0, initialAzimuth: 0, finalAzimuth: 0) }
            let cosSigma = first.sine * second.sine + first.cosine * second.cosine * cosOmega
            let alpha1 = atan2(eastPart, northPart)
            let sinAlpha1 = sin(alpha1)
            let cosAlpha1 = cos(alpha1)
            let sinAlpha0 = sinAlpha1 * first.cosine
            let cosAlpha0 = hypot(cosAlpha1, sinAlpha1 * first.sine)
            let sigma1 = atan2(first.sine, cosAlpha1 * first.cosine)
            let sigma12 = atan2(sinSigma, cosSigma)
            let sigma2 = sigma1 + sigma12
            let series = GeodesicSeries(cosineOfEquatorialAzimuth: cosAlpha0)
            let bend =
                series.longitudeScale
                * (sigma12 + series.longitudeTerms(sigma2) - series.longitudeTerms(sigma1))
            let next = longitude + WGS84.flattening * sinAlpha0 * bend
            guard next <= .pi else { return nil }
            if abs(next - omega) < 4e-16 * max(1, omega) {
                let metres =
                    WGS84.semiMinorAxisMetres * series.distanceScale
                    * (sigma12 + series.distanceTerms(sigma2) - series.distanceTerms(sigma1))
                let alpha2 = atan2(
                    first.cosine * sinOmega,
                    -first.sine * second.cosine + first.cosine * second.sine * cosOmega)
                return Solution(metres: metres, initialAzimuth: alpha1, finalAzimuth: alpha2)
            }
            omega = next
        }
        return nil
    }
}
