import Accord
import Foundation
import Record
import Testing

/// A version that changes a party's key is signed with the keys from before it, and signs nothing before it is in force.
struct KeyChangeTests {
    private let old = Result { try SigningKey(name: "WEST", seed: [UInt8](repeating: 1, count: 32)) }
    private let new = Result { try SigningKey(name: "WEST", seed: [UInt8](repeating: 3, count: 32)) }
    private let east = Result { try SigningKey(name: "EAST", seed: [UInt8](repeating: 2, count: 32)) }

    private func document(_ version: Int, west: SigningKey) throws -> AgreementDocument {
        let text = try ExampleAgreements.text()
            .replacing(/key: WEST\S+/, with: "key: \(west.verifierKey.description)")
            .replacing(/key: EAST\S+/, with: "key: \(try east.get().verifierKey.description)")
            .replacing("version: 1", with: "version: \(version)")
        return try AgreementDocument(Array(text.utf8))
    }

    private func signed(_ document: AgreementDocument, by key: SigningKey, at seconds: Double) throws -> Entry {
        let body = AgreementSignedBody(
            sha256: document.sha256, agreement: "SEINE-1", version: document.agreement.version,
            signature: try DocumentSignature(document).sign(with: key), by: EntrySamples.person)
        return try Entry(EntryDraft(body).bytes(atUnixSeconds: 1_633_608_000 + seconds, salt: EntrySamples.salt))
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
    func theOldKeySignsTheVersionThatChangesIt(order: [Int]) throws {
        let (old, new, east) = (try old.get(), try new.get(), try east.get())
        let documents = [try document(1, west: old), try document(2, west: new), try document(3, west: new)]
        var standing = AgreementStanding(identifier: "SEINE-1")
        for (number, key) in [(0, old), (1, old), (2, new)] {
            try standing.take(signed(documents[number], by: key, at: Double(number) * 10), from: "WEST")
            try standing.take(signed(documents[number], by: east, at: Double(number) * 10 + 1), from: "EAST")
        }
        // Documents come in any order, and later than the signatures.
        for number in order { try? standing.know(documents[number]) }
        for number in 0..<3 {
            let time = 1_633_608_000 + Double(number) * 10 + 5
            #expect(standing.version(atUnixSeconds: time)?.sha256 == documents[number].sha256, "version \(number + 1)")
        }
    }

    @Test func theNewKeyDoesNotSignForItself() throws {
        let (old, new, east) = (try old.get(), try new.get(), try east.get())
        let (first, second) = (try document(1, west: old), try document(2, west: new))
        var standing = AgreementStanding(identifier: "SEINE-1")
        try standing.know(first)
        try standing.know(second)
        try standing.take(signed(first, by: old, at: 0), from: "WEST")
        try standing.take(signed(first, by: east, at: 0), from: "EAST")
        try standing.take(signed(second, by: east, at: 1), from: "EAST")
        let forged = try signed(second, by: new, at: 1)
        #expect(throws: AccordError.self) { try standing.take(forged, from: "WEST") }
        #expect(standing.version(atUnixSeconds: 1_633_608_100)?.sha256 == first.sha256)
    }

    /// Versions that somebody makes up name no keys: with those that a party has signed itself it goes on signing, and with none of theirs.
    @Test func madeUpVersionsNameNoKeys() throws {
        let (old, new, east) = (try old.get(), try new.get(), try east.get())
        var standing = AgreementStanding(identifier: "SEINE-1")
        let (first, last) = (try document(1, west: old), try document(300, west: old))
        try standing.know(first)
        try standing.take(signed(first, by: old, at: 0), from: "WEST")
        for number in 0..<40 {
            let key = try SigningKey(name: "WEST", seed: [UInt8](repeating: UInt8(100 + number), count: 32))
            try standing.know(document(2 + number, west: key))
        }
        try standing.know(document(200, west: new))
        try standing.know(last)
        let forged = try signed(last, by: new, at: 5)
        #expect(throws: AccordError.self) { try standing.take(forged, from: "WEST") }
        try standing.take(signed(last, by: old, at: 6), from: "WEST")
        try standing.take(signed(last, by: east, at: 7), from: "EAST")
        #expect(standing.version(atUnixSeconds: 1_633_608_100)?.sha256 == last.sha256)
    }

    @Test func certificatesAreLookedAt() throws {
        let pem =
            "-----BEGIN CERTIFICATE-----\n" + Data([0x30] + [UInt8](repeating: 7, count: 80)).base64EncodedString()
        let lines = (pem + "\n-----END CERTIFICATE-----").split(separator: "\n").map { "      \($0)" }
        let text = try ExampleAgreements.text().replacing(
            /certificate: sha256:\S+/, with: "certificate: |\n" + lines.joined(separator: "\n"), maxReplacements: 1)
        let now = 1_700_000_000.0
        func check(_ term: ClosedRange<Double>?) -> AgreementCheck {
            AgreementCheck(Array(text.utf8), nowUnixSeconds: now, certificateTerm: { _ in term })
        }
        let line =
            try #require(
                text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                    $0.hasSuffix("certificate: |")
                }) + 1
        let expired = try #require(check(0...now - 1).cautions.first)
        #expect(
            expired.reason.english.contains("has expired on 2023-11-14") && [line, line + 1].contains(expired.line))
        #expect(check(0...now + 86_400).cautions.first?.reason.english.contains("before the term ends") == true)
        #expect(check(now + 60...4e9).cautions.first?.reason.english.contains("not valid before") == true)
        #expect(check(0...4e9).cautions == [] && check(0...4e9).faults == [])
        #expect(check(nil).faults.first?.reason.english.contains("no certificate") == true)
        let terms: [ClosedRange<Double>?] = [0...now - 1, 0...now + 86_400, now + 60...4e9, nil]
        for term in terms {
            expectRussian(check(term).faults + check(term).cautions)
        }
    }
}
