extension Catalogue {
    /// The elements whose code or wording has every typed word, in any installed language; each word may be a beginning.
    /// Those that begin with the words come first. For composing: `no more than` `limit` are given.
    public static func search(_ typed: String, limit: Int = 20) -> [CatalogueElement] {
        let words = Tokenizer.tokens(of: String(typed.prefix(100))).filter { $0.kind != .barrier }.map(\.text)
        guard !words.isEmpty, limit > 0 else { return [] }
        let scored = vocabulary.compactMap { entry -> (score: Int, element: CatalogueElement)? in
            var score = 0
            for word in words {
                guard let place = entry.words.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
                score += min(place, 50)
            }
            return (score, entry.element)
        }
        return scored.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
            .prefix(limit).map(\.element.element)
    }

    private static let vocabulary: [(element: CatalogueElement, words: [String])] = elements.map { element in
        var words = element.code.split(separator: ".").map(String.init)
        for table in LanguageTable.installed {
            for pattern in table.wording(element.code)?.patterns ?? [] {
                words += PatternNode.words(of: pattern.nodes)
            }
        }
        return (element, words)
    }
}

extension PatternNode {
    /// The fixed words of a pattern, choices included.
    static func words(of nodes: [PatternNode]) -> [String] {
        nodes.flatMap { node -> [String] in
            switch node {
            case .word(let display, _, _): Tokenizer.tokens(of: display).map(\.text)
            case .choice(_, let options):
                options.flatMap { $0.phrases.flatMap { Tokenizer.tokens(of: $0.display).map(\.text) } }
            case .optional(let inner), .heardOnly(let inner): words(of: inner)
            case .oneOf(let branches), .anyOrder(let branches): branches.flatMap { words(of: $0) }
            case .mark, .slot: []
            }
        }
    }
}
