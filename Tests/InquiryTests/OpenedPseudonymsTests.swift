import Accord
import Inquiry
import Testing

@Suite("Who a pseudonym is")
struct OpenedPseudonymsTests {
    private static let start = 1_633_608_000.0

    /// What the records of a party come to that told of one aircraft and opened its pseudonym so.
    private func collected(_ name: String, _ openings: [PseudonymBody]) throws -> (unproven: Int, identifier: String?) {
        var collector = EvidenceCollector()
        func write(_ scope: RecordOrigin.Scope, _ bodies: [any EntryBody]) throws {
            let origin = try RecordOrigin(writer: "WEST", scope: scope, day: "2021-10-07")
            collector.begin(origin, size: UInt64(bodies.count), hasDropped: false)
            for (index, body) in bodies.enumerated() {
                let bytes = try EntryDraft(body).bytes(
                    atUnixSeconds: Self.start, salt: [UInt8](repeating: 5, count: 16))
                collector.take(bytes, index: UInt64(index))
            }
        }
        let told = TrackBody(
            track: name, time: EntryTime(unixSeconds: Self.start), lat: 48.9, lon: 2.3, gridNM: 0.5, levelGridFt: 500,
            timeGridSeconds: 5, delaySeconds: 0, rule: "r1")
        try write(.agreement(reader: "EAST", identifier: "SEINE-1"), [told])
        try write(.privateRecord, openings)
        let unproven = collector.unproven
        #expect(collector.malformed == 0)
        return (unproven, collector.finish().library.tracks.first?.identifier)
    }

    @Test("is what its opening proves, and not what somebody wrote after it")
    func proven() throws {
        let opened = try Pseudonyms(agreement: "SEINE-1", secret: [UInt8](repeating: 9, count: 32))
            .pseudonym(of: "3949ea")
        var forged = opened
        forged.track = "4ca123"
        let both = try collected(opened.pseudonym, [opened, forged])
        #expect(both.unproven == 1 && both.identifier == "3949ea")
        let alone = try collected(opened.pseudonym, [forged])
        #expect(alone.unproven == 1 && alone.identifier == opened.pseudonym)
        #expect(try collected(opened.pseudonym, [opened]).unproven == 0)
    }

    @Test("needs no proof of a simulated flight, which is no aircraft and whose name says so")
    func simulated() throws {
        let name = Pseudonyms.simulated("VIPER")
        let opening = PseudonymBody(
            pseudonym: name, track: "ae0011", agreement: "SEINE-1", nonce: "AAAAAAAAAAAAAAAAAAAAAA==")
        let found = try collected(name, [opening])
        #expect(found.unproven == 0 && found.identifier == "ae0011")
    }
}
