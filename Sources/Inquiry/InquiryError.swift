/// What can be wrong with a question about what happened. The caller shows it to the person who asked; nothing is to be
/// retried.
public enum InquiryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A claim file that can't be read; `line` counts from 1.
    case claim(path: String, line: Int?, reason: String)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .claim(let path, let line, let reason): "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
        }
    }
}
