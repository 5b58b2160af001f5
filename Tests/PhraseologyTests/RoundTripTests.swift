import Testing

@testable import Phraseology

/// Every element says its values in every language, and what was said gives the element and its values back.
@Suite struct RoundTripTests {
    private static let setsPerElement = 200

    @Test(arguments: [Style.written, .spoken], ["en", "ru", "tr"])
    func everyElementIsUnderstoodAsItWasSaid(style: Style, language: String) throws {
        let table = try LanguageTable.named(language)
        let renderer = Renderer(table, style: style)
        let parser = MessageParser(table)
        var random = ValueGenerator(seed: 20_151_103)
        var failures: Set<String> = []
        for definition in Catalogue.elements where table.wording(definition.code) != nil {
            for _ in 0..<(definition.parameters.isEmpty ? 1 : Self.setsPerElement) {
                let element = try random.element(definition)
                if language == "tr", Self.hasWordsTurkishLacks(element) { continue }
                let text = try renderer.text(element)
                let understood = parser.parse(text)
                let isFound = understood.isUnderstood && understood.interpretations.contains([element])
                if !isFound {
                    if failures.insert(definition.code).inserted {
                        Issue.record(
                            "\(element.canonicalText) | \(text) | \(understood.interpretations.map { $0.map(\.canonicalText) }) \(understood.unclear)"
                        )
                    }
                }
            }
        }
        #expect(failures.isEmpty)
    }

    /// Turkish is a proof of ten elements: places and coordinates are not among its words.
    private static func hasWordsTurkishLacks(_ element: MessageElement) -> Bool {
        element.parameters.values.contains { if case .text = $0 { true } else { false } }
    }
}
