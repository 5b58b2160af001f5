import Accord

extension ClaimChecker {
    /// Whether nothing passed but what the agreement in force allowed: every entry by the audit of its record.
    func nothingBeyond(_ proposition: Proposition, _ window: ClaimWindow) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        let shared = testimony.records.filter { $0.origin.reader != nil && isWithin(window, $0.spanUnixSeconds) }
        let found = shared.flatMap { breaches(of: $0, window) }.sorted {
            $0.breach.atUnixSeconds < $1.breach.atUnixSeconds
        }
        if let first = found.first {
            let breach = first.breach
            let at = Written.time(breach.atUnixSeconds)
            var finding = Finding(
                proposition, .contradicted,
                BilingualText(
                    english:
                        "\(found.count) entries went beyond what the agreement allowed, the first \(breach.type) by \(first.origin.writer) at \(at): \(breach.english).",
                    russian:
                        "Записи, выходящие за рамки соглашения, всего \(found.count); первая — \(breach.type), сторона \(first.origin.writer), \(at): \(breach.russian)."
                ))
            for each in found.prefix(100) {
                finding.rest(on: EvidenceReference(record: each.origin.description, index: each.breach.index))
            }
            return finding
        }
        var finding = happened(
            proposition, isSaid: false, found: nil,
            absent: BilingualText(
                english:
                    "In the records nothing that passed between the parties in that time went beyond the agreement: types of entries, rules, fields, precision, delay, place, whose aircraft. What passed by other ways is not in the records.",
                russian:
                    "По записям, ничто из переданного между сторонами за это время не выходило за рамки соглашения: типы записей, правила, поля, точность, задержка, район, принадлежность бортов. О том, что передавалось иными путями, записи не говорят."
            ),
            window: window)
        let names = Set(shared.map(\.origin.description))
        if testimony.audits.contains(where: {
            names.contains($0.origin) && $0.simulatedUnixSeconds != nil && isWithin(window, $0.simulatedUnixSeconds)
        }) {
            finding.limit(by: .simulated)
        }
        let lacking = shared.flatMap { unknown(of: $0, window) }
        guard !lacking.isEmpty else { return finding }
        finding.verdict = .notDeterminable
        finding.limit(by: .recordIncomplete)
        finding.sentence = BilingualText(
            english:
                "No breach of the agreement is found, and not all that is needed to rule it out is in the records.",
            russian: "Нарушений соглашения не найдено, но в записях есть не всё, что нужно, чтобы их исключить.")
        for text in lacking where !finding.missing.contains(text) { finding.missing.append(text) }
        if finding.settles.isEmpty {
            finding.settles = [BilingualText(english: "these records", russian: "эти записи")]
        }
        return finding
    }

    private func isWithin(_ window: ClaimWindow, _ span: ClosedRange<Double>?) -> Bool {
        guard let span else { return false }
        return (window.from.map { $0 <= span.upperBound } ?? true) && (window.to.map { span.lowerBound <= $0 } ?? true)
    }

    private func breaches(
        of record: EvidenceRecord, _ window: ClaimWindow
    ) -> [(origin: RecordOrigin, breach: AuditedRecord.Breach)] {
        guard case .contact = record.origin.scope else {
            let audits = testimony.audits.filter { $0.origin == record.origin.description }
            return audits.flatMap(\.breaches).filter { window.contains($0.atUnixSeconds) }.map { (record.origin, $0) }
        }
        let name = record.origin.description
        return testimony.entries.filter { $0.reference.record == name && window.contains($0.at) }
            .filter { !EntryPermission.mayStand($0.entry.type, in: .contact) }
            .map { place in
                let breach = AuditedRecord.Breach(
                    index: place.reference.index, atUnixSeconds: place.at, type: place.entry.type,
                    english: "before an agreement no entry of this type may pass",
                    russian: "до соглашения записи такого типа передавать нельзя")
                return (record.origin, breach)
            }
    }

    private func unknown(of record: EvidenceRecord, _ window: ClaimWindow) -> [BilingualText] {
        if case .contact = record.origin.scope { return [] }
        let audits = testimony.audits.filter { $0.origin == record.origin.description }
        guard !audits.isEmpty else {
            return [
                BilingualText(
                    english: "an audit of \(record.origin) against its agreement",
                    russian: "сверка \(record.origin) с соглашением")
            ]
        }
        return audits.flatMap(\.unknown).filter { isWithin(window, $0.from...max($0.from, $0.to)) }
            .map { BilingualText(english: $0.english, russian: $0.russian) }
    }
}
