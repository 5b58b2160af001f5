import Accord

extension ClaimChecker {
    /// How near to a time something must have passed over the line to show that it worked, seconds.
    private static let workingSeconds = 600.0

    /// In what state the line was.
    func lineState(_ proposition: Proposition, _ statement: LineStateAt) -> Finding {
        if testimony.isEmpty { return withoutRecords(proposition) }
        if statement.state == "working" { return lineWorking(proposition, statement) }
        let time = statement.atUnixSeconds
        let states = statesBefore(time)
        let relevant = states.filter { statement.by == nil || $0.key == statement.by }
        let window = ClaimWindow(from: time - EvidenceRecord.silenceSeconds, to: time)
        let wanted = statement.by.map { [$0] }
        var finding: Finding
        let saidRussian = relevant.sorted { $0.key < $1.key }
            .map { "\($0.key): \(Self.russian($0.value.state)) (\(Written.time($0.value.place.at)))" }.joined(
                separator: "; ")
        let said = relevant.sorted { $0.key < $1.key }.map {
            "\($0.key): \($0.value.state.rawValue) (\(Written.time($0.value.place.at)))"
        }
        .joined(separator: "; ")
        let at = Written.time(time)
        let sentence =
            said.isEmpty
            ? BilingualText(
                english: "No record has a state of the line before \(at).",
                russian: "До \(at) ни в одной записи нет сведений о состоянии линии.")
            : BilingualText(
                english: "At \(at) the line was, as last signed: \(said).",
                russian: "На \(at) состояние линии, по последним подписанным записям: \(saidRussian).")
        let isIn = relevant.contains { $0.value.state.rawValue == statement.state }
        finding = Finding(proposition, .notDeterminable, sentence)
        let missing = testimony.incomplete(window, of: wanted)
        // One side's word is enough for what one side can bring about.
        if isIn,
            statement.state != "normal"
                || relevant.allSatisfy({ ["normal", "restored"].contains($0.value.state.rawValue) })
        {
            finding.verdict = missing.isEmpty || wanted != nil ? .supported : .notDeterminable
        } else if missing.isEmpty {
            finding.verdict = .contradicted
        }
        if finding.verdict == .notDeterminable {
            finding.limit(by: relevant.isEmpty ? .noData : .recordIncomplete)
            finding.missing = missing
        }
        for state in relevant.values { finding.rest(on: state.place.reference) }
        return finding
    }

    private static func russian(_ state: LineStateBody.State) -> String {
        switch state {
        case .normal: "работает нормально"
        case .degraded: "работает с ухудшением"
        case .suspended: "приостановлена"
        case .restored: "восстановлена"
        }
    }

    /// What each party last said of the line by a time; suspending and resuming an agreement does the same to its line.
    private func statesBefore(_ time: Double) -> [String: (place: EvidenceEntry, state: LineStateBody.State)] {
        var states: [String: (place: EvidenceEntry, state: LineStateBody.State)] = [:]
        for place in testimony.entries where place.at <= time && place.origin.reader != nil {
            if let body = place.body(LineStateBody.self) { states[place.writer] = (place, body.state) }
            if let body = place.body(AgreementSuspendedBody.self), place.isUnder(body.agreement) {
                states[place.writer] = (place, .suspended)
            }
            if let body = place.body(AgreementResumedBody.self), place.isUnder(body.agreement) {
                states[place.writer] = (place, .restored)
            }
        }
        return states
    }

    /// Whether the line worked, whatever was declared: something was sent and received about that time.
    private func lineWorking(_ proposition: Proposition, _ statement: LineStateAt) -> Finding {
        let time = statement.atUnixSeconds
        let suspended = statesBefore(time).values.filter { $0.state == .suspended }.map(\.place.at).max()
        // What passed before it was suspended shows nothing of the time after.
        let window = ClaimWindow(
            from: max(time - Self.workingSeconds, suspended ?? -.infinity), to: time + Self.workingSeconds)
        let declared = statesBefore(time).filter { $0.value.state == .suspended }.keys.sorted().joined(separator: ", ")
        let note =
            declared.isEmpty
            ? BilingualText(english: "", russian: "")
            : BilingualText(
                english: " It had been declared suspended by \(declared).",
                russian: " При этом сторона \(declared) объявила её приостановленной.")
        let passed = testimony.entries.filter { place in
            window.contains(place.at)
                && [MessageBody.type, LineCheckBody.type, LineCheckedBody.type].contains(place.entry.type)
                && (testimony.receipt(of: place).map { window.contains($0.at) } ?? false)
        }.min { abs($0.at - time) < abs($1.at - time) }
        let found = passed.map { place in
            BilingualText(
                english:
                    "The line carried \(place.entry.type) from \(place.writer) at \(Written.time(place.at)), and the other station had it.",
                russian:
                    "По линии прошла запись \(place.entry.type) стороны \(place.writer) в \(Written.time(place.at)), и другая станция её получила."
            ) + note
        }
        var finding = happened(
            proposition, isSaid: true, found: found,
            absent: BilingualText(
                english: "Within 10 minutes of \(Written.time(time)) no message and no check passed over the line.",
                russian: "В пределах 10 минут от \(Written.time(time)) по линии не прошло ни сообщений, ни проверок.")
                + note, window: window)
        // Silence is not failure: nobody may have had anything to say.
        if finding.verdict == .contradicted, declared.isEmpty {
            finding.verdict = .notDeterminable
            finding.limit(by: .noData)
        }
        if let passed {
            finding.rest(on: passed.reference)
            if let receipt = testimony.receipt(of: passed) { finding.rest(on: receipt.reference) }
        }
        return finding
    }
}
