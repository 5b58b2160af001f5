/// What can be wrong with a thing of the sky. The caller shows it to whoever wrote the value; nothing is to be retried.
public enum AirspaceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Text that should have been a quantity; `expected` is what would have been right.
    case quantity(text: String, expected: Expected)
    /// Text that should have been a UTC time in RFC 3339.
    case time(text: String)
    /// A latitude or longitude that no place on earth has.
    case position(latitudeDegrees: Double, longitudeDegrees: Double)
    /// A volume that encloses nothing, and why.
    case volume(reason: String)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .quantity(let text, let expected): "“\(text)” is not understood: \(expected) is needed"
        case .time(let text): "“\(text)” is not a UTC time such as 2021-10-07T12:04:14Z"
        case .position(let latitude, let longitude):
            "latitude \(latitude), longitude \(longitude) is no place on earth"
        case .volume(let reason): "the volume encloses nothing: \(reason)"
        }
    }
}

extension AirspaceError {
    /// What a text should have been.
    public enum Expected: Sendable, Equatable, CustomStringConvertible {
        /// Any quantity.
        case numberWithUnit
        /// A length.
        case length
        /// A span of time.
        case span
        /// Two spans of time, each of at most a day.
        case twoSpans
        /// A horizontal and a vertical length.
        case twoLengths
        /// A horizontal and a vertical length, both above zero.
        case twoLengthsAboveZero
        /// A level with what it is measured from.
        case levelWithDatum

        /// It in plain words.
        public var description: String {
            switch self {
            case .numberWithUnit: "a number with a unit"
            case .length: "a number with m, km, ft or NM, such as 5NM"
            case .span: "a number with ms, s, min, h or d, such as 300s"
            case .twoSpans: "two spans from 0 s to 1 d"
            case .twoLengths: "two lengths, such as 5NM,1000ft"
            case .twoLengthsAboveZero: "two lengths above zero, such as 5NM,1000ft"
            case .levelWithDatum: "a level with its datum, such as FL200, 5500 m STD or 18000 ft QNH 1013"
            }
        }
    }
}
