import Accord
import Foundation
import Testing

/// What one party writes without end takes no room from the others and changes nothing that holds.
struct StandingBoundTests {
    private let start = 1_633_608_000.0

    private func entry(_ body: any EntryBody, at seconds: Double) throws -> Entry {
        try Entry(EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt))
    }

    private func meeting(_ number: Int) -> MeetingBody {
        MeetingBody(
            held: EntryTime(unixSeconds: start), place: "place \(number)", present: [], agreed: [], open: [],
            by: EntrySamples.person)
    }

    private func inForce() throws -> (AgreementStanding, StandingTests.Fixture) {
        let fixture = try StandingTests.Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        try standing.take(entry(fixture.signed(fixture.first, by: fixture.west), at: 1), from: "WEST")
        try standing.take(entry(fixture.signed(fixture.first, by: fixture.east), at: 2), from: "EAST")
        return (standing, fixture)
    }

    @Test func meetingsOfOnePartyPushOutNoOtherOnes() throws {
        var (standing, _) = try inForce()
        try standing.take(entry(meeting(-1), at: 3), from: "WEST")
        for number in 0..<3_000 { try standing.take(entry(meeting(number), at: 10 + Double(number)), from: "EAST") }
        #expect(standing.meetings.count < 1_000)
        #expect(standing.meetings.first?.party == "WEST")
        #expect(standing.meetings.last?.body.place == "place 2999", "the newest stay")
        #expect(standing.meetings.map(\.atUnixSeconds) == standing.meetings.map(\.atUnixSeconds).sorted())
        // One that was pushed out and comes again changes nothing.
        let before = standing.meetings
        try standing.take(entry(meeting(0), at: 10), from: "EAST")
        #expect(standing.meetings == before)
    }

    @Test func whoSuspendsWithoutEndStaysSuspended() throws {
        var (standing, _) = try inForce()
        let suspended = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
        let resumed = AgreementResumedBody(agreement: "SEINE-1", by: EntrySamples.person)
        for number in 0..<3_000 {
            try standing.take(entry(suspended, at: 10 + 2 * Double(number)), from: "EAST")
            try standing.take(entry(resumed, at: 11 + 2 * Double(number)), from: "EAST")
        }
        #expect(standing.suspensions.count <= 1_000)
        #expect(standing.suspended(atUnixSeconds: start + 10.5).map(\.party) == ["EAST"], "the first is not forgotten")
        #expect(standing.suspended(atUnixSeconds: start + 9_000).map(\.party) == ["EAST"])
        #expect(throws: AccordError.self) { try standing.permit(resumed, by: "EAST", atUnixSeconds: start + 9_000) }
        // The other one's right is its own.
        try standing.take(entry(suspended, at: 9_100), from: "WEST")
        try standing.take(entry(resumed, at: 9_200), from: "WEST")
        #expect(standing.suspended(atUnixSeconds: start + 9_150).map(\.party) == ["EAST", "WEST"])
        #expect(standing.suspended(atUnixSeconds: start + 9_300).map(\.party) == ["EAST"])
    }

    @Test func madeUpVersionsAndSignaturesKeepNoOtherOut() throws {
        let fixture = try StandingTests.Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        for number in 0..<2_000 {
            let digits = String(number, radix: 16)
            let hash = String(repeating: "0", count: 64 - digits.count) + digits
            let proposed = AgreementProposedBody(
                sha256: hash, agreement: "SEINE-1", version: 2, counters: nil, amends: nil, note: nil,
                by: EntrySamples.person)
            try? standing.take(entry(proposed, at: Double(number)), from: "EAST")
            var signed = try fixture.signed(fixture.second, by: fixture.east)
            signed.sha256 = hash
            try standing.take(entry(signed, at: Double(number)), from: "EAST")
        }
        #expect(standing.versions.count <= 300)
        // West's come before their document, as they may, and count.
        try standing.take(entry(fixture.proposed(fixture.first), at: 3_000), from: "WEST")
        try standing.take(entry(fixture.signed(fixture.first, by: fixture.west), at: 3_001), from: "WEST")
        try standing.know(fixture.first)
        #expect(standing.versions[fixture.first.sha256]?.signatures["WEST"] == start + 3_001)
        #expect(standing.versions[fixture.first.sha256]?.proposals.count == 1)
    }
}
