import Accord
import Foundation
import Testing

/// Who is no party of an agreement neither rests nor ends it, in whatever order the records are read.
struct StandingStrangerTests {
    private let start = 1_633_608_000.0
    private let fixture = Result { try StandingTests.Fixture() }

    private func entry(_ body: any EntryBody, at seconds: Double) throws -> Entry {
        try Entry(EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt))
    }

    private var suspended: AgreementSuspendedBody {
        AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
    }
    private var ended: AgreementEndedBody {
        AgreementEndedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
    }
    private var meeting: MeetingBody {
        MeetingBody(
            held: EntryTime(unixSeconds: start), place: "here", present: [], agreed: [], open: [],
            by: EntrySamples.person)
    }

    private func sign(_ standing: inout AgreementStanding) throws {
        let fixture = try fixture.get()
        try standing.know(fixture.first)
        try standing.take(entry(fixture.signed(fixture.first, by: fixture.west), at: 1), from: "WEST")
        try standing.take(entry(fixture.signed(fixture.first, by: fixture.east), at: 2), from: "EAST")
    }

    @Test(arguments: [false, true]) func aStrangerChangesNothing(isBefore: Bool) throws {
        var standing = AgreementStanding(identifier: "SEINE-1")
        if !isBefore { try sign(&standing) }
        try standing.take(entry(suspended, at: 10), from: "SOUTH")
        try standing.take(entry(ended, at: 20), from: "SOUTH")
        try standing.take(entry(meeting, at: 30), from: "SOUTH")
        if isBefore { try sign(&standing) }
        let sha256 = try fixture.get().first.sha256
        for second in [5.0, 15, 25, 1_000] {
            #expect(standing.state(atUnixSeconds: start + second) == .inForce(sha256: sha256), "\(second)")
            #expect(standing.flow(atUnixSeconds: start + second) == .inForce)
        }
        #expect(standing.meetings.isEmpty)
        try standing.permit(ended, by: "WEST", atUnixSeconds: start + 1_000)
        // Nor does it stand in the way of a party's own.
        try standing.take(entry(meeting, at: 1_001), from: "WEST")
        try standing.take(entry(ended, at: 1_002), from: "WEST")
        #expect(standing.meetings.map(\.party) == ["WEST"])
        #expect(standing.ending(atUnixSeconds: start + 1_003)?.party == "WEST")
        #expect(standing.flow(atUnixSeconds: start + 1_003) == .inForce)
        #expect(standing.flow(atUnixSeconds: start + 1_003 + 3 * 86_400) == .ended)
    }

    /// A party whose clock is behind ends it in what it takes for the moment before the other has signed.
    @Test func anEndByAClockThatIsBehindHolds() throws {
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.take(entry(ended, at: 0), from: "WEST")
        try sign(&standing)
        #expect(standing.state(atUnixSeconds: start + 1) == .none)
        #expect(standing.ending(atUnixSeconds: start + 3)?.party == "WEST")
    }

    /// Of what a station writes only what it had part in is held against it.
    @Test func theAuditHeedsNoStranger() throws {
        let fixture = try fixture.get()
        let contact = try [("WEST", fixture.west, -60.0), ("EAST", fixture.east, -50)].map { name, key, at in
            (writer: name, entry: try entry(fixture.signed(fixture.first, by: key), at: at))
        }
        // In a record of first contact nobody can end anything, and who is no party can't anywhere.
        let stray = [(writer: "EAST", entry: try entry(ended, at: -4 * 86_400))]
        let other = DisclosureAudit.Learned(
            writer: "SOUTH", entry: try entry(ended, at: -4 * 86_400), atUnixSeconds: start - 4 * 86_400)
        var audit = try DisclosureAudit(
            agreement: "SEINE-1", party: "WEST", peer: "EAST", documents: [fixture.first], contact: contact + stray,
            others: [other])
        let alert = AlertBody(
            alert: "a", kind: .conflict, level: .advisory, tracks: ["a", "b"], time: EntryTime(unixSeconds: start))
        let finding = audit.judge(
            try EntryDraft(alert).bytes(atUnixSeconds: start + 5, salt: EntrySamples.salt))
        #expect(finding.violations.isEmpty, "\(finding.violations)")
    }
}
