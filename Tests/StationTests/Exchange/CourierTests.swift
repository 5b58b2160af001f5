import Accord
import Foundation
import Record
import Testing

@testable import Station

/// Two parties whose stations never reach each other: all that they have is files that are carried across.
@Suite(.timeLimit(.minutes(3))) struct CourierTests {
    @Test("Files alone bring an agreement into force and what is disclosed under it across")
    func fromFirstContactToADisclosedEntry() async throws {
        let scratch = try Scratch()
        let traffic = try scratch.write(Self.traffic, to: "own.states.csv")
        // A clock that stands still, at a whole second: what is stamped is not later than now.
        let clock = MovableClock(Date().timeIntervalSince1970.rounded(.down))
        try await NodeHarness.run(
            in: scratch, folder: "west", sources: [.recording(path: traffic)], clock: clock
        ) { west in
            try await NodeHarness.run(in: scratch, named: "east", folder: "east", clock: clock) { east in
                try await Self.exchange(west, east, in: scratch)
            }
        }
    }

    private static func exchange(_ west: NodeHarness, _ east: NodeHarness, in scratch: Scratch) async throws {
        let (one, other) = (try await Side(west), try await Side(east))
        // Nobody answers at port 9, and EAST knows of no address at all: nothing can cross but the files.
        try await one.meet(other, at: "127.0.0.1:9")
        try await other.meet(one, at: nil)
        let peers = try await east.ask("GET", "/api/peers", session: other.session).text
        #expect(!peers.contains(#""address":"#) && peers.contains("WEST"), "\(peers)")
        _ = try await one.order("POST", "/api/ours", ["pattern": "39a001"])
        let document = try Self.document(west, east)
        let answer = try await one.order("POST", "/api/agreements", ["document": document])
        guard case .text(let sha256) = answer.json["sha256"] else {
            Issue.record("not put forward: \(answer.text)")
            return
        }
        _ = try await one.order("POST", "/api/agreements/SEINE-1/sign", ["sha256": sha256])

        try await one.carry(to: other, in: scratch)
        _ = try await other.order("POST", "/api/agreements/SEINE-1/sign", ["sha256": sha256])
        let opened = try await other.carry(to: one, in: scratch)
        // Its signature and its first entry under the agreement come in one file.
        #expect(opened.contains("EAST/to/WEST/contact"), "\(opened)")
        #expect(!opened.contains("skipped"), "\(opened)")
        for side in [one, other] {
            try await eventually("it is in force at \(side.party)") {
                try await side.node.ask("GET", "/api/agreements", session: side.session).text.contains("in-force")
            }
        }
        try await eventually("WEST has written of its aircraft") {
            try await Self.entries(of: west.directory.ownRecords, "WEST", "EAST").contains { $0.type == "track/1" }
        }
        let told = try await one.carry(to: other, in: scratch)
        #expect(told.contains("WEST/to/EAST/SEINE-1") && !told.contains("skipped"), "\(told)")
        let there = try await Self.entries(of: east.directory.peerRecords, "WEST", "EAST")
        #expect(there.contains { $0.type == "track/1" })
        #expect(try await east.ask("GET", "/api/peers", session: other.session).text.contains(#""quarantined":0"#))
    }

    @Test("What no agreement opens is left out and named, and the rest is taken in")
    func aScopeThatIsNotOpenIsNamed() async throws {
        let scratch = try Scratch()
        let (west, east) = try await withoutNetwork(in: scratch)
        let contact = try await west.channel(to: east, .contact)
        let under = try await west.channel(to: east, .agreement("A1"))
        _ = try await contact.append([try message(1)])
        _ = try await under.append([try message(2)])
        let file = scratch.path + "/bundle.tar"
        _ = try RecordBundle.export(west.directory.ownRecords, of: "WEST", for: "EAST", since: nil, to: file)
        let folder = scratch.path + "/unpacked"
        _ = try RecordBundle.unpack(file, of: "WEST", for: "EAST", into: folder)
        let outcome = try await PeerImport(peer: "WEST", party: "EAST", table: east.part.table).run(folder)
        #expect(outcome.map { $0.origin.split(separator: "/")[4] } == ["contact", "A1"])
        #expect(outcome.first.map { $0.skipped == nil && $0.entries > 0 } == true)
        #expect(outcome.last?.skipped?.contains("A1") == true)
        await west.stop()
        await east.stop()
    }

    /// One side: its station, and its administrator.
    private struct Side: Sendable {
        let node: NodeHarness
        let session: OperatorDesk.Opened
        var party: String { node.node.context.party }

        init(_ node: NodeHarness) async throws {
            self.node = node
            session = try await node.session(try await node.add(.administrator))
        }

        func order(_ method: String, _ path: String, _ body: [String: String]) async throws -> NodeHarness.Reply {
            let json = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
            let reply = try await node.ask(method, path, session: session, json)
            #expect((200..<300).contains(reply.status), "\(method) \(path): \(reply.text)")
            return reply
        }

        func meet(_ other: Side, at address: String?) async throws {
            let pem = try String(contentsOfFile: other.node.directory.certificate, encoding: .utf8)
            let key = other.node.node.context.identity.verifierKey.description
            var body = ["key": key, "certificate": pem]
            body["address"] = address
            _ = try await order("POST", "/api/peers", body)
        }

        /// Carries all our records for the other side across; what its station says of them.
        @discardableResult
        func carry(to other: Side, in scratch: Scratch) async throws -> String {
            let file = "\(scratch.path)/\(party)-\(UInt32.random(in: 0 ... .max)).tar"
            _ = try PeerFiles.export(data: node.directory.path, peer: other.party, since: nil, to: file)
            let folder = try PeerFiles.unpack(file, data: other.node.directory.path, peer: party)
            return try await other.order("POST", "/api/peers/\(party)/import", ["folder": folder]).text
        }
    }

    private static func document(_ west: NodeHarness, _ east: NodeHarness) throws -> String {
        var text = String(
            decoding: try Data(
                contentsOf: packageRoot.appendingPathComponent("Examples/west-east.agreement.yaml")), as: UTF8.self)
        for node in [west, east] {
            let key = node.node.context.identity.verifierKey
            let pem = try PrivateFile.read(node.directory.certificate) ?? []
            let certificate = try NodeCertificate.fingerprint(pem: pem)
            let block = try Regex("key: \(key.name)\\+\\S+\n    certificate: \\S+")
            text = text.replacing(block, with: "key: \(key.description)\n    certificate: sha256:\(certificate)")
        }
        return text
    }

    /// All entries of one party's records for another under the agreement.
    private static func entries(of place: String, _ writer: String, _ reader: String) async throws -> [Entry] {
        let folder = "\(place)/parley/\(writer)/to/\(reader)/SEINE-1"
        var entries: [Entry] = []
        for day in (try SystemFiles().list(folder) ?? []).sorted() {
            let source = DirectorySource(RecordDirectory("\(folder)/\(day)"))
            let checkpoint = try await source.newestCheckpoint().checkpoint
            let reader = RecordReader(source: source, trusting: checkpoint)
            for bytes in try await reader.entries(in: 0..<checkpoint.size) {
                if let entry = try? Entry(bytes) { entries.append(entry) }
            }
        }
        return entries
    }

    /// An aircraft that flies through the agreed area, a report a second.
    private static var traffic: String {
        let head =
            "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,"
            + "lastposupdate,lastcontact\n"
        return (0..<900).reduce(into: head) { text, second in
            let (time, east) = (1_767_268_800 + second, String(format: "%.6f", 2 + Double(second) * 0.001))
            text +=
                "\(time),39a001,49.000000,\(east),200.00,90.00,0.00,WEST11,False,False,False,2000,7315.20,7375.20,"
                + "\(time),\(time)\n"
        }
    }
}
