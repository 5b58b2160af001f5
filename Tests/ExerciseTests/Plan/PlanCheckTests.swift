import Accord
import Airspace
import Exercise
import Foundation
import Testing

/// Every fault of a plan, with its line.
struct PlanCheckTests {
    static let terms = AgreementTerms(
        identifier: "air-safety-2015", parties: ["WEST", "EAST"],
        area: .circle(centre: GeodeticPosition(latitudeDegrees: 35, longitudeDegrees: 38.5), radiusMetres: 150 * 1852),
        minimumMetres: 3 * 1852, term: 1_445_000_000...1_500_000_000, frequencies: ["KILO": 131_500, "KILO-2": 133_250])

    @Test func theExampleHasNoFault() throws {
        #expect(PlanCheck(try ExamplePlan.plan(), agreement: Self.terms).faults.isEmpty)
    }

    /// What is changed, the words of the line that the fault must name, and words of the fault.
    static let cases: [(old: String, new: String, at: String, says: String)] = [
        ("    kind: ground-unit", "    kind: civil", "kind: civil", "civil"),
        ("safety-controller: GUARD\n", "", "plan: 1", "no safety controller"),
        ("safety-controller: GUARD", "safety-controller: VIPER", "safety-controller: VIPER", "safety controller"),
        (
            "notice:\n  reference: NOTAM A2211/15\n  published: 2015-11-02T06:00:00Z\n", "", "plan: 1",
            "no published notice"
        ),
        ("2015-11-02T06", "2015-11-04T06", "published:", "after the zone is active"),
        ("  altimeter: STD\n", "", "contact:", "no common altimeter setting"),
        ("radius: 35 NM", "radius: 145 NM", "zone:", "leaves the agreement's area"),
        ("horizontal: 3 NM", "horizontal: 2.5 NM", "horizontal:", "below the agreement's"),
        ("upper: FL260", "upper: 7900 m QNH 1013", "upper: 7900", "one datum"),
        (
            "level: FL205, speed: 350 kt}\n    on-abort", "level: 6250 m QFE 990, speed: 350 kt}\n    on-abort",
            "QFE 990", "one datum"
        ),
        ("    KILO-2: 133.250 MHz", "    KILO-2: 133.250 MHz\n    OTHER: 131.500 MHz", "OTHER:", "named twice"),
        ("    KILO: 131.500 MHz", "    KILO: 132.500 MHz", "KILO: 132.5", "another frequency in the agreement"),
        ("expires: 2015-11-03T12", "expires: 2015-11-03T09", "expires:", "expires before"),
        ("expires: 2015-11-03T12:00:00Z\n", "", "plan: 1", "no expiry"),
        (", ru: ПРЕКРАТИТЬ ТРЕНИРОВКУ", "", "words:", "no abort word in Russian"),
        ("en: KNOCK IT OFF, ", "", "words:", "no abort word in English"),
        (
            "  - id: approach\n    kind: approach", "  - id: approach\n    kind: departure", "kind: exchange",
            "out of order"
        ),
        ("party: EAST\n    callsign: RANGE", "party: NORTH\n    callsign: RANGE", "party: NORTH", "no party of"),
        ("position: \"35.15, 38.90\"", "position: \"35.60, 38.90\"", "danger-radius", "reaches beyond the zone"),
        ("predicted-below: 3.2 NM", "predicted-below: 2.9 NM", "predicted-below", "below the minimum"),
        ("at-least: 3 NM, at-most", "at-least: 2 NM, at-most", "at-least: 2 NM", "below the minimum"),
        ("crews: [VIPER, SOKOL]", "crews: [VIPER, OREL]", "crews: [VIPER, OREL]", "no participant"),
        ("backup: KILO-2", "backup: KILO", "backup:", "primary frequency itself"),
        ("  by: SOKOL\n", "", "contact:", "who calls first"),
        ("callsign: SOKOL 21", "callsign: VIPER 11", "callsign: VIPER 11", "another participant"),
        ("by: everybody", "by: [GUARD]", "by: [GUARD]", "every crew must"),
        ("read-back: yes, ", "", "kind: exchange", "read-back"),
        ("languages: [en, ru], within", "languages: [en], within", "kind: exchange", "both languages"),
        ("to: \"35.000, 38.800\"", "to: \"36.000, 38.800\"", "to: \"36.000", "outside the zone"),
        ("agreement: air-safety-2015", "agreement: other", "agreement: other", "the agreement is"),
        ("    until: 2015-11-03T10:05:00Z", "    until: 2015-11-03T09:05:00Z", "- party: WEST", "less time"),
        ("2015-11-03T10:00:00Z\n\nminimum", "2019-11-03T10:00:00Z\n\nminimum", "until: 2019", "agreement's term"),
    ]

