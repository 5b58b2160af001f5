import Accord

extension ClaimChecker {
    /// The finding where only recordings were given.
    func withoutRecords(_ proposition: Proposition) -> Finding {
        var finding = Finding(
            proposition, .notDeterminable,
            BilingualText(
                english: "Only recordings of traffic were given; what the parties said and signed is not in them.",
                russian:
                    "Представлены только записи воздушной обстановки; того, что стороны говорили и подписывали, в них нет."
            ))
        finding.limit(by: .noData)
        finding.missing = [BilingualText(english: "the parties' records", russian: "записи сторон")]
        finding.settles = [
            BilingualText(
                english: "the records of both parties, or an extract of them",
                russian: "записи обеих сторон или выписка из них")
        ]
        return finding
    }

    /// A finding on whether something happened: what was found speaks for itself, its absence only over complete records.
    func happened(
        _ proposition: Proposition, isSaid: Bool, found: BilingualText?, absent: BilingualText, window: ClaimWindow,
        of parties: [String]? = nil
    ) -> Finding {
        if let found { return Finding(proposition, isSaid ? .supported : .contradicted, found) }
        let missing = testimony.incomplete(window, of: parties)
        guard missing.isEmpty else {
            var finding = Finding(proposition, .notDeterminable, absent)
            finding.limit(by: window.closed == nil ? .noWindow : .recordIncomplete)
            finding.missing = missing
            finding.settles = [
                BilingualText(
                    english: "the complete records of that time", russian: "полные записи за это время")
            ]
            return finding
        }
        return Finding(proposition, isSaid ? .contradicted : .supported, absent)
    }
}
