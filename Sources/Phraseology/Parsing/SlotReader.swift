/// Reads one value of a known kind out of tokens. Every way to read it is given, with the index after its last token.
struct SlotReader {
    let lexicon: Lexicon
    let tokens: [Token]

    typealias Reading = (value: Value, end: Int)

    /// The ways to read a value of `kind` (or one part of it) at `start`.
    func readings(_ kind: ParameterKind, part: String?, at start: Int) -> [Reading] {
        guard start < tokens.count else { return [] }
        switch kind {
        case .clock: return clock(at: start)
        case .number(let bounds): return numbers(at: start, in: bounds).map { (.number($0), $1) }
        case .heading: return headings(at: start)
        case .degrees: return degrees(at: start).map { (.number($0), $1) }
        case .quantity(let units): return quantities(at: start, units: units).map { (.quantity($0), $1) }
        case .level(let reference): return levels(at: start, reference: reference)
        case .flightLevel: return flightLevels(at: start)
        case .levels: return levels(at: start, reference: true)
        case .reference: return references(at: start).map { (.reference($0), $1) }
        case .time, .times: return times(at: start).map { (.time($0), $1) }
        case .frequency: return frequencies(at: start)
        case .channel: return frequencies(at: start) + names(at: start).map { (.name($0), $1) }
        case .squawk: return squawks(at: start)
        case .mach: return machs(at: start)
        case .choice: return []
        case .word(let vocabulary, let text): return words(at: start, vocabulary) + (text ? quoted(at: start) : [])
        case .aircraftType:
            return words(at: start, .aircraftClass)
                + names(at: start).filter { $0.0.isDesignator }.map { (.name($0), $1) }
        case .name, .pair: return names(at: start).map { (.name($0), $1) }
        case .place: return places(at: start)
        }
    }

    /// The end of the longest of `phrases` at `start`.
    func end(of term: Term, at start: Int) -> Int? {
        for words in lexicon.terms[term] ?? [] {
            if let end = end(of: words, at: start) { return end }
        }
        return nil
    }

    /// The index after these words when they stand at `start`; marks between them don't matter.
    func end(of words: [String], at start: Int) -> Int? {
        var index = start
        for (offset, word) in words.enumerated() {
            if offset > 0 { index = afterBarrier(index) }
            guard index < tokens.count, tokens[index].kind == .word || tokens[index].kind == .number,
                tokens[index].stem == word
            else { return nil }
            index += 1
        }
        return index
    }

    func numerals(at start: Int) -> [NumeralReading] {
        NumeralReader(lexicon: lexicon, tokens: tokens[...]).readings(at: start)
    }

    private func words(at start: Int, _ vocabulary: Vocabulary) -> [Reading] {
        (lexicon.vocabularies[vocabulary] ?? []).compactMap { entry in
            end(of: entry.words, at: start).map { (.choice(entry.code), $0) }
        }
    }

    private func quoted(at start: Int) -> [Reading] {
        guard tokens[start].kind == .quoted, let text = FreeText.value(tokens[start].text) else { return [] }
        return [(text, start + 1)]
    }

    func names(at start: Int) -> [(Name, Int)] {
        var names: [(Name, Int)] = []
        var end = start + 1
        while end <= tokens.count, end - start <= 14, tokens[end - 1].kind == .word || tokens[end - 1].kind == .number {
            let cutsCode = end < tokens.count && tokens[end].isJoined
            if !cutsCode, let name = Name(tokens: tokens[start..<end], lexicon: lexicon) { names.append((name, end)) }
            end += 1
        }
        return names
    }
}