    @Test(arguments: cases.indices)
    func eachFaultNamesItsLine(_ index: Int) throws {
        let (old, new, at, says) = Self.cases[index]
        let text = ExamplePlan.changed([(old, new)])
        let reader = PlanReader(text)
        let plan = try #require(reader.plan)
        let faults = reader.faults + PlanCheck(plan, agreement: Self.terms).faults
        let found = try #require(
            faults.first { $0.reason.english.contains(says) }, "\(says) is not among \(faults.map(\.description))")
        expectRussian(faults)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(found.line)
        let wanted = lines.indices.filter { lines[$0].contains(at) }.map { $0 + 1 }
        // A fault of a card as a whole is at the card's first line.
        #expect(wanted.contains { abs($0 - line) <= 1 }, "line \(line) instead of \(wanted): \(found)")
    }

    /// What can't be read is told by line too, and never stops the rest.
    @Test(arguments: [
        ("upper: FL260", "upper: 26000 ft", "upper:"), ("radius: 35 NM", "radius: 35", "circle"),
        ("horizontal: 3 NM", "horizontal: 0 NM", "horizontal"), ("KILO: 131.500 MHz", "KILO: 100 MHz", "KILO"),
        ("measure: measure/1", "measure: measure/2", "measure"), ("datum: WGS-84", "datum: flat", "datum"),
        ("COORD.DISTANCE dist=3NM", "COORD.DISTANCE dust=3NM", "dust"),
        ("look-ahead: 20 s", "look-ahead: 1 h", "look-ahead"),
        ("kind: check-in", "kind: chat", "chat"), ("participants:", "participant:", "participant:"),
        ("speed: 350 kt}\n    on-abort", "speed: 350}\n    on-abort", "speed: 350}"),
    ])
    func whatCantBeReadIsToldByLine(_ old: String, _ new: String, _ at: String) throws {
        let text = ExamplePlan.changed([(old, new)])
        let reader = PlanReader(text)
        let line = try #require(reader.faults.first?.line)
        expectRussian(reader.faults)
        #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains(at) || at == "participant:"
        )
    }

    @Test func noiseIsRefusedQuietly() {
        for text in ["", ":", "- a", "plan: 1", "\u{0}\u{1}", "a: [", String(repeating: "[", count: 10_000)] {
            #expect(PlanReader(text).plan == nil)
            #expect(!PlanReader(text).faults.isEmpty)
            expectRussian(PlanReader(text).faults)
        }
    }

    @Test func theRestatementIsInBothLanguages() throws {
        let restatement = PlanRestatement(try ExamplePlan.plan())
        let english = restatement.text(.english)
        let russian = restatement.text(.russian)
        #expect(english.contains("not less than 3 nautical miles horizontally"))
        #expect(russian.contains("не менее 3 морских миль"))
        #expect(russian.contains("меньше 1000 футов"))
        #expect(russian.contains("от эшелона 180 до эшелона 260"))
        #expect(english.contains("KNOCK IT OFF") && russian.contains("ПРЕКРАТИТЬ ТРЕНИРОВКУ"))
        #expect(russian.contains("3 ноября 2015"))
        #expect(!english.contains { ("а"..."я").contains($0) } || english.contains("ПРЕКРАТИТЬ"))
    }
}
