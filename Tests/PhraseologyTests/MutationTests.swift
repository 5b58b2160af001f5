import Testing

@testable import Phraseology

/// One thing at a time is changed in every message, as a tired voice or a bad line would change it. Every change must be
/// found: the words are not understood, or they are understood as something else, and the read-back does not match.
@Suite struct MutationTests {
    private static let setsPerElement = 25

    private static let exchanges: [String: [(String, String)]] = [
        "en": [
            ("LEFT", "RIGHT"), ("CLIMB", "DESCEND"), ("CLIMBING", "DESCENDING"), ("ABOVE", "BELOW"),
            ("GREATER", "LESS"),
            ("NORTH", "SOUTH"), ("EAST", "WEST"), ("OPPOSITE", "SAME"), ("METRES", "FEET"), ("METRE", "FOOT"),
            ("NAUTICAL MILES", "KILOMETRES"), ("NAUTICAL MILES", "METRES"), ("KILOMETRES", "METRES"),
            ("KILOMETRES PER HOUR", "KNOTS"), ("SECOND", "MINUTE"), ("INCREASE", "REDUCE"), ("PROHIBITED", "DANGER"),
            ("STARBOARD", "PORT"), ("LAUNCH", "RECOVER"), ("QNH", "QFE"), ("DEGREES", "MILES"), ("UTC", "LOCAL"),
            ("PRIMARY RADAR", "ADS-B"), ("FLIGHT LEVEL", "ALTITUDE"),
        ],
        "ru": [
            ("ВЛЕВО", "ВПРАВО"), ("СЛЕВА", "СПРАВА"), ("НАЛЕВО", "НАПРАВО"), ("ЛЕВЫЙ", "ПРАВЫЙ"),
            ("НАБИРАЙТЕ", "СНИЖАЙТЕСЬ"),
            ("НАБОРЕ", "СНИЖЕНИИ"), ("ВЫШЕ", "НИЖЕ"), ("БОЛЕЕ", "МЕНЕЕ"), ("БОЛЬШЕ", "МЕНЬШЕ"), ("СЕВЕРУ", "ЮГУ"),
            ("ВОСТОКУ", "ЗАПАДУ"), ("СЕВЕРНОЙ", "ЮЖНОЙ"), ("ВОСТОЧНОЙ", "ЗАПАДНОЙ"), ("ВСТРЕЧНОМ", "ПОПУТНОМ"),
            ("МЕТРОВ", "ФУТОВ"), ("МЕТРА", "ФУТА"), ("МОРСКИХ МИЛЬ", "КИЛОМЕТРОВ"), ("МОРСКИЕ МИЛИ", "МЕТРА"),
            ("КМ/Ч", "УЗЛОВ"), ("СЕКУНДУ", "МИНУТУ"), ("УВЕЛИЧЬТЕ", "УМЕНЬШИТЕ"), ("ЗАПРЕТНУЮ", "ОПАСНУЮ"),
            ("ВЗЛЕТУ", "ПОСАДКЕ"), ("QNH", "QFE"), ("UTC", "МСК"), ("ЧАСОВ", "МИНУТ"), ("ЭШЕЛОН", "ВЫСОТА"),
        ],
    ]

    private static let denials: [String: [String]] = ["en": ["NOT", "UNABLE", "UNKNOWN"], "ru": ["НЕ", "НЕИЗВЕСТЕН"]]

    @Test(arguments: ["en", "ru"], [Style.written, .spoken])
    func everyChangedWordIsFound(language: String, style: Style) throws {
        let table = try LanguageTable.named(language)
        var random = ValueGenerator(seed: 20_180_917)
        var changes = 0
        for definition in Catalogue.elements {
            for _ in 0..<(definition.parameters.isEmpty ? 1 : Self.setsPerElement) {
                let element = try random.element(definition)
                let text = try Renderer(table, style: style).text(element)
                for changed in Self.mutations(of: text, language: language, table: table) {
                    changes += 1
                    Self.expectFound(element, said: text, heard: changed, table)
                }
            }
        }
        #expect(changes > 5_000)
    }

