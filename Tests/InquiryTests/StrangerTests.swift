import Accord
import Airspace
import Inquiry
import Testing

/// What somebody writes of an agreement in the record of another one is no evidence about it.
struct StrangerTests {
    private static let start = 1_633_608_000.0

    /// What is found when South speaks of SEINE-1 in its own record with East under an agreement.
    private func finding(_ claim: String, under agreement: String, _ body: any EntryBody) throws -> Finding {
        var collector = EvidenceCollector()
        collector.begin(
            try RecordOrigin(
                writer: "SOUTH", scope: .agreement(reader: "EAST", identifier: agreement), day: AgreedDay.day), size: 1,
            hasDropped: false)
        collector.take(
            try EntryDraft(body).bytes(atUnixSeconds: Self.start + 60, salt: [UInt8](repeating: 5, count: 16)), index: 0
        )
        let (library, testimony) = collector.finish()
        let text = "{claim: 1, by: x, propositions: [{id: p, \(claim)}]}"
        return try ClaimChecker(tracks: library, testimony: testimony).check(try ClaimReader.read(text))[0]
    }

    @Test("who ends another agreement in its own record has not changed it")
    func unchanged() throws {
        let from = UTCTime.string(unixSeconds: Self.start)
        let to = UTCTime.string(unixSeconds: Self.start + 600)
        let claim = "kind: agreement-unchanged, agreement: SEINE-1, from: \(from), to: \(to)"
        let body = AgreementEndedBody(agreement: "SEINE-1", reason: "x", by: AgreedDay.person)
        #expect(try finding(claim, under: "SEINE-1", body).verdict == .contradicted)
        #expect(try finding(claim, under: "EAST-SOUTH", body).verdict != .contradicted)
    }

    @Test("nor has it suspended the line")
    func line() throws {
        let time = UTCTime.string(unixSeconds: Self.start + 300)
        let claim = "kind: line-state, at: \(time), state: suspended, by: SOUTH"
        let body = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: AgreedDay.person)
        #expect(try finding(claim, under: "SEINE-1", body).verdict == .supported)
        #expect(try finding(claim, under: "EAST-SOUTH", body).verdict != .supported)
    }
}
