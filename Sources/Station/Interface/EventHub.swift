import DequeModule
import HTTPTypes
import Hummingbird
import Synchronization

/// One event as it goes over the wire, written once and shared by all clients.
struct EventFrame: Sendable {
    /// Ascending by one from frame to frame.
    var sequence: Int
    /// Whether it carries a whole picture, so that no earlier frame is needed.
    var isWhole: Bool
    /// `event: …` to the empty line.
    var bytes: ByteBuffer

    /// An event named `name` with one line of data.
    static func text(event name: some StringProtocol, data: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(data.count + 32)
        buffer.writeString("event: \(name)\ndata: ")
        buffer.writeBytes(data)
        buffer.writeString("\n\n")
        return buffer
    }
}

/// Brings frames to the clients of `/api/events`.
///
/// No client has a queue. The hub keeps the last few frames; a client that is too slow for them misses frames and gets a
/// whole picture instead, so a client that doesn't read costs one buffer and never more.
final class EventHub: Sendable {
    private struct State {
        var recent: Deque<EventFrame> = []
        var notices: Deque<ByteBuffer> = []
        /// How many notices there have been.
        var noticeCount = 0
        var wakers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextClient = 0
        var isClosed = false
    }

    /// Frames kept for clients that are a little late.
    private static let recentFrames = 8
    /// How often it is asked whether a client may go on.
    private static let welcomePeriod = Duration.seconds(5)
    /// Notices kept for them.
    private static let recentNotices = 64
    /// More clients than this are sent away.
    static let maximumClients = 256

    private let state = Mutex(State())
    private let metrics: StationMetrics
    private let wholePicture: @Sendable () -> (sequence: Int, json: [UInt8])

    /// - Parameter wholePicture: the picture as of the last published frame.
    init(metrics: StationMetrics, wholePicture: @escaping @Sendable () -> (sequence: Int, json: [UInt8])) {
        self.metrics = metrics
        self.wholePicture = wholePicture
    }

    /// Whether anybody listens: without clients no frame need be written.
    var hasClients: Bool { state.withLock { !$0.wakers.isEmpty } }

    /// Hands a frame to all clients.
    func publish(_ frame: EventFrame) {
        state.withLock {
            $0.recent.append(frame)
            if $0.recent.count > Self.recentFrames { $0.recent.removeFirst() }
            for waker in $0.wakers.values { waker.yield() }
        }
    }

    /// Hands a small event of its own name to all clients, beside the frames of the picture: that something on the line or
    /// in an agreement has changed.
    ///
    /// A client that was too slow for it gets `behind` instead, and asks again for what it shows; so does one that has lost
    /// its connection. An event therefore says what has changed and is never the only place where it can be read.
    ///
    /// - Parameters:
    ///   - event: a plain word, not one of the picture's `picture`, `delta` and `reset`.
    ///   - json: one JSON document without line breaks.
    func publish(event: String, json: [UInt8]) {
        let bytes = EventFrame.text(event: event, data: json)
        state.withLock {
            $0.noticeCount += 1
            $0.notices.append(bytes)
            if $0.notices.count > Self.recentNotices { $0.notices.removeFirst() }
            for waker in $0.wakers.values { waker.yield() }
        }
    }

    /// Wakes all clients, so that those without news send a sign of life. To be called once a second of wall time.
    func beat() {
        state.withLock { for waker in $0.wakers.values { waker.yield() } }
    }

    /// Ends all streams; later clients get none.
    func close() {
        state.withLock {
            $0.isClosed = true
            for waker in $0.wakers.values { waker.finish() }
            $0.wakers = [:]
        }
    }

    /// The answer to a client that wants events.
    ///
    /// - Parameter isWelcome: asked now and then; the stream ends once it says no.
    /// - Throws: `Problem` 503 when there are too many clients or the station is stopping.
    func response(isWelcome: (@Sendable () async -> Bool)? = nil) throws(Problem) -> Response {
        guard state.withLock({ !$0.isClosed && $0.wakers.count < Self.maximumClients }) else {
            throw Problem(status: 503, title: "Too many clients", detail: "close a page, or try again later")
        }
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        let body = ResponseBody { writer in
            let (client, wakes) = self.join()
            defer { self.leave(client) }
            try await self.serve(wakes, isWelcome, &writer)
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private func serve(
        _ wakes: AsyncStream<Void>, _ isWelcome: (@Sendable () async -> Bool)?, _ writer: inout any ResponseBodyWriter
    ) async throws {
        var heard = state.withLock { $0.noticeCount }
        var picture = wholePicture()
        try await writer.write(EventFrame.text(event: "picture", data: picture.json))
        var sent = picture.sequence
        var lastWrite = ContinuousClock.now
        var lastAsked = ContinuousClock.now
        for await _ in wakes {
            if let isWelcome, lastAsked.duration(to: .now) > Self.welcomePeriod {
                guard await isWelcome() else { return }
                lastAsked = .now
            }
            let notices = notices(after: &heard)
            if !notices.isEmpty {
                try await writer.write(contentsOf: notices)
                lastWrite = .now
            }
            let (frames, isBehind) = frames(after: sent)
            if isBehind {
                picture = wholePicture()
                metrics.skippedFrames.add(picture.sequence - sent)
                try await writer.write(EventFrame.text(event: "reset", data: picture.json))
                sent = picture.sequence
            } else if let last = frames.last {
                try await writer.write(contentsOf: frames.map(\.bytes))
                sent = last.sequence
            } else if lastWrite.duration(to: .now) > .milliseconds(700) {
                try await writer.write(ByteBuffer(string: ": heartbeat\n\n"))
            } else {
                continue
            }
            lastWrite = .now
        }
    }

    /// The notices after the first `heard`, which moves on; `behind` in place of those that are no longer kept.
    private func notices(after heard: inout Int) -> [ByteBuffer] {
        let (kept, count) = state.withLock { (Array($0.notices.suffix($0.noticeCount - heard)), $0.noticeCount) }
        let isBehind = kept.count < count - heard
        heard = count
        return isBehind ? [EventFrame.text(event: "behind", data: Array("{}".utf8))] : kept
    }

    /// The frames after `sequence`, from the last whole one on; `isBehind` when one of them is no longer kept.
    private func frames(after sequence: Int) -> (frames: [EventFrame], isBehind: Bool) {
        state.withLock { state in
            var frames = state.recent.filter { $0.sequence > sequence }
            if let whole = frames.lastIndex(where: \.isWhole) { frames.removeFirst(whole) }
            guard let first = frames.first else { return ([], false) }
            return (Array(frames), !first.isWhole && first.sequence != sequence + 1)
        }
    }

    private func join() -> (Int, AsyncStream<Void>) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        metrics.eventClients.add(1)
        let client = state.withLock {
            $0.nextClient += 1
            if $0.isClosed { continuation.finish() } else { $0.wakers[$0.nextClient] = continuation }
            return $0.nextClient
        }
        return (client, stream)
    }

    private func leave(_ client: Int) {
        state.withLock { $0.wakers[client] = nil }
        metrics.eventClients.add(-1)
    }
}
