import Phraseology

/// Elements of the catalogue for words that somebody types, in either language or by code.
struct LineSuggestions: Sendable {
    private struct Candidate: Sendable {
        var element: CatalogueElement
        var words: [Substring]
    }

    private let candidates: [Candidate]

    /// No more are offered.
    static let most = 8

    /// - Parameter heard: whether what is between crews is offered too: it can be heard, never sent.
    init(heard: Bool = false) {
        candidates = Catalogue.elements.filter { heard || !$0.isBetweenCrewsOnly }.map { element in
            let texts = LineWords.tables.compactMap { try? CatalogueTable.wording(element.code, $0) } + [element.code]
            return Candidate(element: element, words: texts.flatMap { Self.words($0) })
        }
    }

    /// The elements that hold the beginnings of all words typed, those first that begin with them.
    func elements(for text: String) -> [CatalogueElement] {
        let typed = Self.words(text).filter { word in !word.contains { $0.isNumber } }.prefix(12)
        guard !typed.isEmpty else { return [] }
        var scored: [(score: Int, place: Int, element: CatalogueElement)] = []
        for (place, candidate) in candidates.enumerated() {
            var score = 0
            var missed = 0
            for (order, word) in typed.enumerated() {
                guard let at = candidate.words.firstIndex(where: { $0.hasPrefix(word) }) else {
                    missed += 1
                    continue
                }
                score += 10 - min(at, 6) + (at == order ? 4 : 0)
            }
            // A word that is still being typed, or stands for a value, may be none of the element's.
            guard score > 0, missed <= typed.count / 2 else { continue }
            scored.append((score - 12 * missed, place, candidate.element))
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(Self.most).map(\.element)
    }

    private static func words(_ text: String) -> [Substring] {
        let folded = String(text.uppercased().map { $0 == "Ё" ? "Е" : $0 })
        return folded.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map { Substring(String($0)) }
    }
}

extension CatalogueElement {
    /// Writes it as the interface describes `LineElement`.
    func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.field("code", code)
            LineWords.write("words", to: &object) { try? CatalogueTable.wording(code, $0) }
            object.array("parameters") { list in
                for parameter in parameters {
                    list.object {
                        $0.field("name", parameter.name)
                        $0.field("required", parameter.isRequired)
                        $0.field("expected", parameter.kind.expected)
                        let choices = parameter.kind.choices
                        if !choices.isEmpty { $0.array("choices") { all in choices.forEach { all.value($0) } } }
                    }
                }
            }
            object.field("action", reply.asksForAction)
            object.field("request", isRequestBetweenStations)
        }
    }
}

extension ParameterKind {
    /// What can be chosen, where it is one of a few.
    var choices: [String] {
        switch self {
        case .choice(let choices): choices
        case .word(let vocabulary, _): vocabulary.codes
        default: []
        }
    }
}
