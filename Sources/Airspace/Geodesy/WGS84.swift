/// The World Geodetic System 1984 ellipsoid (NGA.STND.0036, table 3.1): defining and derived constants.
public enum WGS84 {
    /// Semi-major axis, metres.
    public static let semiMajorAxisMetres = 6_378_137.0
    /// Flattening.
    public static let flattening = 1 / 298.257_223_563
    /// Semi-minor axis, metres.
    public static let semiMinorAxisMetres = semiMajorAxisMetres * (1 - flattening)
    /// First eccentricity squared.
    public static let eccentricitySquared = flattening * (2 - flattening)
    /// Second eccentricity squared.
    public static let secondEccentricitySquared = eccentricitySquared / (1 - eccentricitySquared)
    /// Half the circumference along a meridian, metres: no two places are further apart.
    public static let meridianMetres = 20_003_931.458_6
}
