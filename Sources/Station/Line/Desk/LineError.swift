import Phraseology

/// Why something can't be done on the line. Nothing was written; the person reads why and what to do.
enum LineError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The message itself is at fault.
    case message(PhraseologyError)
    /// No message is known by this identifier.
    case unknownMessage(String)
    /// No check is known by this identifier, or it was answered already.
    case unknownCheck(String)
    /// The message was taken back by its writer.
    case cancelled(String)
    /// The message is not in a state for this, and why.
    case notNow(String)
    /// No line is open to this party; `known` are those that are.
    case noLine(party: String, known: [String])
    /// Something that a form must hold is missing or wrong.
    case form(String)

    /// What is wrong and what to do.
    var description: String {
        switch self {
        case .message(let error): error.description
        case .unknownMessage(let identifier): "no message is known as “\(identifier.prefix(64))”"
        case .unknownCheck(let identifier): "no check without an answer is known as “\(identifier.prefix(64))”"
        case .cancelled(let identifier): "\(identifier) was taken back by its writer: don't act on it"
        case .notNow(let reason): reason
        case .noLine(let party, let known):
            known.isEmpty
                ? "there is no line yet: it opens when an agreement comes into force"
                : "there is no line to “\(party.prefix(32))”; there is one to \(known.joined(separator: ", "))"
        case .form(let reason): reason
        }
    }
}
