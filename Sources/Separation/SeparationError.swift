/// What can be wrong with what a person asks of this room. The caller shows it to that person; nothing is to be retried.
public enum SeparationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Text that names no alert.
    case alertIdentifier(text: String)
    /// An act on an alert that can't be taken, and why.
    case alertAct(reason: String)
    /// A group that can't be declared, and why.
    case group(name: String, reason: String)
    /// A target that can't be entered by hand, and why.
    case manualTarget(reason: String)
    /// Rules that can't hold, each fault in plain words.
    case alertRules(faults: [String])

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .alertIdentifier(let text): "“\(text)” names no alert: two identifiers with a | between them are needed"
        case .alertAct(let reason): "this can't be done: \(reason)"
        case .group(let name, let reason): "the group “\(name)” can't be declared: \(reason)"
        case .manualTarget(let reason): "the target can't be entered: \(reason)"
        case .alertRules(let faults): "the rules can't hold: " + faults.joined(separator: "; ")
        }
    }
}
