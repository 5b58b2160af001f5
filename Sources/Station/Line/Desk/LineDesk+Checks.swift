import Accord

/// The line itself: checks, answers to them, and what a party declares.
extension LineDesk {
    /// What the station owes by itself: the answer to the newest automatic check of the peer, and a check of its own when
    /// the interval is over. Older checks stay without an answer, as they were.
    mutating func owed(at seconds: Double) throws -> [EntryDraft] {
        var drafts: [EntryDraft] = []
        let waiting = standing.unanswered.filter { $0.key.side == .theirs && !$0.isForPersons }
        let newest = standing.checks.values.filter { $0.key.side == .theirs && !$0.isForPersons }
            .max { $0.mark.order < $1.mark.order }
        if let last = waiting.last, last == newest {
            drafts.append(
                try EntryDraft(
                    LineCheckedBody(check: last.key.identifier, readability: 5, by: .station(terms.party))))
        }
        if isCheckDue(at: seconds) { drafts += try check(person: false, at: seconds).drafts }
        if isPersonCheckDue(at: seconds) { drafts += try check(person: true, at: seconds).drafts }
        return drafts
    }

    /// Whether persons were asked at neither end for the agreed interval. One that nobody has answered yet stays on both screens.
    func isPersonCheckDue(at seconds: Double) -> Bool {
        guard let interval = terms.personCheckIntervalSeconds else { return false }
        let checks = standing.checks.values.filter(\.isForPersons)
        let last = checks.map { min($0.mark.atUnixSeconds, seconds) }.max() ?? -.infinity
        return seconds - last >= interval
    }

    /// Whether the line was neither tested nor checked by us for the agreed interval.
    func isCheckDue(at seconds: Double) -> Bool {
        let ours = standing.checks.values.filter { $0.key.side == .ours }.map(\.mark.atUnixSeconds).max()
        let tested = standing.lastTest?.answer.mark.atUnixSeconds
        // A time of the peer's clock can't put our check off.
        let last = max(ours ?? -.infinity, min(tested ?? -.infinity, seconds))
        return seconds - last >= terms.checkIntervalSeconds
    }

    /// A check of the line; with a person at each end where `person` is true.
    mutating func check(person: Bool, at seconds: Double) throws -> (identifier: String, drafts: [EntryDraft]) {
        let identifier = nextIdentifier(at: seconds)
        return (identifier, [try EntryDraft(LineCheckBody(check: identifier, person: person))])
    }

    /// A person answers a check of the peer.
    func answer(check identifier: String, readability: Int, by person: Person) throws -> [EntryDraft] {
        let key = LineKey(side: .theirs, identifier: identifier)
        guard standing.checks[key] != nil, standing.answers[key] == nil else {
            throw LineError.unknownCheck(identifier)
        }
        return [try EntryDraft(LineCheckedBody(check: identifier, readability: readability, by: person))]
    }

    /// This party declares the line to be in a state.
    ///
    /// - Throws: `LineError` where it says what holds already, or gives no reason for what needs one.
    func declare(_ state: LineStateBody.State, reason: String?, by person: Person) throws -> [EntryDraft] {
        let now = standing.statements[.ours]?.state ?? .normal
        switch state {
        case .suspended, .degraded:
            guard let reason, !reason.allSatisfy(\.isWhitespace) else {
                throw LineError.form("say why the line is \(state.rawValue)")
            }
        case .restored:
            guard now == .suspended else { throw LineError.notNow("\(terms.party) has not suspended the line") }
        case .normal:
            guard now == .degraded else {
                throw LineError.notNow("\(terms.party) holds the line \(now.rawValue) and not degraded")
            }
        }
        guard state != now || reason != standing.statements[.ours]?.reason else {
            throw LineError.notNow("\(terms.party) says so already")
        }
        return [try EntryDraft(LineStateBody(state: state, reason: reason, by: person))]
    }
}
