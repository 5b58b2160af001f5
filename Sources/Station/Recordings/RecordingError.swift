import Surveillance

/// Why a recording can't be used at all. What is merely broken inside it is a `ReadFault` instead.
public enum RecordingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file can't be opened or read; `reason` is the system's. The user corrects the path or the permission.
    case unreadable(path: String, reason: String)
    /// Neither name nor content says what it is. The user names the format.
    case unknownFormat(path: String)
    /// It is out of the order of time, and too large to be put in order in memory. The user sorts it first.
    case unordered(path: String, limit: Int)

    /// The error in plain words.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) can't be read: \(reason)"
        case .unknownFormat(let path):
            "\(path) is none of the known formats (\(RecordingFormat.allCases.map(\.rawValue).joined(separator: ", ")))"
        case .unordered(let path, let limit):
            "\(path) is not in the order of time and has more than \(limit) reports: sort it by time first"
        }
    }
}
