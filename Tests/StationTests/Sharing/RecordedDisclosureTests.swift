import Accord
import Foundation
import Record
import Testing

@testable import Station

/// The audit of what left, from a node's directory alone.
struct RecordedDisclosureTests {
    private let scene: DisclosureScene

    init() throws { scene = try DisclosureScene() }

    /// With three parties the third's signature counts too; what only the reader has any more is counted and not judged.
    @Test func thirdPartiesAreHeardAndWhatIsMissingIsCounted() async throws {
        let ours = "parley/WEST/to/EAST/SEINE-1/\(DisclosureScene.day)"
        try await scene.agree(receiptAt: 10)
        let name = "abcdefghijklmnop"
        try await scene.write(ours, [scene.track(name, at: 0), scene.track(name, at: 15), scene.track(name, at: 20)])
        try await scene.write(
            "parley/EAST/to/WEST/SEINE-1/\(DisclosureScene.day)",
            [
                scene.seen(ours, 7, at: 30), scene.seen("\(ours).2", 2, at: 40),
                scene.seen("parley/WEST/to/SOUTH/X/\(DisclosureScene.day)", 5, at: 41),
            ])
        let (reports, findings) = try await scene.audit()
        #expect(reports.dropFirst().map(\.origin) == [ours, "\(ours).2"])
        #expect(reports.dropFirst().map(\.missing) == [4, 2])
        #expect(
            findings[ours]?.map(\.violations.isEmpty) == [false, true, true],
            "nothing was in force before the third's signature was here")
        #expect(reports.last { $0.entries > 0 }?.lacks == [.notOpened: 2], "there is no private record")
    }

    /// Whose an aircraft was is looked up in the private record: by the proof of its pseudonym, and by its own tracks.
    @Test func whoseAnAircraftWasIsLookedUp() async throws {
        let ours = "parley/WEST/to/EAST/SEINE-1/\(DisclosureScene.day)"
        try await scene.agree()
        let pseudonyms = try Pseudonyms(agreement: "SEINE-1", secret: [UInt8](repeating: 9, count: 32))
        let opened = ["39a001", "39a002", "39a003"].map { pseudonyms.pseudonym(of: $0) }
        var forged = pseudonyms.pseudonym(of: "39a004")
        forged.track = "39a001"
        let names = opened + [forged]
        try await scene.write(ours, names.enumerated().map { scene.track($1.pseudonym, at: Double($0) * 5 + 20) })
        let openings: [(Double, any EntryBody)] = names.map { (0, $0) }
        try await scene.write(
            "parley/WEST/private/\(DisclosureScene.day)",
            openings + scene.ownTracks("39a001", from: 1, isOurs: true)
                + scene.ownTracks("39a002", from: 1, isOurs: false)
                // Of an aircraft that nobody was told of nothing need be known.
                + scene.ownTracks("39a009", from: 1, isOurs: true))
        let (reports, findings) = try await scene.audit()
        #expect(findings[ours]?.map(\.violations) == [[], [.notOurs], [], [.notOpened]])
        #expect(findings[ours]?.map(\.lack) == [nil, nil, .notWritten, nil])
        #expect(reports.last?.violations == 2 && reports.last?.lacks == [.notWritten: 1])
        #expect(findings[ours]?.map(\.index) == [0, 1, 2, 3])
    }

    /// Own tracks that were kept long enough are dropped, pseudonyms stay: who it was is known, and whose it was is not claimed.
    @Test func whatWasDroppedIsSaid() async throws {
        let ours = "parley/WEST/to/EAST/SEINE-1/\(DisclosureScene.day)"
        try await scene.agree()
        let opened = try Pseudonyms(agreement: "SEINE-1", secret: [UInt8](repeating: 9, count: 32))
            .pseudonym(of: "39a001")
        try await scene.write(ours, [scene.track(opened.pseudonym, at: 20), scene.track(opened.pseudonym, at: 130)])
        let own = "parley/WEST/private/\(DisclosureScene.day)"
        let opening: [(Double, any EntryBody)] = [(0, opened)]
        let tracks = (0..<8).flatMap { scene.ownTracks("39a001", from: 1 + Double($0) * 40, isOurs: true) }
        try await scene.write(own, opening + tracks)
        let place = RecordDirectory(NodeDirectory(path: scene.scratch.path).ownRecord(own))
        let whole = try await scene.audit()
        #expect(whole.findings[ours]?.map(\.lack) == [nil, nil])
        #expect(try place.dropBundles(before: 256, keeping: [0, 40]) == 0..<256)
        #expect(try place.keptEntries() == [0, 40])
        let partly = try await scene.audit()
        #expect(
            partly.findings[ours]?.map(\.lack) == [nil, .dropped], "one own track of then was kept, as of an alarm")
        #expect(partly.findings[ours]?.map(\.violations) == [[], []] && partly.reports.last?.lacks == [.dropped: 1])
    }

    /// Records of first contact leave without an agreement: they carry what they may, and nothing else.
    @Test func firstContactIsAuditedToo() async throws {
        let contact = "parley/WEST/to/EAST/contact/\(DisclosureScene.day)"
        try await scene.write(contact, [(-60, try scene.signed(by: "WEST")), scene.track("39a001", at: 0)])
        try await scene.write("parley/EAST/to/WEST/contact/\(DisclosureScene.day)", [scene.seen(contact, 3, at: 5)])
        let (reports, findings) = try await scene.audit()
        #expect(findings[contact]?.map(\.violations) == [[], [.firstContact]])
        #expect(reports.map(\.agreement) == [nil] && reports.map(\.missing) == [1] && reports.map(\.violations) == [1])
    }

    /// What the peer wrote and can't be read keeps its place, so that its receipts cover what they did.
    @Test func whatCannotBeReadKeepsItsPlace() async throws {
        let ours = "parley/WEST/to/EAST/SEINE-1/\(DisclosureScene.day)"
        let theirs = "parley/EAST/to/WEST/SEINE-1/\(DisclosureScene.day)"
        try await scene.agree()
        let name = "abcdefghijklmnop"
        let suspended = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: .station("EAST"))
        try await scene.write(theirs, [scene.seen(ours, 1, at: 0), (1, suspended)], unreadable: [0])
        try await scene.write(
            ours,
            [
                scene.seen(theirs, 1, at: 2), scene.track(name, at: 20), scene.seen(theirs, 2, at: 30),
                scene.track(name, at: 40),
            ])
        let findings = try await scene.audit().findings[ours]
        #expect(findings?.map(\.violations.isEmpty) == [true, true, true, false])
    }

    /// A peer leaves what it likes among the documents; a suspension that it writes elsewhere than under this agreement rests nothing.
    @Test func whatAPeerLeavesStopsNoAudit() async throws {
        let directory = NodeDirectory(path: scene.scratch.path)
        let long = [UInt8](repeating: 0x61, count: 5 << 20)
        try Data(long).write(to: URL(fileURLWithPath: directory.document(DocumentStore.hash(long))))
        let ours = "parley/WEST/to/EAST/SEINE-1/\(DisclosureScene.day)"
        let rested = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: .station("SOUTH"))
        try await scene.agree()
        try await scene.write("parley/SOUTH/to/WEST/LOIRE-1/\(DisclosureScene.day)", [(-20, rested)])
        try await scene.write(ours, [scene.track("abcdefghijklmnop", at: 15)])
        #expect(try await scene.audit().findings[ours]?.map(\.violations) == [[]])
    }
}
