/// What can be wrong with a question about what happened. The caller shows it to the person who asked; nothing is to be
/// retried.
public enum InquiryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A claim file that can't be read; `line` counts from 1.
    case claim(path: String, line: Int?, reason: String)
    /// All that is wrong with the text of a claim file.
    case claimFaults([ClaimFault])
    /// Records or recordings that can't be used, and why.
    case evidence(name: String, reason: String)
    /// An extract that can't be made, and why.
    case extract(reason: String)

    /// One thing that is wrong in a claim file.
    public struct ClaimFault: Sendable, Equatable {
        /// The line, from 1; nil: the file as a whole.
        public var line: Int?
        /// What is wrong and what would be right.
        public var reason: String
    }

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .claim(let path, let line, let reason): "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
        case .claimFaults(let faults):
            faults.map { ($0.line.map { "line \($0): " } ?? "") + $0.reason }.joined(separator: "\n")
        case .evidence(let name, let reason): "\(name): \(reason)"
        case .extract(let reason): "no extract was made: \(reason)"
        }
    }
}
