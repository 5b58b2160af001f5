import Accord
import Airspace
import Foundation
import Record
import Testing

@testable import Station

/// The audit of what left, from a node's directory alone.
struct RecordedDisclosureTests {
    private static let start = 1_700_000_000.0
    private static let day = "2023-11-14"
    private let scratch: Scratch
    private let keys: [String: SigningKey]
    private let document: AgreementDocument

    /// An agreement of three.
    init() throws {
        scratch = try Scratch()
        var keys: [String: SigningKey] = [:]
        for (index, name) in ["WEST", "EAST", "SOUTH"].enumerated() {
            keys[name] = try SigningKey(name: name, seed: [UInt8](repeating: UInt8(index + 1), count: 32))
        }
        self.keys = keys
        func key(_ name: String) -> String { keys[name]?.verifierKey.description ?? "" }
        let text = String(decoding: try SharingSamples.document("west-east").bytes, as: UTF8.self)
            .replacing(/key: WEST\S+/, with: "key: \(key("WEST"))")
            .replacing(/key: EAST\S+/, with: "key: \(key("EAST"))")
            .replacing(
                "\narea:",
                with: """
                      SOUTH:
                        name: {en: South, ru: Юг}
                        languages: [en]
                        key: \(key("SOUTH"))
                        certificate: sha256:\(String(repeating: "ab", count: 32))
                        address: south.example:8491

                    area:
                    """)
        document = try AgreementDocument(Array(text.utf8))
        let directory = NodeDirectory(path: scratch.path)
        try NodeSettings(name: "WEST").write(to: directory)
        try FileManager.default.createDirectory(atPath: directory.documents, withIntermediateDirectories: true)
        try Data(document.bytes).write(to: URL(fileURLWithPath: directory.document(document.sha256)))
    }

    private func write(_ origin: String, _ bodies: [(Double, any EntryBody)]) async throws {
        let directory = NodeDirectory(path: scratch.path)
        let isOurs = origin.hasPrefix("parley/WEST/")
        let place = RecordDirectory(isOurs ? directory.ownRecord(origin) : directory.peerRecord(origin))
        let writer = try await RecordWriter.create(at: place, key: try SigningKey(name: origin))
        _ = try await writer.append(
            contentsOf: bodies.map { second, body in
                try EntryDraft(body).bytes(
                    atUnixSeconds: Self.start + second, salt: [UInt8](repeating: 1, count: 16))
            })
        try await writer.finish()
    }

    private func signed(by party: String) throws -> AgreementSignedBody {
        let key = try #require(keys[party])
        return AgreementSignedBody(
            sha256: document.sha256, agreement: "SEINE-1", version: document.agreement.version,
            signature: try DocumentSignature(document).sign(with: key), by: .station(party))
    }

    private func track(_ name: String, at second: Double) -> (Double, any EntryBody) {
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 926)
        let body = TrackBody(
            track: name, time: EntryTime(unixSeconds: Self.start + second), lat: place.latitudeDegrees,
            lon: place.longitudeDegrees, levelFt: 23_500, gridNM: 0.5, levelGridFt: 500, timeGridSeconds: 5,
            delaySeconds: 0, rule: "west-all")
        return (second, body)
    }

    private func seen(_ record: String, _ size: UInt64, at second: Double) -> (Double, any EntryBody) {
        (second, SeenBody(record: record, size: size, root: TreeHash.emptyTree.base64))
    }

    /// With three parties the third's signature counts too; what only the reader has any more is counted and not judged.
    @Test func thirdPartiesAreHeardAndWhatIsMissingIsCounted() async throws {
        let south = "parley/SOUTH/to/WEST/contact/\(Self.day)"
        let ours = "parley/WEST/to/EAST/SEINE-1/\(Self.day)"
        try await write("parley/WEST/to/EAST/contact/\(Self.day)", [(-60, try signed(by: "WEST"))])
        try await write("parley/EAST/to/WEST/contact/\(Self.day)", [(-50, try signed(by: "EAST"))])
        try await write(south, [(-40, try signed(by: "SOUTH"))])
        try await write("parley/WEST/to/SOUTH/contact/\(Self.day)", [seen(south, 1, at: 10)])
        let name = "abcdefghijklmnop"
        try await write(ours, [track(name, at: 0), track(name, at: 15), track(name, at: 20)])
        try await write(
            "parley/EAST/to/WEST/SEINE-1/\(Self.day)",
            [
                seen(ours, 7, at: 30), seen("\(ours).2", 2, at: 40),
                seen("parley/WEST/to/SOUTH/X/\(Self.day)", 5, at: 41),
            ])
        var reports: [RecordedDisclosure.Report] = []
        try await RecordedDisclosure(directory: scratch.path).run(peer: "EAST") { reports.append($0) }
        #expect(reports.map(\.origin) == [ours, "\(ours).2"])
        #expect(reports.map(\.missing) == [4, 2])
        #expect(
            reports.first?.findings.map(\.violations.isEmpty) == [false, true, true],
            "nothing was in force before the third's signature was here")
    }

    /// A peer leaves what it likes among the documents; a suspension that it writes elsewhere than under this agreement rests nothing.
    @Test func whatAPeerLeavesStopsNoAudit() async throws {
        let directory = NodeDirectory(path: scratch.path)
        let long = [UInt8](repeating: 0x61, count: 5 << 20)
        try Data(long).write(to: URL(fileURLWithPath: directory.document(DocumentStore.hash(long))))
        let ours = "parley/WEST/to/EAST/SEINE-1/\(Self.day)"
        let rested = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: .station("SOUTH"))
        try await write("parley/WEST/to/EAST/contact/\(Self.day)", [(-60, try signed(by: "WEST"))])
        try await write("parley/EAST/to/WEST/contact/\(Self.day)", [(-50, try signed(by: "EAST"))])
        try await write("parley/SOUTH/to/WEST/contact/\(Self.day)", [(-40, try signed(by: "SOUTH")), (-30, rested)])
        try await write("parley/SOUTH/to/WEST/LOIRE-1/\(Self.day)", [(-20, rested)])
        try await write(ours, [track("abcdefghijklmnop", at: 15)])
        var reports: [RecordedDisclosure.Report] = []
        try await RecordedDisclosure(directory: scratch.path).run(peer: "EAST") { reports.append($0) }
        #expect(reports.first?.findings.map(\.violations) == [[]])
    }
}
