/// Two spelling words that belong to a message: whoever takes it down by telephone computes the same from what was
/// understood. The words are the same in both languages, `KILO TANGO` and «КИЛО ТАНГО».
public struct CheckWord: Sendable, Hashable {
    private let index: Int

    /// The greatest prime below 26 times 26: with it any one wrong byte, and any two neighbours changed over, give
    /// another word; any other change does in 672 cases of 673.
    private static let modulus = 673
    /// A primitive root of the modulus.
    private static let root = 5

    /// The check word of a message as commands write it, without its spaces: a voice has none.
    public init(of message: LineMessage) { self.init(of: message.canonicalText.filter { $0 != " " }) }

    /// The check word that the blank form gives for an element without its values.
    public init(of element: CatalogueElement) { self.init(of: element.code) }

    /// Whether these are its words, in the script of any language, in any case.
    public func isSaid(as text: String) -> Bool {
        let said = text.uppercased().split(whereSeparator: \.isWhitespace)
        return LanguageTable.installed.contains { words(in: $0).split(separator: " ") == said }
    }

    init(of text: String) {
        var sum = 0
        var weight = 1
        for byte in text.utf8 {
            sum = (sum + Int(byte) * weight) % Self.modulus
            weight = weight * Self.root % Self.modulus
        }
        index = sum
    }

    /// The words in the script of a language.
    public func words(in table: LanguageTable) -> String {
        [index / 26, index % 26].map { letter in
            table.rules.isCyrillic ? Spelling.latin[letter].cyrillic : Spelling.latin[letter].word
        }.joined(separator: " ")
    }
}
