import Accord
import Airspace
import Foundation
import Inquiry
import Record

/// A day of two stations under the agreement of Examples/: first contact, what each told the other, and what each kept for itself.
struct AgreedDay {
    static let start = 1_633_608_000.0
    static let day = "2021-10-07"
    static let pseudonym = "abcdefghijklmnop"
    static let person = Person(name: "Lt Smith", role: .planner)

    let west: SigningKey
    let east: SigningKey
    let document: AgreementDocument
    /// What West told East beside its anchors, with the second of the day.
    var told: [(second: Double, body: any EntryBody)] = []
    /// What East told West beside its anchors.
    var answered: [(second: Double, body: any EntryBody)] = []
    /// Whether the aircraft was on West's own list; nil: West's private record is not given.
    var isOurs: Bool? = true
    /// Whose receivers saw the aircraft: `simulator` for a flight that was none.
    var source = "f"
    /// Which records of first contact are given.
    var contacts: Set<String> = ["WEST", "EAST"]
    /// Which shared records are given.
    var shared: Set<String> = ["WEST", "EAST"]

    init() throws {
        west = try SigningKey(name: "WEST", seed: [UInt8](repeating: 1, count: 32))
        east = try SigningKey(name: "EAST", seed: [UInt8](repeating: 2, count: 32))
        let place = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../Examples/west-east.agreement.yaml").standardizedFileURL
        let text = try String(contentsOf: place, encoding: .utf8)
            .replacing(/key: WEST\S+/, with: "key: \(west.verifierKey.description)")
            .replacing(/key: EAST\S+/, with: "key: \(east.verifierKey.description)")
        document = try AgreementDocument(Array(text.utf8))
    }

    var agreement: String { document.agreement.identifier }

    /// A track as the rule lets it be told.
    func track(_ second: Double, _ change: (inout TrackBody) -> Void = { _ in }) -> TrackBody {
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 926)
        var body = TrackBody(
            track: Self.pseudonym, time: EntryTime(unixSeconds: Self.start + (second / 5).rounded(.down) * 5),
            lat: place.latitudeDegrees, lon: place.longitudeDegrees, levelFt: 23_500, speedKt: 435, trackDegrees: 0,
            verticalFpm: -1_200, gridNM: 0.5, levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "west-all")
        change(&body)
        return body
    }

    private func signed(by key: SigningKey) throws -> AgreementSignedBody {
        AgreementSignedBody(
            sha256: document.sha256, agreement: agreement, version: document.agreement.version,
            signature: try DocumentSignature(document).sign(with: key), by: Self.person)
    }

    private func anchors(_ writer: String) throws -> [(second: Double, body: any EntryBody)] {
        let root = Data([UInt8](repeating: 0, count: 32)).base64EncodedString()
        return stride(from: 0.0, through: 600, by: 60).map { second in
            (second, AnchorBody(record: "parley/\(writer)/private/\(Self.day)", size: 1, root: root))
        }
    }

    private func blobs() -> [(second: Double, body: any EntryBody)] {
        let parts = stride(from: 0, to: document.bytes.count, by: 45_000).map { start in
            Data(document.bytes[start..<min(start + 45_000, document.bytes.count)]).base64EncodedString()
        }
        return parts.enumerated().map { number, data in
            (-90, BlobBody(sha256: document.sha256, part: number, parts: parts.count, data: data))
        }
    }

    /// What the records hold, held against the agreement.
    func evidence() throws -> (library: RecordLibrary, testimony: Testimony) {
        var collector = EvidenceCollector()
        var bytes: [String: [[UInt8]]] = [:]
        func write(
            _ writer: String, _ scope: RecordOrigin.Scope, _ bodies: [(second: Double, body: any EntryBody)]
        ) throws {
            let origin = try RecordOrigin(writer: writer, scope: scope, day: Self.day)
            collector.begin(origin, size: UInt64(bodies.count), hasDropped: false)
            let ordered = bodies.enumerated().sorted { ($0.element.second, $0.offset) < ($1.element.second, $1.offset) }
            for (index, item) in ordered.map(\.element).enumerated() {
                let entry = try EntryDraft(item.body).bytes(
                    atUnixSeconds: Self.start + item.second, salt: [UInt8](repeating: 5, count: 16))
                collector.take(entry, index: UInt64(index))
                bytes[origin.description, default: []].append(entry)
            }
        }
        if contacts.contains("WEST") {
            try write("WEST", .contact(reader: "EAST"), blobs() + [(-80, try signed(by: west))])
        }
        if contacts.contains("EAST") { try write("EAST", .contact(reader: "WEST"), [(-70, try signed(by: east))]) }
        for (writer, reader, bodies) in [("WEST", "EAST", told), ("EAST", "WEST", answered)]
        where shared.contains(writer) {
            try write(writer, .agreement(reader: reader, identifier: agreement), try anchors(writer) + bodies)
        }
        if let isOurs {
            let nonce = Data([UInt8](repeating: 0, count: 16)).base64EncodedString()
            let own = OwnTrackBody(
                track: "3949ea", time: EntryTime(unixSeconds: Self.start), lat: 48.9, lon: 2.3, levelFt: 23_500,
                source: source, ours: isOurs, quality: [])
            try write(
                "WEST", .privateRecord,
                [
                    (0, PseudonymBody(pseudonym: Self.pseudonym, track: "3949ea", agreement: agreement, nonce: nonce)),
                    (0, own),
                ])
        }
        var (library, testimony) = collector.finish()
        for channel in SharedAudit.channels(testimony) {
            var audit = SharedAudit(channel, testimony, library)
            for origin in audit.origins {
                audit.begin(origin)
                for (index, entry) in (bytes[origin.description] ?? []).enumerated() {
                    audit.take(entry, index: UInt64(index))
                }
            }
            testimony.audits += audit.finish()
        }
        return (library, testimony)
    }

    /// What a claim that nothing went beyond the agreement finds, over the first ten minutes.
    func finding() throws -> Finding {
        let from = UTCTime.string(unixSeconds: Self.start)
        let to = UTCTime.string(unixSeconds: Self.start + 600)
        let text = "{claim: 1, by: x, propositions: [{id: p, kind: nothing-beyond, from: \(from), to: \(to)}]}"
        let (library, testimony) = try evidence()
        return try ClaimChecker(tracks: library, testimony: testimony).check(try ClaimReader.read(text))[0]
    }
}
