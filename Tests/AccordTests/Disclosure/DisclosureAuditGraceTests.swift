import Airspace
import Record
import Testing

@testable import Accord

/// What the audit bears with, since nobody can have known better, and what it does not.
struct DisclosureAuditGraceTests {
    private let start = 1_633_608_000.0
    private let name = "abcdefghijklmnop"
    private let fixture: StandingTests.Fixture

    init() throws { fixture = try StandingTests.Fixture() }

    private func bytes(_ body: any EntryBody, at seconds: Double) throws -> [UInt8] {
        try EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt)
    }

    private func entry(_ body: any EntryBody, at seconds: Double) throws -> Entry {
        try Entry(bytes(body, at: seconds))
    }

    private func signed(
        _ document: AgreementDocument, _ parties: [(String, SigningKey)], at seconds: Double
    ) throws -> [(writer: String, entry: Entry)] {
        try parties.map { ($0, try entry(fixture.signed(document, by: $1), at: seconds)) }
    }

    private func audit(
        _ documents: [AgreementDocument], contact: [(writer: String, entry: Entry)]? = nil, theirs: [Entry] = [],
        others: [DisclosureAudit.Learned] = []
    ) throws -> DisclosureAudit {
        let both = try signed(documents[0], [("WEST", fixture.west), ("EAST", fixture.east)], at: -60)
        return try DisclosureAudit(
            agreement: "SEINE-1", party: "WEST", peer: "EAST", documents: documents, contact: contact ?? both,
            theirs: theirs, others: others)
    }

    private func changed(_ changes: (String) -> String) throws -> AgreementDocument {
        try AgreementDocument(Array(changes(String(decoding: fixture.first.bytes, as: UTF8.self)).utf8))
    }

    private func track(at second: Double, gridNM: Double = 0.5) throws -> [UInt8] {
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: gridNM * 1_852)
        let isFine = gridNM < 0.5
        let step = isFine ? 1.0 : 5
        let body = TrackBody(
            track: name, time: EntryTime(unixSeconds: start + (second / step).rounded(.down) * step),
            lat: place.latitudeDegrees, lon: place.longitudeDegrees, levelFt: 23_500, gridNM: gridNM,
            levelGridFt: isFine ? 100 : 500, timeGridSeconds: step, delaySeconds: 0, rule: "west-all")
        return try bytes(body, at: second)
    }

    private func alert(_ kind: AlertBody.Kind = .conflict) -> AlertBody {
        AlertBody(
            alert: "1", kind: kind, level: .alarm, tracks: kind == .zone ? [name] : ["east-1", name],
            zone: kind == .zone ? "SHELTER" : nil, time: EntryTime(unixSeconds: start))
    }

    private func seen(_ size: UInt64, at second: Double) throws -> [UInt8] {
        try bytes(SeenBody(record: EntrySamples.record, size: size, root: EntrySamples.root), at: second)
    }

    /// Only our own alert of a pair that names the aircraft justifies the precision of a conflict.
    @Test func onlyAnAlertOfAPairJustifiesFinerPositions() throws {
        var audit = try audit([fixture.first])
        _ = audit.judge(try bytes(alert(.zone), at: 0))
        #expect(audit.judge(try track(at: 1, gridNM: 0.1)).violations == [.noConflict])
        audit = try self.audit([fixture.first], theirs: [try entry(alert(), at: -1)])
        _ = audit.judge(try seen(1, at: 0), peerSeen: 1)
        #expect(audit.judge(try track(at: 1, gridNM: 0.1)).violations == [.noConflict])
        _ = audit.judge(try bytes(alert(), at: 2))
        #expect(audit.judge(try track(at: 3, gridNM: 0.1)).violations == [])
    }

    /// Both sides name their alerts as they like: the end of the peer's is not that of ours.
    @Test func thePeersEndOfAnAlertOfTheSameNameEndsNoneOfOurs() throws {
        var audit = try audit([fixture.first], theirs: [try entry(AlertEndedBody(alert: "1"), at: 1)])
        _ = audit.judge(try bytes(alert(), at: 0))
        _ = audit.judge(try seen(1, at: 2), peerSeen: 1)
        #expect(audit.judge(try track(at: 30, gridNM: 0.1)).violations == [])
        _ = audit.judge(try bytes(AlertEndedBody(alert: "1"), at: 31))
        #expect(audit.judge(try track(at: 60, gridNM: 0.1)).violations == [.noConflict])
    }

    /// A disk that stalls brings nobody into trouble; a pace that is too fast for good does.
    @Test func aStallIsNoHaste() throws {
        var audit = try audit([fixture.first])
        _ = audit.judge(try bytes(alert(), at: 0))
        for second in [1.0, 2, 4.5, 4.6, 5, 6] {
            #expect(audit.judge(try track(at: second, gridNM: 0.1)).violations == [], "\(second)")
        }
        let hasty = try (0..<20).map { audit.judge(try track(at: 7 + Double($0) / 2, gridNM: 0.1)).violations }
        #expect(hasty.contains([.tooOften]))
    }

    /// A finer pace with the same grids is given while a conflict lasts, and not else.
    @Test func aFinerPaceNeedsNoFinerGrid() throws {
        let document = try changed {
            $0.replacing("    time-grid: 5 s", with: "    time-grid: 1 s")
                .replacing(/while-conflict: \{[^}]*\}/, with: "while-conflict: {every: 1 s}")
        }
        var audit = try audit([document])
        _ = audit.judge(try bytes(alert(), at: 0))
        for second in stride(from: 1.0, to: 9, by: 1) {
            #expect(audit.judge(try track(at: second)).violations == [], "\(second)")
        }
        _ = audit.judge(try bytes(AlertEndedBody(alert: "1"), at: 9))
        let later = try (0..<9).map { audit.judge(try track(at: 30 + Double($0))).violations }
        #expect(later.contains([.tooOften]))
    }

    /// When the peer signs an amendment last, its rules hold from when we had its signature, and a moment more is borne with.
    @Test func positionsOnTheirWayAreJudgedByTheVersionBefore() throws {
        let coarser = try changed {
            $0.replacing("version: 1", with: "version: 2").replacing("grid: 0.5 NM", with: "grid: 2 NM")
        }
        let contact = try signed(fixture.first, [("WEST", fixture.west), ("EAST", fixture.east)], at: -60)
        let theirs = try signed(coarser, [("EAST", fixture.east)], at: 10).map(\.entry)
        var audit = try audit([fixture.first, coarser], contact: contact, theirs: theirs)
        _ = audit.judge(try bytes(fixture.signed(coarser, by: fixture.west), at: 1))
        _ = audit.judge(try seen(1, at: 11), peerSeen: 1)
        #expect(audit.judge(try track(at: 12.5)).violations == [])
        #expect(audit.judge(try track(at: 20)).violations == [.noConflict])
    }

    /// A suspension that the peer's clock puts in the future holds from when it was stored, as it does in the station.
    @Test(arguments: [40.0, 315_360_000])
    func aSuspensionDatedAheadHoldsAtOnce(ahead: Double) throws {
        let suspension = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
        var audit = try audit([fixture.first], theirs: [try entry(suspension, at: ahead)])
        #expect(audit.judge(try track(at: 1)).violations == [])
        _ = audit.judge(try seen(1, at: 10), peerSeen: 1)
        #expect(audit.judge(try track(at: 11.5)).violations == [], "it was on its way")
        let late = audit.judge(try track(at: 20)).violations
        #expect(late.contains { if case .type = $0 { true } else { false } }, "\(late)")
    }

    /// What first contact may not carry counts for nothing there.
    @Test func nothingIsSuspendedByFirstContact() throws {
        let suspension = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
        let contact = try signed(fixture.first, [("WEST", fixture.west), ("EAST", fixture.east)], at: -60)
        var audit = try audit([fixture.first], contact: contact + [("EAST", try entry(suspension, at: -50))])
        #expect(audit.judge(try track(at: 1)).violations == [])
    }

    /// What a peer signs wrongly counts for nothing, and stops nothing.
    @Test func aBadEntryOfAPeerStopsNoAudit() throws {
        let stranger = try SigningKey(name: "EAST", seed: [UInt8](repeating: 9, count: 32))
        let good = try signed(fixture.first, [("WEST", fixture.west), ("EAST", fixture.east)], at: -60)
        let bad = try signed(fixture.first, [("EAST", stranger)], at: -70)
        var audit = try audit([fixture.first], contact: bad + good)
        #expect(audit.judge(try track(at: 1)).violations == [])
        audit = try self.audit([fixture.first], contact: [good[0]] + bad)
        #expect(audit.judge(try track(at: 1)).violations.contains(.noSuchRule("west-all")))
        let own = try signed(fixture.first, [("WEST", stranger)], at: -70)
        #expect(throws: AccordError.self) { try self.audit([fixture.first], contact: own) }
    }

    /// With three parties the third's signature puts it in force, and its suspension counts from when it was known.
    @Test func aThirdPartyIsHeard() throws {
        let south = try SigningKey(name: "SOUTH", seed: [UInt8](repeating: 3, count: 32))
        let document = try changed {
            $0.replacing(
                "\narea:",
                with: """
                      SOUTH:
                        name: {en: South, ru: Юг}
                        languages: [en]
                        key: \(south.verifierKey.description)
                        certificate: sha256:\(String(repeating: "ab", count: 32))
                        address: south.example:8491

                    area:
                    """)
        }
        func learned(_ body: any EntryBody, writtenAt written: Double, at second: Double) throws
            -> DisclosureAudit.Learned
        {
            DisclosureAudit.Learned(
                writer: "SOUTH", entry: try entry(body, at: written), atUnixSeconds: start + second)
        }
        let signature = try learned(fixture.signed(document, by: south), writtenAt: -50, at: -40)
        let suspension = try learned(
            AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person), writtenAt: 10, at: 20)
        var audit = try audit([document])
        #expect(audit.judge(try track(at: 1)).violations.contains(.noSuchRule("west-all")))
        audit = try self.audit([document], others: [suspension, signature])
        #expect(audit.judge(try track(at: 1)).violations == [])
        #expect(audit.judge(try track(at: 15)).violations == [])
        #expect(audit.judge(try track(at: 30)).violations != [])
    }
}
