/// What can be wrong with what parties agree on, or with an entry that passes between them. The caller shows it to the
/// person who asked; nothing is to be retried.
public enum AccordError: Error, Sendable, Equatable, CustomStringConvertible {
    /// An entry that is not what its type asks for.
    case entry(type: String, reason: String)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .entry(let type, let reason): "this is no entry \(type): \(reason)"
        }
    }
}
