/// Understands what was said or typed: forgiving about what the radio does, strict about what matters.
///
/// Every word has to be accounted for. What is left over, a number without its unit, a heading of two digits, or a text
/// that can be read with two different values is unclear, and said to be so.
public struct MessageParser: Sendable {
    /// How the text is meant.
    public enum Mode: Sendable, Hashable {
        /// A message, as it would be sent.
        case message
        /// A repetition by the receiver, who says what it does: CLIMBING for CLIMB, «НАБИРАЮ».
        case readBack
        /// A call that was heard: a message or, when it is none, a read-back.
        case transcript
    }

    private let table: LanguageTable
    private let mode: Mode

    /// Longer texts are not read.
    public static let greatestLength = 1_000

    /// A parser of one language.
    public init(_ table: LanguageTable, mode: Mode = .message) {
        self.table = table
        self.mode = mode
    }

    /// Reads a text in the language it is written in: Cyrillic in Russian, otherwise the first language that understands it.
    public static func parse(_ text: String, mode: Mode = .message) -> Understanding {
        let isCyrillic = text.contains { ("\u{0400}"..."\u{04FF}").contains($0) }
        let tables = LanguageTable.installed.filter { $0.rules.isCyrillic == isCyrillic }
        var first: Understanding?
        for table in tables {
            let understanding = MessageParser(table, mode: mode).parse(text)
            if understanding.isUnderstood { return understanding }
            first = first ?? understanding
        }
        return first ?? MessageParser(.english, mode: mode).parse(text)
    }

    /// Reads a text.
    public func parse(_ text: String) -> Understanding {
        guard mode == .transcript else { return parse(text, mode) }
        let message = parse(text, .message)
        guard !message.isUnderstood else { return message }
        let readBack = parse(text, .readBack)
        return readBack.isUnderstood ? readBack : message
    }

    private func parse(_ text: String, _ mode: Mode) -> Understanding {
        guard text.count <= Self.greatestLength else {
            return failure(["the text is longer than \(Self.greatestLength) characters"])
        }
        var tokens = Tokenizer.tokens(of: text)
        while let last = tokens.last, last.kind == .barrier || SpellingVariants.closings.contains(last.text) {
            tokens.removeLast()
        }
        guard !tokens.isEmpty else { return failure(["there is nothing to understand"]) }
        let matcher = PatternMatcher(lexicon: table.rules.lexicon, tokens: tokens)
        let openings = CallOpening.all(of: tokens, lexicon: table.rules.lexicon, request: table.requestPrefixTokens)
        var search = CoverSearch(table: table, mode: mode, tokens: tokens, matcher: matcher)
        for opening in openings {
            let covers = search.covers(after: opening)
            guard !covers.isEmpty else { continue }
            return understanding(covers, opening: opening, mode)
        }
        return failure(explanation(of: matcher, tokens: tokens, text: text))
    }

    private func understanding(_ covers: [CoverSearch.Cover], opening: CallOpening, _ mode: Mode) -> Understanding {
        let least = covers.map(\.displaced).min() ?? 0
        var interpretations: [[MessageElement]] = []
        for cover in covers where cover.displaced == least && !interpretations.contains(cover.elements) {
            interpretations.append(cover.elements)
        }
        let ranked = interpretations.enumerated().sorted { left, right in
            let crews = (Self.crewElements(left.element), Self.crewElements(right.element))
            return crews.0 != crews.1 ? crews.0 < crews.1 : left.offset < right.offset
        }.map(\.element)
        return Understanding(
            language: table.code, address: opening.address ?? covers.first?.address, caller: opening.caller,
            isRequest: covers.contains { $0.isRequest }, isReadBack: mode == .readBack, interpretations: ranked,
            unclear: Self.ambiguities(ranked))
    }

    private static func crewElements(_ elements: [MessageElement]) -> Int {
        elements.count { $0.definition.isBetweenCrewsOnly }
    }

    /// The same codes with different values are an ambiguity; different codes for one phrase are candidates.
    private static func ambiguities(_ interpretations: [[MessageElement]]) -> [String] {
        guard let first = interpretations.first else { return [] }
        let codes = first.map(\.code)
        let alike = interpretations.filter { $0.map(\.code) == codes }
        guard alike.count > 1 else { return [] }
        let readings = alike.map { $0.map(\.canonicalText).joined(separator: "; ") }
        return ["it can be read as " + readings.joined(separator: " or as ")]
    }

    private func explanation(of matcher: PatternMatcher, tokens: [Token], text: String) -> [String] {
        let isInside = matcher.furthest > matcher.lastStart
        let index = isInside ? matcher.furthest : matcher.lastStart
        let place = index < tokens.count ? "“\(text[tokens[index].range.lowerBound...])”" : "the end"
        guard isInside, !matcher.neededThere.isEmpty else { return ["\(place) is not understood"] }
        return ["at \(place): " + matcher.neededThere.joined(separator: ", or ")]
    }

    private func failure(_ unclear: [String]) -> Understanding {
        Understanding(
            language: table.code, address: nil, caller: nil, isRequest: false, isReadBack: false, interpretations: [],
            unclear: unclear)
    }
}
