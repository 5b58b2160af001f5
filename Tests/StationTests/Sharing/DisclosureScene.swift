import Accord
import Airspace
import Foundation
import Record
import Testing

@testable import Station

/// The directory of a node with an agreement of three, and records in it as a test writes them.
struct DisclosureScene {
    typealias Finding = DisclosureAudit.Finding

    static let start = 1_700_000_000.0
    static let day = "2023-11-14"
    let scratch: Scratch
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

    /// - Parameter unreadable: which of them are written so that nobody can read them.
    func write(
        _ origin: String, _ bodies: [(Double, any EntryBody)], unreadable: Set<Int> = []
    ) async throws {
        let directory = NodeDirectory(path: scratch.path)
        let isOurs = origin.hasPrefix("parley/WEST/")
        let place = RecordDirectory(isOurs ? directory.ownRecord(origin) : directory.peerRecord(origin))
        let writer = try await RecordWriter.create(at: place, key: try SigningKey(name: origin))
        _ = try await writer.append(
            contentsOf: bodies.enumerated().map { number, item in
                if unreadable.contains(number) { return Array("?".utf8) }
                let (second, body) = item
                return try EntryDraft(body).bytes(
                    atUnixSeconds: Self.start + second, salt: [UInt8](repeating: 1, count: 16))
            })
        try await writer.finish()
    }

    func signed(by party: String) throws -> AgreementSignedBody {
        let key = try #require(keys[party])
        return AgreementSignedBody(
            sha256: document.sha256, agreement: "SEINE-1", version: document.agreement.version,
            signature: try DocumentSignature(document).sign(with: key), by: .station(party))
    }

    func track(_ name: String, at second: Double) -> (Double, any EntryBody) {
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 926)
        let body = TrackBody(
            track: name, time: EntryTime(unixSeconds: Self.start + second), lat: place.latitudeDegrees,
            lon: place.longitudeDegrees, levelFt: 23_500, gridNM: 0.5, levelGridFt: 500, timeGridSeconds: 5,
            delaySeconds: 0, rule: "west-all")
        return (second, body)
    }

    func seen(_ record: String, _ size: UInt64, at second: Double) -> (Double, any EntryBody) {
        (second, SeenBody(record: record, size: size, root: TreeHash.emptyTree.base64))
    }

    /// First contact and signatures of all three, so that the agreement is in force.
    func agree(receiptAt second: Double = -30) async throws {
        let south = "parley/SOUTH/to/WEST/contact/\(Self.day)"
        try await write("parley/WEST/to/EAST/contact/\(Self.day)", [(-60, try signed(by: "WEST"))])
        try await write("parley/EAST/to/WEST/contact/\(Self.day)", [(-50, try signed(by: "EAST"))])
        try await write(south, [(-40, try signed(by: "SOUTH"))])
        try await write("parley/WEST/to/SOUTH/contact/\(Self.day)", [seen(south, 1, at: second)])
    }

    func ownTracks(
        _ identifier: String, from start: Double, isOurs: Bool, callsign: String? = nil
    ) -> [(Double, any EntryBody)] {
        stride(from: start, to: start + 40, by: 1).map { second in
            let body = OwnTrackBody(
                track: identifier, callsign: callsign, time: EntryTime(unixSeconds: Self.start + second), lat: 48.9,
                lon: 2.3, source: "f1", ours: isOurs, quality: [])
            return (second, body)
        }
    }

    func audit() async throws -> (reports: [RecordedDisclosure.Report], findings: [String: [Finding]]) {
        var reports: [RecordedDisclosure.Report] = []
        var findings: [String: [Finding]] = [:]
        try await RecordedDisclosure(directory: scratch.path).run(
            peer: "EAST", finding: { findings[$1, default: []].append($0) }, report: { reports.append($0) })
        return (reports, findings)
    }
}
