/// The variants of writing and saying the same word that carry no meaning of their own.
enum SpellingVariants {
    /// Hesitation and courtesy, dropped wherever they stand.
    static let fillers: Set<String> = [
        "UH", "UM", "ER", "ERM", "AH", "EH", "HM", "HMM", "PLEASE", "THE",
        "ЭЭ", "ЭЭЭ", "ЭМ", "ММ", "ХМ", "НУ", "ЗНАЧИТ", "ПОЖАЛУЙСТА",
    ]

    /// Words of radio procedure that end a transmission, dropped at its end.
    static let closings: Set<String> = ["OVER", "OUT", "ПРИЕМ"]

    /// Words that are also written in syllables, `ZE-RO`, and the beginnings of those of three.
    static let hyphenated: Set<String> = [
        "ZERO", "SEVEN", "FOWER", "NINER", "DAYSEE", "DAYSEEMAL", "HUNDRED", "TOUSAND", "THOUSAND", "WILCO", "XRAY",
        "STANDBY", "READBACK", "CALLSIGN", "ВИЛКО", "ИКРАТКИЙ", "ТВЕРДЫЙЗНАК", "МЯГКИЙЗНАК",
    ]

    private static let compounds: [String: [String]] = [
        "STANDBY": ["STAND", "BY"], "READBACK": ["READ", "BACK"], "CALLSIGN": ["CALL", "SIGN"],
        "CANNOT": ["CAN", "NOT"], "CANT": ["CAN", "NOT"], "DONT": ["DO", "NOT"], "OCLOCK": ["O", "CLOCK"],
        "ADSB": ["ADS", "B"], "NEARMISS": ["NEAR", "MISS"], "FL": ["FLIGHT", "LEVEL"],
        "FLIGHTLEVEL": ["FLIGHT", "LEVEL"], "GOAHEAD": ["GO", "AHEAD"], "METERS": ["METRES"], "METER": ["METRE"],
        "KILOMETERS": ["KILOMETRES"], "KILOMETER": ["KILOMETRE"], "AFFIRMATIVE": ["AFFIRM"], "HDG": ["HEADING"],
        "LVL": ["LEVEL"], "TFC": ["TRAFFIC"], "NMI": ["NM"], "WHISKY": ["WHISKEY"], "ALPHA": ["ALFA"],
        "NUMERO": ["NUMBER"], "ЭШ": ["ЭШЕЛОН"], "ГРАД": ["ГРАДУСОВ"],
    ]

    /// Upper case, with ё as е and the Turkish i's as I.
    static func folded(_ word: String) -> String {
        String(
            word.uppercased().map { character -> Character in
                switch character {
                case "Ё": "Е"
                case "İ": "I"
                default: character
                }
            })
    }

    /// The word in its one spelling; compounds as their words.
    static func parts(of word: String) -> [String] { compounds[word] ?? [word] }

    /// A Russian imperative without its plural ending, so that НАБИРАЙ is heard as НАБИРАЙТЕ.
    static func stem(_ word: String) -> String {
        guard word.count > 5, word.last.map({ ("А"..."Я").contains($0) }) ?? false else { return word }
        if word.hasSuffix("ТЕСЬ") { return String(word.dropLast(4)) + "СЬ" }
        if word.hasSuffix("ЙСЯ") { return String(word.dropLast(2)) + "СЬ" }
        if word.hasSuffix("ИТЕ") || word.hasSuffix("ЙТЕ") || word.hasSuffix("ЬТЕ") { return String(word.dropLast(2)) }
        return word
    }
}

/// Free text as it is spoken: `QUOTE … UNQUOTE`, «ТЕКСТ … КОНЕЦ ТЕКСТА».
enum SpokenQuotes {
    private static let marks: [(open: [String], close: [String])] = [
        (["QUOTE"], ["UNQUOTE"]), (["ТЕКСТ"], ["КОНЕЦ", "ТЕКСТА"]), (["METIN"], ["METIN", "SONU"]),
    ]

    static func joined(_ tokens: [Token], in text: String) -> [Token] {
        var result = tokens
        for mark in marks {
            guard let open = first(mark.open, in: result, from: 0),
                let close = first(mark.close, in: result, from: open + 1), close > open + 1
            else { continue }
            let inner = result[open + 1].range.lowerBound..<result[close - 1].range.upperBound
            let quoted = Token(kind: .quoted, text: String(text[inner]), isJoined: false, range: inner)
            result.replaceSubrange(open..<(close + mark.close.count), with: [quoted])
        }
        return result
    }

    private static func first(_ words: [String], in tokens: [Token], from start: Int) -> Int? {
        guard start + words.count <= tokens.count else { return nil }
        return (start...(tokens.count - words.count)).first { at in
            (0..<words.count).allSatisfy { tokens[at + $0].kind == .word && tokens[at + $0].text == words[$0] }
        }
    }
}
