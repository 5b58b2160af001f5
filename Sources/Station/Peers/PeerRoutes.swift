import Accord
import Foundation
import Hummingbird
import Record

/// The routes by which people see peers and manage them.
struct PeerRoutes: Sendable {
    let register: PeerRegister
    let table: ChannelTable
    let index: EntryIndex
    let identity: SigningKey
    let certificate: [UInt8]
    let directory: NodeDirectory
    let clock: NodeClock
    /// How many aircraft of each party, and conflicts with them, the picture could not hold.
    let leftOut: @Sendable () -> [String: Int]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/peers") { call in
                try call.allowQuery()
                return Answers.json(await document())
            },
            Route(method: "GET", template: "/api/peers/{name}/quarantine") { call in
                try call.allowQuery()
                return try await quarantine(call.parameters[0])
            },
            Route(method: "POST", template: "/api/peers", roles: [.administrator]) { call in
                try call.allowQuery()
                return try await add(call)
            },
            Route(method: "DELETE", template: "/api/peers/{name}", roles: [.administrator]) { call in
                try call.allowQuery()
                return try await remove(call.parameters[0])
            },
            Route(method: "POST", template: "/api/peers/{name}/import", roles: [.administrator]) { call in
                try call.allowQuery()
                return try await takeIn(call)
            },
        ]
    }

    /// Ourselves as a peer needs us, and all peers with the states of their channels.
    private func document() async -> [UInt8] {
        let states = await table.states()
        let leftOut = leftOut()
        var writer = JSONWriter()
        writer.object { writer in
            writer.object("own") {
                $0.field("name", identity.name)
                $0.field("key", identity.verifierKey.description)
                $0.field("certificate", DocumentStore.hash(certificate))
                Self.fingerprint(identity.verifierKey, certificate, into: &$0)
            }
            writer.array("peers") { writer in
                for peer in register.all {
                    writer.object { writer in
                        writer.field("name", peer.name)
                        writer.field("key", peer.key.description)
                        writer.field("address", peer.address?.description)
                        if let pin = peer.pins.last {
                            writer.field("certificate", DocumentStore.hash(pin.certificate))
                            writer.field(
                                "certificateUntil", CertificateTerm(pin.certificate)?.untilUnixSeconds, decimals: 0)
                            Self.fingerprint(peer.key, pin.certificate, into: &writer)
                        }
                        if let count = leftOut[peer.name] { writer.field("leftOut", count) }
                        writer.array("channels") { writer in
                            for state in states where state.peer == peer.name { state.write(to: &writer) }
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    /// The states of all channels, for the pages.
    static func json(_ states: [ChannelState]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in for state in states { state.write(to: &writer) } }
        return writer.bytes
    }

    /// The words that two officers read to each other.
    static func fingerprint(_ key: VerifierKey, _ certificate: [UInt8], into writer: inout JSONWriter) {
        let fingerprint = Fingerprint(key: key, certificate: PartyCertificate(der: certificate))
        writer.object("fingerprint") {
            $0.field("en", fingerprint.words(in: .english).joined(separator: " "))
            $0.field("ru", fingerprint.words(in: .russian).joined(separator: " "))
        }
    }

    private func quarantine(_ name: String) async throws -> Response {
        guard register.peer(named: name) != nil else { throw Problem.notFound("there is no peer of that name") }
        let items = try await index.quarantine(peer: name)
        return Answers.json { writer in
            writer.array { writer in
                for item in items {
                    writer.object {
                        $0.field("origin", item.reference.origin)
                        $0.field("index", Int(clamping: item.reference.index))
                        $0.field("fault", item.fault)
                        $0.field("stored", item.storedUnixSeconds, decimals: 3)
                    }
                }
            }
        }
    }

    private func add(_ call: Call) async throws -> Response {
        let fields = try RequestFields(call.body, known: ["key", "certificate", "address"])
        let peer: Peer
        do {
            let key = try VerifierKey(try fields.text("key", maximum: 400))
            let pem = try fields.fileText("certificate", maximum: 16_384)
            peer = try register.add(
                key: key, certificate: try StationCertificate.read(Array(pem.utf8), of: key.name),
                address: try fields.optionalText("address", maximum: 255).map {
                    try ListenAddress(parsing: $0, ofPeer: key.name)
                },
                nowUnixSeconds: clock.now())
        } catch let error as RecordError {
            throw Problem.badRequest("\(error)")
        } catch let error as StationError {
            throw Problem.badRequest("\(error)")
        }
        _ = try await table.open(to: peer.name, scope: .contact)
        return Answers.json(status: .created) { writer in
            writer.object {
                $0.field("name", peer.name)
                Self.fingerprint(peer.key, peer.pins.last?.certificate ?? [], into: &$0)
            }
        }
    }

    private func takeIn(_ call: Call) async throws -> Response {
        let name = call.parameters[0]
        guard register.peer(named: name) != nil else { throw Problem.notFound("there is no peer of that name") }
        let folder = try RequestFields(call.body, known: ["folder"]).identifier("folder")
        let place = "\(directory.incoming)/\(folder)"
        defer { try? FileManager.default.removeItem(atPath: place) }
        let outcome: [PeerImport.Outcome]
        do { outcome = try await PeerImport(peer: name, party: identity.name, table: table).run(place) } catch {
            throw Problem.conflict("\(error)")
        }
        return Answers.json { writer in
            writer.array { writer in
                for record in outcome {
                    writer.object {
                        $0.field("origin", record.origin)
                        $0.field("entries", Int(clamping: record.entries))
                        $0.field("skipped", record.skipped)
                    }
                }
            }
        }
    }

    private func remove(_ name: String) async throws -> Response {
        await table.closeAll(with: name)
        guard try register.remove(name) else { throw Problem.notFound("there is no peer of that name") }
        return Answers.done
    }
}

extension ChannelState {
    /// The state as pages and commands read it.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("peer", peer)
            $0.field("scope", scope.name)
            $0.field("link", link.rawValue)
            $0.field("reason", reason)
            $0.field("lastHeard", lastHeardUnixSeconds, decimals: 3)
            $0.field("received", Int(clamping: receivedSize))
            $0.field("sent", Int(clamping: sentSize))
            $0.field("seenRecord", seenOrigin)
            $0.field("seen", Int(clamping: seenSize))
            $0.field("seenAt", seenAtUnixSeconds, decimals: 3)
            $0.field("clockOffsetSeconds", clockOffsetSeconds, decimals: 3)
            $0.field("quarantined", quarantined)
            $0.field("fault", fault)
            $0.field("notice", notice)
            $0.field("ownFault", ownFault)
            $0.field("heldBackSeconds", heldBackSeconds, decimals: 1)
            $0.field("alarm", alarm)
        }
    }
}
