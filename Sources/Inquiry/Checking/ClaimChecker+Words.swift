import Accord

extension ClaimChecker {
    /// The finding where only recordings were given.
    func withoutRecords(_ proposition: Proposition) -> Finding {
        .open(
            proposition,
            BilingualText(
                english: "Only recordings of traffic were given; what the parties said and signed is not in them.",
                russian:
                    "Представлены только записи воздушной обстановки; того, что стороны говорили и подписывали, в них нет."
            ),
            by: .noData, missing: [BilingualText(english: "the parties' records", russian: "записи сторон")],
            settles: [
                BilingualText(
                    english: "the records of both parties, or an extract of them",
                    russian: "записи обеих сторон или выписка из них")
            ])
    }

    /// A finding on whether something happened: what was found speaks for itself, its absence only over complete records.
    func happened(
        _ proposition: Proposition, isSaid: Bool, found: BilingualText?, absent: BilingualText, window: ClaimWindow,
        of parties: [String]? = nil
    ) -> Finding {
        if let found { return Finding(proposition, isSaid ? .supported : .contradicted, found) }
        let missing = testimony.incomplete(window, of: parties)
        guard missing.isEmpty else {
            return .open(
                proposition, absent, by: window.closed == nil ? .noWindow : .recordIncomplete, missing: missing,
                settles: [
                    BilingualText(
                        english: "the complete records of that time", russian: "полные записи за это время")
                ])
        }
        return Finding(proposition, isSaid ? .contradicted : .supported, absent)
    }
}
