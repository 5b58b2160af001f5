/// Cuts a text into tokens and evens out what does not matter: case, ё and е, spelling variants, hesitation.
struct Tokenizer {
    /// No more tokens than this are read; a message is far shorter.
    static let greatestTokens = 160

    private let text: String
    private let hasDecimalComma: Bool
    private var tokens: [Token] = []
    private var index: String.Index
    private var joint: Joint = .none

    private enum Joint {
        case none
        case direct
        case hyphen
    }

    /// The tokens of `text`. Names keep what sentences drop (`keepingFillers`).
    static func tokens(of text: String, keepingFillers: Bool = false) -> [Token] {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        var tokens = SpokenQuotes.joined(tokenizer.tokens, in: text)
        if !keepingFillers { tokens.removeAll { $0.kind == .word && SpellingVariants.fillers.contains($0.text) } }
        return withoutIdleBarriers(tokens)
    }

    /// The words of a fixed phrase, as they are compared: by their stems.
    static func words(of phrase: String) -> [String] {
        tokens(of: phrase).compactMap { $0.kind == .barrier ? nil : $0.stem }
    }

    private init(_ text: String) {
        self.text = text
        index = text.startIndex
        // Three digits after a comma are thousands in English and a fraction in Russian.
        hasDecimalComma = text.contains { ("\u{0400}"..."\u{04FF}").contains($0) }
    }

    private mutating func run() {
        while index < text.endIndex, tokens.count < Self.greatestTokens {
            let character = text[index]
            if character.isASCIIDigit {
                takeNumber()
            } else if character.isLetter {
                takeWord()
            } else if let closing = Self.closingQuote(character),
                let end = text[text.index(after: index)...].firstIndex(of: closing)
            {
                let start = text.index(after: index)
                tokens.append(
                    Token(kind: .quoted, text: String(text[start..<end]), isJoined: false, range: start..<end))
                index = text.index(after: end)
                joint = .none
            } else {
                takeMark(character)
            }
        }
    }

    private static func closingQuote(_ character: Character) -> Character? {
        switch character {
        case "\"": "\""
        case "«": "»"
        case "“", "„": "”"
        default: nil
        }
    }

    private mutating func takeMark(_ character: Character) {
        let start = index
        index = text.index(after: index)
        let isBetween = start > text.startIndex && index < text.endIndex
        if character.isWhitespace || "'’′".contains(character) {
            joint = .none
        } else if character == "-" || character == "/", isBetween, text[index].isLetter || text[index].isASCIIDigit,
            text[text.index(before: start)].isLetter || text[text.index(before: start)].isASCIIDigit
        {
            if character == "/", text[index].isASCIIDigit { appendBarrier(start) } else { joint = .hyphen }
        } else if "°№".contains(character) {
            tokens.append(Token(kind: .word, text: String(character), isJoined: false, range: start..<index))
            joint = .none
        } else if character.isPunctuation || character.isSymbol {
            appendBarrier(start)
        } else {
            tokens.append(Token(kind: .word, text: String(character), isJoined: false, range: start..<index))
            joint = .none
        }
    }

    private mutating func appendBarrier(_ start: String.Index) {
        tokens.append(Token(kind: .barrier, text: ",", isJoined: false, range: start..<index))
        joint = .none
    }

    private mutating func takeNumber() {
        let start = index
        var digits = takeDigits()
        while index < text.endIndex, ".,:".contains(text[index]) {
            let mark = text[index]
            let after = text.index(after: index)
            guard after < text.endIndex, text[after].isASCIIDigit else { break }
            let fraction = text[after...].prefix { $0.isASCIIDigit }
            if mark == ":" {
                guard fraction.count == 2, digits.split(separator: ":").last?.count ?? 0 <= 2 else { break }
                index = fraction.endIndex
                digits += ":" + fraction
            } else {
                guard !digits.contains(".") && !digits.contains(":") else { break }
                index = fraction.endIndex
                let isThousands = mark == "," && !hasDecimalComma && fraction.count == 3 && digits.count <= 3
                digits += isThousands ? String(fraction) : "." + fraction
            }
        }
        append(.number, digits, start)
        dropOrdinalEnding()
    }

    private mutating func takeDigits() -> String {
        let digits = text[index...].prefix { $0.isASCIIDigit }
        index = digits.endIndex
        return String(digits)
    }

    /// `411-й` is the call sign 411.
    private mutating func dropOrdinalEnding() {
        let rest = text[index...]
        for ending in ["-й", "-ый", "-ой", "-го", "-му", "-Й", "-ЫЙ", "-ОЙ", "-ГО", "-МУ"] where rest.hasPrefix(ending)
        {
            let end = rest.index(rest.startIndex, offsetBy: ending.count)
            if end == text.endIndex || !text[end].isLetter { index = end }
        }
    }

    private mutating func takeWord() {
        let start = index
        var word = ""
        while index < text.endIndex, text[index].isLetter || "'’ʼ`".contains(text[index]) {
            if text[index].isLetter { word.append(text[index]) }
            index = text.index(after: index)
        }
        let folded = SpellingVariants.folded(word)
        if joint == .hyphen, let last = tokens.last, last.kind == .word,
            SpellingVariants.hyphenated.contains(last.text + folded)
        {
            tokens[tokens.count - 1] = Token(
                kind: .word, text: last.text + folded, isJoined: last.isJoined, range: last.range.lowerBound..<index)
        } else {
            append(.word, folded, start)
        }
        joint = .direct
    }

    private mutating func append(_ kind: Token.Kind, _ text: String, _ start: String.Index) {
        let isJoined = joint != .none
        let parts = kind == .word ? SpellingVariants.parts(of: text) : [text]
        for (position, part) in parts.enumerated() {
            tokens.append(Token(kind: kind, text: part, isJoined: position == 0 && isJoined, range: start..<index))
        }
        joint = .direct
    }

    private static func withoutIdleBarriers(_ tokens: [Token]) -> [Token] {
        var kept: [Token] = []
        for token in tokens where token.kind != .barrier || (kept.last.map { $0.kind != .barrier } ?? false) {
            kept.append(token)
        }
        if kept.last?.kind == .barrier { kept.removeLast() }
        return kept
    }
}

extension Character {
    /// 0 to 9, and no digit of another script.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
