#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#else
    public import Darwin
#endif

/// A velocity over the ground, metres per second.
public struct HorizontalVelocity: Sendable, Hashable {
    /// Eastwards.
    public var east: Double
    /// Northwards.
    public var north: Double

    /// A velocity by its components.
    @inlinable
    public init(east: Double, north: Double) {
        self.east = east
        self.north = north
    }

    /// A velocity from a track, degrees clockwise from true north, and a ground speed.
    @inlinable
    public init(trackDegrees: Double, metresPerSecond: Double) {
        let track = trackDegrees * radiansPerDegree
        self.init(east: metresPerSecond * sin(track), north: metresPerSecond * cos(track))
    }

    /// The speed.
    @inlinable
    public var metresPerSecond: Double { (east * east + north * north).squareRoot() }

    /// The track, degrees clockwise from true north, 0 to 360.
    @inlinable
    public var trackDegrees: Double { bearingDegrees(atan2(east, north) / radiansPerDegree) }
}

/// East, north and up at one place: unit vectors in earth-centred axes.
///
/// At a pole the longitude given decides where east is, so that a frame is always defined.
public struct LocalFrame: Sendable, Hashable {
    /// The place, on the ellipsoid.
    public var origin: EarthCentred
    /// To the east.
    public var east: EarthCentred
    /// To the north.
    public var north: EarthCentred
    /// Along the normal, upwards.
    public var up: EarthCentred

    /// The frame at `position`.
    @inlinable
    public init(at position: GeodeticPosition) {
        let latitude = position.latitudeDegrees * radiansPerDegree
        let longitude = position.longitudeDegrees * radiansPerDegree
        let sinLatitude = sin(latitude)
        let cosLatitude = cos(latitude)
        let sinLongitude = sin(longitude)
        let cosLongitude = cos(longitude)
        origin = EarthCentred(footOf: position)
        east = EarthCentred(x: -sinLongitude, y: cosLongitude, z: 0)
        north = EarthCentred(x: -sinLatitude * cosLongitude, y: -sinLatitude * sinLongitude, z: cosLatitude)
        up = EarthCentred(x: cosLatitude * cosLongitude, y: cosLatitude * sinLongitude, z: sinLatitude)
    }

    /// A velocity over the ground at the origin, in earth-centred axes.
    @inlinable
    public func earthCentred(_ velocity: HorizontalVelocity) -> EarthCentred {
        east * velocity.east + north * velocity.north
    }

    /// A place as seen from the origin: metres east, north and up of it.
    @inlinable
    public func local(_ place: EarthCentred) -> (east: Double, north: Double, up: Double) {
        let way = place - origin
        return (way.dot(east), way.dot(north), way.dot(up))
    }

    /// The place that is so many metres east, north and up of the origin.
    @inlinable
    public func earthCentred(east eastMetres: Double, north northMetres: Double, up upMetres: Double = 0)
        -> EarthCentred
    {
        origin + east * eastMetres + north * northMetres + up * upMetres
    }
}
