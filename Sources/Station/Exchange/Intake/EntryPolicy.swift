import Accord

/// What an entry of a peer must be before anybody is told of it.
struct EntryPolicy: Sendable {
    /// Why a peer may not send this type under this scope; nil when it may.
    var refusal: @Sendable (_ type: String, _ peer: String, _ scope: ChannelScope) -> String?
    /// What is wrong with the body of an entry of a known type; nil for a good one, and for a type that nobody knows.
    var fault: @Sendable (Entry) -> String?

    /// What the entries' own description says (docs/entries.md): each type in the kinds of record that it may stand in, with a
    /// body as it is described.
    ///
    /// A peer that has not seen a suspension yet is not at fault for what it wrote before, so what may flow now is asked
    /// when we write, and not here.
    static let standard = EntryPolicy(
        refusal: { type, _, scope in
            let kind: EntryPermission.Scope = scope == .contact ? .contact : .agreement
            guard EntryPermission.isKnown(type) else {
                return scope == .contact ? "it may not stand in a record of first contact" : nil
            }
            guard !EntryPermission.mayStand(type, in: kind) else { return nil }
            return scope == .contact
                ? "it may not stand in a record of first contact" : "it may not stand in a record for a peer"
        },
        fault: { EntryBodies.checks[$0.type]?($0) })
}

extension AccordError {
    /// What is wrong, without the type before it.
    fileprivate var reason: String {
        if case .entry(_, let reason) = self { return reason }
        return description
    }
}

/// The bodies that can stand in a record for a peer.
enum EntryBodies {
    /// What is wrong with an entry's body; nil when it is as its type describes it.
    typealias Check = @Sendable (Entry) -> String?

    /// For each type, the check of its body.
    static let checks: [String: Check] = {
        var checks: [String: Check] = [:]
        for body in all { add(body, to: &checks) }
        return checks
    }()

    private static func add<Body: EntryBody>(_ body: Body.Type, to checks: inout [String: Check]) {
        checks[Body.type] = { entry in
            do throws(AccordError) {
                return try entry.body(Body.self).fault(inEntryWrittenAt: entry.atUnixSeconds)
            } catch { return error.reason }
        }
    }

    private static let all: [any EntryBody.Type] = [
        SeenBody.self, AnchorBody.self, BlobBody.self,
        AgreementProposedBody.self, AgreementSignedBody.self, AgreementSuspendedBody.self, AgreementResumedBody.self,
        AgreementEndedBody.self, MeetingBody.self,
        TrackBody.self, TrackEndedBody.self, AlertBody.self, AlertSeenBody.self, AlertEndedBody.self, ZoneBody.self,
        QuestionBody.self, AnswerBody.self,
        MessageBody.self, MessageShownBody.self, MessageReadBody.self, MessageCancelledBody.self, ComplianceBody.self,
        LineCheckBody.self, LineCheckedBody.self, LineStateBody.self,
        PlanProposedBody.self, PlanSignedBody.self, RunBody.self, CheckInBody.self, CardBody.self, ExchangeBody.self,
        RangeBody.self, AbortBody.self,
        ClaimBody.self, ClaimAnswerBody.self,
    ]
}
