import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A poor line between two stations: passes bytes on, late, in fits and starts, or not at all.
final class Forwarder: Sendable {
    /// How the line is.
    struct Quality: Sendable {
        /// Nothing passes, and nobody is told: as when a cable is cut.
        var isCut = false
        /// Each way takes so long, seconds.
        var latencySeconds = 0.0
        /// So many pieces are lost at first and come again after a second, as TCP does it.
        var lossShare = 0.0
    }

    let quality = Mutex(Quality())
    private let listening: any Channel

    private init(_ listening: any Channel) { self.listening = listening }

    var port: Int { listening.localAddress?.port ?? 0 }

    func set(_ quality: Quality) { self.quality.withLock { $0 = quality } }

    func close() async { try? await listening.close() }

    /// A forwarder to a port of this machine.
    static func open(to target: Int) async throws -> Forwarder {
        let box = Mutex<Forwarder?>(nil)
        let shared = Box(box)
        let group = MultiThreadedEventLoopGroup.singleton
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { client in
                guard let forwarder = shared.value.withLock({ $0 }) else { return client.close() }
                return ClientBootstrap(group: client.eventLoop)
                    .connect(host: "127.0.0.1", port: target)
                    .flatMapThrowing { server in
                        try client.pipeline.syncOperations.addHandler(Pipe(to: server, forwarder))
                        try server.pipeline.syncOperations.addHandler(Pipe(to: client, forwarder))
                    }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let forwarder = Forwarder(channel)
        shared.value.withLock { $0 = forwarder }
        return forwarder
    }

    private final class Box: Sendable {
        let value: Mutex<Forwarder?>
        init(_ value: consuming Mutex<Forwarder?>) { self.value = value }
    }
}

/// Passes what one end says to the other.
private final class Pipe: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let other: any Channel
    private let forwarder: Forwarder
    private var nextTime = NIODeadline.now()

    init(to other: any Channel, _ forwarder: Forwarder) {
        self.other = other
        self.forwarder = forwarder
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        let quality = forwarder.quality.withLock { $0 }
        if quality.isCut { return }
        let isLost = Double.random(in: 0..<1) < quality.lossShare
        let seconds = quality.latencySeconds + (isLost ? 1 : 0)
        // Nothing overtakes what came before it.
        nextTime = max(nextTime, .now() + .nanoseconds(Int64(seconds * 1e9)))
        let other = other
        context.eventLoop.scheduleTask(deadline: nextTime) { other.writeAndFlush(buffer, promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !forwarder.quality.withLock({ $0.isCut }) { other.close(promise: nil) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
