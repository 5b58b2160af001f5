/// What a height is measured from. Two altitudes of different datum are never compared silently.
public enum AltitudeDatum: Sendable, Hashable {
    /// Pressure altitude in the standard atmosphere, altimeter set to 1013.25 hPa: what separation is measured in.
    case pressure
    /// Height above the WGS-84 ellipsoid, from satellite navigation.
    case ellipsoid
    /// Height above mean sea level, altimeter set to this QNH in hectopascals.
    case qnh(hectopascals: Double)
    /// Height above an aerodrome, altimeter set to this QFE in hectopascals.
    case qfe(hectopascals: Double)
}

/// A height with its datum.
public struct Altitude: Sendable, Hashable {
    /// The height in feet.
    public var feet: Double
    /// What it is measured from.
    public var datum: AltitudeDatum

    /// A height of `feet` above `datum`.
    public init(feet: Double, datum: AltitudeDatum) {
        self.feet = feet
        self.datum = datum
    }
}
