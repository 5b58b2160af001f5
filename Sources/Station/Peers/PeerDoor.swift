import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import NIOTLS
import Synchronization

/// The way into the peer port: a handshake must be over in time, by one of the peers, and one peer has only so many
/// connections.
struct PeerDoor: ServerChildChannel {
    typealias Value = PeerConversation.Value

    let base: TLSChannel<PeerConversation>
    let guests: PeerGuests

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        guard guests.enter(channel) else {
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        let guests = guests
        channel.closeFuture.whenComplete { _ in guests.leave(channel) }
        return base.setup(channel: channel, logger: logger).map { value in
            let pipeline = channel.pipeline.syncOperations
            do {
                let tls = try pipeline.handler(type: NIOSSLServerHandler.self)
                try pipeline.addHandler(HandshakeLimit(guests: guests), position: .after(tls))
            } catch {
                // It was closed meanwhile. The value goes on all the same: it must be ended by whoever handles it.
                channel.close(promise: nil)
            }
            return value
        }
    }

    func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}

/// Counts the connections of the peer port.
final class PeerGuests: Sendable {
    /// Connections in all.
    private static let most = 256
    /// Connections of one certificate.
    static let mostOfOne = 16

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var byCertificate: [[UInt8]: Int] = [:]
    }

    private let state = Mutex(State())
    private let metrics: ExchangeMetrics

    init(metrics: ExchangeMetrics) { self.metrics = metrics }

    /// A connection came; whether there is room for it.
    func enter(_ channel: any Channel) -> Bool {
        let isIn = state.withLock { state in
            guard state.channels.count < Self.most else { return false }
            state.channels[ObjectIdentifier(channel)] = channel
            return true
        }
        if !isIn { metrics.refusedConnections.add(1) }
        return isIn
    }

    /// A connection that came in went.
    func leave(_ channel: any Channel) {
        _ = state.withLock { $0.channels.removeValue(forKey: ObjectIdentifier(channel)) }
    }

    /// Closes the connections that are left: the station stops, and no peer may keep it.
    func closeAll() {
        let channels = state.withLock { Array($0.channels.values) }
        for channel in channels { channel.close(promise: nil) }
    }

    /// The other end has shown a certificate; whether it may stay.
    func show(_ certificate: [UInt8]) -> Bool {
        state.withLock { state in
            let count = state.byCertificate[certificate, default: 0]
            guard count < Self.mostOfOne else { return false }
            state.byCertificate[certificate] = count + 1
            return true
        }
    }

    /// A connection with this certificate went.
    func hide(_ certificate: [UInt8]) {
        state.withLock { state in
            let count = (state.byCertificate[certificate] ?? 1) - 1
            state.byCertificate[certificate] = count > 0 ? count : nil
        }
    }

    /// A handshake came to nothing.
    func refuse() { metrics.refusedConnections.add(1) }
}

/// Closes a connection whose handshake is not over in time.
private final class HandshakeLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    /// How long a handshake may take.
    private static let seconds: Int64 = 10

    private let guests: PeerGuests
    private var limit: Scheduled<Void>?
    private var certificate: [UInt8]?

    init(guests: PeerGuests) { self.guests = guests }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        let guests = guests
        limit = context.eventLoop.scheduleTask(in: .seconds(Self.seconds)) {
            guests.refuse()
            channel.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event {
            limit?.cancel()
            limit = nil
            let shown = try? context.pipeline.syncOperations.nioSSL_peerCertificate()?.toDERBytes()
            guard let shown, guests.show(shown) else {
                context.close(promise: nil)
                return
            }
            certificate = shown
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if limit != nil { guests.refuse() }
        limit?.cancel()
        limit = nil
        context.fireErrorCaught(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        limit?.cancel()
        limit = nil
        if let certificate { guests.hide(certificate) }
        certificate = nil
        context.fireChannelInactive()
    }
}
