import Testing

@testable import Phraseology

/// The proof that a language is one file and its test: ten elements in Turkish. Their round trips are in `RoundTripTests`.
@Suite struct TurkishTests {
    @Test func tenElementsAreSaid() throws {
        #expect(Catalogue.elements.count { LanguageTable.turkish.provenance($0.code) != nil } == 10)
        let traffic = try MessageElement("TI.TRAFFIC", words: ["clock=11", "dist=5NM", "dir=opposite"])
        #expect(
            try Renderer(.turkish, style: .spoken).text(traffic)
                == "TRAFİK SAAT ON BİR YÖNÜNDE BEŞ DENİZ MİLİ KARŞI YÖNDEN")
    }

    @Test(arguments: [
        (0, "SIFIR"), (10, "ON"), (11, "ON BİR"), (100, "YÜZ"), (101, "YÜZ BİR"), (1_000, "BİN"),
        (1_923, "BİN DOKUZ YÜZ YİRMİ ÜÇ"),
        (20_000, "YİRMİ BİN"),
    ])
    func cardinals(number: Int, words: String) { #expect(Turkish.cardinal(number) == words) }

    @Test func everyNumberIsReadBack() {
        for number in 0...9_999 {
            let tokens = Tokenizer.tokens(of: Turkish.cardinal(number))
            let reading = NumeralReader(lexicon: Turkish.lexicon, tokens: tokens[...]).longest(at: 0)
            #expect(reading?.whole == number && reading?.end == tokens.count, "\(number)")
        }
    }

    @Test func whatIsSaidInOneLanguageIsReadInAnother() throws {
        let said = "MESAFEYİ ÜÇ DENİZ MİLİ ALTINA DÜŞÜRMEYİN"
        let understood = try #require(MessageParser.parse(said).elements)
        #expect(
            try Renderer(.russian, style: .spoken).text(try LineMessage(understood))
                == "ВЫДЕРЖИВАЙТЕ РАССТОЯНИЕ НЕ МЕНЕЕ ТРЁХ МОРСКИХ МИЛЬ")
    }
}
