import Accord

/// A session of an operator, as it was found for one request.
struct OperatorSession: Sendable, Hashable {
    /// The session's name in the store: the SHA-256 of its token, hexadecimal.
    var identifier: String
    /// Whose it is.
    var person: Person
    /// Whether it still holds. One that has expired goes on showing the picture and changes nothing.
    var isValid: Bool
    /// What a write of this session carries as `X-Parley-Token`.
    var writeToken: String
}
