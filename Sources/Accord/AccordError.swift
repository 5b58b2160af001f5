/// What can be wrong with what parties agree on, or with an entry that passes between them. The caller shows it to the
/// person who asked; nothing is to be retried.
public enum AccordError: Error, Sendable, Equatable, CustomStringConvertible {
    /// An entry that is not what its type asks for. From a peer: quarantine it and name the fault.
    case entry(type: String, reason: String)
    /// A record's name that is none of ours.
    case origin(String)
    /// A document that cannot be used, with every fault found. Show them; the document is refused whole.
    case document([DocumentFault])
    /// A signature, key or certificate that does not hold. Refuse what came with it.
    case signature(String)
    /// An act that the agreement's standing does not permit now, and why. Nothing is written.
    case standing(String)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .entry(let type, let reason): "this is no entry \(type): \(reason)"
        case .origin(let text): "“\(text)” is not the name of a record"
        case .document(let faults): faults.map(\.description).joined(separator: "\n")
        case .signature(let reason): reason
        case .standing(let reason): reason
        }
    }
}
