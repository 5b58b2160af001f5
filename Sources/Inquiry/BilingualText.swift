/// The same thing said in English and in Russian: whoever reads either reads the same.
public struct BilingualText: Sendable, Hashable, Codable {
    /// In English.
    public var english: String
    /// In Russian.
    public var russian: String

    /// A text in both languages.
    public init(english: String, russian: String) {
        self.english = english
        self.russian = russian
    }

    /// Both, one after the other.
    static func + (left: BilingualText, right: BilingualText) -> BilingualText {
        BilingualText(english: left.english + right.english, russian: left.russian + right.russian)
    }
}
