import Accord
import Foundation
import Record
import TestSupport
import Testing

/// The standing of an agreement, from the entries of its parties.
struct StandingTests {
    /// An agreement whose keys are at hand.
    struct Fixture {
        let west: SigningKey
        let east: SigningKey
        let first: AgreementDocument
        let second: AgreementDocument

        init() throws {
            west = try SigningKey(name: "WEST", seed: [UInt8](repeating: 1, count: 32))
            east = try SigningKey(name: "EAST", seed: [UInt8](repeating: 2, count: 32))
            let text = try ExampleAgreements.text()
                .replacing(/key: WEST\S+/, with: "key: \(west.verifierKey.description)")
                .replacing(/key: EAST\S+/, with: "key: \(east.verifierKey.description)")
            first = try AgreementDocument(Array(text.utf8))
            second = try AgreementDocument(Array(text.replacing("version: 1", with: "version: 2").utf8))
        }

        func signed(_ document: AgreementDocument, by key: SigningKey) throws -> AgreementSignedBody {
            AgreementSignedBody(
                sha256: document.sha256, agreement: "SEINE-1", version: document.agreement.version,
                signature: try DocumentSignature(document).sign(with: key), by: EntrySamples.person)
        }

        func proposed(_ document: AgreementDocument, amends: String? = nil) -> AgreementProposedBody {
            AgreementProposedBody(
                sha256: document.sha256, agreement: "SEINE-1", version: document.agreement.version, amends: amends,
                by: EntrySamples.person)
        }
    }

    private let start = 1_633_608_000.0

