/// The World Geodetic System 1984 ellipsoid (NGA.STND.0036, table 3.1): defining and derived constants.
public enum WGS84 {
    /// Semi-major axis, metres.
    @inlinable public static var semiMajorAxisMetres: Double { 6_378_137.0 }
    /// Flattening.
    @inlinable public static var flattening: Double { 1 / 298.257_223_563 }
    /// Semi-minor axis, metres.
    @inlinable public static var semiMinorAxisMetres: Double { semiMajorAxisMetres * (1 - flattening) }
    /// First eccentricity squared.
    @inlinable public static var eccentricitySquared: Double { flattening * (2 - flattening) }
    /// Second eccentricity squared.
    @inlinable public static var secondEccentricitySquared: Double { eccentricitySquared / (1 - eccentricitySquared) }
    /// Third flattening, n.
    @inlinable public static var thirdFlattening: Double { flattening / (2 - flattening) }
    /// Half the circumference along a meridian, metres: no two places are further apart.
    @inlinable public static var meridianMetres: Double { 20_003_931.458_6 }
}
