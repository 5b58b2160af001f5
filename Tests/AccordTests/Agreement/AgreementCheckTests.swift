import Accord
import Foundation
import Testing

/// Every fault is found, with its line.
struct AgreementCheckTests {
    /// What is changed in the example, and what must be said of it.
    struct Slip: Sendable, CustomTestStringConvertible {
        var find: String
        var replace: String
        var says: String
        var isCaution = false
        /// The text on the line that must be named; nil: the line where the change begins.
        var at: String?
        var testDescription: String { replace.isEmpty ? "without \(find)" : replace }
    }

    /// In the time of the recording that they are tried on, and years later.
    @Test(arguments: ["west-east.agreement.yaml", "east-south.agreement.yaml"], [1_633_608_000, 1_900_000_000.0])
    func theExamplesHold(name: String, now: Double) throws {
        let check = AgreementCheck(try ExampleAgreements.bytes(name), nowUnixSeconds: now)
        #expect(check.faults == [])
        // The second shows a rule that tells as little as can be, and is told what that means.
        let isLittle = name.hasPrefix("east-south")
        #expect(check.cautions.count == (isLittle ? 1 : 0), "\(check.cautions)")
        #expect(check.cautions.allSatisfy { $0.reason.english.contains("without velocity") })
        #expect(check.agreement != nil)
    }

