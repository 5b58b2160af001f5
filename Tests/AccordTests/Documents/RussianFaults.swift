import Accord
import TestSupport
import Testing

/// Expects that each fault says the same in Russian as in English.
func expectRussian(_ faults: [DocumentFault], _ location: SourceLocation = #_sourceLocation) {
    for fault in faults {
        let defects = RussianSentence(english: fault.reason.english, russian: fault.reason.russian).defects
        #expect(
            defects == [], "\(fault.description(in: .english)) | \(fault.description(in: .russian))",
            sourceLocation: location)
    }
}

/// Faults and cautions as a person reads them who reads Russian.
struct RussianFaultsTests {
    private func check(_ find: String, _ replace: String) throws -> AgreementCheck {
        let text = try ExampleAgreements.text()
        #expect(text.contains(find))
        return AgreementCheck(
            Array(text.replacing(find, with: replace, maxReplacements: 1).utf8), nowUnixSeconds: 1_633_608_000)
    }

    @Test(arguments: [
        (
            "horizontal: 5 NM", "horizontal: 5",
            "строка 41: minima / 1 / horizontal: «5» непонятно: нужно число с m, km, ft или NM, например 5NM"
        ),
        ("lower: FL200", "lower: FL300", "строка 67: zones / NORTH / upper: верхняя граница должна быть выше нижней"),
        (
            "notice: 3 d", "notice: 40000 d",
            "строка 184: ending / notice: 40000 d — вне пределов от 0 до 31\u{A0}622\u{A0}400 с"
        ),
        (
            "activated-by: [WEST]", "activated-by: [NORTH]",
            "строка 80: zones / RELIEF / activated-by: стороны «NORTH» нет; есть WEST, EAST"
        ),
        (
            "budget: 30", "budget: 300",
            "предупреждение: строка 175: questions / budget: более 120 автоматических ответов в час позволяют выяснить, где находятся воздушные суда"
        ),
        (
            "delay: 0 s\n    while-conflict: {grid: 0.1 NM,", "delay: 60 s\n    while-conflict: {grid: 2 NM,",
            "строка 121: disclosure / 1 / while-conflict: пока сохраняется угроза сближения, сведения не должны быть грубее, позже или реже обычного"
        ),
        (
            ", with-person: 12 h", "",
            "предупреждение: строка 148: line: нет проверки с участием людей на обоих концах: на исправной линии может никого не быть"
        ),
    ])
    func saysWhatIsWrong(find: String, replace: String, says: String) throws {
        let lines = try self.check(find, replace).lines(in: [.russian])
        // The line's number is the check's own business; what it says is this one's.
        func bare(_ line: String) -> String { line.replacing(#/строка \d+: /#, with: "") }
        #expect(lines.map(bare).contains(bare(says)), "\(lines)")
    }

    @Test func eachLanguageHasItsLine() throws {
        let check = try self.check("retention: 90 d", "retention: 10 d")
        let english = "caution: line 174: retention: what happened is often asked after more than 30 days"
        let russian = "предупреждение: строка 174: retention: о случившемся часто спрашивают и более чем через 30 дней"
        #expect(check.lines(in: [.english]) == [english])
        #expect(check.lines(in: [.russian]) == [russian])
        #expect(check.lines(in: [.english, .russian]) == [english, russian])
    }

    /// What the other tests of faults have no reason to provoke.
    @Test(arguments: [
        ("gap: 15 s", "gap: 90 s"), ("until: 2035-12-31T00:00:00Z}\n\nm", "until: 2095-12-31T00:00:00Z}\n\nm"),
        ("agreement: SEINE-1", "agreement:"), ("version: 1", "version: [1]"), ("languages: [en, fr]", "languages: []"),
        ("languages: [en, fr]", "languages: [en, en]"), ("key: WEST+", "key: WEST"), ("  EAST:\n", "  WEST/2:\n"),
        ("key: WEST+b6b6233a+ATphVpq3kqOguWdypH2P++Z7Mk4L/iTvBc57U641XVe1", "key: WEST+b6b6233a+AQ=="),
        ("key: WEST+b6b6233a+ATph", "key: WEST+b6b6233a+CTph"), ("key: WEST+b6b6233a+ATph", "key: WEST+b6b6233a+!!"),
        ("  EAST:\n    name", "  west:\n    name"), ("certificate: sha256:c88e", "certificate: -----c88e"),
        ("upper: FL660", "upper: 6000 m QNH"), ("upper: FL660", "upper: 6000 m QFE 99"),
        ("radius: 15 NM", "radius: 900 NM"),
        ("circle: {centre: \"49.6, 2.4\", radius: 15 NM}", "polygon: [\"49.6, 2.4\"]"),
        ("    circle: {centre: \"49.6, 2.4\", radius: 15 NM}\n", ""), ("centre: \"49.6, 2.4\"", "centre: here"),
        ("vertical: 1000 ft", "vertical: 20 km"), ("horizontal: 150 m", "horizontal: 500 ft"),
        ("  NORTH:\n", "  NORTH ZONE:\n"), ("purpose: corridor", "purpose: alerting"), ("on activation", "sometimes"),
        ("lower: FL200", "lower: 6000 ft QNH 1013"),
        ("    entitled: [WEST, EAST]\n  RELIEF", "  RELIEF"), ("purpose: keep-out", "purpose: restricted"),
        (
            "centre: \"48.05, 2.10\", radius: 3 NM}\n    lower: ground\n    upper: 5000 ft",
            "centre: \"48.4, 2.1\", radius: 3 NM}\n    lower: FL100\n    upper: FL140"
        ),
        (
            "- {from: 2021-10-07T06:00:00Z,",
            "- {from: 2021-10-07T05:00:00Z, until: 2021-10-07T07:00:00Z}\n      - {from: 2021-10-07T06:00:00Z,"
        ),
        ("monitored-by: [WEST, EAST]\n  - name: backup", "monitored-by: []\n  - name: backup"),
        ("- name: backup", "- name: common"), ("frequency: 132.015 MHz", "frequency: many MHz"),
        ("frequency: 132.015 MHz", "frequency: 132.0150001 MHz"), ("frequency: 277.025 MHz", "frequency: 277.020 MHz"),
        ("aircraft: ours", "aircraft: theirs"), ("aircraft: ours", "aircraft: {identifiers: [\"a b\"]}"),
        ("aircraft: ours", "aircraft: {identifiers: []}"),
        ("aircraft: ours", "aircraft: ours\n    lower: 900 m QNH 1013"),
        ("aircraft: ours", "aircraft: ours\n    lower: FL200\n    upper: FL100"),
        ("aircraft: ours", "aircraft: ours\n    lower: FL700"),
        ("    zone: NORTH\n    aircraft: {callsigns: [AFR*, RYR*]}", "    aircraft: ours"),
        ("grid: 0.5 NM", "grid: 20 NM"), ("level-grid: 500 ft", "level-grid: 6000 ft"),
        ("level-grid: 500 ft", "level-grid: 2000 ft"),
        (
            "while-conflict: {grid: 0.1 NM, level-grid: 100 ft, time-grid: 1 s",
            "while-conflict: {grid: 0.1 NM, level-grid: 100 ft, time-grid: 3 s"
        ),
        ("delay: 0 s\n    while-conflict: {grid", "delay: 300 s\n    while-conflict: {delay: 100 s, grid"),
        ("delay: 0 s\n    while-conflict: {grid", "delay: 4000 s\n    while-conflict: {delay: 4000 s, grid"),
        ("from: EAST\n    to: WEST", "from: WEST\n    to: EAST"),
        ("  distress:\n    - {after: 0 s, sound: yes}\n", "  distress:\n    - {after: 400 s, sound: yes}\n"),
        ("- {after: 0 s, sound: yes}", "- {after: 0 s}"),
        ("  advisory:\n    - {after: 0 s, sound: yes}\n", "  advisory: []\n"),
        ("      contact: {en: Western centre, ru: Западный центр}\n", ""), ("sound: yes", "sound: loud"),
        ("level: 1000 ft\n  time", "level: 9000 ft\n  time"), ("budget: 30", "budget: 0"),
        ("title:\n  en: Safety of flight over the Paris basin\n", "title:\n  en: Безопасность\n"),
        ("title:\n", "title: Safety\nother:\n"),
        (
            "retention: 90 d",
            "retention: 90 d\nrelay:\n  - {rule: r, of: WEST, by: WEST, to: WEST, under: X}\n  - {rule: r, of: NOBODY, by: EAST, to: S, under: X}"
        ),
        ("  - name: general\n    horizontal: 5 NM", "  - name: general\n    zone: NORTH\n    horizontal: 5 NM"),
        ("    - 50.2, 0.5\n", "    - 50.2, 0.5, 7\n"), ("automatic: yes", "automatic: maybe"),
        ("agreement: SEINE-1", "agreement: &a SEINE-1\ny: *a"),
        ("version: 1\n", "version: 1\nversion: 2\n"), ("version: 1\n", "version: \"1\n"),
        ("version: 1\n", "version: 1\n\tx: 1\n"),
        ("version: 1\n", "version: 1\n- 2\n"), ("parties:", "parties: [x]\nothers:"),
        ("disclosure:", "disclosure: {a: b}\nothers:"),
        ("    name: {en: Relief corridor, ru: Гуманитарный коридор}\n", ""), ("  EAST:\n", "  EAST: &\n"),
        ("version: 1\n", "version: %\n"),
    ])
    func saysInRussianWhatItSaysInEnglish(find: String, replace: String) throws {
        let check = try self.check(find, replace)
        #expect(!check.faults.isEmpty || !check.cautions.isEmpty, "\(replace)")
        expectRussian(check.faults + check.cautions)
    }

    @Test func saysWhatIsWrongWithAListOfOwnAircraft() {
        for text in [
            "ours: [{callsign: '*'}]", "ours: [{}]", "ours: [{identifier: a b}]",
            "ours: [{callsign: A, from: 2021-10-07T06:00:00Z, until: 2021-10-07T05:00:00Z}]",
        ] {
            do throws(AccordError) {
                _ = try OwnAircraft(yaml: text)
                Issue.record("\(text)")
            } catch {
                guard case .document(let faults) = error else {
                    Issue.record("\(error)")
                    return
                }
                expectRussian(faults)
            }
        }
    }
}
