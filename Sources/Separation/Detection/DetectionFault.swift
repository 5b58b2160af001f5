/// Why an aircraft can't take part in a detection pass, or a pass can't be made as it was asked for.
///
/// The aircraft is left out and shown with its reason, the rest goes on; a wrong option goes back to who gave it.
public enum DetectionFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// An identifier that is empty or longer than 64 bytes.
    case identifier
    /// A second aircraft with an identifier that is already there.
    case duplicateIdentifier(String)
    /// A latitude or longitude that no place on earth has.
    case position(latitudeDegrees: Double, longitudeDegrees: Double)
    /// A value that is not a number, or beyond what anything that flies can have.
    case value(name: String, value: Double, allowed: ClosedRange<Double>)
    /// A snapshot that already holds `SkySnapshot.capacity` aircraft.
    case full
    /// A minimum or a look-ahead out of its bounds.
    case option(name: String, value: Double, allowed: ClosedRange<Double>)
    /// A snapshot file that can't be read as one at all, and why.
    case snapshot(reason: String)
    /// More conflicts than `ConflictDetector.maximumConflicts`: the snapshot is no picture of a real sky.
    case tooManyConflicts(limit: Int)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .identifier: "an identifier has 1 to 64 bytes"
        case .duplicateIdentifier(let identifier): "the identifier “\(identifier)” is already there"
        case .position(let latitude, let longitude):
            "latitude \(latitude), longitude \(longitude) is no place on earth"
        case .value(let name, let value, let allowed), .option(let name, let value, let allowed):
            "\(name) is \(value): it must be from \(allowed.lowerBound) to \(allowed.upperBound)"
        case .full: "a snapshot holds at most \(SkySnapshot.capacity) aircraft"
        case .snapshot(let reason): reason
        case .tooManyConflicts(let limit): "more than \(limit) conflicts: this is no picture of a real sky"
        }
    }
}