    private static let slips: [Slip] = [
        Slip(find: "agreement: SEINE-1", replace: "agreement: SEINE 1", says: "cannot be a name"),
        Slip(find: "agreement: SEINE-1", replace: "agreement: contact", says: "cannot be a name"),
        Slip(find: "version: 1", replace: "version: one", says: "whole number"),
        Slip(find: "version: 1", replace: "version: 0", says: "not between"),
        Slip(find: "retention: 90 d", replace: "retantion: 90 d", says: "means nothing here"),
        Slip(find: "retention: 90 d", replace: "retention: 90", says: "no unit"),
        Slip(find: "retention: 90 d", replace: "retention: 10 d", says: "more than 30 days", isCaution: true),
        Slip(find: "rule: measure/1", replace: "rule: measure/2", says: "there is no other"),
        Slip(find: "until: 2035-12-31T00:00:00Z", replace: "until: 2021-10-05T00:00:00Z", says: "the term is over"),
        Slip(find: "until: 2035-12-31T00:00:00Z", replace: "until: 2020-10-05T00:00:00Z", says: "later than"),
        Slip(find: "until: 2035-12-31T00:00:00Z", replace: "until: soon", says: "not a UTC time"),
        Slip(find: "key: WEST+", replace: "key: NORTH+", says: "hash in the verifier key"),
        Slip(find: "key: WEST+b6b6233a+", replace: "key: WEST+b6b6233b+", says: "hash in the verifier key"),
        Slip(find: "languages: [en, fr]", replace: "languages: [english]", says: "two letters"),
        Slip(find: "languages: [ru, en]", replace: "languages: [ru]", says: "no language in common", isCaution: true),
        Slip(find: "certificate: sha256:c88e", replace: "certificate: sha256:g88e", says: "64 hexadecimal digits"),
        Slip(find: "address: west.example:8481", replace: "address: west.example", says: "host:port"),
        Slip(find: "address: east.example:8481", replace: "address: west.example:8481", says: "same address"),
        Slip(
            find: "    address: west.example:8481\n", replace: "", says: "no address", isCaution: true,
            at: "name: {en: Western"),
        Slip(find: "- 50.2, 0.5\n", replace: "- 150.2, 0.5\n", says: "no place on earth"),
        Slip(
            find: "    - 47.5, 0.5\n", replace: "    - 47.5, 0.5\n    - 50.2, 0.5\n", says: "given twice",
            at: "- 50.2, 0.5"),
        Slip(
            find: "    - 50.2, 4.4\n    - 47.5, 4.4\n", replace: "    - 47.5, 4.4\n    - 50.2, 4.4\n",
            says: "cross one another", at: "- 50.2, 0.5"),
        Slip(find: "horizontal: 5 NM", replace: "horizontal: 5", says: "is needed"),
        Slip(find: "horizontal: 5 NM", replace: "horizontal: -5 NM", says: "above zero"),
        Slip(find: "horizontal: 5 NM", replace: "horizontal: 500 NM", says: "at most 100 km"),
        Slip(find: "datum: pressure", replace: "datum: gps", says: "pressure altitude"),
        Slip(find: "measured-by: measure/1", replace: "measured-by: ruler", says: "there is no other"),
        Slip(find: "classes: drone-drone", replace: "classes: drone-unknown", says: "strictest"),
        Slip(find: "classes: drone-drone", replace: "classes: drone-balloon", says: "two classes"),
        Slip(
            find: "    classes: drone-drone\n", replace: "", says: "which of the two holds", at: "name: between drones"),
        Slip(
            find: "zone: NORTH\n    horizontal: 3 NM", replace: "zone: NORD\n    horizontal: 3 NM",
            says: "no zone “NORD”"),
        Slip(find: "name: between drones", replace: "name: general", says: "two clauses"),
        Slip(find: "purpose: exercise", replace: "purpose: party", says: "none of"),
        Slip(
            find: "centre: \"49.6, 2.4\"", replace: "centre: \"50.1, 2.4\"", says: "leaves the agreement's area",
            at: "name: {en: Training"),
        Slip(find: "lower: FL200", replace: "lower: 6000 m QNH 1013", says: "two datums", at: "upper: FL285"),
        Slip(find: "lower: FL200", replace: "lower: FL300", says: "above the lower one", at: "upper: FL285"),
        Slip(find: "lower: FL200", replace: "lower: 6000", says: "is no level"),
        Slip(find: "upper: FL285", replace: "upper: FL999", says: "above the agreement's area"),
        Slip(
            find: "    activated-by: [WEST, EAST]\n    entitled: [WEST, EAST]\n  RELIEF",
            replace: "    entitled: [WEST, EAST]\n  RELIEF", says: "never be active", at: "name: {en: Training"),
        Slip(find: "activated-by: [WEST]", replace: "activated-by: [NORTH]", says: "no party “NORTH”"),
        Slip(find: "entitled: nobody", replace: "entitled: [WEST]", says: "keep-out zone"),
        Slip(
            find: "{from: 2021-10-07T06:00:00Z", replace: "{from: 2021-09-07T06:00:00Z",
            says: "outside the agreement's term", at: "- {from: 2021-09-07"),
        Slip(find: "frequency: 132.015 MHz", replace: "frequency: 132.015", says: "no unit"),
        Slip(find: "frequency: 132.015 MHz", replace: "frequency: 132.020 MHz", says: "no channel"),
        Slip(find: "frequency: 132.015 MHz", replace: "frequency: 145.000 MHz", says: "out of band"),
        Slip(find: "frequency: 132.015 MHz", replace: "frequency: 121.500 MHz", says: "for distress"),
        Slip(find: "frequency: 277.025 MHz", replace: "frequency: 132.015 MHz", says: "named twice"),
        Slip(find: "    emergency: yes\n", replace: "", says: "for distress", at: "frequency: 121.500"),
        Slip(find: "to: EAST", replace: "to: SOUTH", says: "no party “SOUTH”"),
        Slip(find: "to: EAST", replace: "to: WEST", says: "need not tell itself"),
        Slip(find: "- rule: east-all", replace: "- rule: west-all", says: "two rules"),
        Slip(
            find: "fields: [position, level, velocity]\n    naming", replace: "fields: [position, mission]\n    naming",
            says: "none of"),
        Slip(
            find: "fields: [position, level, velocity]\n    naming", replace: "fields: [level]\n    naming",
            says: "“position” is needed"),
        Slip(
            find: "ru: Безопасность полётов над Парижским бассейном", replace: "ru: Safety of flight",
            says: "not in Russian letters", isCaution: true),
        Slip(
            find: "- {from: 2021-10-01T00:00:00Z, until: 2035-12-31T00:00:00Z}",
            replace: "- {from: 2021-10-01T00:00:00Z, until: 2021-10-02T00:00:00Z}", says: "all its times are over",
            isCaution: true, at: "- {from: 2021-10-01T00:00:00Z, until: 2021-10-02"),
        Slip(find: "naming: pseudonym", replace: "naming: address", says: "for ever", isCaution: true),
        Slip(
            find: "delay: 0 s\n    while-conflict: {", replace: "delay: 60 s\n    while-conflict: {delay: 60 s, ",
            says: "too late", isCaution: true, at: "while-conflict"),
        Slip(find: "every: 5 s", replace: "every: 2 s", says: "at least time-grid"),
        Slip(
            find: "every: 2 s\n", replace: "every: 2 s\n    delay: 90 s\n    while-conflict: {delay: 0 s}\n",
            says: "wider than “NORTH”", at: "- rule: east-north-fine"),
        Slip(
            find: "while-conflict: {grid: 0.1 NM", replace: "while-conflict: {grid: 2 NM", says: "must not be coarser"),
        Slip(
            find: "aircraft: {callsigns: [AFR*, RYR*]}", replace: "aircraft: {callsigns: [\"*\"]}", says: "no call sign"
        ),
        Slip(
            find: "every: 2 s", replace: "every: 2 s\n    delay: 90 s", says: "60 s are 15 km",
            at: "rule: east-north-fine"),
        Slip(find: "zone: NORTH\n    aircraft", replace: "zone: SUD\n    aircraft", says: "no zone “SUD”"),
        Slip(find: "with-person: 12 h", replace: "with-person: 5 min", says: "more often", at: "line:"),
        Slip(find: ", with-person: 12 h", replace: "", says: "nobody at it", isCaution: true),
        Slip(find: "telephone: +33 1 99 00 12 34", replace: "telephone: ask the guard", says: "no telephone number"),
        Slip(find: "after: 20 s", replace: "after: 90 s", says: "order of their times", at: "after: 60 s"),
        Slip(find: "  distress:\n", replace: "  panic:\n", says: "no level of alert", at: "panic"),
        Slip(find: "party: EAST", replace: "party: SOUTH", says: "no party “SOUTH”"),
        Slip(find: "budget: 30", replace: "budget: 3000", says: "where aircraft are", isCaution: true),
        Slip(find: "position: 2 NM", replace: "position: 50 NM", says: "says nothing"),
        Slip(
            find: "owed: [safety-alerts, line-checks, messages]", replace: "owed: [messages]",
            says: "safety-alerts is not owed", isCaution: true),
        Slip(find: "owed: [safety-alerts", replace: "owed: [gossip", says: "none of"),
        Slip(find: "notice: 3 d", replace: "notice: 40000 d", says: "not between"),
        Slip(
            find: "retention: 90 d",
            replace: "relay:\n  - {rule: r1, of: WEST, by: EAST, to: SOUTH, under: SEINE-1}\nretention: 90 d",
            says: "same agreement", at: "- {rule: r1"),
    ]

