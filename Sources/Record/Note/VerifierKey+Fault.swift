extension VerifierKey {
    /// What is wrong with a text that should be a key, or with the parts of one.
    public enum Fault: Sendable, Equatable, CustomStringConvertible {
        /// The text is not `name+hash+key`.
        case form(text: String)
        /// The name cannot be one of a key.
        case name(String)
        /// The key of this name is not base64.
        case base64(name: String)
        /// The key of this name is of a kind that is not known.
        case kind(name: String, kind: UInt8)
        /// The public key has so many bytes.
        case bytes(Int)
        /// The hash of this name's key is another.
        case hash(name: String)

        /// The fault in plain words.
        public var description: String {
            switch self {
            case .form(let text): "“\(text)” is not a verifier key: name+hash+key is needed"
            case .name(let name): "“\(name)” is no name for a key: it may hold no spaces and no +"
            case .base64(let name): "the key of \(name) is not base64"
            case .kind(let name, let kind): "the key of \(name) is of an unknown kind \(kind)"
            case .bytes(let count): "a public key has 32 bytes, not \(count)"
            case .hash(let name): "the hash in the verifier key of \(name) does not fit its key"
            }
        }
    }
}
