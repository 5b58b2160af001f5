/// What can be wrong with a coded message. The caller shows it to whoever wrote the message; nothing is to be retried.
public enum PhraseologyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No element of the catalogue has this code.
    case unknownCode(String)
    /// The element has no parameter of this name; `known` are the names that it has.
    case unknownParameter(code: String, name: String, known: [String])
    /// A required parameter was not given; `kind` is what it may be.
    case missingParameter(code: String, name: String, kind: ParameterKind)
    /// A parameter's text is not a value of its kind.
    case badValue(name: String, text: String, kind: ParameterKind)
    /// A value that contradicts another of the same element, such as a zone that ends before it begins.
    case contradiction(code: String, reason: Contradiction)
    /// The language has no wording for this element.
    case noWording(code: String, language: String)
    /// No such language is installed.
    case unknownLanguage(String)
    /// A wording of the catalogue that cannot be read: a fault of this program, found by its tests.
    case pattern(text: String, reason: String)
    /// A rendering that no qualified person has reviewed and that is therefore not voiced.
    case notReviewed(code: String, language: String)
    /// Free text that would carry an instruction alone; `code` is the element to use in its place.
    case instructionInFreeText(text: String, code: String)
    /// A message with nothing in it, too many elements, or elements that may not travel between these parties.
    case message(reason: String)

    /// The fault in plain words.
    public var description: String {
        switch self {
        case .unknownCode(let code): "there is no element “\(code)” in the catalogue"
        case .unknownParameter(let code, let name, let known):
            "\(code) has no parameter “\(name)”; it has \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .missingParameter(let code, let name, let kind): "\(code) needs \(name): \(kind.expected)"
        case .badValue(let name, let text, let kind):
            "\(name)=“\(text)” is not understood: \(kind.expected) is needed"
        case .contradiction(let code, let reason): "\(code) contradicts itself: \(reason)"
        case .noWording(let code, let language): "\(code) has no wording in \(language)"
        case .unknownLanguage(let code): "the language “\(code)” is not installed"
        case .pattern(let text, let reason): "the wording “\(text)” of the catalogue cannot be read: \(reason)"
        case .notReviewed(let code, let language):
            "the \(language) wording of \(code) still needs review by a qualified controller and is not voiced"
        case .instructionInFreeText(let text, let code):
            "free text never carries an instruction alone: “\(text)” is \(code), send it by its code"
        case .message(let reason): "the message cannot be sent: \(reason)"
        }
    }
}