    @Test(arguments: slips)
    func everySlipIsFoundOnItsLine(slip: Slip) throws {
        let text = try ExampleAgreements.text()
        let range = try #require(text.range(of: slip.find), "the example no longer says “\(slip.find)”")
        let changed = text.replacingCharacters(in: range, with: slip.replace)
        let check = AgreementCheck(Array(changed.utf8), nowUnixSeconds: 1_633_608_000)
        let list = slip.isCaution ? check.cautions : check.faults
        let found = list.first { $0.description.contains(slip.says) }
        #expect(found != nil, "faults: \(check.faults) cautions: \(check.cautions)")
        if slip.isCaution { #expect(check.faults == []) }
        expectRussian(check.faults + check.cautions)
        let lines = changed.split(separator: "\n", omittingEmptySubsequences: false)
        let expected: Int
        if let at = slip.at {
            expected = 1 + (lines.firstIndex { $0.contains(at) } ?? -1)
        } else {
            let inner = slip.replace.split(separator: "\n").first.map(String.init) ?? slip.find
            let before = text[..<range.lowerBound].count { $0 == "\n" }
            expected = before + 1 + (inner.hasPrefix("\n") ? 1 : 0)
        }
        #expect(found?.line == expected, "\(found?.description ?? "nothing")")
    }

    @Test func saysThatTheTermHasNotBegun() throws {
        let check = AgreementCheck(
            try ExampleAgreements.bytes("west-east.agreement.yaml"), nowUnixSeconds: 1_600_000_000)
        #expect(check.faults == [])
        #expect(check.cautions.map(\.line) == [11])
        expectRussian(check.cautions)
    }

    @Test func severalFaultsAreAllNamed() throws {
        let text = try ExampleAgreements.text()
            .replacing("horizontal: 5 NM", with: "horizontal: 5").replacing("budget: 30", with: "budget: many")
            .replacing("purpose: exercise", with: "purpose: party")
        let check = AgreementCheck(Array(text.utf8))
        #expect(check.faults.count == 3, "\(check.faults)")
        expectRussian(check.faults)
        #expect(check.faults.map(\.line) == check.faults.map(\.line).sorted { ($0 ?? 0) < ($1 ?? 0) })
    }

    @Test func tellsWhatIsNoDocumentAtAll() {
        for text in ["", "- a", "a: [", "agreement", "\u{0}", "a: b: c"] {
            let check = AgreementCheck(Array(text.utf8))
            #expect(!check.faults.isEmpty, "\(text)")
            expectRussian(check.faults)
        }
        let noText = AgreementCheck([0xFF, 0xFE])
        #expect(noText.faults.first?.reason.english.contains("UTF-8") == true)
        expectRussian(noText.faults)
    }

    @Test func findsOneKeyInTwoHands() throws {
        let text = try ExampleAgreements.text()
        let key = try #require(text.firstMatch(of: /key: (WEST\S+)/)).1
        let other = try #require(text.firstMatch(of: /certificate: (sha256:2551\S+)/)).1
        let certificate = try #require(text.firstMatch(of: /certificate: (sha256:c88e\S+)/)).1
        let check = AgreementCheck(Array(text.replacing(other, with: certificate).utf8))
        #expect(check.faults.contains { $0.reason.english.contains("same certificate") })
        let named = AgreementCheck(Array(text.replacing("  EAST:\n    name", with: "  WEST2:\n    name").utf8))
        #expect(named.faults.contains { $0.reason.english.contains("they must be the same") }, "\(key)")
        expectRussian(check.faults + named.faults)
    }

    /// Every key that the page describes is one that is read, and with a second party what it shows would hold.
    @Test func thePageShowsWhatIsRead() throws {
        let page = try ExampleAgreements.page("agreement.md")
        let blocks = page.matches(of: /```yaml\n([\s\S]*?)```/).map { String($0.1) }
        #expect(blocks.count >= 6)
        let check = AgreementCheck(Array(blocks.joined(separator: "\n").utf8))
        #expect(
            check.faults.allSatisfy { $0.reason.english.contains("EAST") || $0.reason.english.contains("two parties") },
            "\(check.faults)")
        expectRussian(check.faults + check.cautions)
    }
}
