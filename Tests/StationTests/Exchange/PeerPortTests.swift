import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Record
import Synchronization
import Testing

@testable import Station

@Suite("The peer port", .serialized, .timeLimit(.minutes(3)))
struct PeerPortTests {
    @Test("gives no byte to a certificate that is not one of a peer, to none, and to one that has expired")
    func strangers() async throws {
        try await withPair { west, east in
            let scratch = try Scratch()
            let south = try TestStation("SOUTH", in: scratch.path)
            let known = try await Self.ask(west, with: try StationCertificate(east.directory), pinned: west)
            #expect(String(decoding: known, as: UTF8.self).contains("EAST"))
            let stranger = try await Self.ask(west, with: try StationCertificate(south.directory), pinned: west)
            #expect(stranger.isEmpty)
            let nobody = try await Self.ask(west, with: nil, pinned: west)
            #expect(nobody.isEmpty)
            // Six years on every certificate has expired.
            west.move(bySeconds: 6 * 365.25 * 86_400)
            let expired = try await Self.ask(west, with: try StationCertificate(east.directory), pinned: west)
            #expect(expired.isEmpty)
        }
    }

    @Test("is believed only with the certificate that was pinned")
    func pinned() async throws {
        try await withPair { west, east in
            let channel = try await west.channel(to: east)
            _ = try await channel.append([try message(0)])
            try await eventually("it came") { await east.handler.texts.count == 1 }
            // WEST comes back with another certificate than EAST knows.
            await west.stop()
            try west.makeCertificate()
            try await west.start()
            _ = try await west.channel(to: east).append([try message(1)])
            let watched = try await east.channel(to: west)
            try await eventually("EAST is not connected") { await watched.currentState().link == .disconnected }
            try await Task.sleep(for: .seconds(1))
            #expect(await east.handler.texts.count == 1)
            // Told of the new one, it goes on.
            try await east.know(west)
            try await eventually("it came at last") { await east.handler.texts.count == 2 }
            // WEST was seen with the new one, and the old one has a day left.
            let pins = try east.part.register.peer(named: "WEST")?.pins ?? []
            #expect(pins.count == 2)
            #expect((pins.first?.untilUnixSeconds ?? .infinity) <= east.clock.now() + PeerRegister.secondsAfterSwitch)
        }
    }

    @Test("serves a peer its own records and nobody else's")
    func readers() async throws {
        try await withPair { west, east in
            let scratch = try Scratch()
            let south = try TestStation("SOUTH", in: scratch.path)
            try await south.start()
            try await west.know(south)
            let channel = try await west.channel(to: east)
            let reference = try await channel.append([try message(0)])[0]
            let theirs = try StationCertificate(east.directory)
            let path = "/records/\(reference.origin)/checkpoint"
            #expect(try await Self.status(west, with: theirs, path: path) == 200)
            #expect(try await Self.status(west, with: try StationCertificate(south.directory), path: path) == 404)
            let key = "/records/\(reference.origin)/../private/key"
            #expect(try await Self.status(west, with: theirs, path: key) == 404)
            // A peer that was removed is gone at once.
            try await west.part.table.closeAll(with: "EAST")
            _ = try west.part.register.remove("EAST")
            #expect(try await Self.status(west, with: theirs, path: path) != 200)
            await south.stop()
        }
    }

    @Test("closes on one that brings its handshake byte by byte, and serves the others meanwhile")
    func slow() async throws {
        try await withPair { west, east in
            let ended = Mutex(0)
            let channels = try await withThrowingTaskGroup(of: (any Channel).self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                            .connect(host: "127.0.0.1", port: west.peerPort).get()
                    }
                }
                var channels: [any Channel] = []
                for try await channel in group { channels.append(channel) }
                return channels
            }
            for channel in channels { channel.closeFuture.whenComplete { _ in ended.withLock { $0 += 1 } } }
            let dribble = Task {
                while !Task.isCancelled {
                    for channel in channels where channel.isActive {
                        try? await channel.writeAndFlush(ByteBuffer(bytes: [0x16]))
                    }
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            let channel = try await west.channel(to: east)
            for number in 0..<10 { _ = try await channel.append([try message(number)]) }
            try await eventually("the peer is served", seconds: 8) { await east.handler.texts.count == 10 }
            try await eventually("the slow ones are gone", seconds: 30) { ended.withLock { $0 } == 20 }
            dribble.cancel()
        }
    }

    @Test("speaks HTTP/2 with a station of a peer, many streams on one connection")
    func streams() async throws {
        try await withPair { west, east in
            let factory = PeerClientFactory(
                certificate: try StationCertificate(east.directory), register: try east.part.register, clock: east.clock
            )
            let client = try factory.makeClient(for: "WEST")
            defer { client.close() }
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        let request = HTTPClientRequest(url: "\(client.address)/first-contact")
                        let answer = try await client.http.execute(request, timeout: .seconds(20))
                        #expect(answer.version == .http2)
                        #expect(String(buffer: try await answer.body.collect(upTo: 1_000)) == "EAST\n")
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// What comes back for a request, after the handshake and before the end.
    private static func ask(
        _ station: TestStation, with certificate: StationCertificate?, pinned: TestStation,
        path: String = "/first-contact"
    ) async throws -> [UInt8] {
        let pin = Peer.Pin(certificate: try StationCertificate(pinned.directory).certificate)
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates([try NIOSSLCertificate(bytes: pin.certificate, format: .der)])
        configuration.certificateVerification = .noHostnameVerification
        if let certificate { configuration = try certificate.clientConfiguration(trusting: [pin]) }
        let context = try NIOSSLContext(configuration: configuration)
        let taken = TakenBytes()
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            try NIOSSLClientHandler(context: context, serverHostname: nil))
                        try channel.pipeline.syncOperations.addHandler(TakingHandler(taken))
                    }
                }
                .connect(host: "127.0.0.1", port: station.peerPort).get()
            let request = "GET \(path) HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
            try? await channel.writeAndFlush(ByteBuffer(string: request))
            try await withTimeLimit(seconds: 20) { try await channel.closeFuture.get() }
        } catch is TimeLimitExceeded {
            Issue.record("the connection was not closed")
        } catch {}
        return taken.bytes.withLock { $0 }
    }

    private static func status(_ station: TestStation, with certificate: StationCertificate, path: String) async throws
        -> Int?
    {
        let answer = try await ask(station, with: certificate, pinned: station, path: path)
        let line = String(decoding: answer.prefix { $0 != 0x0D }, as: UTF8.self).split(separator: " ")
        return line.count > 1 ? Int(line[1]) : nil
    }
}

private final class TakenBytes: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private final class TakingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let taken: TakenBytes

    init(_ taken: TakenBytes) { self.taken = taken }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        taken.bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
