/// A name as said on the air: a call sign, a zone, a unit, a point.
///
/// Names are never translated. They are kept in one form however they were spelled or said: upper case, spelled letters
/// and digits run together (`ALFA ONE` and `A 1` are `A1`), a letter alone as its spelling word (`A` is `ALFA`). A word
/// that would change the meaning of a message (`NOT`, `LEFT`, `FEET`, `НЕ`) can't be part of a name.
public struct Name: Sendable, CustomStringConvertible {
    /// The name in its one form, `VIPER 11`.
    public let text: String

    /// A name from text of any spelling; nil when it is empty, too long (5 words, 40 characters) or not a name.
    public init?(_ text: some StringProtocol) {
        guard text.count <= 80 else { return nil }
        let tokens = Tokenizer.tokens(of: String(text), keepingFillers: true)
        self.init(tokens: tokens[...], lexicon: .everyLanguage)
    }

    init?(tokens: ArraySlice<Token>, lexicon: Lexicon) {
        guard let text = NameSpelling.canonical(tokens, lexicon: lexicon) else { return nil }
        let words = text.split(separator: " ")
        guard !words.isEmpty, words.count <= 5, text.count <= 40 else { return nil }
        guard !words.contains(where: { CriticalWords.all.contains(String($0)) }) else { return nil }
        self.text = text
    }

    /// The name, as shown.
    public var description: String { text }

    /// The name without its spaces: what two names are compared by, since a voice has none.
    var key: String { text.filter { $0 != " " } }

    /// Whether it designates a type: a code of letters and digits, `B738`, or a maker with a number, `MIG 29`.
    var isDesignator: Bool {
        let words = text.split(separator: " ")
        guard let last = words.last, last.contains(where: \.isNumber), text.contains(where: \.isLetter) else {
            return false
        }
        if words.count == 1 { return (2...6).contains(text.count) }
        return words.count == 2 && last.count <= 3 && Self.makers.contains(String(words[0]))
    }

    /// The makers whose names are said before a number. A closed list: any other word belongs to the message.
    private static let makers: Set<String> = [
        "BOEING", "AIRBUS", "EMBRAER", "CESSNA", "MIG", "SUKHOI", "SU", "TU", "IL", "AN", "YAK", "KA", "MI",
        "БОИНГ", "АЭРОБУС", "МИГ", "СУ", "ТУ", "ИЛ", "АН", "ЯК", "КА", "МИ",
    ]
}

extension Name: Hashable {
    /// Two names are one when they sound the same.
    public static func == (left: Name, right: Name) -> Bool { left.key == right.key }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
