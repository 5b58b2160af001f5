/// The same thing said in English and in Russian: whoever reads either reads the same.
public struct BilingualText: Sendable, Hashable, Codable {
    /// In English.
    public var en: String
    /// In Russian.
    public var ru: String

    /// A text in both languages.
    public init(en: String, ru: String) {
        self.en = en
        self.ru = ru
    }

    /// Both, one after the other.
    static func + (left: BilingualText, right: BilingualText) -> BilingualText {
        BilingualText(en: left.en + right.en, ru: left.ru + right.ru)
    }
}
