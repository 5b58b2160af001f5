import Accord
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOSSL
import Record

/// What a request on the peer port knows of its connection.
struct PeerRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, or the stream of one.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The certificate that the other end has shown, DER; nil when there is none.
    func certificate() async -> [UInt8]? {
        for candidate in [channel, channel.parent].compactMap(\.self) {
            if let shown = try? await candidate.nioSSL_peerCertificate().get() { return try? shown.toDERBytes() }
        }
        return nil
    }
}

/// Answers a peer: the records that are for it, and nothing else.
struct PeerResponder: HTTPResponder {
    typealias Context = PeerRequestContext

    let register: PeerRegister
    let shelf: RecordShelf
    let table: ChannelTable
    let clock: NodeClock
    /// How long a peer may take to send a request.
    private static let bodySeconds = 10.0
    private static let mostBodyBytes = 64 << 10

    func respond(to request: Request, context: Context) async throws -> Response {
        // Looked at with each request: a peer that was removed is gone at once, whatever connection it holds.
        guard let shown = await context.certificate(),
            let peer = register.peer(withCertificate: shown, atUnixSeconds: clock.now())
        else { return RecordResponder.refusal(.forbidden, "this station does not know you") }
        // With a disk that takes nothing the next request notes it.
        try? register.note(shown, ofPeer: peer.name, nowUnixSeconds: clock.now())
        let path = request.uri.path
        switch (request.method, path) {
        case (.get, "/first-contact"): return Self.text("\(peer.name)\n")
        case (.get, "/records"): return list(for: peer, request)
        default: break
        }
        guard path.hasPrefix("/records/"), let (item, rest) = find(path.dropFirst("/records/".count), peer.name) else {
            return RecordResponder.refusal(.notFound, "there is no such record for \(peer.name)")
        }
        if request.method == .post, rest == "cosignature" {
            return await cosign(item, peer, request)
        }
        guard request.method == .get else {
            return RecordResponder.refusal(.methodNotAllowed, "a record is read with GET")
        }
        return await RecordResponder(source: item.source, watch: item.watch, heartbeat: PeerServer.heartbeat)
            .answer(request, path: rest)
    }

    /// The record that a path begins with, and the rest of the path.
    private func find(_ path: Substring, _ reader: String) -> (RecordShelf.Item, Substring)? {
        let parts = path.split(separator: "/", maxSplits: 6, omittingEmptySubsequences: false)
        guard parts.count == 7 else { return nil }
        let origin = parts[..<6].joined(separator: "/")
        return shelf.item(origin, reader: reader).map { ($0, parts[6]) }
    }

    /// The records for a peer under a scope, the oldest first.
    private func list(for peer: Peer, _ request: Request) -> Response {
        let scope = (request.uri.query ?? "").split(separator: "&").first { $0.hasPrefix("scope=") }?.dropFirst(6)
        guard let scope, RecordOrigin.isName(String(scope)) else {
            return RecordResponder.refusal(.badRequest, "scope is contact, or the identifier of an agreement")
        }
        let items = shelf.items(reader: peer.name, scope: ChannelScope(name: String(scope)))
        return Answers.json { writer in
            writer.array { writer in
                for item in items {
                    writer.object {
                        $0.field("origin", item.origin.description)
                        $0.field("key", item.key.description)
                    }
                }
            }
        }
    }

    private func cosign(_ item: RecordShelf.Item, _ peer: Peer, _ request: Request) async -> Response {
        do {
            let bytes = try await withTimeLimit(seconds: Self.bodySeconds) {
                Array(buffer: try await request.body.collect(upTo: Self.mostBodyBytes))
            }
            guard let scope = ChannelScope(item.origin), let channel = await table.channel(to: peer.name, scope: scope)
            else { return RecordResponder.refusal(.notFound, "the channel is closed") }
            try await channel.own.publish(cosigned: try SignedCheckpoint(bytes), by: peer.cosignatureKeys)
            return Response(status: .noContent)
        } catch is TimeLimitExceeded {
            return RecordResponder.refusal(.requestTimeout, "the cosignature did not arrive within 10 s")
        } catch let error as RecordError {
            return RecordResponder.refusal(.badRequest, "\(error)")
        } catch {
            return RecordResponder.refusal(.badRequest, "the cosignature could not be read")
        }
    }

    private static func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
