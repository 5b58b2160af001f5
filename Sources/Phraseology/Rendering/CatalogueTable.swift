/// The whole catalogue as a bilingual table, for the manual.
public enum CatalogueTable {
    /// A Markdown table: code, parameters, both wordings, what answers, review and sources.
    public static func markdown(_ first: LanguageTable = .english, _ second: LanguageTable = .russian)
        throws(PhraseologyError) -> String
    {
        var lines: [String] = []
        var family = ""
        for element in Catalogue.elements {
            if element.family != family {
                family = element.family
                lines += [
                    "", "### \(family)", "",
                    "| code | parameters | \(first.name) | \(second.name) | answered by | voiced | sources |",
                    "|---|---|---|---|---|---|---|",
                ]
            }
            lines.append(try row(element, first, second))
        }
        return lines.dropFirst().joined(separator: "\n") + "\n"
    }

    /// The wording of an element with the names of its values in braces.
    public static func wording(_ code: String, _ table: LanguageTable) throws(PhraseologyError) -> String {
        guard let pattern = table.wording(code)?.patterns.first else {
            throw PhraseologyError.noWording(code: code, language: table.name)
        }
        return words(pattern.nodes)
    }

    private static func row(
        _ element: CatalogueElement, _ first: LanguageTable, _ second: LanguageTable
    ) throws(PhraseologyError) -> String {
        let parameters = element.parameters.map { $0.isRequired ? "`\($0.name)`" : "[`\($0.name)`]" }.joined(
            separator: " ")
        var cells = ["`\(element.code)`", parameters]
        for table in [first, second] { cells.append(escaped(try wording(element.code, table))) }
        let reviews = [first, second].map { table in
            table.provenance(element.code)?.review == .published ? table.code : "\(table.code): needs review"
        }
        let sources = [first, second].compactMap { table in
            table.provenance(element.code).map { "\(table.code): \($0.source.text)" }
        }
        cells += [answer(element.reply), reviews.joined(separator: ", "), sources.joined(separator: "; ")]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func answer(_ reply: ReplySet) -> String {
        switch reply {
        case .none: "—"
        case .acknowledge: "ROGER"
        case .yesOrNo: "AFFIRM, NEGATIVE"
        case .answer(let codes): codes.map { "`\($0)`" }.joined(separator: ", ")
        case .action: "WILCO, UNABLE; read back"
        }
    }

    private static func escaped(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }

    private static func words(_ nodes: [PatternNode]) -> String {
        var text = ""
        for node in nodes {
            let piece: String
            switch node {
            case .mark(let mark):
                text += mark
                continue
            case .word(let display, _, _): piece = display
            case .slot(let name, let part, _): piece = "{" + (part.map { "\(name).\($0)" } ?? name) + "}"
            case .choice(_, let options):
                piece = options.compactMap { $0.phrases.first?.display }.joined(separator: " / ")
            case .optional(let inner): piece = "[" + words(inner) + "]"
            case .oneOf(let branches): piece = branches.first.map { words($0) } ?? ""
            case .anyOrder(let branches): piece = branches.map { words($0) }.joined(separator: " ")
            case .heardOnly: continue
            }
            if !text.isEmpty, !piece.hasPrefix("[,") { text += " " }
            text += piece
        }
        return text
    }
}
