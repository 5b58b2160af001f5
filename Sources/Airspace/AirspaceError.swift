/// What can be wrong with a thing of the sky. The caller shows it to whoever wrote the value; nothing is to be retried.
public enum AirspaceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Text that should have been a quantity; `expected` says in plain words what would have been right.
    case quantity(text: String, expected: String)
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
