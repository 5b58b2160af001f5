import Testing

@testable import Phraseology

@Suite struct TelephoneTests {
    @Test func anyOneWrongCharacterAndAnyTwoNeighboursChangedOverGiveAnotherWord() throws {
        let text = Array("TI.TRAFFICclock=11dist=5NMdir=oppositelevel=FL350")
        let right = CheckWord(of: String(text))
        for index in text.indices {
            for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789=.:/" where other != text[index]
            {
                var wrong = text
                wrong[index] = other
                #expect(CheckWord(of: String(wrong)) != right)
            }
            if index > 0, text[index] != text[index - 1] {
                var wrong = text
                wrong.swapAt(index, index - 1)
                #expect(CheckWord(of: String(wrong)) != right)
            }
        }
    }

    @Test func bothSidesComputeTheSameWordFromWhatTheyUnderstood() throws {
        var random = ValueGenerator(seed: 3)
        for definition in Catalogue.elements where !definition.isBetweenCrewsOnly {
            let element = try random.element(definition)
            let heard = MessageParser(.russian).parse(try Renderer(.russian, style: .spoken).text(element))
            let understood = try #require(heard.interpretations.first { $0 == [element] })
            #expect(CheckWord(of: try LineMessage(understood)) == CheckWord(of: LineMessage(element)))
        }
    }

    @Test func theSheetNumbersEachMessageInBothLanguagesWithItsWord() throws {
        let messages = try ["TI.TRAFFIC clock=11 dist=5NM", "COORD.DISTANCE dist=3NM"].map {
            try LineMessage(parsing: $0)
        }
        let sheet = try TelephoneSheet().text(messages)
        #expect(sheet.contains("  1  TI.TRAFFIC clock=11 dist=5 NM\n"))
        #expect(sheet.contains("REQUEST YOU PASS TO CREW: MAINTAIN DISTANCE NOT LESS THAN THREE NAUTICAL MILES"))
        #expect(sheet.contains("ПРОШУ ПЕРЕДАТЬ ЭКИПАЖУ: ВЫДЕРЖИВАЙТЕ РАССТОЯНИЕ НЕ МЕНЕЕ ТРЁХ МОРСКИХ МИЛЬ"))
        for message in messages {
            let word = CheckWord(of: message)
            #expect(sheet.contains("CHECK " + word.words(in: .english)))
            #expect(sheet.contains("КОНТРОЛЬ " + word.words(in: .russian)))
        }
        #expect(throws: PhraseologyError.self) { try TelephoneSheet().text([LineMessage(parsing: "ICP.FOLLOW")]) }
    }

    @Test func theBlankFormHasEveryElementThatMayCrossTheLine() throws {
        let blank = try TelephoneSheet().blank()
        for element in Catalogue.elements {
            #expect(
                blank.contains("  \(element.code)\n")
                    || blank.contains("  \(element.code)  ") == !element.isBetweenCrewsOnly)
        }
        #expect(!blank.contains("ICP."))
    }
}
