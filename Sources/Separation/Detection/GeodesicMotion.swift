import Airspace

/// The motion of one aircraft along a geodesic at constant speed, as a power series of time in earth-centred axes.
///
/// On the ellipsoid xᵀGx = 1, G = diag(1/a², 1/a², 1/b²), a geodesic obeys x″ = -λGx, as its acceleration is along the normal
/// Gx; and (x′ᵀGx′)(xᵀG²x) is constant along it (Joachimsthal), so λ = C / (xᵀG²x)². That gives every coefficient
/// from the ones before, without an angle, poles included.
struct GeodesicMotion {
    /// The coefficients of t⁰ to t⁶, metres and seconds.
    var c0, c1, c2, c3, c4, c5, c6: SIMD3<Double>

    /// The longest way for which one series is used, metres: 0.05 of the earth's radius, where the rest is below 2 µm.
    static let reachMetres = 320_000.0

    /// The series about a place on the ellipsoid, with a tangential velocity.
    @inline(__always)
    init(position: SIMD3<Double>, velocity: SIMD3<Double>) {
        let a = WGS84.semiMajorAxisMetres
        let b = WGS84.semiMinorAxisMetres
        // G scaled by a²: then y = Gx is in metres too, and λ keeps its value.
        let g = SIMD3(1, 1, a * a / (b * b))
        c0 = position
        c1 = velocity
        let y0 = g * c0
        let y1 = g * c1
        let q0 = (y0 * y0).sum()
        let constant = (c1 * y1).sum() * q0
        let inverse = 1 / q0
        let r0 = inverse * inverse
        c2 = y0 * (-constant * r0 / 2)
        let y2 = g * c2
        let q1 = 2 * (y0 * y1).sum()
        let r1 = -2 * q1 * r0 * inverse
        c3 = (y1 * r0 + y0 * r1) * (-constant / 6)
        let y3 = g * c3
        let q2 = 2 * (y0 * y2).sum() + (y1 * y1).sum()
        let r2 = (-3 * q1 * r1 - 4 * q2 * r0) * (inverse / 2)
        c4 = (y2 * r0 + y1 * r1 + y0 * r2) * (-constant / 12)
        let y4 = g * c4
        let q3 = 2 * ((y0 * y3).sum() + (y1 * y2).sum())
        let r3 = (-4 * q1 * r2 - 5 * q2 * r1 - 6 * q3 * r0) * (inverse / 3)
        c5 = (y3 * r0 + y2 * r1 + y1 * r2 + y0 * r3) * (-constant / 20)
        let q4 = 2 * ((y0 * y4).sum() + (y1 * y3).sum()) + (y2 * y2).sum()
        let r4 = (-5 * q1 * r3 - 6 * q2 * r2 - 7 * q3 * r1 - 8 * q4 * r0) * (inverse / 4)
        c6 = (y4 * r0 + y3 * r1 + y2 * r2 + y1 * r3 + y0 * r4) * (-constant / 30)
    }

    /// The place after `seconds`.
    func position(after seconds: Double) -> SIMD3<Double> {
        var sum = c6
        for coefficient in [c5, c4, c3, c2, c1, c0] { sum = sum * seconds + coefficient }
        return sum
    }

    /// The velocity after `seconds`.
    func velocity(after seconds: Double) -> SIMD3<Double> {
        var sum = c6 * 6
        for coefficient in [c5 * 5, c4 * 4, c3 * 3, c2 * 2, c1] { sum = sum * seconds + coefficient }
        return sum
    }

    /// The series about the place after `seconds`: for ways longer than one series carries.
    func advanced(by seconds: Double) -> GeodesicMotion {
        GeodesicMotion(position: position(after: seconds), velocity: velocity(after: seconds))
    }
}

extension GeodesicMotion {
    /// The motion of an aircraft of a snapshot.
    ///
    /// At a pole the longitude decides what the track is measured from, as in the limit along that meridian.
    @inline(__always)
    init(
        latitudeDegrees: Double, longitudeDegrees: Double, trackDegrees: Double, groundSpeedMetresPerSecond: Double
    ) {
        let (sinLatitude, cosLatitude) = sineCosine(degrees: latitudeDegrees)
        let (sinLongitude, cosLongitude) = sineCosine(degrees: longitudeDegrees)
        let (sinTrack, cosTrack) = sineCosine(degrees: trackDegrees)
        let e2 = WGS84.eccentricitySquared
        let primeVertical = WGS84.semiMajorAxisMetres / (1 - e2 * sinLatitude * sinLatitude).squareRoot()
        let fromAxis = primeVertical * cosLatitude
        let north = groundSpeedMetresPerSecond * cosTrack
        let east = groundSpeedMetresPerSecond * sinTrack
        let outwards = -north * sinLatitude
        self.init(
            position: SIMD3(
                fromAxis * cosLongitude, fromAxis * sinLongitude, primeVertical * (1 - e2) * sinLatitude),
            velocity: SIMD3(
                outwards * cosLongitude - east * sinLongitude, outwards * sinLongitude + east * cosLongitude,
                north * cosLatitude))
    }
}
