/// Reads spoken and typed numbers out of tokens, in every language whose words its lexicon has.
///
/// A number may be said digit by digit, as one numeral, in groups, with HUNDRED and THOUSAND, or mixed with typed
/// digits. Every place where it could end gives a reading, so that what follows can decide.
struct NumeralReader {
    let lexicon: Lexicon
    let tokens: ArraySlice<Token>

    /// No number is longer than this many words.
    private static let greatestWords = 16

    /// The reading that takes the most tokens.
    func longest(at start: Int) -> NumeralReading? { readings(at: start).last }

    /// All readings that begin at `start`, the shortest first.
    func readings(at start: Int) -> [NumeralReading] {
        var readings: [NumeralReading] = []
        var composer = NumeralComposer(bareMultipliers: lexicon.hasBareMultipliers)
        var index = start
        while index < tokens.endIndex, index < start + Self.greatestWords {
            let token = tokens[index]
            if token.kind == .number {
                guard composer.take(number: token.text) else { break }
            } else if token.kind == .word, let atom = lexicon.numerals[token.text] {
                guard composer.take(atom) else { break }
            } else if isConnector(index), composer.canConnect {
                index += 1
                continue
            } else {
                break
            }
            index += 1
            if let reading = composer.reading(end: index) { readings.append(reading) }
            if let half = halfEnd(at: index), let reading = composer.halfReading(end: half) { readings.append(reading) }
        }
        return readings
    }

    /// `AND` in ONE HUNDRED AND FIVE, «и» in «две целых и пять десятых»: only before more of the number.
    private func isConnector(_ index: Int) -> Bool {
        guard lexicon.connectors.contains(tokens[index].text), index + 1 < tokens.endIndex else { return false }
        let next = tokens[index + 1]
        return next.kind == .word && lexicon.numerals[next.text] != nil
    }

    private func halfEnd(at index: Int) -> Int? {
        for words in lexicon.terms[.half] ?? [] where index + words.count <= tokens.endIndex {
            if (0..<words.count).allSatisfy({ tokens[index + $0].stem == words[$0] }) { return index + words.count }
        }
        return nil
    }
}
