/// A text in English and in Russian.
public struct BilingualText: Sendable, Hashable {
    /// English.
    public var english: String
    /// Russian.
    public var russian: String

    /// A text in both languages.
    public init(english: String, russian: String) {
        self.english = english
        self.russian = russian
    }
}
