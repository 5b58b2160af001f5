import Accord
import Testing

/// One valid body of each type.
enum EntrySamples {
    static let person = Person(name: "Lt Ivanova", role: .watchOfficer)
    static let time = EntryTime(unixSeconds: 1_446_542_645)
    static let hash = String(repeating: "0123456789abcdef", count: 4)
    static let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    static let record = "parley/EAST/to/WEST/SKY-1/2015-11-03"
    static let elements = [EntryElement(code: "TI.TRAFFIC", parameters: ["clock": "11", "dist": "5 NM"])]

    static let track = TrackBody(
        track: "w7k2p9", time: time, lat: 35.508333, lon: 36.2, levelFt: 20_000, speedKt: 420, trackDegrees: 90,
        verticalFpm: 0, gridNM: 0.5, levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "near-border")

    static let all: [any EntryBody] = [
        SeenBody(record: record, size: 12, root: root),
        AnchorBody(record: "parley/WEST/private/2015-11-03", size: 9, root: root),
        BlobBody(sha256: hash, part: 0, parts: 1, data: "QUJD"),
        AgreementProposedBody(sha256: hash, agreement: "SKY-1", version: 1, note: "as spoken", by: person),
        AgreementSignedBody(sha256: hash, agreement: "SKY-1", version: 1, signature: "note", by: person),
        AgreementSuspendedBody(agreement: "SKY-1", reason: "an incident", by: person),
        AgreementResumedBody(agreement: "SKY-1", by: person),
        AgreementEndedBody(agreement: "SKY-1", reason: "its purpose is met", by: person),
        MeetingBody(held: time, place: "Amman", present: ["A", "B"], agreed: ["x"], open: [], by: person), track,
        TrackEndedBody(track: "w7k2p9", reason: .noRule),
        AlertBody(
            alert: "a1", kind: .conflict, level: .alarm, tracks: ["w7k2p9", "e1"], secondsToLoss: 80, time: time),
        AlertSeenBody(alert: "a1", by: person), AlertEndedBody(alert: "a1"),
        ZoneBody(zone: "NORTH", state: .active, from: time, until: nil, by: person),
        QuestionBody(question: "q1", lat: 35, lon: 36, levelFt: nil, time: time, by: person),
        AnswerBody(
            question: "q1", answer: .notKnown, automatic: true, notice: AnswerBody.standardNotice,
            by: Person.station("EAST")),
        MessageBody(message: "m1", elements: elements, written: time, by: person), MessageShownBody(message: "m1"),
        MessageReadBody(message: "m1", by: person), MessageCancelledBody(message: "m1", by: person),
        ComplianceBody(message: "m1", complied: true, by: person), LineCheckBody(check: "c1", person: true),
        LineCheckedBody(check: "c1", readability: 5, by: person), LineStateBody(state: .degraded, by: person),
        PlanProposedBody(sha256: hash, plan: "EX-1", version: 1, by: person),
        PlanSignedBody(sha256: hash, plan: "EX-1", version: 1, signature: "note", by: person),
        RunBody(plan: "EX-1", run: "r1", state: .started, simulated: false, by: person),
        CheckInBody(run: "r1", participant: "alfa", frequency: "130.250", by: person),
        CardBody(run: "r1", card: "1", state: .passed, by: person),
        ExchangeBody(run: "r1", card: "1", participant: "alfa", language: "ru", elements: elements, readBack: true),
        RangeBody(run: "r1", between: ["alfa", "bravo"], time: time, horizontalNM: 3.2, basis: .shared),
        AbortBody(run: "r1", reason: .called, word: "KNOCK IT OFF", by: person), ClaimBody(sha256: hash, by: person),
        ClaimAnswerBody(sha256: hash, answer: .deny, by: person), ReleaseBody(release: "x1", query: "all", by: person),
        ReleaseApprovedBody(release: "x1", by: person),
        OwnTrackBody(
            track: "3949ea", callsign: "AFR12", time: time, lat: 35, lon: 36, source: "east.csv", ours: true,
            quality: ["frozen"]),
        PseudonymBody(pseudonym: "w7k2p9", track: "3949ea", agreement: "SKY-1", nonce: "AAAAAAAAAAAAAAAAAAAAAA=="),
        AlarmBody(alert: "a1", tracks: ["3949ea"], state: .shown, time: time),
        DecisionBody(kind: "inhibit", subject: "a1", reason: "visual", by: person),
        ShiftBody(post: "watch", from: person, to: Person(name: "Cpt Lang", role: .watchOfficer)),
        LoginBody(name: "lang", outcome: .refused),
    ]

    static let salt = [UInt8](repeating: 7, count: 16)

    static func bytes(_ body: any EntryBody) throws -> [UInt8] {
        try EntryDraft(body).bytes(atUnixSeconds: 1_446_542_645.0004, salt: salt)
    }
}
