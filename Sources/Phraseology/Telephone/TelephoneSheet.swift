/// The numbered form for the day when only a telephone works: each message in both languages as it is said, with its
/// check word and places for the times.
public struct TelephoneSheet: Sendable {
    private let first: LanguageTable
    private let second: LanguageTable

    /// A sheet in two languages.
    public init(_ first: LanguageTable = .english, _ second: LanguageTable = .russian) {
        self.first = first
        self.second = second
    }

    /// A sheet of these messages.
    ///
    /// - Throws: `PhraseologyError.message` for what does not travel between stations, `noWording` where a language lacks it.
    public func text(_ messages: [LineMessage]) throws(PhraseologyError) -> String {
        var lines = heading(count: messages.count)
        for (offset, message) in messages.enumerated() {
            try message.checkBetweenStations()
            let check = CheckWord(of: message)
            lines.append("\(number(offset + 1))  \(message.canonicalText)")
            for table in [first, second] {
                let words = try Renderer(table, style: .spoken, audience: .station).text(message)
                lines.append("     \(table.code.uppercased())  \(words)")
                lines.append("         \(Self.checkLabel(table)) \(check.words(in: table))")
            }
            lines += Self.places
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The blank form: every element that travels between stations, numbered, with its check word.
    public func blank() throws(PhraseologyError) -> String {
        let elements = Self.elements
        var lines = heading(count: elements.count)
        for (offset, element) in elements.enumerated() {
            let check = CheckWord(of: element.code)
            let values = element.parameters.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: " ")
            lines.append("\(number(offset + 1))  \(element.code)\(values.isEmpty ? "" : "  " + values)")
            for table in [first, second] {
                lines.append("     \(table.code.uppercased())  \(try CatalogueTable.wording(element.code, table))")
                lines.append("         \(Self.checkLabel(table)) \(check.words(in: table))")
            }
        }
        return (lines + [""] + Self.places).joined(separator: "\n") + "\n"
    }

    /// The elements of the blank form, in the order of their numbers, from 1.
    public static var elements: [CatalogueElement] { Catalogue.elements.filter { !$0.isBetweenCrewsOnly } }

    private func heading(count: Int) -> [String] {
        [
            "PARLEY LINE SHEET / ЛИСТ ПЕРЕГОВОРОВ        messages / сообщений: \(count)",
            "Say the number, the words and the check word; the other side reads back, and computes the same check word.",
            "Назовите номер, текст и контрольное слово; другая сторона повторяет и получает то же контрольное слово.",
            "",
        ]
    }

    private func number(_ number: Int) -> String {
        String(repeating: " ", count: number < 10 ? 2 : number < 100 ? 1 : 0) + "\(number)"
    }

    private static func checkLabel(_ table: LanguageTable) -> String { table.rules.isCyrillic ? "КОНТРОЛЬ" : "CHECK" }

    private static let places = [
        "     SAID / ПЕРЕДАНО ____:____ UTC  BY / КЕМ ______________  READ BACK / ПОВТОРЕНО [  ] ____:____ UTC", "",
    ]
}
