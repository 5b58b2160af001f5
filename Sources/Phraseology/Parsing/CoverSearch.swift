/// Finds the sequences of elements that account for every token, with as few elements as possible.
struct CoverSearch {
    /// Elements that account for the whole text.
    struct Cover {
        var elements: [MessageElement]
        var displaced: Int
        var isRequest: Bool
        var address: Name?
    }

    /// How a text may end: with a call sign or without.
    private struct Closing {
        let address: Name?
    }

    let table: LanguageTable
    let mode: MessageParser.Mode
    let tokens: [Token]
    let matcher: PatternMatcher
    private var found: [Int: [(element: MessageElement, end: Int, displaced: Int)]] = [:]

    /// No more ways than this are followed from one place.
    private static let greatestWays = 24

    init(table: LanguageTable, mode: MessageParser.Mode, tokens: [Token], matcher: PatternMatcher) {
        self.table = table
        self.mode = mode
        self.tokens = tokens
        self.matcher = matcher
    }

    /// The shortest covers of what follows the opening.
    mutating func covers(after opening: CallOpening) -> [Cover] {
        var frontier: [Int: [Cover]] = [
            opening.start: [Cover(elements: [], displaced: 0, isRequest: false, address: nil)]
        ]
        for _ in 0..<LineMessage.greatestElements {
            var next: [Int: [Cover]] = [:]
            for (place, covers) in frontier.sorted(by: { $0.key < $1.key }) {
                let (start, isRequest) = skipped(place, opening)
                for match in elements(at: start) {
                    for cover in covers where next[match.end, default: []].count < Self.greatestWays {
                        guard !Self.saysTwoLevels(cover.elements, match.element) else { continue }
                        var longer = cover
                        longer.elements.append(match.element)
                        longer.displaced += match.displaced
                        longer.isRequest = cover.isRequest || isRequest
                        next[match.end, default: []].append(longer)
                    }
                }
            }
            var complete: [Cover] = []
            // What ends with the text goes before what leaves a call sign over.
            for (end, covers) in next.sorted(by: { $0.key > $1.key }) where complete.isEmpty {
                guard let closing = closing(at: end, opening) else { continue }
                for var cover in covers {
                    cover.address = closing.address
                    complete.append(cover)
                }
            }
            if !complete.isEmpty || next.isEmpty { return complete }
            frontier = next
        }
        return []
    }

    /// A level by itself after another level is a correction that was not said to be one.
    private static func saysTwoLevels(_ earlier: [MessageElement], _ next: MessageElement) -> Bool {
        func hasLevel(_ element: MessageElement) -> Bool { element.parameters["level"] != nil }
        let isBare = { (element: MessageElement) in element.code.hasPrefix("MAN.LEVEL_") }
        guard hasLevel(next), let last = earlier.last(where: hasLevel) else { return false }
        return isBare(next) || isBare(last)
    }

    /// Goes over what may stand between elements: a mark, the call sign once more, the words that make a request.
    private func skipped(_ place: Int, _ opening: CallOpening) -> (Int, Bool) {
        var start = afterBarrier(place)
        if let address = opening.address ?? opening.caller {
            let reader = SlotReader(lexicon: table.rules.lexicon, tokens: tokens)
            if let (_, end) = reader.names(at: start).last(where: { $0.0 == address }), end < tokens.count {
                start = afterBarrier(end)
            }
        }
        let reader = SlotReader(lexicon: table.rules.lexicon, tokens: tokens)
        guard let end = reader.end(of: table.requestPrefixTokens, at: start) else { return (start, false) }
        return (afterBarrier(end), true)
    }

    /// Whether the text may end at `end`: nothing follows, or only a call sign. Nil where it may not.
    private func closing(at end: Int, _ opening: CallOpening) -> Closing? {
        let start = afterBarrier(end)
        guard start < tokens.count else { return Closing(address: nil) }
        guard let name = Name(tokens: tokens[start...], lexicon: table.rules.lexicon) else { return nil }
        if name == opening.address || name == opening.caller { return Closing(address: name) }
        // VIPER ONE ONE needs no comma before it; anything shorter could belong to the message.
        let words = name.text.split(separator: " ")
        let isPlain =
            words.count == 2 && words[0].count > 1 && words[0].allSatisfy(\.isLetter)
            && words[1].count >= 2 && words[1].allSatisfy(\.isNumber)
        let isMarked = start > end || isPlain
        let isCallSign = name.key.first?.isLetter == true && name.key.last?.isNumber == true && name.key.count >= 3
        return isMarked && isCallSign && opening.address == nil ? Closing(address: name) : nil
    }

    private func afterBarrier(_ index: Int) -> Int {
        index < tokens.count && tokens[index].kind == .barrier ? index + 1 : index
    }

    /// Every element that can be read at `start`, once each.
    private mutating func elements(at start: Int) -> [(element: MessageElement, end: Int, displaced: Int)] {
        if let known = found[start] { return known }
        var elements: [(element: MessageElement, end: Int, displaced: Int)] = []
        if start < tokens.count {
            for use in table.patterns(beginningWith: tokens[start].text) where !use.isReadBack || mode == .readBack {
                for match in matcher.matches(use.pattern, of: use.element, at: start) where match.end > start {
                    guard let element = Self.element(use.element, match.values),
                        !elements.contains(where: {
                            $0.element == element && $0.end == match.end && $0.displaced <= match.displaced
                        })
                    else { continue }
                    elements.append((element, match.end, match.displaced))
                }
            }
        }
        found[start] = elements
        return elements
    }

    private static func element(_ definition: CatalogueElement, _ values: [(path: String, value: Value)])
        -> MessageElement?
    {
        var parameters: [String: Value] = [:]
        for parameter in definition.parameters {
            switch parameter.kind {
            case .times, .levels, .pair:
                let parts = values.filter { $0.path.hasPrefix(parameter.name + ".") }.map(\.value)
                if parts.isEmpty { continue }
                guard parts.count == 2, let whole = joined(parts[0], parts[1]) else { return nil }
                parameters[parameter.name] = whole
            default:
                parameters[parameter.name] = values.first { $0.path == parameter.name }?.value
            }
        }
        return try? MessageElement(definition, parameters)
    }

    private static func joined(_ first: Value, _ second: Value) -> Value? {
        switch (first, second) {
        case (.time(let from), .time(let until)): .timeRange(from, until)
        case (.vertical(let lower), .vertical(let upper)): .verticalRange(lower, upper)
        case (.name(let first), .name(let second)): .pair(first, second)
        default: nil
        }
    }
}
