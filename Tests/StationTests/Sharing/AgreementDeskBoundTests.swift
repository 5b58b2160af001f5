import Accord
import Foundation
import Record
import Testing

@testable import Station

/// What the station makes of agreements that it is asked to sign, and of those that a peer makes up.
@Suite struct AgreementDeskBoundTests {
    @Test("Agreements that a peer makes up keep no other out, and push out none that we had a hand in")
    func madeUpAgreements() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let context = node.node.context
            let desk = AgreementDesk(
                context, exchange: try ExchangePart(context) { [] }, shelf: AgreementShelf(),
                isActive: { _, _, _ in false }, changed: { _, _ in })
            await desk.take(try Self.ours("OURS"))
            await desk.take(try Self.proposed("TAKEN-UP", by: "EAST"))
            await desk.take(try Self.ours("TAKEN-UP"))
            for number in 0..<600 { await desk.take(try Self.proposed("M-\(number)", by: "EAST")) }
            await desk.take(try Self.proposed("REAL", by: "SOUTH"))
            await desk.take(try Self.proposed("NEWEST", by: "EAST"))
            let known = await desk.standings
            #expect(known.count < 100)
            #expect(["OURS", "TAKEN-UP", "REAL", "NEWEST"].allSatisfy { known[$0] != nil })
        }
    }

    @Test("A document in which we have no part is no version of ours, whoever signs it under our name")
    func documentsOfOthers() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let context = node.node.context
            let exchange = try ExchangePart(context) { [] }
            let desk = AgreementDesk(
                context, exchange: exchange, shelf: AgreementShelf(), isActive: { _, _, _ in false },
                changed: { _, _ in })
            for name in ["west-east", "east-south"] {
                let document = try SharingSamples.document(name)
                _ = try await exchange.documents.keep(document.bytes)
                let identifier = document.agreement.identifier
                // The second time it is known by its hash; under another name it is no version of that one either.
                for agreement in [identifier, identifier, "OTHER"] {
                    await desk.take(try Self.proposed(agreement, by: "EAST", sha256: document.sha256))
                }
                let isOurs = document.agreement.party(context.party) != nil
                #expect(isOurs == (name == "west-east"))
                #expect(await desk.standings[identifier]?.versions.count == 1)
                #expect(await desk.standings[identifier]?.documents.count == (isOurs ? 1 : 0))
            }
            #expect(await desk.standings["OTHER"]?.documents.isEmpty == true)
        }
    }

    @Test("A document with another certificate than the station is known by is neither put forward nor signed")
    func certificatesAreCompared() async throws {
        let scratch = try Scratch()
        // A clock that stands still, at a whole second: what is stamped is not later than now.
        let clock = MovableClock(Date().timeIntervalSince1970.rounded(.down))
        try await NodeHarness.run(in: scratch, clock: clock) { node in
            let session = try await node.session(try await node.add(.administrator))
            let key = try SigningKey(name: "EAST").verifierKey.description
            let (first, second) = (try Self.certificate(clock), try Self.certificate(clock))
            func order(_ path: String, _ body: [String: String]) async throws -> NodeHarness.Reply {
                let json = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
                return try await node.ask("POST", path, session: session, json)
            }
            func meet(_ certificate: String) async throws {
                let body = ["key": key, "certificate": certificate, "address": "127.0.0.1:9"]
                #expect(try await order("/api/peers", body).status == 201)
            }
            try await meet(first)
            let own = String(decoding: try PrivateFile.read(node.directory.certificate) ?? [], as: UTF8.self)
            func propose(west: String, east: String) async throws -> NodeHarness.Reply {
                let text = try Self.document(
                    node, eastKey: key, west: try Self.hash(west),
                    east: east.hasPrefix("-") ? try Self.hash(east) : east)
                return try await order("/api/agreements", ["document": text])
            }
            for (west, east, names) in [(own, second, "EAST"), (second, first, "gives us")] {
                let refused = try await propose(west: west, east: east)
                #expect(refused.status == 409 && refused.text.contains(names), "\(refused.text)")
                #expect(refused.text.contains("certificate"), "\(refused.text)")
            }
            // Not even whole: nothing is in force that it would amend.
            let whole = "|\n" + second.split(separator: "\n").map { "      \($0)\n" }.joined()
            #expect(try await propose(west: own, east: whole).status == 409)
            let made = try await propose(west: own, east: first)
            #expect(made.status == 201, "\(made.text)")
            guard case .text(let sha256) = made.json["sha256"] else { return }
            // A month after its station has another one, the document names one that opens nothing.
            try await meet(second)
            clock.move(by: PeerRegister.mostSecondsBeforeSwitch + 1)
            let renewed = try await node.session(Person(name: session.session.person.name, role: .administrator))
            let signed = try await node.ask(
                "POST", "/api/agreements/SEINE-1/sign", session: renewed, #"{"sha256":"\#(sha256)"}"#)
            #expect(signed.status == 409 && signed.text.contains("EAST"), "\(signed.text)")
        }
    }

    private static func certificate(_ clock: MovableClock) throws -> String {
        try NodeCertificate(party: "EAST", addresses: [], nowUnixSeconds: clock.clock.now()).certificate
    }

    private static func hash(_ pem: String) throws -> String {
        "sha256:" + (try NodeCertificate.fingerprint(pem: Array(pem.utf8)))
    }

    private static func document(_ node: NodeHarness, eastKey: String, west: String, east: String) throws -> String {
        let file = packageRoot.appendingPathComponent("Examples/west-east.agreement.yaml")
        let own = node.node.context.identity.verifierKey.description
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .replacing(/key: WEST\S+\n    certificate: \S+/, with: "key: \(own)\n    certificate: \(west)")
            .replacing(/key: EAST\S+\n    certificate: \S+/, with: "key: \(eastKey)\n    certificate: \(east)")
    }

    private static func entry(
        _ agreement: String, sha256: String = String(repeating: "a", count: 64)
    ) throws -> Entry {
        let body = AgreementProposedBody(
            sha256: sha256, agreement: agreement, version: 1,
            by: Person(name: "Col Petrov", role: .planner))
        return try Entry(
            EntryDraft(body).bytes(atUnixSeconds: SharingSamples.time, salt: [UInt8](repeating: 7, count: 16)))
    }

    private static func proposed(
        _ agreement: String, by peer: String, sha256: String = String(repeating: "a", count: 64)
    ) throws -> ReceivedEntry {
        ReceivedEntry(
            peer: peer, scope: .contact, reference: EntryReference(origin: "o", index: 0),
            entry: try entry(agreement, sha256: sha256), receivedUnixSeconds: SharingSamples.time, isLate: false,
            isHistory: false)
    }

    private static func ours(_ agreement: String) throws -> SentEntry {
        SentEntry(
            peer: "EAST", scope: .contact, reference: EntryReference(origin: "o", index: 0),
            entry: try entry(agreement), isHistory: false)
    }
}
