/// Reads the notation of `Pattern`.
struct PatternCompiler {
    private let text: String
    private var rest: Substring

    init(_ text: String) {
        self.text = text
        rest = text[...]
    }

    mutating func compile() throws(PhraseologyError) -> [PatternNode] {
        let nodes = try sequence(until: [])
        guard rest.isEmpty else { throw fault("“\(rest)” closes nothing") }
        return nodes
    }

    private mutating func sequence(until stops: Set<Character>) throws(PhraseologyError) -> [PatternNode] {
        var nodes: [PatternNode] = []
        while true {
            skipSpaces()
            guard let character = rest.first, !stops.contains(character) else { return nodes }
            nodes.append(try node(character))
        }
    }

    private mutating func node(_ character: Character) throws(PhraseologyError) -> PatternNode {
        switch character {
        case "[":
            rest.removeFirst()
            let inner = try sequence(until: ["]"])
            try expect("]")
            return .optional(inner)
        case "(": return .oneOf(try branches(separator: "|"))
        case "@":
            rest.removeFirst()
            return .anyOrder(try branches(separator: ";"))
        case "~":
            rest.removeFirst()
            guard let next = rest.first else { throw fault("nothing follows ~") }
            return .heardOnly([try node(next)])
        case "{": return try slot()
        case "<": return try choice()
        case ",", ".", "?", ":", "!":
            rest.removeFirst()
            return .mark(String(character))
        default:
            guard character.isLetter || character.isNumber else { throw fault("“\(character)” means nothing") }
            return word()
        }
    }

    private mutating func branches(separator: Character) throws(PhraseologyError) -> [[PatternNode]] {
        try expect("(")
        var branches: [[PatternNode]] = []
        while true {
            branches.append(try sequence(until: [separator, ")"]))
            guard rest.first == separator else { break }
            rest.removeFirst()
        }
        try expect(")")
        return branches
    }

    private mutating func slot() throws(PhraseologyError) -> PatternNode {
        let body = try enclosed("{", "}")
        let parts = body.split(separator: ":")
        guard let path = parts.first else { throw fault("a value without a name") }
        let names = path.split(separator: ".").map(String.init)
        var form = GrammaticalCase.nominative
        if parts.count == 2 {
            guard let read = GrammaticalCase(rawValue: String(parts[1])) else { throw fault("no case “\(parts[1])”") }
            form = read
        }
        return .slot(name: names[0], part: names.count > 1 ? names[1] : nil, form: form)
    }

    private mutating func choice() throws(PhraseologyError) -> PatternNode {
        let body = try enclosed("<", ">")
        guard let space = body.firstIndex(of: " ") else { throw fault("a choice without options") }
        var options: [PatternNode.Option] = []
        for option in body[space...].split(separator: "|") {
            let parts = option.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw fault("an option without words") }
            let phrases = parts[1].split(separator: "/").map { phrase in
                (display: String(phrase).trimmingSpaces, tokens: Tokenizer.words(of: String(phrase)))
            }
            options.append(PatternNode.Option(value: String(parts[0]).trimmingSpaces, phrases: phrases))
        }
        return .choice(name: String(body[..<space]), options: options)
    }

    private mutating func word() -> PatternNode {
        let display = String(rest.prefix { $0.isLetter || $0.isNumber || "'’-/".contains($0) })
        rest = rest.dropFirst(display.count)
        let isNeeded = rest.first != "^"
        if !isNeeded { rest.removeFirst() }
        return .word(display: display, tokens: Tokenizer.words(of: display), isNeeded: isNeeded)
    }

    private mutating func enclosed(_ open: Character, _ close: Character) throws(PhraseologyError) -> Substring {
        try expect(open)
        let body = rest.prefix { $0 != close }
        rest = rest.dropFirst(body.count)
        try expect(close)
        guard !body.isEmpty else { throw fault("nothing between \(open) and \(close)") }
        return body
    }

    private mutating func skipSpaces() { rest = rest.drop { $0.isWhitespace } }

    private mutating func expect(_ character: Character) throws(PhraseologyError) {
        guard rest.first == character else { throw fault("“\(character)” is missing") }
        rest.removeFirst()
    }

    private func fault(_ reason: String) -> PhraseologyError { .pattern(text: text, reason: reason) }
}
