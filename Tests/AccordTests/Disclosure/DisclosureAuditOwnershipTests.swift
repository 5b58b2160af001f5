import Airspace
import Testing

@testable import Accord

/// The audit says whether an aircraft that was told of was the party's own and named by the rule, or that it can't be said.
struct DisclosureAuditOwnershipTests {
    /// Eleven o'clock on 2021-10-07.
    private let start = 1_633_608_000.0
    private let opened: PseudonymBody
    private let fixture: StandingTests.Fixture

    init() throws {
        fixture = try StandingTests.Fixture()
        opened = try Pseudonyms(agreement: "SEINE-1", secret: [UInt8](repeating: 9, count: 32)).pseudonym(of: "3949ea")
    }

    private func entry(_ body: any EntryBody, at seconds: Double) throws -> Entry {
        try Entry(EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt))
    }

    private func history(
        _ opening: PseudonymBody?, isOurs: Bool? = true, callsign: String = "AFR12", hasDropped: Bool = false
    ) throws -> OwnHistory {
        var history = OwnHistory()
        history.begin(day: "2021-10-07", hasDropped: hasDropped)
        if let opening { history.take(try entry(opening, at: -1)) }
        guard let isOurs else { return history }
        for second in stride(from: -5.0, to: 60, by: 1) {
            let body = OwnTrackBody(
                track: "3949ea", callsign: callsign, time: EntryTime(unixSeconds: start + second), lat: 48.9, lon: 2.3,
                source: "f", ours: isOurs, quality: [])
            history.take(try entry(body, at: second))
        }
        return history
    }

    private func finding(
        _ own: OwnHistory, aircraft: String = "ours", naming: String = "pseudonym", name: String? = nil
    ) throws -> DisclosureAudit.Finding {
        let text = String(decoding: fixture.first.bytes, as: UTF8.self).replacing(
            "    to: EAST\n    aircraft: ours\n    fields: [position, level, velocity]\n    naming: pseudonym",
            with:
                "    to: EAST\n    aircraft: \(aircraft)\n    fields: [position, level, velocity]\n    naming: \(naming)"
        )
        let document = try AgreementDocument(Array(text.utf8))
        let contact = try [("WEST", fixture.west), ("EAST", fixture.east)].map { party, key in
            (party, try entry(fixture.signed(document, by: key), at: -60))
        }
        var audit = try DisclosureAudit(
            agreement: "SEINE-1", party: "WEST", peer: "EAST", documents: [document], contact: contact, own: own)
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 926)
        let body = TrackBody(
            track: name ?? opened.pseudonym, time: EntryTime(unixSeconds: start), lat: place.latitudeDegrees,
            lon: place.longitudeDegrees, levelFt: 23_500, gridNM: 0.5, levelGridFt: 500, timeGridSeconds: 5,
            delaySeconds: 0, rule: "west-all")
        return audit.judge(try entry(body, at: 1).bytes)
    }

    @Test func anOwnAircraftThatTheRuleNamesIsRight() throws {
        for aircraft in ["ours", "{callsigns: [AFR*]}", "{identifiers: [3949ea]}"] {
            let found = try finding(history(opened), aircraft: aircraft)
            #expect(found.violations == [] && found.lack == nil, "\(aircraft): \(found)")
        }
        let byAddress = try finding(history(nil), naming: "address", name: "3949EA")
        #expect(byAddress.violations == [] && byAddress.lack == nil, "\(byAddress)")
    }

    @Test func anAircraftThatWasNotOurOwnIsFound() throws {
        #expect(try finding(history(opened, isOurs: false)).violations == [.notOurs])
        #expect(try finding(history(nil, isOurs: false), naming: "address", name: "3949ea").violations == [.notOurs])
    }

    @Test func anAircraftThatTheRuleDoesNotNameIsFound() throws {
        for aircraft in ["{callsigns: [AFR*, RYR*]}", "{identifiers: [4ca123]}"] {
            #expect(
                try finding(history(opened, callsign: "DLH9"), aircraft: aircraft).violations == [.notNamed],
                "\(aircraft)")
        }
        // Who it was outlives its tracks: a rule of addresses alone is judged by that.
        let gone = try history(opened, isOurs: nil, hasDropped: true)
        #expect(try finding(gone, aircraft: "{identifiers: [4ca123]}").violations == [.notNamed])
    }

    /// Where the private record does not say it any more, nothing is claimed either way.
    @Test func whatCanNoLongerBeCheckedIsSaid() throws {
        let gone = try history(opened, isOurs: nil, hasDropped: true)
        for aircraft in ["ours", "{callsigns: [RYR*]}", "{identifiers: [3949ea]}"] {
            let found = try finding(gone, aircraft: aircraft)
            #expect(found.violations == [] && found.lack == .dropped && found.rule == "west-all", "\(found)")
        }
        #expect(try finding(OwnHistory(), naming: "address", name: "3949ea").lack == .noRecord)
        #expect(try finding(history(opened, isOurs: nil)).lack == .notWritten)
    }

    /// A pseudonym whose opening is forged or missing means nobody; where all private records are there it was never opened.
    @Test func aPseudonymThatNobodyOpenedIsFound() throws {
        var forged = opened
        forged.nonce = "AAAAAAAAAAAAAAAAAAAAAA=="
        var own = try history(forged)
        #expect(own.unproven == 1)
        #expect(try finding(own).lack == .notOpened)
        own.isWhole = true
        let found = try finding(own)
        #expect(found.violations == [.notOpened] && found.lack == nil)
    }

    @Test func firstContactCarriesProposalsAndSignaturesOnly() throws {
        let signed = try entry(fixture.signed(fixture.first, by: fixture.west), at: 0)
        let right = DisclosureAudit.judgeFirstContact(signed.bytes, index: 3)
        #expect(right.violations == [] && right.rule == "first contact: agreement-signed/1" && right.index == 3)
        let wrong = DisclosureAudit.judgeFirstContact(try entry(EntrySamples.track, at: 0).bytes, index: 0)
        #expect(wrong.violations == [.firstContact] && wrong.rule == nil && wrong.type == "track/1")
        #expect(!DisclosureAudit.judgeFirstContact(Array("{}".utf8), index: 0).violations.isEmpty)
    }

    /// Receipts cover entries by their place among all, of which only few are kept.
    @Test func receiptsCoverByPlace() throws {
        var theirs = PeerEntries()
        let ended = AgreementEndedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
        theirs.take(try entry(EntrySamples.track, at: 0), at: 0, of: "a")
        theirs.take(try entry(ended, at: 1), at: 2, of: "a")
        theirs.begin("b")
        theirs.take(try entry(ended, at: 2), at: 0, of: "c")
        func covered(_ record: String, _ size: UInt64) -> Int? {
            theirs.covered(by: SeenBody(record: record, size: size, root: EntrySamples.root))
        }
        #expect(theirs.entries.count == 2)
        #expect([0, 1, 2, 3, 9].map { covered("a", $0) } == [0, 0, 0, 1, 1])
        #expect(covered("b", 5) == 1 && covered("c", 0) == 1 && covered("c", 1) == 2 && covered("d", 1) == nil)
    }
}
