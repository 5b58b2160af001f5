/// A place on the WGS-84 ellipsoid, height zero.
public struct GeodeticPosition: Sendable, Hashable, Codable {
    /// Geodetic latitude, degrees north, -90 to 90.
    public var latitudeDegrees: Double
    /// Longitude, degrees east, -180 to 180.
    public var longitudeDegrees: Double

    /// A place that is known to be valid: nothing is checked.
    @inlinable
    public init(latitudeDegrees: Double, longitudeDegrees: Double) {
        self.latitudeDegrees = latitudeDegrees
        self.longitudeDegrees = longitudeDegrees
    }

    /// A place from outside: finite, latitude within ±90°, longitude within ±180° (±360° is brought home).
    ///
    /// - Throws: `AirspaceError.position`; the report that carried it is to be quarantined.
    public init(checkingLatitude latitude: Double, longitude: Double) throws(AirspaceError) {
        guard let position = GeodeticPosition(valid: latitude, longitude) else {
            throw AirspaceError.position(latitudeDegrees: latitude, longitudeDegrees: longitude)
        }
        self = position
    }

    /// As `init(checkingLatitude:longitude:)`, nil instead of an error, for hot loops.
    @inlinable
    public init?(valid latitude: Double, _ longitude: Double) {
        guard latitude >= -90, latitude <= 90, longitude >= -360, longitude <= 360 else { return nil }
        let home = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
        self.init(latitudeDegrees: latitude, longitudeDegrees: home)
    }
}
