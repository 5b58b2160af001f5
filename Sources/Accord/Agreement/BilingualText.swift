/// A text in both languages of the watch.
public struct BilingualText: Sendable, Hashable {
    /// In English.
    public var english: String
    /// In Russian.
    public var russian: String

    /// A text.
    public init(english: String, russian: String) {
        self.english = english
        self.russian = russian
    }

    /// The text in a language.
    public subscript(language: AccordLanguage) -> String { language == .english ? english : russian }
}

/// A language in which this room speaks to people.
public enum AccordLanguage: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case russian = "ru"
}
