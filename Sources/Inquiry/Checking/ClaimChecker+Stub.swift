extension ClaimChecker {
    func noRecords(_ proposition: Proposition) -> Finding {
        var finding = Finding(
            proposition, .notDeterminable,
            BilingualText(
                en: "Only recordings of traffic were given; what the parties said and signed is not in them.",
                ru: "Представлены только записи воздушной обстановки; того, что стороны говорили и подписывали, в них нет."))
        finding.limit(by: .noData)
        return finding
    }
    func exercise(_ proposition: Proposition, _ statement: ExerciseHeld) -> Finding { noRecords(proposition) }
    func communication(_ proposition: Proposition, _ statement: Communication) -> Finding { noRecords(proposition) }
    func warning(_ proposition: Proposition, _ statement: WarningGiven) -> Finding { noRecords(proposition) }
    func lineState(_ proposition: Proposition, _ statement: LineStateAt) -> Finding { noRecords(proposition) }
    func knownBy(_ proposition: Proposition, _ statement: KnownBy) -> Finding { noRecords(proposition) }
    func agreementUnchanged(_ proposition: Proposition, _ statement: AgreementUnchanged) -> Finding { noRecords(proposition) }
    func nothingBeyond(_ proposition: Proposition, _ window: ClaimWindow) -> Finding { noRecords(proposition) }
}