    private func entry(_ body: any EntryBody, at seconds: Double) throws -> Entry {
        try Entry(EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt))
    }

    /// The life of an agreement: each party's acts in its own order.
    private func life(_ fixture: Fixture) throws -> [String: [Entry]] {
        let suspended = AgreementSuspendedBody(agreement: "SEINE-1", reason: "an incident", by: EntrySamples.person)
        let resumed = AgreementResumedBody(agreement: "SEINE-1", by: EntrySamples.person)
        return [
            "WEST": [
                try entry(fixture.proposed(fixture.first), at: 0),
                try entry(fixture.signed(fixture.first, by: fixture.west), at: 10),
                try entry(suspended, at: 100), try entry(resumed, at: 200),
                try entry(fixture.signed(fixture.second, by: fixture.west), at: 330),
            ],
            "EAST": [
                try entry(fixture.signed(fixture.first, by: fixture.east), at: 20), try entry(suspended, at: 150),
                try entry(resumed, at: 250),
                try entry(fixture.proposed(fixture.second, amends: fixture.first.sha256), at: 300),
                try entry(fixture.signed(fixture.second, by: fixture.east), at: 310),
                try entry(AgreementEndedBody(agreement: "SEINE-1", reason: "met", by: EntrySamples.person), at: 400),
            ],
        ]
    }

    @Test func goesThroughItsLife() throws {
        let fixture = try Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        try standing.know(fixture.second)
        for (party, entries) in try life(fixture) {
            for entry in entries { try standing.take(entry, from: party) }
        }
        func state(_ seconds: Double) -> AgreementStanding.State { standing.state(atUnixSeconds: start + seconds) }
        #expect(state(-1) == .none)
        #expect(state(15) == .proposed(sha256: fixture.first.sha256))
        #expect(state(20) == .inForce(sha256: fixture.first.sha256))
        guard case .suspended(_, let one) = state(120), case .suspended(_, let two) = state(180),
            case .suspended(_, let three) = state(220)
        else { Issue.record("it is not suspended"); return }
        #expect(one.map(\.party) == ["WEST"])
        #expect(two.map(\.party) == ["WEST", "EAST"])
        #expect(three.map(\.party) == ["EAST"])
        #expect(standing.flow(atUnixSeconds: start + 120) == .suspended(owed: [.safetyAlerts, .lineChecks, .messages]))
        #expect(state(260) == .inForce(sha256: fixture.first.sha256))
        #expect(state(320) == .inForce(sha256: fixture.first.sha256))
        #expect(state(331) == .inForce(sha256: fixture.second.sha256))
        // It asks for three days' notice.
        #expect(state(400) == .inForce(sha256: fixture.second.sha256))
        #expect(standing.ending(atUnixSeconds: start + 400)?.endsUnixSeconds == start + 400 + 3 * 86_400)
        guard case .ended(let ending) = state(400 + 3 * 86_400) else { Issue.record("it has not ended"); return }
        #expect(ending.party == "EAST")
        #expect(standing.flow(atUnixSeconds: start + 401 + 3 * 86_400) == .ended)
        // As soon as both want it to be over it is.
        let end = AgreementEndedBody(agreement: "SEINE-1", reason: "agreed", by: EntrySamples.person)
        try standing.take(try entry(end, at: 500), from: "WEST")
        #expect(state(499) == .inForce(sha256: fixture.second.sha256))
        #expect(standing.flow(atUnixSeconds: start + 500) == .ended)
    }

    /// Whatever the order in which two records are read, the standing at every time is the same.
    @Test func doesNotDependOnTheOrderOfRecords() throws {
        let fixture = try Fixture()
        let life = try life(fixture)
        var generator = SeededRandom(seed: 7)
        var first: [AgreementStanding.State]?
        for round in 0..<60 {
            var standing = AgreementStanding(identifier: "SEINE-1")
            if round.isMultiple(of: 2) { try standing.know(fixture.first) }
            var rest = life
            while !rest.isEmpty {
                guard let party = rest.keys.sorted().randomElement(using: &generator), let entry = rest[party]?.first
                else { break }
                try standing.take(entry, from: party)
                if Bool.random(using: &generator) { try standing.take(entry, from: party) }
                rest[party]?.removeFirst()
                if rest[party]?.isEmpty == true { rest[party] = nil }
            }
            try standing.know(fixture.second)
            try standing.know(fixture.first)
            let states = stride(from: -5.0, through: 500, by: 5).map { standing.state(atUnixSeconds: start + $0) }
            if let first { #expect(states == first) } else { first = states }
        }
    }

    @Test func takesNoForgedSignature() throws {
        let fixture = try Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        // East's signature by west's key, and west's own signature handed in by east.
        let forged = try entry(fixture.signed(fixture.first, by: fixture.west), at: 5)
        #expect(throws: AccordError.self) { try standing.take(forged, from: "EAST") }
        #expect(throws: AccordError.self) { try standing.take(forged, from: "SOUTH") }
        var other = try fixture.signed(fixture.second, by: fixture.east)
        other.sha256 = fixture.first.sha256
        other.version = 1
        let moved = try entry(other, at: 6)
        #expect(throws: AccordError.self) { try standing.take(moved, from: "EAST") }
        #expect(standing.state(atUnixSeconds: start + 10) == .none)
        // A signature that came before its document is looked at when the document comes.
        var early = AgreementStanding(identifier: "SEINE-1")
        try early.take(forged, from: "EAST")
        #expect(throws: AccordError.self) { try early.know(fixture.first) }
        #expect(early.versions[fixture.first.sha256]?.signatures.isEmpty ?? true)
    }

    @Test func onlyWhoSuspendedCanResume() throws {
        let fixture = try Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        let life = try life(fixture)
        for entry in life["WEST", default: []].prefix(3) { try standing.take(entry, from: "WEST") }
        for entry in life["EAST", default: []].prefix(1) { try standing.take(entry, from: "EAST") }
        let resumed = AgreementResumedBody(agreement: "SEINE-1", by: EntrySamples.person)
        try standing.take(try entry(resumed, at: 160), from: "EAST")
        guard case .suspended = standing.state(atUnixSeconds: start + 170) else {
            Issue.record("east resumed for west"); return
        }
        #expect(throws: AccordError.self) { try standing.permit(resumed, by: "EAST", atUnixSeconds: start + 170) }
        try standing.permit(resumed, by: "WEST", atUnixSeconds: start + 170)
    }

    @Test func aSuspensionFromAClockAheadHoldsAtOnce() throws {
        let fixture = try Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        try standing.take(try entry(fixture.signed(fixture.first, by: fixture.west), at: 1), from: "WEST")
        try standing.take(try entry(fixture.signed(fixture.first, by: fixture.east), at: 2), from: "EAST")
        let suspended = AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
        try standing.take(try entry(suspended, at: 140), from: "EAST", receivedUnixSeconds: start + 100)
        guard case .suspended = standing.state(atUnixSeconds: start + 101) else { Issue.record("it waits"); return }
    }

    @Test func hasATerm() throws {
        let fixture = try Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(fixture.first)
        try standing.take(try entry(fixture.signed(fixture.first, by: fixture.west), at: -10_000_000), from: "WEST")
        try standing.take(try entry(fixture.signed(fixture.first, by: fixture.east), at: -10_000_000), from: "EAST")
        #expect(standing.state(atUnixSeconds: start - 9_000_000) == .agreed(sha256: fixture.first.sha256))
        #expect(standing.flow(atUnixSeconds: start - 9_000_000) == .none)
        #expect(standing.state(atUnixSeconds: start) == .inForce(sha256: fixture.first.sha256))
        #expect(standing.state(atUnixSeconds: start + 1e9) == .expired(sha256: fixture.first.sha256))
    }

    /// A version that is signed today and begins later leaves what holds in force until then, and its own end is the end.
    @Test func aVersionThatBeginsLaterTakesItsPlaceThen() throws {
        let fixture = try Fixture()
        let text = String(decoding: fixture.second.bytes, as: UTF8.self)
            .replacing(/term: .*/, with: "term: {from: 2022-01-01T00:00:00Z, until: 2035-12-31T00:00:00Z}")
            .replacing("2021-10-", with: "2022-10-")
        let later = try AgreementDocument(Array(text.utf8))
        var standing = AgreementStanding(identifier: "SEINE-1")
        for document in [fixture.first, later] {
            try standing.know(document)
            try standing.take(try entry(fixture.signed(document, by: fixture.west), at: 1), from: "WEST")
            try standing.take(try entry(fixture.signed(document, by: fixture.east), at: 2), from: "EAST")
        }
        let begins = later.agreement.termUnixSeconds.lowerBound
        #expect(standing.state(atUnixSeconds: start + 10) == .inForce(sha256: fixture.first.sha256))
        #expect(standing.state(atUnixSeconds: begins - 1) == .inForce(sha256: fixture.first.sha256))
        #expect(standing.state(atUnixSeconds: begins) == .inForce(sha256: later.sha256))
        let ends = later.agreement.termUnixSeconds.upperBound
        #expect(standing.state(atUnixSeconds: ends + 1) == .expired(sha256: later.sha256))
    }

    @Test func refusesActsThatAreOutOfPlace() throws {
        let fixture = try Fixture()
        var standing = AgreementStanding(identifier: "SEINE-1")
        let end = AgreementEndedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person)
        let sign = try fixture.signed(fixture.first, by: fixture.west)
        #expect(throws: AccordError.self) { try standing.permit(end, by: "WEST", atUnixSeconds: start) }
        #expect(throws: AccordError.self) { try standing.permit(sign, by: "WEST", atUnixSeconds: start) }
        try standing.know(fixture.first)
        try standing.know(fixture.second)
        try standing.permit(sign, by: "WEST", atUnixSeconds: start)
        #expect(throws: AccordError.self) { try standing.permit(sign, by: "SOUTH", atUnixSeconds: start) }
        try standing.take(try entry(sign, at: 1), from: "WEST")
        #expect(throws: AccordError.self) { try standing.permit(sign, by: "WEST", atUnixSeconds: start + 2) }
        try standing.take(try entry(fixture.signed(fixture.first, by: fixture.east), at: 2), from: "EAST")
        try standing.permit(end, by: "WEST", atUnixSeconds: start + 3)
        #expect(throws: AccordError.self) {
            try standing.permit(fixture.proposed(fixture.second), by: "EAST", atUnixSeconds: start + 3)
        }
        try standing.permit(
            fixture.proposed(fixture.second, amends: fixture.first.sha256), by: "EAST", atUnixSeconds: start + 3)
    }
}
