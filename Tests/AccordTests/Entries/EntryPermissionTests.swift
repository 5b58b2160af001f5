import Accord
import Testing

/// What may be written while an agreement rests.
struct EntryPermissionTests {
    private let suspended = AgreementFlow.suspended(owed: [.safetyAlerts])

    private func message(_ codes: [String], text: String? = nil, answers: String? = nil) throws -> EntryDraft {
        try EntryDraft(
            MessageBody(
                message: "W-1", elements: codes.map { EntryElement(code: $0) }, text: text, answers: answers,
                written: EntryTime(unixSeconds: 0), by: EntrySamples.person))
    }

    @Test(
        arguments: [
            (["EMG.MAYDAY"], nil, nil, true), (["POS.PRESENT", "EMG.MAYDAY"], "fire", nil, true),
            (["MAN.CLIMB"], nil, nil, false), (["RSP.ROGER"], nil, "E-4", true), (["RSP.ROGER"], nil, nil, false),
            (["RSP.WILCO", "MAN.CLIMB"], nil, "E-4", false), (["RSP.ROGER"], "and more", "E-4", false),
            ([], "hello", "E-4", false),
        ] as [([String], String?, String?, Bool)])
    func anEmergencyIsHeardWhileSuspended(
        codes: [String], text: String?, answers: String?, isAllowed: Bool
    ) throws {
        let draft = try message(codes, text: text, answers: answers)
        #expect(EntryPermission.mayWrite(draft, in: .agreement, flow: suspended) == isAllowed)
        #expect(EntryPermission.mayWrite(draft, in: .agreement, flow: .inForce))
        #expect(!EntryPermission.mayWrite(draft, in: .contact, flow: suspended))
    }

    @Test(arguments: [.suspended(owed: []), .ended] as [AgreementFlow])
    func thatAnAlertWasSeenMayAlwaysBeSaid(flow: AgreementFlow) throws {
        let seen = try EntryDraft(AlertSeenBody(alert: "a-1", by: EntrySamples.person))
        #expect(EntryPermission.mayWrite(seen, in: .agreement, flow: flow))
        #expect(!EntryPermission.mayWrite("alert/1", isDistress: false, in: .agreement, flow: flow))
    }
}
