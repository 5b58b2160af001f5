#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#else
    public import Darwin
#endif

/// A place or a direction in earth-centred, earth-fixed axes (WGS-84; x to 0° N 0° E, z to the north pole), metres.
public struct EarthCentred: Sendable, Hashable {
    /// Towards 0° N 0° E.
    public var x: Double
    /// Towards 0° N 90° E.
    public var y: Double
    /// Towards the north pole.
    public var z: Double

    /// A place or direction by its three components.
    @inlinable
    public init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The foot point: the place on the ellipsoid itself, height zero. What horizontal distances are measured between.
    @inlinable
    public init(footOf position: GeodeticPosition) {
        self.init(latitudeDegrees: position.latitudeDegrees, longitudeDegrees: position.longitudeDegrees)
    }

    /// The place `heightMetres` above the ellipsoid at a latitude and longitude in degrees.
    @inlinable
    public init(latitudeDegrees: Double, longitudeDegrees: Double, heightMetres: Double = 0) {
        let latitude = latitudeDegrees * radiansPerDegree
        let longitude = longitudeDegrees * radiansPerDegree
        let sinLatitude = sin(latitude)
        let cosLatitude = cos(latitude)
        let primeVertical =
            WGS84.semiMajorAxisMetres / (1 - WGS84.eccentricitySquared * sinLatitude * sinLatitude).squareRoot()
        let fromAxis = (primeVertical + heightMetres) * cosLatitude
        self.init(
            x: fromAxis * cos(longitude),
            y: fromAxis * sin(longitude),
            z: (primeVertical * (1 - WGS84.eccentricitySquared) + heightMetres) * sinLatitude)
    }
}

extension EarthCentred {
    /// Component by component.
    @inlinable
    public static func + (left: EarthCentred, right: EarthCentred) -> EarthCentred {
        EarthCentred(x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
    }

    /// Component by component: the way from `right` to `left`.
    @inlinable
    public static func - (left: EarthCentred, right: EarthCentred) -> EarthCentred {
        EarthCentred(x: left.x - right.x, y: left.y - right.y, z: left.z - right.z)
    }

    /// Scaled.
    @inlinable
    public static func * (left: EarthCentred, scale: Double) -> EarthCentred {
        EarthCentred(x: left.x * scale, y: left.y * scale, z: left.z * scale)
    }

    /// The inner product.
    @inlinable
    public func dot(_ other: EarthCentred) -> Double { x * other.x + y * other.y + z * other.z }

    /// The length.
    @inlinable
    public var length: Double { dot(self).squareRoot() }

    /// The straight distance, metres, squared: what an index compares.
    @inlinable
    public func chordSquared(to other: EarthCentred) -> Double {
        let way = self - other
        return way.dot(way)
    }
}

extension GeodeticPosition {
    /// The geodetic place whose normal passes through an earth-centred one; its height is dropped.
    ///
    /// Bowring's formula (Survey Review 23, 1976), one step: below 1e-9 degrees from the ground to 30 km.
    public init(_ place: EarthCentred) {
        let fromAxis = (place.x * place.x + place.y * place.y).squareRoot()
        let parametric = atan2(place.z * WGS84.semiMajorAxisMetres, fromAxis * WGS84.semiMinorAxisMetres)
        let sinParametric = sin(parametric)
        let cosParametric = cos(parametric)
        let latitude = atan2(
            place.z + WGS84.secondEccentricitySquared * WGS84.semiMinorAxisMetres * sinParametric * sinParametric
                * sinParametric,
            fromAxis - WGS84.eccentricitySquared * WGS84.semiMajorAxisMetres * cosParametric * cosParametric
                * cosParametric)
        self.init(
            latitudeDegrees: latitude / radiansPerDegree,
            longitudeDegrees: atan2(place.y, place.x) / radiansPerDegree)
    }
}
