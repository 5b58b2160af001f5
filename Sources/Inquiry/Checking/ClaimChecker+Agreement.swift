import Accord

extension ClaimChecker {
    /// What a party had been told by a time: entries of others' records that it had acknowledged by then.
    func knownBy(_ proposition: Proposition, _ statement: KnownBy) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        let time = statement.atUnixSeconds
        let about = statement.about.map { Array("\"\($0)\"".utf8) }
        let told = testimony.entries.first { place in
            place.origin.reader == statement.party && place.at <= time
                && (statement.type == nil || place.entry.type == statement.type)
                && (about.map { Self.holds(place.entry.bodyJSON, $0) } ?? true)
        }
        let receipt = told.flatMap { testimony.receipt(of: $0) }
        let at = Written.time(time)
        let what = BilingualText(
            english: [statement.type, statement.about].compactMap { $0 }.joined(separator: " "),
            russian: [statement.type, statement.about].compactMap { $0 }.joined(separator: " "))
        let window = ClaimWindow(from: time - EvidenceRecord.silenceSeconds, to: time)
        if let told, let receipt, receipt.at <= time {
            var finding = happened(
                proposition, isSaid: statement.isSaid,
                found: BilingualText(
                    english:
                        "\(told.writer) wrote \(told.entry.type) at \(Written.time(told.at)); \(statement.party) signed at \(Written.time(receipt.at)) that it had it.",
                    russian:
                        "Сторона \(told.writer) внесла запись \(told.entry.type) в \(Written.time(told.at)); сторона \(statement.party) подписала в \(Written.time(receipt.at)), что получила её."
                ),
                absent: BilingualText(english: "", russian: ""), window: window)
            finding.rest(on: told.reference)
            finding.rest(on: receipt.reference)
            return finding
        }
        var finding = happened(
            proposition, isSaid: statement.isSaid, found: nil,
            absent: BilingualText(
                english:
                    "By \(at) \(statement.party) had not acknowledged any such entry\(what.english.isEmpty ? "" : " (\(what.english))").",
                russian:
                    "К \(at) сторона \(statement.party) не подтвердила получение такой записи\(what.russian.isEmpty ? "" : " (\(what.russian))")."
            ),
            window: window)
        if let told { finding.rest(on: told.reference) }
        return finding
    }

    /// Whether bytes hold others.
    private static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }

    /// Whether nothing changed the agreement in a window.
    func agreementUnchanged(_ proposition: Proposition, _ statement: AgreementUnchanged) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        let texts = Dictionary(
            AgreedDocuments.documents(in: testimony.entries).map { ($0.sha256, $0) }, uniquingKeysWith: { $1 })
        let changes = testimony.entries.filter { place in
            statement.window.contains(place.at)
                && Self.changedAgreement(place, texts).map {
                    statement.agreement == nil || $0 == statement.agreement
                } ?? false
        }
        let found = changes.first.map { first in
            BilingualText(
                english:
                    "The agreement did not stay as it was: \(changes.count) entries changed it, the first \(first.entry.type) by \(first.writer) at \(Written.time(first.at)).",
                russian:
                    "Соглашение не осталось прежним: его изменяли записи, всего \(changes.count); первая — \(first.entry.type), сторона \(first.writer), \(Written.time(first.at))."
            )
        }
        var finding = happened(
            proposition, isSaid: false, found: found,
            absent: BilingualText(
                english:
                    "No signature, suspension, resumption or end of the agreement stands in the records in that time.",
                russian:
                    "За это время в записях нет ни подписания, ни приостановления, ни возобновления, ни прекращения соглашения."
            ),
            window: statement.window)
        for place in changes { finding.rest(on: place.reference) }
        return finding
    }

    /// The agreement that an entry changes; nil: none. Only a party of it changes it, and rests or ends it in its own record.
    ///
    /// - Parameter texts: the documents that are here, by hash. Without a text nobody can say who may sign it.
    private static func changedAgreement(_ place: EvidenceEntry, _ texts: [String: AgreementDocument]) -> String? {
        if let signed = place.body(AgreementSignedBody.self) {
            if let text = texts[signed.sha256], text.agreement.party(place.writer) == nil { return nil }
            return signed.agreement
        }
        let named =
            place.body(AgreementSuspendedBody.self)?.agreement ?? place.body(AgreementResumedBody.self)?.agreement
            ?? place.body(AgreementEndedBody.self)?.agreement
        return named.flatMap { place.isUnder($0) ? $0 : nil }
    }
}
