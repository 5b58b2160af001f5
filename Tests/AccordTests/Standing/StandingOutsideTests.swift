import Accord
import Testing

/// What came when it was not to be written is told from what a party could not know.
struct StandingOutsideTests {
    private let start = 1_633_608_000.0

    private func standing() throws -> AgreementStanding {
        let fixture = try StandingTests.Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        let acts: [(party: String, body: any EntryBody, at: Double)] = [
            ("WEST", try fixture.signed(fixture.first, by: fixture.west), 0),
            ("EAST", try fixture.signed(fixture.first, by: fixture.east), 0),
            (
                "WEST", AgreementSuspendedBody(agreement: "SEINE-1", reason: "an incident", by: EntrySamples.person),
                100
            ),
            ("EAST", AgreementEndedBody(agreement: "SEINE-1", reason: "met", by: EntrySamples.person), 200),
            ("WEST", AgreementEndedBody(agreement: "SEINE-1", reason: "met", by: EntrySamples.person), 200),
        ]
        for act in acts {
            let bytes = try EntryDraft(act.body).bytes(atUnixSeconds: start + act.at, salt: EntrySamples.salt)
            try standing.take(try Entry(bytes), from: act.party)
        }
        return standing
    }

    @Test(
        arguments: [
            ("question/1", false, 50, false),
            // It could not know yet.
            ("question/1", false, 109, false), ("question/1", false, 111, true),
            // What is owed, and distress, goes on while it is suspended.
            ("alert/1", false, 150, false), ("question/1", true, 150, false),
            ("alert/1", false, 209, false), ("alert/1", false, 211, true), ("alert/1", true, 211, true),
            // What is said about what has happened is never outside.
            ("alert-seen/1", false, 300, false), ("claim/1", false, 300, false),
        ] as [(String, Bool, Double, Bool)])
    func whatCameIsJudgedByWhatWasKnown(type: String, isDistress: Bool, at seconds: Double, isOutside: Bool) throws {
        let standing = try standing()
        #expect(
            standing.isOutside(type, isDistress: isDistress, receivedUnixSeconds: start + seconds) == isOutside)
    }
}
