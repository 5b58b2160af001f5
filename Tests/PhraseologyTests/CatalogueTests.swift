import Testing

@testable import Phraseology

@Suite struct CatalogueTests {
    @Test func everyWordingOfEveryLanguageCanBeRead() {
        for table in LanguageTable.installed { #expect(table.defects.isEmpty) }
        #expect(Catalogue.elements.count == 116)
    }
}
