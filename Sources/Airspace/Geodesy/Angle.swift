#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#else
    public import Darwin
#endif

/// Radians in one degree.
@inlinable public var radiansPerDegree: Double { .pi / 180 }

/// An angle in degrees brought into -180 (not included) to 180 (included): the short way across the antimeridian.
@inlinable
public func shortWayDegrees(_ degrees: Double) -> Double {
    if degrees > -180, degrees <= 180 { return degrees }
    let rest = remainder(degrees, 360)
    return rest == -180 ? 180 : rest
}

/// An angle in degrees brought into 0 (included) to 360 (not included): a bearing.
@inlinable
public func bearingDegrees(_ degrees: Double) -> Double {
    if degrees >= 0, degrees < 360 { return degrees }
    let rest = fmod(degrees, 360)
    let bearing = rest < 0 ? rest + 360 : rest
    return bearing == 360 ? 0 : bearing
}
