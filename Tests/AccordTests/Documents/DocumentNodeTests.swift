import Accord
import TestSupport
import Testing

/// Documents are read strictly, with lines, and none can harm.
struct DocumentNodeTests {
    @Test func keepsScalarsAsWritten() throws {
        let root = try DocumentNode(yaml: "a: [342086, 48e012, no, 0x1F, 1_000, ~x, 2021-10-07, 1e3, 010]\nb: ~\nc: ''")
        #expect(
            try root.required("a").texts() == [
                "342086", "48e012", "no", "0x1F", "1_000", "~x", "2021-10-07", "1e3", "010",
            ])
        #expect(root.child("b") == nil)
        #expect(throws: DocumentFault.self) { try root.required("c").text() }
    }

    @Test func knowsLinesAndKeys() throws {
        let root = try DocumentNode(yaml: "# one\na:\n  b:\n    - c: 1\n    - c: x\n")
        let element = try root.required("a").required("b").elements()[1].required("c")
        #expect(element.line == 5)
        #expect(element.keys == ["a", "b", "2", "c"])
        let fault = #expect(throws: DocumentFault.self) { try element.count(in: 0...9) }
        #expect(fault?.description == "line 5: a / b / 2 / c: a whole number is needed here")
        #expect(fault?.description(in: .russian) == "строка 5: a / b / 2 / c: здесь нужно целое число")
    }

    @Test(arguments: [
        "a: &x [1, 2]\nb: [*x, *x]", "&x {a: 1}: b\n? *x\n: c", "a: &a [x]\nb: &b [*a, *a, *a]\nc: &c [*b,*b,*b]",
        "{\"a\":&x 1,\"b\":*x}", "- !t &a x\n- !u *a", "a: 1\na: 2", "? [a, b]\n: 1", "a: 1\n---\nb: 2",
        "%YAML 9.9\n---\na",
    ])
    func refusesWhatCouldExplodeOrMeanTwoThings(text: String) {
        let fault = #expect(throws: DocumentFault.self) { try DocumentNode(yaml: text) }
        expectRussian(fault.map { [$0] } ?? [])
    }

    @Test func refusesWhatIsTooDeepOrTooLarge() {
        let staircase = (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        let deep = (0..<40).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " b"
        for text in [
            String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
            String(repeating: "? ", count: 100_000), String(repeating: "{a: ", count: 1_000),
            String(repeating: "a", count: 600_000), staircase, deep,
        ] {
            let fault = #expect(throws: DocumentFault.self) { try DocumentNode(yaml: text) }
            expectRussian(fault.map { [$0] } ?? [])
        }
    }

    @Test func letsOrdinaryStarsAndAmpersandsPass() throws {
        let root = try DocumentNode(yaml: "a: AFR*\nb: Smith & Sons\nc: \"*\"\n# see *there*\n")
        #expect(try root.required("a").text() == "AFR*")
        #expect(try root.required("c").text() == "*")
    }

    /// Thousands of changed agreements: each is read or refused, and none traps.
    @Test func survivesMutation() throws {
        var generator = SeededRandom(seed: 12)
        let bytes = try ExampleAgreements.bytes("west-east.agreement.yaml")
        let pieces = [
            ": ", "- ", "[", "]", "{", "}", "\n", "  ", "&a ", "*a", "'", "\"", "|\n", "999999999999999999999",
            "-1e999", "\t", "!!int ", "#", "NaN", "\u{FEFF}", "~",
        ]
        var whole = 0
        for _ in 0..<500 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<changed.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: changed[index] = UInt8.random(in: 0...255, using: &generator)
                case 1:
                    changed.removeSubrange(
                        index..<min(changed.count, index + Int.random(in: 1...30, using: &generator)))
                case 2:
                    changed.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: index)
                default:
                    let other = Int.random(in: 0..<changed.count, using: &generator)
                    changed.insert(contentsOf: Array(changed[other..<min(changed.count, other + 40)]), at: index)
                }
            }
            let check = AgreementCheck(changed, nowUnixSeconds: 1_633_608_000)
            #expect((check.faults + check.cautions).allSatisfy { $0.reason.russian.contains(/[а-яё]/) })
            if let agreement = check.agreement, check.faults.isEmpty {
                whole += 1
                #expect(!Restatement(agreement).text(in: .russian).isEmpty)
            }
        }
        #expect(whole > 0)
    }

    /// Many small lists are no deep one; what may lie deep is refused before the parser recurses, however it hides its closing brackets.
    @Test func countsBracketsThatMayLieWithinEachOther() throws {
        let corners = "  - {id: a, area: {polygon: [[48, 2], [49, 2], [49, 3]]}, between: [b, c]}\n"
        let wide = "all:\n" + String(repeating: corners, count: 1_000)
        #expect(try DocumentNode(yaml: wide).required("all").elements().count == 1_000)
        let quoted = "  - {id: a, text: \"it's [so]\", between: [b, c]}\n"
        #expect(throws: DocumentFault.self) {
            try DocumentNode(yaml: "all:\n" + String(repeating: quoted, count: 2_000))
        }
        for line in [
            "[\n", "[ # ]\n", "[ !<]>,\n", "{a: [\n", "[ \"]\",\n", "[ ']',\n", "[ a\"x, \" ] \", b\"\n",
            "[ \"\\\"]\",\n",
        ] {
            do {
                _ = try DocumentNode(yaml: "a: " + String(repeating: line, count: 3_000))
                Issue.record("\(line)")
            } catch { #expect(error.reason.english.contains("2500 brackets"), "\(line)") }
        }
    }
}
