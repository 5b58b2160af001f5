extension DisclosureAudit {
    /// What an entry is about, read once.
    struct Matter {
        var type: String
        var atUnixSeconds: Double
        var isDistress: Bool
        var track: TrackBody?
        var alert: AlertBody?

        init(_ entry: Entry) throws(AccordError) {
            type = entry.type
            atUnixSeconds = entry.atUnixSeconds
            isDistress = false
            switch entry.type {
            case TrackBody.type: track = try entry.body(TrackBody.self)
            case AlertBody.type:
                let body = try entry.body(AlertBody.self)
                alert = body
                isDistress = EntryPermission.isDistress(body)
            case MessageBody.type: isDistress = EntryPermission.isDistress(try entry.body(MessageBody.self))
            case AbortBody.type: isDistress = true
            default: break
            }
        }
    }

    /// What is said of an entry under one way in which the agreement can have stood.
    struct Verdict {
        var rule: String?
        var violations: [Violation] = []
        /// Why it can't be said whose the aircraft was.
        var lack: OwnHistory.Lack?
        /// What was told of an aircraft by it.
        var told: Told?
    }

    mutating func judge(_ matter: Matter, under standing: AgreementStanding) -> Verdict {
        let flow = standing.flow(atUnixSeconds: matter.atUnixSeconds)
        let document = standing.version(atUnixSeconds: matter.atUnixSeconds)
        if let track = matter.track { return judge(track, matter, flow: flow, document: document) }
        guard
            EntryPermission.mayWrite(matter.type, isDistress: matter.isDistress, in: .agreement, flow: flow)
        else { return Verdict(violations: [.type(flow)]) }
        let violations = matter.alert.map { numbersNotAllowed(in: $0, under: document?.agreement) } ?? []
        return Verdict(rule: "every agreement: \(matter.type)", violations: violations)
    }

    private mutating func judge(
        _ body: TrackBody, _ matter: Matter, flow: AgreementFlow, document: AgreementDocument?
    ) -> Verdict {
        var verdict = Verdict()
        if flow != .inForce, !(flow.isSuspended && body.emergency != nil) { verdict.violations.append(.type(flow)) }
        guard let document, let rule = document.agreement.disclosure.first(where: { $0.identifier == body.rule }) else {
            verdict.violations.append(.noSuchRule(body.rule))
            return verdict
        }
        verdict.rule = rule.identifier
        if isSimulating, Pseudonyms.isSimulated(body.track) {
            // A simulated flight is no aircraft: its precision and its pace give nothing away.
            verdict.rule = "\(rule.identifier), simulated: it tells of no aircraft"
            return verdict
        }
        if rule.from != party || rule.to != peer { verdict.violations.append(.otherParties(rule.identifier)) }
        let judgement = TrackJudgement(
            body: body, rule: rule, book: book(of: document), atUnixSeconds: matter.atUnixSeconds,
            isFineAllowed: body.emergency != nil || wasInConflict(body.track, atUnixSeconds: matter.atUnixSeconds),
            lastDecidedUnixSeconds: told[body.track]?.decidedUnixSeconds)
        verdict.violations += judgement.violations
        verdict.take(ownership(of: body, under: rule, atUnixSeconds: matter.atUnixSeconds))
        verdict.told = Told(body: body, decidedUnixSeconds: judgement.decidedUnixSeconds)
        return verdict
    }

    /// The numbers of an alert that tell more of an own aircraft than was told of it otherwise. An alert of a zone that names none of ours
    /// speaks of the peer's own aircraft.
    private func numbersNotAllowed(in alert: AlertBody, under agreement: Agreement?) -> [Violation] {
        let own = alert.tracks.compactMap { told[$0]?.body }
        guard !own.isEmpty else { return alert.kind == .zone ? [] : AlertPrecision.numbers(of: alert) }
        return own.flatMap { told in
            agreement.flatMap { AlertPrecision(told: told, under: $0) }?.violations(of: alert)
                ?? AlertPrecision.numbers(of: alert)
        }
    }
}

extension AgreementFlow {
    /// Whether the agreement is suspended.
    var isSuspended: Bool { if case .suspended = self { true } else { false } }

    /// In a word.
    var word: String {
        switch self {
        case .none: "not in force"
        case .inForce: "in force"
        case .suspended: "suspended"
        case .ended: "over"
        }
    }
}
