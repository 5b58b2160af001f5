#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Altitude {
    /// The pressure altitudes that this height may be, feet: one where it is read off an altimeter, an interval where it is geometric.
    ///
    /// An altimeter set to q hPa reads less than one set to 1013.25 by the standard atmosphere's height of q (ICAO Doc 7488).
    public var pressureBoundsFeet: ClosedRange<Double> {
        switch datum {
        case .pressure:
            return feet...feet
        case .qnh(let hectopascals), .qfe(let hectopascals):
            let offset = 145_366.45 * (1 - pow(hectopascals / 1_013.25, 0.190_263_1))
            return feet + offset...feet + offset
        case .ellipsoid:
            return Level.fromEllipsoidHeight(feet: feet).boundsFeet
        }
    }
}
