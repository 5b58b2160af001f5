import Accord
import Exercise
import TestSupport
import Testing

/// Expects that each fault of a plan says the same in Russian as in English.
func expectRussian(_ faults: [DocumentFault], _ location: SourceLocation = #_sourceLocation) {
    for fault in faults {
        let defects = RussianSentence(english: fault.reason.english, russian: fault.reason.russian).defects
        #expect(
            defects == [], "\(fault.description(in: .english)) | \(fault.description(in: .russian))",
            sourceLocation: location)
    }
}

/// The faults of a plan as a person reads them who reads Russian.
struct RussianPlanFaultsTests {
    private func faults(_ changes: [(String, String)]) -> [DocumentFault] {
        let reader = PlanReader(ExamplePlan.changed(changes))
        return reader.faults + (reader.plan.map { PlanCheck($0, agreement: PlanCheckTests.terms).faults } ?? [])
    }

    @Test(arguments: [
        (
            "predicted-below: 3.2 NM", "predicted-below: 2.9 NM",
            "буфер в 2,9 морской мили меньше минимума в 3 морские мили"
        ),
        ("at-least: 3 NM, at-most", "at-least: 1 NM, at-most", "1 морская миля — меньше минимума в 3 морские мили"),
        (
            "horizontal: 3 NM", "horizontal: 2.5 NM",
            "минимум в 2,5 морской мили меньше минимума по соглашению, 3 морские мили"
        ),
        (
            "  altimeter: STD\n", "",
            "общая установка высотомеров не указана, хотя разность высот уменьшается до 500 футов"
        ),
        ("backup: KILO-2", "backup: KILO", "запасная частота — та же, что и основная"),
        (
            "COORD.DISTANCE dist=3NM", "COORD.DISTANCE dist=3",
            "dist=«3» непонятно: нужно число с единицей из NM, ft, km, m"
        ),
    ])
    func saysWhatIsWrong(find: String, replace: String, says: String) {
        let faults = self.faults([(find, replace)])
        #expect(faults.contains { $0.reason.russian == says }, "\(faults.map(\.reason.russian))")
        expectRussian(faults)
    }

    /// What the other tests of faults have no reason to provoke.
    @Test(arguments: [
        ("COORD.DISTANCE dist=3NM", "NO.SUCH"), ("COORD.DISTANCE dist=3NM", "COORD.DISTANCE"),
        ("COORD.DISTANCE dist=3NM", "COORD.DISTANCE dist=3NM dist=4NM"),
        ("COORD.DISTANCE dist=3NM", "MAN.CLIMB climb level=3"),
        ("COORD.DISTANCE dist=3NM", "TI.TRAFFIC clock=13 dist=5NM"),
        ("COORD.DISTANCE dist=3NM", "MAN.LEVEL_FL level=FL200 ref=QNH"),
        ("COORD.DISTANCE dist=3NM", "RSP.ROGER; RSP.ROGER"),
        ("COORD.DISTANCE dist=3NM", "RSP.ROGER; RSP.ROGER; RSP.ROGER; RSP.ROGER; RSP.ROGER; RSP.ROGER; RSP.ROGER"),
        ("COORD.DISTANCE dist=3NM", "\";\""), ("altimeter: STD", "altimeter: low"), ("name: KILO\n", "name: \"!\"\n"),
        ("heading: 90, level: FL200", "heading: 400, level: FL200"), ("id: november-2015", "id: november 2015"),
        ("until: 2015-11-03T10:00:00Z\n\nminimum", "until: 2015-11-03T08:00:00Z\n\nminimum"),
        ("languages: [ru, en]", "languages: [de]"),
        ("    start: {position: \"35.000, 38.200\", heading: 90, level: FL200, speed: 350 kt}\n", ""),
        ("    operator: EAST ground safety\n", ""), ("    position: \"35.15, 38.90\"\n", ""),
        ("safety-controller: GUARD", "safety-controller: NOBODY"),
        ("party: EAST\n    callsign: SOKOL", "party: WEST\n    callsign: SOKOL"), ("en: KNOCK IT OFF", "en: СТОП"),
        ("ru: ПРЕКРАТИТЬ ТРЕНИРОВКУ", "ru: STOP"), ("by: everybody", "by: [NOBODY]"),
        ("  primary: KILO\n", "  primary: LIMA\n"),
        ("  backup: KILO-2\n", "  backup: LIMA\n"), ("  backup: KILO-2\n", ""), ("  at: 2015-11-03T09:10:00Z\n", ""),
        ("  at: 2015-11-03T09:10:00Z\n", "  at: 2015-11-03T19:10:00Z\n"), ("  by: SOKOL\n", "  by: NOBODY\n"),
        ("lower: FL180", "lower: FL270"), ("KILO: 131.500 MHz", "LIMA: 131.500 MHz"),
        ("radius: 35 NM", "radius: 400 NM"),
        ("cards:", "cards: []\nothers:"),
        ("position: \"35.200, 38.251\"", "position: \"45.200, 38.251\""), ("plan: 1", "plan: 2"),
    ])
    func saysInRussianWhatItSaysInEnglish(find: String, replace: String) {
        let faults = self.faults([(find, replace)])
        #expect(!faults.isEmpty, "\(replace)")
        expectRussian(faults)
    }
}
