import Accord
import Airspace
import Foundation
import Inquiry
import Record

/// A day of two stations under the agreement of Examples/, or of three: first contact, what each told the other, and what each kept for
/// itself.
struct AgreedDay {
    static let start = 1_633_608_000.0
    static let day = "2021-10-07"
    static let aircraft = "3949ea"
    static let person = Person(name: "Lt Smith", role: .planner)

    let west: SigningKey
    let east: SigningKey
    let south: SigningKey
    let document: AgreementDocument
    /// Who West's pseudonym means, with proof.
    let opened: PseudonymBody
    /// The parties of the agreement.
    let parties: [String]
    /// What West told East beside its anchors, with the second of the day.
    var told: [(second: Double, body: any EntryBody)] = []
    /// What East told West beside its anchors.
    var answered: [(second: Double, body: any EntryBody)] = []
    /// What South told the others beside its anchors.
    var objected: [(second: Double, body: any EntryBody)] = []
    /// What West's private record says of its pseudonym; nil: what is so.
    var opening: PseudonymBody?
    /// Whether the aircraft was on West's own list; nil: West's private record is not given.
    var isOurs: Bool? = true
    /// Whether West's own tracks are no longer kept.
    var hasDropped = false
    /// Whose receivers saw the aircraft: `simulator` for a flight that was none.
    var source = "f"
    /// Which records of first contact are given.
    var contacts: Set<String> = ["WEST", "EAST", "SOUTH"]
    /// Which shared records are given.
    var shared: Set<String> = ["WEST", "EAST", "SOUTH"]

    /// - Parameters:
    ///   - aircraft: which of West's own a rule names.
    ///   - hasThree: whether South is a party too.
    init(aircraft: String = "ours", hasThree: Bool = false) throws {
        west = try SigningKey(name: "WEST", seed: [UInt8](repeating: 1, count: 32))
        east = try SigningKey(name: "EAST", seed: [UInt8](repeating: 2, count: 32))
        south = try SigningKey(name: "SOUTH", seed: [UInt8](repeating: 3, count: 32))
        parties = hasThree ? ["WEST", "EAST", "SOUTH"] : ["WEST", "EAST"]
        let place = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../Examples/west-east.agreement.yaml").standardizedFileURL
        let text = try String(contentsOf: place, encoding: .utf8)
            .replacing(/key: WEST\S+/, with: "key: \(west.verifierKey.description)")
            .replacing(/key: EAST\S+/, with: "key: \(east.verifierKey.description)")
            .replacing("    to: EAST\n    aircraft: ours", with: "    to: EAST\n    aircraft: \(aircraft)")
            .replacing("\narea:", with: hasThree ? Self.third(south) + "\narea:" : "\narea:")
        document = try AgreementDocument(Array(text.utf8))
        let secret = [UInt8](repeating: 4, count: 32)
        opened = try Pseudonyms(agreement: document.agreement.identifier, secret: secret).pseudonym(of: Self.aircraft)
    }

    private static func third(_ key: SigningKey) -> String {
        """
          SOUTH:
            name: {en: South, ru: Юг}
            languages: [en]
            key: \(key.verifierKey.description)
            certificate: sha256:\(String(repeating: "ab", count: 32))
            address: south.example:8491

        """
    }

    var agreement: String { document.agreement.identifier }

    /// A track as the rule lets it be told.
    func track(_ second: Double, _ change: (inout TrackBody) -> Void = { _ in }) -> TrackBody {
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 926)
        var body = TrackBody(
            track: opened.pseudonym, time: EntryTime(unixSeconds: Self.start + (second / 5).rounded(.down) * 5),
            lat: place.latitudeDegrees, lon: place.longitudeDegrees, levelFt: 23_500, speedKt: 435, trackDegrees: 0,
            verticalFpm: -1_200, gridNM: 0.5, levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "west-all")
        change(&body)
        return body
    }

    private func signed(by party: String) throws -> AgreementSignedBody {
        let key = ["EAST": east, "SOUTH": south][party] ?? west
        return AgreementSignedBody(
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

    private func seen(_ record: String, _ size: UInt64) -> any EntryBody {
        SeenBody(record: record, size: size, root: Data([UInt8](repeating: 0, count: 32)).base64EncodedString())
    }

    private func ownTracks(_ isOurs: Bool) -> [(second: Double, body: any EntryBody)] {
        guard !hasDropped else { return [] }
        return stride(from: 0.0, through: 600, by: 5).map { second in
            let body = OwnTrackBody(
                track: Self.aircraft, callsign: "AFR12", time: EntryTime(unixSeconds: Self.start + second), lat: 48.9,
                lon: 2.3, levelFt: 23_500, source: source, ours: isOurs, quality: [])
            return (second, body)
        }
    }

    /// What the records hold, held against the agreement.
    func evidence() throws -> (library: RecordLibrary, testimony: Testimony) {
        var collector = EvidenceCollector()
        var bytes: [String: [[UInt8]]] = [:]
        func write(
            _ writer: String, _ scope: RecordOrigin.Scope, _ bodies: [(second: Double, body: any EntryBody)],
            hasDropped: Bool = false
        ) throws {
            let origin = try RecordOrigin(writer: writer, scope: scope, day: Self.day)
            collector.begin(origin, size: UInt64(bodies.count), hasDropped: hasDropped)
            let ordered = bodies.enumerated().sorted { ($0.element.second, $0.offset) < ($1.element.second, $1.offset) }
            for (index, item) in ordered.map(\.element).enumerated() {
                let entry = try EntryDraft(item.body).bytes(
                    atUnixSeconds: Self.start + item.second, salt: [UInt8](repeating: 5, count: 16))
                collector.take(entry, index: UInt64(index))
                bytes[origin.description, default: []].append(entry)
            }
        }
        for writer in parties where contacts.contains(writer) {
            let signature: (second: Double, body: any EntryBody) = (
                writer == "WEST" ? -80 : -70, try signed(by: writer)
            )
            for reader in parties where reader != writer {
                // A third party's signature counts from when it was stored.
                let theirs = "parley/\(reader)/to/\(writer)/contact/\(Self.day)"
                let receipts = reader == "SOUTH" ? [(second: -60.0, body: seen(theirs, 1))] : []
                let documents = writer == "WEST" ? blobs() : []
                try write(writer, .contact(reader: reader), documents + [signature] + receipts)
            }
        }
        let said = ["WEST": told, "EAST": answered, "SOUTH": objected]
        for writer in parties where shared.contains(writer) {
            for reader in parties where reader != writer {
                var bodies = try anchors(writer)
                if writer == "SOUTH" || reader != "SOUTH" { bodies += said[writer] ?? [] }
                // Two anchors come before anything that it says.
                if reader == "SOUTH", let last = objected.last {
                    let theirs = "parley/SOUTH/to/\(writer)/\(agreement)/\(Self.day)"
                    bodies.append((last.second + 1, seen(theirs, UInt64(objected.count + 2))))
                }
                try write(writer, .agreement(reader: reader, identifier: agreement), bodies)
            }
        }
        if let isOurs {
            let openings: [(second: Double, body: any EntryBody)] = [(0, opening ?? opened)]
            try write("WEST", .privateRecord, openings + ownTracks(isOurs), hasDropped: hasDropped)
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
