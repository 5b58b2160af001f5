/// A wording with places for values, used both ways: to render and to understand.
///
/// The notation, kept small so that a translator can write it:
///
///     WORD                  said, and needed to understand
///     WORD^                 said, not needed
///     ~WORD  ~(A|B)         heard sometimes, never said
///     (A|B)                 the first is said, each is understood
///     [ … ]                 said when all its values are given
///     {name} {name:gen}     a value, in a grammatical case
///     {times.from}          one part of a value of two parts
///     <dir left:A/B|right:C>  a choice by its own words, the first of them said
///     @(X; Y; [Z])          said in this order, understood in any
struct Pattern: Sendable {
    /// What it is written as in the catalogue.
    let text: String
    /// Its parts in order.
    let nodes: [PatternNode]
    /// The words it can begin with; nil when it begins with a value.
    let firstWords: Set<String>?

    init(_ text: String) throws(PhraseologyError) {
        self.text = text
        var compiler = PatternCompiler(text)
        nodes = try compiler.compile()
        firstWords = PatternNode.firstWords(of: nodes[...])
    }

    /// The names of the values in it.
    var parameterNames: Set<String> { PatternNode.parameterNames(of: nodes) }
}

/// One part of a pattern.
indirect enum PatternNode: Sendable {
    case word(display: String, tokens: [String], isNeeded: Bool)
    case mark(String)
    case slot(name: String, part: String?, form: GrammaticalCase)
    case choice(name: String, options: [Option])
    case optional([PatternNode])
    case oneOf([[PatternNode]])
    case anyOrder([[PatternNode]])
    case heardOnly([PatternNode])

    /// One coded choice with its phrases.
    struct Option: Sendable {
        let value: String
        let phrases: [(display: String, tokens: [String])]
    }

    static func parameterNames(of nodes: [PatternNode]) -> Set<String> {
        nodes.reduce(into: []) { names, node in
            switch node {
            case .word, .mark: break
            case .slot(let name, _, _), .choice(let name, _): names.insert(name)
            case .optional(let inner), .heardOnly(let inner): names.formUnion(parameterNames(of: inner))
            case .oneOf(let branches), .anyOrder(let branches):
                for branch in branches { names.formUnion(parameterNames(of: branch)) }
            }
        }
    }

    /// The words that `nodes` can begin with; nil where a value can come first or nothing is needed.
    static func firstWords(of nodes: ArraySlice<PatternNode>) -> Set<String>? {
        guard let node = nodes.first else { return nil }
        func rest() -> Set<String>? { firstWords(of: nodes.dropFirst()) }
        func union(_ branches: [[PatternNode]]) -> Set<String>? {
            var words: Set<String> = []
            for branch in branches {
                guard let first = firstWords(of: branch[...]) else { return nil }
                words.formUnion(first)
            }
            return words
        }
        switch node {
        case .mark: return rest()
        case .slot: return nil
        case .word(_, let tokens, let isNeeded):
            guard let first = tokens.first else { return rest() }
            if isNeeded { return [first] }
            return rest().map { $0.union([first]) }
        case .choice(_, let options):
            return Set(options.flatMap { $0.phrases.compactMap { $0.tokens.first } })
        case .optional(let inner), .heardOnly(let inner):
            guard let inner = firstWords(of: inner[...]), let rest = rest() else { return nil }
            return inner.union(rest)
        case .oneOf(let branches): return union(branches)
        case .anyOrder: return nil
        }
    }
}
