/// One language: how it says values, and its wording of each element.
public struct LanguageTable: Sendable {
    /// The code by which commands name it, `en`.
    public let code: String
    /// Its name in English.
    public let name: String
    /// The words that make a request of an instruction.
    let requestPrefix: String
    let requestPrefixTokens: [String]
    /// How it says values.
    let rules: any SpeechRules
    /// Wordings that could not be read: faults of this program, which its tests show.
    public let defects: [PhraseologyError]
    private let wordings: [String: CompiledWording]
    private let openings: [String: [PatternUse]]
    private let openingsByValue: [PatternUse]

    /// A wording with its patterns read.
    struct CompiledWording: Sendable {
        let patterns: [Pattern]
        let readBack: [Pattern]
        let source: WordingSource
        let review: WordingReview
    }

    /// One pattern of one element.
    struct PatternUse: Sendable {
        let element: CatalogueElement
        let pattern: Pattern
        let isReadBack: Bool
        /// 0 for the pattern that is said.
        let rank: Int
    }

    init(_ code: String, _ name: String, request: String, _ rules: any SpeechRules, wordings: [String: Wording]) {
        self.code = code
        self.name = name
        self.rules = rules
        requestPrefix = request
        requestPrefixTokens = Tokenizer.words(of: request)
        var compiled: [String: CompiledWording] = [:]
        var defects: [PhraseologyError] = []
        var uses: [PatternUse] = []
        for element in Catalogue.elements {
            guard let wording = wordings[element.code] else { continue }
            let read = { (texts: [String]) -> [Pattern] in
                texts.compactMap { text in
                    do throws(PhraseologyError) { return try Pattern(text) } catch {
                        defects.append(error)
                        return nil
                    }
                }
            }
            let patterns = read(wording.patterns)
            let readBack = read(wording.readBack)
            compiled[element.code] = CompiledWording(
                patterns: patterns, readBack: readBack, source: wording.source, review: wording.review)
            uses += patterns.enumerated().map {
                PatternUse(element: element, pattern: $1, isReadBack: false, rank: $0)
            }
            uses += readBack.map { PatternUse(element: element, pattern: $0, isReadBack: true, rank: 1) }
        }
        self.wordings = compiled
        self.defects = defects
        var openings: [String: [PatternUse]] = [:]
        for use in uses {
            for word in use.pattern.firstWords ?? [] { openings[word, default: []].append(use) }
        }
        self.openings = openings
        openingsByValue = uses.filter { $0.pattern.firstWords == nil }
    }

    /// The wording of an element, if the language has one.
    func wording(_ code: String) -> CompiledWording? { wordings[code] }

    /// Where the wording of an element was found and whether it may be voiced.
    public func provenance(_ code: String) -> (source: WordingSource, review: WordingReview)? {
        wordings[code].map { ($0.source, $0.review) }
    }

    /// The patterns that can begin with `word`.
    func patterns(beginningWith word: String) -> [PatternUse] {
        (openings[SpellingVariants.stem(word)] ?? []) + openingsByValue
    }
}

extension LanguageTable {
    /// English.
    public static let english = LanguageTable(
        "en", "English", request: "REQUEST YOU PASS TO CREW", English(), wordings: wordings("en"))

    /// Russian.
    public static let russian = LanguageTable(
        "ru", "Russian", request: "ПРОШУ ПЕРЕДАТЬ ЭКИПАЖУ", Russian(), wordings: wordings("ru"))

    /// Every language of this program; a further one is added here by its name.
    public static let installed: [LanguageTable] = [.english, .russian, .turkish]

    /// The language with this code.
    ///
    /// - Throws: `PhraseologyError.unknownLanguage`.
    public static func named(_ code: String) throws(PhraseologyError) -> LanguageTable {
        guard let table = installed.first(where: { $0.code == code.lowercased() }) else {
            throw PhraseologyError.unknownLanguage(code)
        }
        return table
    }

    private static func wordings(_ code: String) -> [String: Wording] {
        Catalogue.elements.reduce(into: [:]) { wordings, element in wordings[element.code] = element.wordings[code] }
    }
}
