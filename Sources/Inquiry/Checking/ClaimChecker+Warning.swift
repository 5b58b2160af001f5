import Accord

extension ClaimChecker {
    /// A warning with the times that both sides signed.
    private struct Warning {
        var place: EvidenceEntry
        var receipt: EvidenceEntry?
        var shown: EvidenceEntry?
        var read: EvidenceEntry?
    }

    /// Whether one side warned the other so long before.
    func warningGiven(_ proposition: Proposition, _ statement: WarningGiven) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        let before = statement.beforeUnixSeconds
        let window = ClaimWindow(from: before - statement.lookBackSeconds, to: before)
        let warnings = warnings(statement, window)
        guard let first = warnings.first else {
            var finding = happened(
                proposition, isSaid: statement.atLeastSeconds != nil, found: nil,
                absent: BilingualText(
                    english:
                        "The records hold no such message from \(statement.by) in the \(Written.duration(statement.lookBackSeconds).english) before \(Written.time(before)).",
                    russian:
                        "В записях нет такого сообщения стороны \(statement.by) за \(Written.duration(statement.lookBackSeconds).russian) до \(Written.time(before))."
                ),
                window: window, of: [statement.by])
            // That it came late at best is not shown by a warning that never came.
            if statement.atMostSeconds != nil, finding.verdict == .supported { finding.verdict = .contradicted }
            return finding
        }
        let clocks = first.receipt.map { testimony.clocks(first.place.writer, $0.writer) } ?? 0
        let sent = before - first.place.at
        var finding = Finding(proposition, .notDeterminable, Self.sentence(first, before: before))
        finding.high = sent
        finding.low = first.receipt.map { before - $0.at - clocks }
        finding.unit = "s"
        finding.confidence = 1
        if first.receipt == nil {
            finding.limit(by: .recordIncomplete)
            let other = statement.to ?? first.place.origin.reader ?? "–"
            finding.missing = [
                BilingualText(
                    english: "\(other)'s receipt for it", russian: "подтверждение стороны \(other) о его получении")
            ]
            finding.settles = [BilingualText(english: "\(other)'s record", russian: "запись стороны \(other)")]
        }
        if let least = statement.atLeastSeconds {
            if let low = finding.low, low >= least {
                finding.verdict = .supported
            } else if sent < least {
                finding.verdict =
                    testimony.incomplete(window, of: [statement.by]).isEmpty ? .contradicted : .notDeterminable
                if finding.verdict == .notDeterminable { finding.limit(by: .recordIncomplete) }
            } else {
                finding.limit(by: .intervalStraddles)
            }
        } else if let most = statement.atMostSeconds {
            if let low = finding.low, low > most {
                finding.verdict = .contradicted
            } else if sent <= most {
                finding.verdict =
                    testimony.incomplete(window, of: [statement.by]).isEmpty ? .supported : .notDeterminable
                if finding.verdict == .notDeterminable { finding.limit(by: .recordIncomplete) }
            } else {
                finding.limit(by: .intervalStraddles)
            }
        }
        for place in [first.place, first.receipt, first.shown, first.read].compactMap({ $0 }) {
            finding.rest(on: place.reference)
        }
        return finding
    }

    private func warnings(_ statement: WarningGiven, _ window: ClaimWindow) -> [Warning] {
        let shown = testimony.all(MessageShownBody.self)
        let read = testimony.all(MessageReadBody.self)
        return testimony.all(MessageBody.self).filter { place, body in
            place.writer == statement.by && (statement.to == nil || place.origin.reader == statement.to)
                && window.contains(place.at) && body.late != true
                && (statement.codes.isEmpty || body.elements.contains { statement.codes.contains($0.code) })
        }.map { place, body in
            let isAnswer = { (other: EvidenceEntry) in
                other.writer == place.origin.reader && other.origin.reader == place.writer
                    && other.at >= place.at - 86_400
            }
            return Warning(
                place: place, receipt: testimony.receipt(of: place),
                shown: shown.first { $0.body.message == body.message && isAnswer($0.place) }?.place,
                read: read.first { $0.body.message == body.message && isAnswer($0.place) }?.place)
        }
    }

    private static func sentence(_ warning: Warning, before: Double) -> BilingualText {
        func time(_ place: EvidenceEntry?) -> String? { place.map { Written.time($0.at) } }
        let sent = Written.time(warning.place.at)
        let lead = Written.duration(before - warning.place.at)
        var text = BilingualText(
            english: "\(warning.place.writer) sent the message at \(sent), \(lead.english) before",
            russian:
                "Сторона \(warning.place.writer) отправила сообщение в \(sent), за \(lead.russian) до указанного времени"
        )
        if let at = time(warning.receipt) {
            text =
                text
                + BilingualText(
                    english: "; the other station had it at \(at)", russian: "; другая станция получила его в \(at)")
        }
        if let at = time(warning.shown) {
            text = text + BilingualText(english: "; shown at \(at)", russian: "; показано в \(at)")
        }
        if let at = time(warning.read) {
            text =
                text + BilingualText(english: "; read by a person at \(at)", russian: "; прочитано человеком в \(at)")
        }
        return text + BilingualText(english: ".", russian: ".")
    }
}
