/// The fixed words around values.
enum Term: Sendable, Hashable, CaseIterable {
    case flightLevel, universalTime, standard, qnh, qfe, surface, unknown, megahertz, half, hours, oClock, mach
    case north, south, east, west, left, right, offNose, joinsPair, ofPoint, altitude
}

/// The words by which a language is read: forms, abbreviations and habits of the air included.
struct Lexicon: Sendable {
    /// What each word does in a number.
    var numerals: [String: NumeralAtom] = [:]
    /// Words that may join the parts of a number.
    var connectors: Set<String> = []
    /// Whether the word for a hundred or thousand alone is one of them.
    var hasBareMultipliers = false
    /// Words that stand for letters.
    var letters: [String: Character] = Spelling.letters
    /// Units by the first of their words, the longest first.
    var units: [String: [(words: [String], unit: CountedUnit)]] = [:]
    /// The fixed words around values, in all their forms.
    var terms: [Term: [[String]]] = [:]
    /// The coded words of each vocabulary, the longest phrase first.
    var vocabularies: [Vocabulary: [(words: [String], code: String)]] = [:]

    /// Adds phrases for a unit.
    mutating func add(_ unit: CountedUnit, _ phrases: [String]) {
        for words in phrases.map(Tokenizer.words) {
            guard let first = words.first else { continue }
            units[first, default: []].append((words, unit))
            units[first]?.sort { $0.words.count > $1.words.count }
        }
    }

    /// Adds phrases for a term.
    mutating func add(_ term: Term, _ phrases: [String]) {
        terms[term, default: []] += phrases.map { Tokenizer.words(of: $0) }
        terms[term]?.sort { $0.count > $1.count }
    }

    /// Adds the words of all vocabularies.
    mutating func add(_ vocabularies: [Vocabulary: [VocabularyWord]]) {
        for (vocabulary, words) in vocabularies {
            let phrases = words.flatMap { word in word.phrases.map { (Tokenizer.words(of: $0), word.code) } }
            self.vocabularies[vocabulary] = phrases.sorted { $0.0.count > $1.0.count }
        }
    }

    /// The number words and letters of English and Russian together: names are brought into their one form by these.
    static let everyLanguage: Lexicon = {
        var lexicon = English.lexicon
        lexicon.numerals.merge(Russian.lexicon.numerals) { first, _ in first }
        lexicon.connectors = []
        lexicon.hasBareMultipliers = false
        return lexicon
    }()
}

/// A coded word and the phrases for it, the one that is rendered first.
struct VocabularyWord: Sendable {
    let code: String
    let phrases: [String]

    init(_ code: String, _ phrases: String...) {
        self.code = code
        self.phrases = phrases
    }
}
