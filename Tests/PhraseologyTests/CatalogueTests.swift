import Foundation
import Testing

@testable import Phraseology

@Suite struct CatalogueTests {
    @Test func everyWordingOfEveryLanguageCanBeRead() {
        for table in LanguageTable.installed { #expect(table.defects.isEmpty) }
        #expect(Catalogue.elements.count == 118)
        #expect(Set(Catalogue.elements.map(\.code)).count == 118)
    }

    @Test func everyWordingNamesOnlyParametersOfItsElement() {
        for table in LanguageTable.installed {
            for element in Catalogue.elements {
                guard let wording = table.wording(element.code) else { continue }
                let known = Set(element.parameters.map(\.name))
                for pattern in wording.patterns + wording.readBack {
                    #expect(pattern.parameterNames.isSubset(of: known), "\(element.code) \(pattern.text)")
                }
                #expect(wording.patterns.first?.parameterNames == known, "\(element.code) says all its values")
            }
        }
    }

    @Test func repliesAreElementsOfTheCatalogue() {
        for element in Catalogue.elements {
            for code in element.reply.codes + element.reply.closing { #expect(Catalogue.find(code) != nil) }
        }
    }

    @Test func namesAreOneHoweverTheyAreSpelled() throws {
        #expect(Name("ALFA ONE") == Name("A1"))
        #expect(Name("a 1")?.text == "A1")
        #expect(Name("АЛЬФА ОДИН")?.text == "A1")
        #expect(Name("борис 2")?.text == "Б2")
        #expect(Name("AFR 123") == Name("AFR123"))
        #expect(Name("A")?.text == "ALFA")
        #expect(Name("viper eleven")?.text == "VIPER 11")
        for refused in [
            "", "NOT ACTIVE", "ALFA NOT", "5 FEET", "ЗОНА НЕ", "a, b", String(repeating: "LONG ", count: 9),
        ] {
            #expect(Name(refused) == nil, "\(refused)")
        }
    }

    @Test func faultsSayWhatIsWrongAndWhatWouldBeRight() {
        func fault(_ text: String) -> String {
            do {
                _ = try LineMessage(parsing: text)
                return ""
            } catch {
                return error.description
            }
        }
        #expect(fault("TI.TRAFIC clock=11").contains("no element"))
        #expect(fault("TI.TRAFFIC clock=13 dist=5NM").contains("1 to 12"))
        #expect(fault("TI.TRAFFIC clock=11 dist=5").contains("with its unit"))
        #expect(fault("TI.TRAFFIC clock=11").contains("needs dist"))
        #expect(fault("TI.TRAFFIC clock=11 dist=5NM speed=3").contains("no parameter"))
        #expect(fault("TI.TRAFFIC clock=11 clock=10 dist=5NM").contains("given twice"))
        #expect(fault("ZONE.ACTIVE zone=A1 times=12:00/12:00").contains("ends at the time"))
        #expect(fault("ZONE.ACTIVE zone=A1 times=12:00/13:00 levels=FL250/FL100").contains("not below"))
        #expect(
            fault("COORD.DISTANCE dist=5 5").contains("with its unit")
                || fault("COORD.DISTANCE dist=5 5").contains("is needed"))
        #expect(fault("").contains("nothing in it"))
    }

    @Test func freeTextNeverCarriesAnInstructionAlone() throws {
        #expect(throws: PhraseologyError.self) { try LineMessage([], freeText: "turn left heading 270") }
        #expect(throws: PhraseologyError.self) { try LineMessage([], freeText: "набирайте 7800 метров") }
        let text = try LineMessage([], freeText: "Our linguist changes at six")
        #expect(text.reply == .acknowledge)
        #expect(try Renderer(.russian).text(text) == "\"Our linguist changes at six\"")
    }

    @Test func onlyReviewedWordingsAreVoiced() throws {
        let turn = try LineMessage(parsing: "MAN.TURN_HDG dir=left hdg=270")
        #expect(try Renderer(.russian).voiceText(turn) == "ВЛЕВО КУРС ДВЕСТИ СЕМЬДЕСЯТ")
        for (text, table) in [
            ("COORD.DISTANCE dist=3NM", LanguageTable.russian), ("RSP.STANDBY", .russian), ("RSP.WILCO", .turkish),
        ] {
            let message = try LineMessage(parsing: text)
            #expect(throws: PhraseologyError.self) { try Renderer(table).voiceText(message) }
        }
        #expect(throws: PhraseologyError.self) { try Renderer(.russian, audience: .station).voiceText(turn) }
        #expect(throws: PhraseologyError.self) {
            try Renderer(.english).voiceText(LineMessage(parsing: "RSP.UNABLE reason=strong wind"))
        }
    }

    /// The wordings keep the words of the phrases they were taken from, in order.
    @Test func theWordingsAreThoseOfTheSources() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../shared/data/domain/phrases.tsv")
        guard let rows = try? String(contentsOf: file, encoding: .utf8) else {
            print("skipped: shared/data/domain/phrases.tsv is not here")
            return
        }
        var count = 0
        for row in rows.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            count += 1
            let element = try Catalogue.element(cells[0])
            let named = Set(cells[3].split { ",; =".contains($0) }.map(String.init))
            for parameter in ["clock", "dist", "hdg", "level", "zone", "freq", "unit", "callsign"]
            where named.contains(parameter) {
                #expect(element.parameter(parameter) != nil, "\(cells[0]) \(parameter)")
            }
            for (cell, language) in [(cells[1], "en"), (cells[2], "ru")] {
                let words = Tokenizer.words(of: withoutBrackets(cell))
                let ours = Tokenizer.words(of: element.wordings[language]?.patterns.first ?? "")
                let missing = words.filter { !ours.contains($0) && $0.count > 3 && $0.first?.isLetter == true }
                #expect(missing.isEmpty || Self.worded.contains(cells[0]), "\(cells[0]) \(language) \(missing)")
            }
        }
        #expect(count == 111)
    }

    /// Where the source gives several forms in one cell, or the value says the word itself.
    private static let worded: Set<String> = [
        "LINE.CHECK", "MAN.LEVEL_FL", "MAN.LEVEL_M", "MAN.LEVEL_FT", "TI.TRAFFIC", "MAN.SPEED", "EMG.ALL",
        "ID.CHECK_ALT",
        "MAN.TURN_DEG", "MAN.OFFSET", "ID.TURN", "MAN.VSEP", "MAN.VS",
    ]

    private func withoutBrackets(_ text: String) -> String {
        var depth = 0
        return String(
            text.filter { character in
                if character == "(" { depth += 1 }
                defer { if character == ")" { depth -= 1 } }
                return depth == 0
            })
    }
}
