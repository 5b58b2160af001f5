import Foundation
import Testing

@testable import Phraseology

/// The manual holds the catalogue as it is.
@Suite struct ManualTests {
    @Test func theTableInTheManualIsTheCatalogue() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../docs/line.md")
        guard let manual = try? String(contentsOf: file, encoding: .utf8) else {
            print("skipped: docs/line.md is not here")
            return
        }
        let mark = "<!-- generated: parley line catalogue --format markdown -->\n"
        let table = try #require(manual.ranges(of: mark).last.map { manual[$0.upperBound...] })
        let catalogue = try CatalogueTable.markdown()
        #expect(String(table).trimmingSpaces == catalogue.trimmingSpaces, "replace it by the command's output")
        for element in Catalogue.elements { #expect(catalogue.contains("| `\(element.code)` |")) }
    }
}
