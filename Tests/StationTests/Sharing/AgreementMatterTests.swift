import Accord
import Testing

@testable import Station

/// In which record an entry speaks of which agreement.
@Suite struct AgreementMatterTests {
    private static let person = Person(name: "Col Petrov", role: .planner)
    private static let hash = String(repeating: "a", count: 64)

    private func matter(_ body: any EntryBody, in scope: ChannelScope) throws -> AgreementMatter? {
        let bytes = try EntryDraft(body).bytes(
            atUnixSeconds: SharingSamples.time, salt: [UInt8](repeating: 7, count: 16))
        return AgreementMatter(try Entry(bytes), in: scope)
    }

    @Test("What people do to an agreement stands in its own record and in no other")
    func acts() throws {
        let acts: [any EntryBody] = [
            AgreementSuspendedBody(agreement: "WEST-EAST", reason: "x", by: Self.person),
            AgreementResumedBody(agreement: "WEST-EAST", by: Self.person),
            AgreementEndedBody(agreement: "WEST-EAST", reason: "x", by: Self.person),
        ]
        for act in acts {
            #expect(try matter(act, in: .agreement("WEST-EAST"))?.agreement == "WEST-EAST")
            #expect(try matter(act, in: .agreement("EAST-SOUTH")) == nil, "\(act)")
            #expect(try matter(act, in: .contact) == nil, "\(act)")
        }
    }

    @Test("A version is put forward and signed at first contact or in the record of its agreement")
    func versions() throws {
        let versions: [any EntryBody] = [
            AgreementProposedBody(sha256: Self.hash, agreement: "WEST-EAST", version: 1, by: Self.person),
            AgreementSignedBody(
                sha256: Self.hash, agreement: "WEST-EAST", version: 1, signature: "s", by: Self.person),
        ]
        for version in versions {
            #expect(try matter(version, in: .contact)?.sha256 == Self.hash)
            #expect(try matter(version, in: .agreement("WEST-EAST"))?.agreement == "WEST-EAST")
            #expect(try matter(version, in: .agreement("EAST-SOUTH")) == nil)
        }
    }

    @Test("A meeting is one of the agreement in whose record it stands")
    func meetings() throws {
        let meeting = MeetingBody(
            held: EntryTime(unixSeconds: SharingSamples.time), place: "here", present: [], agreed: [], open: [],
            by: Self.person)
        #expect(try matter(meeting, in: .agreement("EAST-SOUTH"))?.agreement == "EAST-SOUTH")
        #expect(try matter(meeting, in: .contact) == nil)
    }
}
