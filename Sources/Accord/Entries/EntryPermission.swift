/// What the parties of an agreement may send each other now.
public enum AgreementFlow: Sendable, Hashable {
    /// No agreement is in force.
    case none
    /// It is in force: all that it names flows.
    case inForce
    /// A party has suspended it: only what it names as still owed flows, and distress.
    case suspended(owed: Set<OwedDuty>)
    /// It has ended or its term is over: the record can be closed and spoken about, and nothing else.
    case ended
}

/// What an agreement can name as still owed while it is suspended.
public enum OwedDuty: String, Sendable, Hashable, Codable, CaseIterable {
    /// Alerts of conflicts, losses and zones.
    case safetyAlerts = "safety-alerts"
    /// Checks of the line.
    case lineChecks = "line-checks"
    /// Messages on the line.
    case messages
    /// Activations of zones.
    case zones
    /// Questions “is this yours?” and their answers.
    case questions
}

/// In which records entries of a type may stand, and when they may be written.
public enum EntryPermission {
    /// Which kind of record.
    public enum Scope: Sendable, Hashable, CaseIterable {
        /// First contact: proposals, signatures and receipts only.
        case contact
        /// Under an agreement.
        case agreement
        /// The private record.
        case privateRecord
    }

    private static let everywhere: Set<String> = ["continued/1", "closed/1"]
    private static let contact: Set<String> = [
        SeenBody.type, BlobBody.type, AgreementProposedBody.type, AgreementSignedBody.type,
    ]
    /// What may still be said when an agreement rests or is over: what happened, and what comes next.
    private static let upkeep: Set<String> = [
        SeenBody.type, AnchorBody.type, BlobBody.type, AgreementProposedBody.type, AgreementSignedBody.type,
        AgreementSuspendedBody.type, AgreementResumedBody.type, AgreementEndedBody.type, MeetingBody.type,
        LineStateBody.type, TrackEndedBody.type, ClaimBody.type, ClaimAnswerBody.type, MessageShownBody.type,
        MessageReadBody.type, AlertSeenBody.type, AlertEndedBody.type,
    ]
    private static let whenOwed: [OwedDuty: Set<String>] = [
        .safetyAlerts: [AlertBody.type],
        .lineChecks: [LineCheckBody.type, LineCheckedBody.type],
        .messages: [MessageBody.type, MessageCancelledBody.type, ComplianceBody.type],
        .zones: [ZoneBody.type],
        .questions: [QuestionBody.type, AnswerBody.type],
    ]
    private static let inForce: Set<String> = [
        TrackBody.type, PlanProposedBody.type, PlanSignedBody.type, RunBody.type, CheckInBody.type, CardBody.type,
        ExchangeBody.type, RangeBody.type, AbortBody.type,
    ]
    private static let agreement = whenOwed.values.reduce(upkeep.union(inForce)) { $0.union($1) }
    private static let privately = agreement.union([
        OwnTrackBody.type, PseudonymBody.type, AlarmBody.type, DecisionBody.type, ShiftBody.type, LoginBody.type,
        ReleaseBody.type, ReleaseApprovedBody.type,
    ])

    /// Whether this version knows the type at all. An entry of an unknown type is kept, and nothing is shown.
    public static func isKnown(_ type: String) -> Bool { privately.contains(type) || everywhere.contains(type) }

    /// Whether entries of this type may ever stand in a record of this kind. From a peer: quarantine what may not.
    public static func mayStand(_ type: String, in scope: Scope) -> Bool {
        if everywhere.contains(type) { return true }
        return switch scope {
        case .contact: contact.contains(type)
        case .agreement: agreement.contains(type)
        case .privateRecord: privately.contains(type)
        }
    }

    /// Whether a station may write this entry now.
    ///
    /// A peer that had not yet seen a suspension is not at fault for what it wrote before: its entries are judged by
    /// ``mayStand(_:in:)``, and what is outside the standing is marked.
    public static func mayWrite(_ draft: EntryDraft, in scope: Scope, flow: AgreementFlow) -> Bool {
        mayWrite(draft.type, isDistress: isDistress(draft.body), in: scope, flow: flow)
    }

    /// As ``mayWrite(_:in:flow:)``, for an entry of which the type is known, and whether it speaks of distress.
    public static func mayWrite(_ type: String, isDistress: Bool, in scope: Scope, flow: AgreementFlow) -> Bool {
        guard mayStand(type, in: scope) else { return false }
        guard scope == .agreement, !everywhere.contains(type), !upkeep.contains(type) else { return true }
        switch flow {
        case .inForce: return true
        case .none, .ended: return false
        case .suspended(let owed): return isDistress || owed.contains { whenOwed[$0]?.contains(type) == true }
        }
    }

    /// A track in an emergency, an alert of distress, an emergency on the line, the plain answer to a message, and the abort of an exercise: they
    /// are told even while the agreement is suspended.
    public static func isDistress(_ body: any EntryBody) -> Bool {
        switch body {
        case let track as TrackBody: track.emergency != nil
        case let alert as AlertBody: alert.kind == .distress
        case let message as MessageBody:
            message.elements.contains { $0.code.hasPrefix("EMG.") }
                || (message.answers != nil && message.text == nil && !message.elements.isEmpty
                    && message.elements.allSatisfy { $0.code.hasPrefix("RSP.") })
        case is AbortBody: true
        default: false
        }
    }
}
