import Accord
import Foundation
import Inquiry
import Record

@testable import Station

/// The records of one station over two days, small: what it saw and told on 3 November 2015, and who released some of it on the 4th.
struct ExtractSample {
    static let start = 1_446_542_645.0
    static let query = "from:2015-11-03T09:00:00Z to:2015-11-03T10:00:00Z track:VIPER11"
    static let spokesman = Person(name: "Spencer", role: .spokesperson)
    static let investigator = Person(name: "Ingram", role: .investigator)
    static let shared = "parley/WEST/to/EAST/air-safety-2015/2015-11-03"
    static let own = "parley/WEST/private/2015-11-03"
    static let release = "parley/WEST/private/2015-11-04"

    let scratch: Scratch
    let identity: SigningKey
    let witness: SigningKey
    let records: [ClaimRecord]

    /// Writes the records.
    ///
    /// - Parameter approvals: who approves the release of `asked`.
    init(
        in scratch: Scratch, approvals: [Person] = [spokesman, investigator], asked: String = query
    ) async throws {
        self.scratch = scratch
        identity = try SigningKey(name: "WEST")
        witness = try SigningKey(name: "EAST")
        var records: [ClaimRecord] = []
        let days: [(String, [any EntryBody])] = [
            (Self.own, try Self.seen()), (Self.shared, try Self.told()),
            (
                Self.release,
                [ReleaseBody(release: "r-1", query: asked, by: Self.spokesman)]
                    + approvals.map { ReleaseApprovedBody(release: "r-1", by: $0) }
            ),
        ]
        for (number, (origin, bodies)) in days.enumerated() {
            let directory = RecordDirectory("\(scratch.path)/\(number)")
            let writer = try await RecordWriter.create(at: directory, key: try identity.renamed(origin))
            let day = number == 2 ? 86_400.0 : 0
            for (place, body) in bodies.enumerated() {
                let salt = [UInt8](repeating: UInt8(truncatingIfNeeded: number * 90 + place), count: 16)
                let at = Self.start + day + Double(place)
                _ = try await writer.append(contentsOf: [try EntryDraft(body).bytes(atUnixSeconds: at, salt: salt)])
                // The peer has cosigned all but the last entry of what it reads.
                guard origin == Self.shared, place == bodies.count - 2 else { continue }
                let signed = await writer.checkpoint
                let cosignature = try witness.cosign(signed.note.text, timeUnixSeconds: UInt64(at))
                try await writer.publish(cosigned: signed.adding([cosignature]))
            }
            try await writer.finish()
            records.append(ClaimRecord(name: origin, source: try DirectorySource(directory.path)))
        }
        self.records = records
    }

    /// The keys under which the three records are signed.
    var keys: [VerifierKey] {
        get throws { try [Self.own, Self.shared, Self.release].map { try identity.renamed($0).verifierKey } }
    }

    /// Makes the extract; where it is.
    func extract(
        _ query: String = query, named name: String = "extract", claim: ClaimReport? = nil, timeStamp: String? = nil
    ) async throws -> (directory: String, outcome: ExtractMaker.Outcome) {
        var maker = ExtractMaker(
            query: try ExtractQuery(parsing: query), keys: try keys, witnesses: [witness.cosignatureKey], report: claim)
        maker.timeStampAddress = timeStamp
        let directory = scratch.path + "/" + name
        return (directory, try await maker.make(from: records, in: directory))
    }

    /// What findings on a claim come to over these records.
    func report(_ claim: String) async throws -> ClaimReport {
        try await ClaimCheck.check(
            try ClaimReader.read(claim), records: records, keys: try keys, accelerationMetresPerSecondSquared: 5
        ) { _, _ in }
    }

    private static func opened(_ track: String) throws -> PseudonymBody {
        try Pseudonyms(agreement: "air-safety-2015", secret: [UInt8](repeating: 5, count: 32)).pseudonym(of: track)
    }

    /// Ten seconds of three aircraft, two of which fly under one call sign, and what a station keeps for itself.
    private static func seen() throws -> [any EntryBody] {
        var bodies: [any EntryBody] = [
            LoginBody(name: "Walker", role: .watchOfficer, outcome: .accepted),
            try opened("3949ea"), try opened("4ca123"),
            DecisionBody(kind: "ours", subject: "DLH 9", by: Person(name: "Parker", role: .planner)),
        ]
        for second in 0..<10 {
            for (number, (track, callsign)) in [("3949ea", "VIPER11"), ("4ca123", "DLH9"), ("4ca777", "DLH9")]
                .enumerated()
            {
                bodies.append(
                    OwnTrackBody(
                        track: track, callsign: callsign, time: EntryTime(unixSeconds: start + Double(second)),
                        lat: 35 + Double(number) * 0.1, lon: 38 + Double(second) * 0.002, levelFt: 20_000, speedKt: 350,
                        source: "f1", ours: number == 0, quality: []))
            }
        }
        return bodies
    }

    private static func told() throws -> [any EntryBody] {
        var bodies: [any EntryBody] = []
        let names = try ["3949ea", "4ca123"].map { try opened($0).pseudonym }
        for (number, name) in [names[0], names[1], names[0]].enumerated() {
            bodies.append(
                TrackBody(
                    track: name, time: EntryTime(unixSeconds: start + Double(number)), lat: 35, lon: 38, gridNM: 0.5,
                    levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "r1"))
        }
        let officer = Person(name: "Walker", role: .watchOfficer)
        for (name, text) in [("m1", "VIPER 11 is airborne"), ("m2", "DLH 9 is not ours")] {
            bodies.append(
                MessageBody(
                    message: name, elements: [], text: text, written: EntryTime(unixSeconds: start), by: officer))
        }
        bodies.append(LineStateBody(state: .normal, reason: "all is well", by: officer))
        return bodies + [TrackEndedBody(track: names[1], reason: .left)]
    }
}