    @Test(arguments: ["en", "ru"])
    func everyChangedValueIsFound(language: String) throws {
        let table = try LanguageTable.named(language)
        var random = ValueGenerator(seed: 4_711)
        for definition in Catalogue.elements where !definition.parameters.isEmpty {
            for round in 0..<Self.setsPerElement * 2 {
                let element = try random.element(definition)
                let parameter = definition.parameters[round % definition.parameters.count]
                var values = element.parameters
                values[parameter.name] = random.value(parameter.kind)
                guard let other = try? MessageElement(definition, values), other != element else { continue }
                let style: Style = round.isMultiple(of: 2) ? .written : .spoken
                let changed = try Renderer(table, style: style).text(other)
                Self.expectFound(element, said: element.canonicalText, heard: changed, table)
            }
        }
    }

    @Test(arguments: ["en", "ru"])
    func aMissingValueIsFound(language: String) throws {
        let table = try LanguageTable.named(language)
        var random = ValueGenerator(seed: 99)
        for definition in Catalogue.elements {
            for parameter in definition.parameters where !parameter.isRequired {
                if case .word(.reason, _) = parameter.kind { continue }
                var values = try random.element(definition).parameters
                values[parameter.name] = random.value(parameter.kind)
                guard let element = try? MessageElement(definition, values) else { continue }
                values[parameter.name] = nil
                let shorter = try Renderer(table).text(MessageElement(definition, values))
                Self.expectFound(element, said: element.canonicalText, heard: shorter, table)
            }
        }
    }

    private static func expectFound(_ element: MessageElement, said: String, heard: String, _ table: LanguageTable) {
        let understood = MessageParser(table).parse(heard)
        let isTakenForIt = understood.isUnderstood && understood.interpretations.contains([element])
        let matches = ReadBack(of: LineMessage(element), heard: heard, in: table).outcome == .matches
        // A reason need not be read back; a message without one is still another message.
        let mayMatch = understood.elements?.first?.parameters["reason"] == nil && element.parameters["reason"] != nil
        if isTakenForIt || (matches && !mayMatch) {
            Issue.record("\(element.canonicalText) | \(said) | heard as \(heard)")
        }
    }

    /// Every text that differs by one digit, one number word, one unit, one direction, or one missing denial.
    private static func mutations(of text: String, language: String, table: LanguageTable) -> Set<String> {
        var mutations: Set<String> = []
        let words = text.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() {
            let others = digitChanges(word) + numberWordChanges(word, table)
            for other in others { mutations.insert(joined(words, replacing: index, by: other)) }
            if denials[language, default: []].contains(word.filter(\.isLetter)) {
                mutations.insert(joined(words, replacing: index, by: nil))
            }
        }
        for (one, other) in exchanges[language] ?? [] {
            mutations.formUnion(exchanged(text, one, other))
            mutations.formUnion(exchanged(text, other, one))
        }
        mutations.remove(text)
        return mutations
    }

    private static func digitChanges(_ word: String) -> [String] {
        word.indices.compactMap { index in
            guard let digit = word[index].wholeNumberValue else { return nil }
            var changed = word
            changed.replaceSubrange(index...index, with: String((digit + 1) % 10))
            return changed
        }
    }

    /// The word exchanged for other numbers of its kind: FIVE for FOUR, «пять» for «четыре», «двести» for «триста».
    private static func numberWordChanges(_ word: String, _ table: LanguageTable) -> [String] {
        let bare = SpellingVariants.folded(word.filter(\.isLetter))
        guard let atom = table.rules.lexicon.numerals[bare] else { return [] }
        let mark = word.last.map { $0.isLetter ? "" : String($0) } ?? ""
        let replacement: String? =
            switch atom {
            case .digit(let digit): table.rules.number((digit + 1) % 10)
            case .teen(let teen) where table.code == "ru": table.rules.number(teen == 19 ? 11 : teen + 1)
            case .tens(let tens) where table.code == "ru": table.rules.number(tens == 90 ? 20 : tens + 10)
            case .hundreds(let hundreds): table.rules.number(hundreds == 900 ? 100 : hundreds + 100)
            default: nil
            }
        return replacement.map { [$0 + mark] } ?? []
    }

    private static func joined(_ words: [String], replacing index: Int, by other: String?) -> String {
        var words = words
        if let other { words[index] = other } else { words.remove(at: index) }
        return words.joined(separator: " ")
    }

    /// The text with each single place of `one` changed to `other`, as whole words.
    private static func exchanged(_ text: String, _ one: String, _ other: String) -> [String] {
        text.ranges(of: one).compactMap { range in
            let before = range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
            guard !before.isLetter, !after.isLetter else { return nil }
            return text.replacingCharacters(in: range, with: other)
        }
    }
}

extension String {
    func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
