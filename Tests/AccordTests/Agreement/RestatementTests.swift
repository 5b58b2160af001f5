import Accord
import Foundation
import Testing

/// What the file says is what people are told, in both languages.
struct RestatementTests {
    private func clause(_ keys: [String], in agreement: Agreement) throws -> BilingualText {
        try #require(Restatement(agreement).clauses.first { $0.keys == keys }?.text)
    }

    @Test func saysMinimaInPlainWords() throws {
        let text = try clause(["minima", "general"], in: try ExampleAgreements.westEast())
        #expect(
            text.english
                == "Minima “general”: everywhere, between any two aircraft, at least 5 nautical miles horizontally or 1,000 feet vertically are kept, measured by measure/1 in pressure altitude."
        )
        #expect(
            text.russian
                == "Интервалы «general»: везде, между любыми воздушными судами, выдерживается не менее 5 морских миль по горизонтали или не менее 1000 футов по вертикали; измерение по правилу measure/1, высота по стандартному давлению."
        )
    }

    @Test func saysLevelsAndTimes() throws {
        let text = try clause(["zones", "RELIEF"], in: try ExampleAgreements.westEast())
        #expect(text.english.contains("from flight level 100 to flight level 140"))
        #expect(text.russian.contains("от эшелона 100 до эшелона 140"))
        #expect(text.english.contains("from 7 October 2021, 06:00 UTC, until 7 October 2021, 18:00 UTC"))
        #expect(text.russian.contains("с 7 октября 2021 года, 06:00 UTC, по 7 октября 2021 года, 18:00 UTC"))
        #expect(text.russian.contains("48,6° с. ш., 1° в. д."))
    }

    @Test(arguments: [
        ("1 NM", "не менее 1 морской мили"), ("2 NM", "не менее 2 морских миль"),
        ("0.5 NM", "не менее 0,5 морской мили"),
        ("11 NM", "не менее 11 морских миль"), ("21 NM", "не менее 21 морской мили"),
        ("1500 m", "не менее 1500 метров"),
        ("1 km", "не менее 1 километра"), ("20000 m", "не менее 20\u{00A0}000 метров"),
    ])
    func russianNounsAgree(length: String, words: String) throws {
        let text = try ExampleAgreements.text().replacing("horizontal: 5 NM", with: "horizontal: \(length)")
        let said = try clause(["minima", "general"], in: try AgreementDocument(Array(text.utf8)).agreement)
        #expect(said.russian.contains(words), "\(said.russian)")
    }

    @Test(arguments: [
        ("1 min", "раз в минуту"), ("2 min", "раз в 2 минуты"), ("21 min", "раз в 21 минуту"),
        ("1 h", "раз в час"),
        ("5 h", "раз в 5 часов"), ("11 h", "раз в 11 часов"), ("1 d", "раз в сутки"),
    ])
    func russianSpansAgree(span: String, words: String) throws {
        let text = try ExampleAgreements.text().replacing("check: 15 min, with-person: 12 h", with: "check: \(span)")
        let said = try clause(["line"], in: try AgreementDocument(Array(text.utf8)).agreement)
        #expect(said.russian.contains(words), "\(said.russian)")
    }

    /// Translating changes no number: the same ones stand in the same clause of both languages.
    @Test(arguments: ["west-east.agreement.yaml", "east-south.agreement.yaml"])
    func bothLanguagesSayTheSameNumbers(name: String) throws {
        let agreement = try AgreementDocument(ExampleAgreements.bytes(name)).agreement
        for clause in Restatement(agreement).clauses {
            let english = numbers(clause.text.english.replacing(/(\d),(\d{3})/) { "\($0.1)\($0.2)" })
            let russian = numbers(
                clause.text.russian.replacing("\u{00A0}", with: "").replacing(/(\d),(\d)/) { "\($0.1).\($0.2)" })
            #expect(english == russian, "\(clause.keys): \(clause.text)")
        }
    }

    private func numbers(_ text: String) -> [String] {
        text.matches(of: /\d+(\.\d+)?/).map { String($0.0) }.sorted()
    }

    /// Whatever value of the file changes, a clause says so: nothing is signed that nobody was told.
    @Test func everyChangeOfAValueIsADifference() throws {
        let text = try ExampleAgreements.text()
        let old = try AgreementDocument(Array(text.utf8)).agreement
        var tried = 0
        for match in text.matches(of: /(\d+)( NM| ft| s\b| min| h\b| d\b|, every)/) {
            let value = Int(match.1) ?? 0
            let changed = text.replacingCharacters(in: match.1.startIndex..<match.1.endIndex, with: String(value + 1))
            guard let new = AgreementCheck(Array(changed.utf8)).agreement, new != old else { continue }
            tried += 1
            let difference = AgreementDifference(from: old, to: new)
            #expect(difference.changes.count == 1, "\(match.0) at \(text[..<match.1.startIndex].suffix(60))")
            for language in AccordLanguage.allCases {
                let change = try #require(difference.changes.first)
                #expect(change.before?[language] != change.after?[language])
            }
        }
        #expect(tried > 30)
    }

    /// What a rule leaves unknown counts in both dimensions, and both languages say so.
    @Test func saysWhatIsAddedBothWays() throws {
        let rule = try clause(["disclosure", "west-all"], in: try ExampleAgreements.westEast())
        let told = try #require(try ExampleAgreements.westEast().disclosure.first { $0.identifier == "west-all" })
        let added = DisclosedUncertainty(precision: told.precision, speedMetresPerSecond: 250).verticalFeet
        let english = try #require(rule.english.firstMatch(of: /up to ([\d,]+) feet to the vertical minimum/))
        let russian = try #require(rule.russian.firstMatch(of: /к интервалу по вертикали — до (\d+) футов/))
        let feet = try #require(Double(english.1.replacing(",", with: "")))
        #expect(feet >= added && feet < added + 10)
        #expect(Double(russian.1) == feet)
    }

    @Test func namesWhatIsNewAndWhatIsGone() throws {
        let text = try ExampleAgreements.text()
        let old = try AgreementDocument(Array(text.utf8)).agreement
        let new = try AgreementDocument(Array(text.replacing("name: backup", with: "name: reserve").utf8)).agreement
        let difference = AgreementDifference(from: old, to: new)
        #expect(difference.changes.map(\.keys) == [["frequencies", "reserve"], ["frequencies", "backup"]])
        #expect(difference.changes[0].before == nil)
        #expect(difference.changes[1].after == nil)
        #expect(difference.text(in: .russian).contains("стало: (статьи нет)"))
        #expect(AgreementDifference(from: old, to: old).changes == [])
    }
}
