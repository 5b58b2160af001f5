/// How names are brought into their one form; see `Name`.
enum NameSpelling {
    private enum Piece {
        case letters(String, word: String?)
        case digits(String)
        case word(String)
    }

    /// The one form of the name in `tokens`; nil where there is anything but words, letters and digits.
    static func canonical(_ tokens: ArraySlice<Token>, lexicon: Lexicon) -> String? {
        guard let pieces = pieces(tokens, lexicon: lexicon) else { return nil }
        var words: [String] = []
        var run: [Piece] = []
        func endRun() {
            if let word = code(run) { words.append(word) }
            run = []
        }
        for piece in pieces {
            if case .word(let word) = piece {
                endRun()
                words.append(word)
            } else {
                run.append(piece)
            }
        }
        endRun()
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// A run of spelled letters and digits as one word; a letter alone becomes its spelling word.
    private static func code(_ run: [Piece]) -> String? {
        guard !run.isEmpty else { return nil }
        if run.count == 1, case .letters(let letters, let word) = run[0], letters.count == 1 {
            return word ?? Spelling.word(for: letters)
        }
        return run.map { piece in
            switch piece {
            case .letters(let letters, _): letters
            case .digits(let digits): digits
            case .word(let word): word
            }
        }.joined()
    }

    private static func pieces(_ tokens: ArraySlice<Token>, lexicon: Lexicon) -> [Piece]? {
        var pieces: [Piece] = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            let nextJoins =
                index + 1 < tokens.endIndex && tokens[index + 1].isJoined && tokens[index + 1].kind == .number
            let partOfCode =
                nextJoins || (token.isJoined && index > tokens.startIndex && tokens[index - 1].kind == .number)
            switch token.kind {
            case .barrier, .quoted: return nil
            case .number:
                guard token.text.allSatisfy(\.isNumber) else { return nil }
                pieces.append(.digits(token.text))
            case .word:
                guard token.text.allSatisfy(\.isLetter) else { return nil }
                if token.text.count == 1 {
                    pieces.append(.letters(token.text, word: nil))
                } else if let letter = lexicon.letters[token.text], !partOfCode {
                    pieces.append(.letters(String(letter), word: Spelling.word(for: String(letter))))
                } else if partOfCode {
                    pieces.append(.letters(token.text, word: nil))
                } else if let reading = NumeralReader(lexicon: lexicon, tokens: tokens).longest(at: index),
                    reading.fraction == nil
                {
                    pieces.append(.digits(reading.digits))
                    index = reading.end
                    continue
                } else {
                    pieces.append(.word(token.text))
                }
            }
            index += 1
        }
        return pieces
    }
}
