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
        guests.enter(channel)
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

/// Counts the connections of the peer port: those of strangers, until their handshake is over, apart from those of peers.
final class PeerGuests: Sendable {
    /// Connections of peers in all.
    private static let most = 256
    /// Connections of one certificate.
    static let mostOfOne = 16

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var unfinished = UnfinishedHandshakes<ObjectIdentifier>()
        /// Those of peers.
        var inside: Set<ObjectIdentifier> = []
        var byCertificate: [[UInt8]: Int] = [:]
    }

    private let state = Mutex(State())
    private let metrics: ExchangeMetrics

    init(metrics: ExchangeMetrics) { self.metrics = metrics }

    /// A connection came. Another one may have to give way to it.
    func enter(_ channel: any Channel) {
        let identifier = ObjectIdentifier(channel)
        let address = channel.remoteAddress?.ipAddress ?? ""
        let leaving: (any Channel)? = state.withLock { state in
            state.channels[identifier] = channel
            guard let oldest = state.unfinished.enter(identifier, from: address) else { return nil }
            return state.channels[oldest]
        }
        guard let leaving else { return }
        refuse()
        leaving.close(promise: nil)
    }

    /// A connection that came in went.
    func leave(_ channel: any Channel) {
        let identifier = ObjectIdentifier(channel)
        state.withLock { state in
            state.channels[identifier] = nil
            state.unfinished.leave(identifier)
            state.inside.remove(identifier)
        }
    }

    /// Closes the connections that are left: the station stops, and no peer may keep it.
    func closeAll() {
        let channels = state.withLock { Array($0.channels.values) }
        for channel in channels { channel.close(promise: nil) }
    }

    /// The other end has shown the certificate of a peer; whether it may stay.
    func show(_ certificate: [UInt8], on channel: any Channel) -> Bool {
        let identifier = ObjectIdentifier(channel)
        return state.withLock { state in
            state.unfinished.leave(identifier)
            let count = state.byCertificate[certificate, default: 0]
            guard count < Self.mostOfOne, state.inside.count < Self.most else { return false }
            state.byCertificate[certificate] = count + 1
            state.inside.insert(identifier)
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
            guard let shown, guests.show(shown, on: context.channel) else {
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
