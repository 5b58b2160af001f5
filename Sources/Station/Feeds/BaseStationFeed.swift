import Foundation
import NIOCore
import NIOPosix
import ServiceLifecycle
import Surveillance

/// SBS-1 BaseStation lines over TCP, reconnecting whenever the line is lost or has gone dead.
struct BaseStationFeed: Service {
    let host: String
    let port: Int
    let name: String
    let feed: Int
    let inbox: LiveInbox

    /// A line on which nothing has come for so long is given up and dialled again, seconds: its other end may be gone without a word.
    private static let deadSeconds = 60.0
    private static let connectSeconds = 5

    func run() async throws {
        await cancelWhenGracefulShutdown { await keepConnected() }
    }

    private func keepConnected() async {
        var backoff = Backoff(firstSeconds: 1, longestSeconds: 15)
        while !Task.isCancelled {
            var reason = "the other end closed the connection"
            do {
                let heard = try await listen()
                if heard { backoff.succeed() }
            } catch is TimeLimitExceeded {
                reason = "nothing has come for \(Int(Self.deadSeconds)) s"
            } catch {
                reason = "no connection: \(error)"
            }
            if Task.isCancelled { return }
            inbox.fail(feed, reason: reason)
            try? await Task.sleep(for: .seconds(backoff.fail()))
        }
    }

    /// Reads one connection to its end; whether anything came.
    private func listen() async throws -> Bool {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(Int64(Self.connectSeconds)))
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        IdleStateHandler(readTimeout: .seconds(Int64(Self.deadSeconds))))
                    try channel.pipeline.syncOperations.addHandler(DeadLineHandler())
                    return try NIOAsyncChannel<ByteBuffer, Never>(wrappingChannelSynchronously: channel)
                }
            }
        inbox.connected(feed)
        var lines = BaseStationLines(source: name)
        var heard = false
        try await channel.executeThenClose { inbound in
            for try await buffer in inbound {
                heard = true
                let wall = Date().timeIntervalSince1970
                let batch = lines.take(Array(buffer.readableBytesView), receivedUnixSeconds: wall)
                inbox.deliver(
                    batch, from: feed, atMonotonicSeconds: PictureRunner.monotonicSeconds(), wallUnixSeconds: wall)
            }
        }
        return heard
    }
}

/// Ends a connection on which nothing comes any more.
private final class DeadLineHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.fireErrorCaught(TimeLimitExceeded())
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}

/// Bytes of one connection to reports, in any chunking.
///
/// The lines carry no time zone, and many programs write local time. Time zones are whole quarters of an hour from UTC: when the
/// first lines are off the clock by that, it is taken as the sender's zone for this connection, and said once as a fault.
struct BaseStationLines: Sendable {
    private var reader: LineReader<BaseStationFormat>
    private let source: String
    private var isZoneKnown = false

    private static let zoneStepSeconds = 900.0
    /// The furthest time zone from UTC, seconds.
    private static let furthestZoneSeconds = 14 * 3_600.0

    init(source: String) {
        self.source = source
        reader = LineReader(BaseStationFormat(), source: source)
    }

    mutating func take(_ bytes: [UInt8], receivedUnixSeconds: Double) -> ReportBatch {
        var batch = ReportBatch()
        reader.format.receivedUnixSeconds = receivedUnixSeconds
        reader.read(bytes.span, into: &batch)
        if !isZoneKnown, let newest = batch.reports.map(\.timeUnixSeconds).max() {
            isZoneKnown = true
            let ahead = ((newest - receivedUnixSeconds) / Self.zoneStepSeconds).rounded() * Self.zoneStepSeconds
            guard ahead != 0, abs(ahead) <= Self.furthestZoneSeconds else { return batch }
            reader.format.utcOffsetSeconds += ahead
            for index in batch.reports.indices { batch.reports[index].timeUnixSeconds -= ahead }
            batch.note(
                ReadFault(
                    code: .clock, source: source, position: 1,
                    reason: "times are \(ahead / 3_600) h ahead of UTC: taken as the sender's time zone"))
        }
        return batch
    }
}
