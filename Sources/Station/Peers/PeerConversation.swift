import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP2
import NIOHTTPTypesHTTP2
import Synchronization

/// What is spoken on a connection of a peer after its handshake: HTTP/2, or HTTP/1.1 with a client that doesn't offer it.
///
/// A stream is handled from the moment it is made. The library's own channel queues streams for a task that takes them one by one; those
/// that wait when the connection dies are never handled, and that ends the process: a peer that was killed could take this station along.
struct PeerConversation: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        /// What the two agree to speak, once they do.
        let spoken: EventLoopFuture<NIONegotiatedHTTPVersion<HTTP1Channel.Value, Void>>
        let channel: any Channel
    }

    /// Answers one request after the other, on a connection or on a stream.
    let requests: HTTP1Channel
    /// What a peer may ask at once on one connection: a station asks for a few things at a time.
    private static let mostStreams = 32
    private static let settings: HTTP2Settings = [
        HTTP2Setting(parameter: .maxConcurrentStreams, value: mostStreams),
        HTTP2Setting(parameter: .maxHeaderListSize, value: 16 << 10),
    ]
    /// A connection on which nothing moves is closed after this.
    let idleSeconds: Int64

    init(idleSeconds: Int64, responder: @escaping HTTPChannelHandler.Responder) {
        requests = HTTP1Channel(responder: responder, configuration: .init(idleTimeout: .seconds(idleSeconds)))
        self.idleSeconds = idleSeconds
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.configureHTTP2AsyncSecureUpgrade(
            http1ConnectionInitializer: { [requests] in requests.setup(channel: $0, logger: logger) },
            http2ConnectionInitializer: { [requests, idleSeconds] connection in
                connection.eventLoop.makeCompletedFuture {
                    let pipeline = connection.pipeline.syncOperations
                    var configuration = NIOHTTP2Handler.ConnectionConfiguration()
                    configuration.initialSettings = Self.settings
                    let streams = OpenStreams(most: Self.mostStreams)
                    try pipeline.addHandlers(IdleStateHandler(allTimeout: .seconds(idleSeconds)), ConversationEnd())
                    _ = try pipeline.configureHTTP2Pipeline(
                        mode: .server, connectionConfiguration: configuration, streamConfiguration: .init()
                    ) { Self.handle(stream: $0, streams, requests, logger) }
                    try pipeline.addHandler(ConversationFault(logger: logger))
                }
            }
        ).map { Value(spoken: $0, channel: channel) }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.spoken.get() {
            case .http1_1(let connection): await requests.handle(value: connection, logger: logger)
            case .http2:
                try await withTaskCancellationHandler {
                    try await value.channel.closeFuture.get()
                } onCancel: {
                    value.channel.close(promise: nil)
                }
            }
        } catch {
            logger.debug("a peer's connection ended", metadata: ["error": "\(error)"])
        }
    }

    /// Begins to handle a stream. Its end is the stream's: with the connection all of them end.
    private static func handle(
        stream: any Channel, _ streams: OpenStreams, _ requests: HTTP1Channel, _ logger: Logger
    ) -> EventLoopFuture<Void> {
        stream.eventLoop.makeCompletedFuture {
            guard streams.open() else { throw ChannelError.operationUnsupported }
            stream.closeFuture.whenComplete { _ in streams.close() }
            try stream.pipeline.syncOperations.addHandler(HTTP2FramePayloadToHTTPServerCodec())
            let value = try HTTP1Channel.Value(wrappingChannelSynchronously: stream)
            Task { await requests.handle(value: value, logger: logger) }
        }
    }
}

/// Counts the streams of a connection. The protocol's own limit holds only once the other end has said that it knows of it.
private final class OpenStreams: Sendable {
    private let most: Int
    private let count = Mutex(0)

    init(most: Int) { self.most = most }

    /// Whether there is room for one more, which is then taken.
    func open() -> Bool {
        count.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }

    func close() { count.withLock { $0 -= 1 } }
}

/// Closes a connection that has been idle, or whose other end has closed its half: no request will come any more.
private final class ConversationEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is IdleStateHandler.IdleStateEvent, ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }
}

/// Closes a connection whose frames are wrong. HTTP/2 itself has said so to the other end by then; left open, a connection that is given
/// up would answer nothing any more and yet not end.
private final class ConversationFault: ChannelInboundHandler {
    typealias InboundIn = Never

    private let logger: Logger

    init(logger: Logger) { self.logger = logger }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        logger.debug("a peer's frames are wrong", metadata: ["error": "\(error)"])
        context.close(promise: nil)
    }
}
