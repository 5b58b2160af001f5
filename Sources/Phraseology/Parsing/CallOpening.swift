/// How a call begins: who is called, who calls. A call sign is dropped before a message only where nothing of the
/// message can be lost with it.
struct CallOpening {
    var address: Name?
    var caller: Name?
    /// The index of the first token of the message.
    var start: Int

    /// The ways the call can begin, the one without a call sign first.
    static func all(of tokens: [Token], lexicon: Lexicon, request: [String]) -> [CallOpening] {
        var openings = [CallOpening(address: nil, caller: nil, start: 0)]
        openings += addresses(of: tokens, lexicon: lexicon)
        openings += callers(of: tokens, lexicon: lexicon)
        return openings
    }

    private static func addresses(of tokens: [Token], lexicon: Lexicon) -> [CallOpening] {
        var openings: [CallOpening] = []
        for end in 1...min(8, tokens.count) {
            guard end < tokens.count, tokens[end - 1].kind == .word || tokens[end - 1].kind == .number else { break }
            let isMarked = tokens[end].kind == .barrier
            guard let name = Name(tokens: tokens[0..<end], lexicon: lexicon),
                isMarked || stands(alone: end, tokens, lexicon)
            else { continue }
            openings.append(CallOpening(address: name, caller: nil, start: isMarked ? end + 1 : end))
            if isMarked { openings += second(of: tokens, lexicon: lexicon, after: name, from: end + 1) }
        }
        return openings
    }

    /// `WEST, EAST, …`: the caller after the one who is called.
    private static func second(
        of tokens: [Token], lexicon: Lexicon, after address: Name, from start: Int
    ) -> [CallOpening] {
        guard let end = (start..<min(start + 6, tokens.count)).first(where: { tokens[$0].kind == .barrier }),
            end > start,
            let caller = Name(tokens: tokens[start..<end], lexicon: lexicon)
        else { return [] }
        return [CallOpening(address: address, caller: caller, start: end + 1)]
    }

    /// Whether a call sign without a comma after it ends at `end`: in digits or a spelled code, none of which follow.
    private static func stands(alone end: Int, _ tokens: [Token], _ lexicon: Lexicon) -> Bool {
        func isNumber(_ token: Token) -> Bool { token.kind == .number || lexicon.numerals[token.text] != nil }
        let last = tokens[end - 1]
        guard isNumber(last) || lexicon.letters[last.text] != nil else { return false }
        if end == 1, last.kind != .number || last.text.count < 3 { return false }
        let next = tokens[end]
        if isNumber(next) { return last.kind == .number && next.kind == .number && last.text.count >= 3 }
        return lexicon.letters[next.text] == nil
    }

    /// `EAST THIS IS WEST, …`, «ВОСТОК, Я ЗАПАД, …».
    private static func callers(of tokens: [Token], lexicon: Lexicon) -> [CallOpening] {
        var openings: [CallOpening] = []
        for mark in [["THIS", "IS"], ["Я"], ["BURASI"]] {
            guard let at = (0..<min(8, tokens.count)).first(where: { starts(mark, tokens, at: $0) }) else { continue }
            let before = tokens[0..<at].filter { $0.kind != .barrier }
            let address = Name(tokens: before[...], lexicon: lexicon)
            guard before.isEmpty || address != nil else { continue }
            let start = at + mark.count
            for end in (start + 1)...max(start + 1, min(start + 8, tokens.count)) where end < tokens.count {
                guard let caller = Name(tokens: tokens[start..<end], lexicon: lexicon) else { continue }
                let isMarked = tokens[end].kind == .barrier
                openings.append(CallOpening(address: address, caller: caller, start: isMarked ? end + 1 : end))
            }
        }
        return openings
    }

    private static func starts(_ words: [String], _ tokens: [Token], at index: Int) -> Bool {
        guard index + words.count <= tokens.count else { return false }
        return (0..<words.count).allSatisfy { tokens[index + $0].text == words[$0] }
    }
}
