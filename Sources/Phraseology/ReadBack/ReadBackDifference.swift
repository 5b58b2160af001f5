/// One place where a read-back differs from what was sent.
public enum ReadBackDifference: Sendable, Hashable {
    /// An element that had to be read back was not.
    case missing(MessageElement)
    /// Something was read back that was not sent.
    case unsent(MessageElement)
    /// A value differs; nil where it was not said.
    case value(code: String, parameter: String, sent: Value?, heard: Value?)

    /// The difference in the words of a language: what was sent and what was heard.
    public func words(in table: LanguageTable) -> (sent: String, heard: String) {
        let renderer = Renderer(table)
        switch self {
        case .missing(let element): return ((try? renderer.text(element)) ?? element.canonicalText, "—")
        case .unsent(let element): return ("—", (try? renderer.text(element)) ?? element.canonicalText)
        case .value(let code, let parameter, let sent, let heard):
            let words = { (value: Value?) -> String in
                guard let value else { return "—" }
                guard let kind = Catalogue.find(code)?.parameter(parameter)?.kind else { return value.description }
                return table.words(for: value, kind: kind, of: parameter, in: code)
            }
            return (words(sent), words(heard))
        }
    }
}

extension LanguageTable {
    /// One value in the words of the language, as it stands in the element's wording.
    func words(for value: Value, kind: ParameterKind, of parameter: String, in code: String) -> String {
        if case .choice(let choice) = value, case .choice = kind {
            let options = wording(code)?.patterns.first.flatMap { PatternNode.options(of: parameter, in: $0.nodes) }
            return options?.first { $0.value == choice }?.phrases.first?.display ?? choice
        }
        return ValueWriter(rules: rules, style: .written).text(value, kind: kind, in: .nominative)
    }
}

extension PatternNode {
    /// The options of the choice of this name, wherever it stands.
    static func options(of parameter: String, in nodes: [PatternNode]) -> [Option]? {
        for node in nodes {
            switch node {
            case .choice(let name, let options) where name == parameter: return options
            case .optional(let inner), .heardOnly(let inner):
                if let options = options(of: parameter, in: inner) { return options }
            case .oneOf(let branches), .anyOrder(let branches):
                for branch in branches {
                    if let options = options(of: parameter, in: branch) { return options }
                }
            default: continue
            }
        }
        return nil
    }
}
