import ArgumentParser
import Phraseology

/// How `parley line catalogue` prints.
enum LineCatalogueFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
}

/// `parley line catalogue`: every element in two languages.
struct LineCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "List every element with its parameters and wordings.",
        discussion: "docs/line.md holds the output of --format markdown; a test compares them.")

    @Option(help: "text or markdown.")
    var format = LineCatalogueFormat.text

    func run() throws {
        try checkingLine {
            switch format {
            case .markdown: print(try CatalogueTable.markdown(), terminator: "")
            case .text:
                for element in Catalogue.elements {
                    print(element.code)
                    for parameter in element.parameters {
                        print(
                            "    \(parameter.name)\(parameter.isRequired ? "" : " (may be left out)"): \(parameter.kind.expected)"
                        )
                    }
                    for table in [LanguageTable.english, .russian] {
                        print("    \(table.code)  \(try CatalogueTable.wording(element.code, table))")
                    }
                }
            }
        }
    }
}
