import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
public import Record

/// Follows the record of somebody else: reads its tail, and its tiles wherever the tail leaves a gap.
public struct ReplicaFollower: Sendable {
    /// What happens while following, for whoever watches.
    public enum Event: Sendable, CustomStringConvertible {
        /// All that was signed until now is here.
        case caughtUp(entries: UInt64)
        /// The connection ended; it is tried again after a pause.
        case interrupted(reason: String, pauseSeconds: Double)

        /// The event in plain words.
        public var description: String {
            switch self {
            case .caughtUp(let entries): "\(entries) entries are here, verified"
            case .interrupted(let reason, let pause): "interrupted: \(reason); trying again in \(pause) s"
            }
        }
    }

    private let replica: Replica
    private let source: HTTPTileSource
    private let client: HTTPClient
    private let gate: IntakeGate?
    private let now: @Sendable () -> Double
    private let onOutcome: @Sendable (ReplicaOutcome) async -> Void
    private let mostTailBytes: Int
    /// So much comes over one connection, bytes. The buffer in which the library puts HTTP/2 frames together keeps the capacity of each
    /// remainder (swift-nio-http2): it was 8 MB after two minutes of full load, and nothing bounds it.
    static let tailBytes = 128 << 20
    /// A connection that is silent for 15 s is dead: the server sends a sign of life every few seconds.
    static let timeouts = HTTPClient.Configuration.Timeout(connect: .seconds(10), read: .seconds(15))
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: HTTPClient.Configuration(timeout: timeouts))
    /// A line that is not complete after this many seconds comes from somebody who does not mean to send it.
    private static let lineSeconds = 20.0
    /// An answer that has not begun after this many seconds won't.
    private static let headSeconds = 20.0

    /// A follower of the record at `address` into `replica`.
    public init(_ replica: Replica, address: String) throws(StationError) {
        try self.init(replica, address: address, client: Self.client, patienceSource: .shared)
    }

    /// A follower that asks by a client of its own.
    ///
    /// - Parameters:
    ///   - client: what asks for the tail; its timeouts should be ``timeouts``.
    ///   - patienceSource: what asks for the parts, if not the same.
    ///   - gate: holds back what comes too fast.
    ///   - now: the clock of cosignatures, Unix seconds.
    ///   - mostTailBytes: how much may come over one connection.
    ///   - onOutcome: called after each step that stored something, or found nothing to store.
    init(
        _ replica: Replica, address: String, client: HTTPClient, patienceSource: HTTPClient? = nil,
        gate: IntakeGate? = nil, now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 },
        mostTailBytes: Int = tailBytes,
        onOutcome: @escaping @Sendable (ReplicaOutcome) async -> Void = { _ in }
    ) throws(StationError) {
        self.replica = replica
        self.client = client
        self.gate = gate
        self.now = now
        self.mostTailBytes = mostTailBytes
        self.onOutcome = onOutcome
        source = try HTTPTileSource(address, client: patienceSource ?? client, gate: gate)
    }

    /// Reads what is not here yet, once.
    public func catchUp() async throws -> ReplicaOutcome {
        let outcome = try await replica.catchUp(from: source, timeUnixSeconds: unixSeconds)
        await onOutcome(outcome)
        return outcome
    }

    /// Follows until the task is cancelled. Breaks are waited out, a little longer each time.
    ///
    /// - Throws: `RecordError.inconsistent` and its like when the record itself is wrong: that is no break to wait out.
    public func run(onEvent: @Sendable (Event) -> Void) async throws {
        var pause = 0.25
        while !Task.isCancelled {
            do {
                let outcome = try await catchUp()
                onEvent(.caughtUp(entries: outcome.checkpoint?.checkpoint.size ?? 0))
                pause = 0.25
                if try await followTail() == .ended { throw StationError.stream(reason: "it ended") }
            } catch let error as RecordError where !error.isWorthAnotherTry {
                throw error
            } catch is CancellationError {
                return
            } catch {
                onEvent(.interrupted(reason: "\(error)", pauseSeconds: pause))
                try? await Task.sleep(for: .seconds(pause))
                pause = min(pause * 2, 30)
            }
        }
    }

    /// How a tail came to its end.
    enum TailEnd: Sendable {
        /// The other side ended it.
        case ended
        /// Enough has come over this connection: go on at once with another one.
        case longEnough
    }

    /// Takes what the tail brings until it ends or breaks, or is long enough. Begins where the replica ends: catch up first.
    func followTail() async throws -> TailEnd {
        var buffer = TailBuffer(nextIndex: await replica.size, maximumEntries: 32_768, maximumBytes: 24 << 20)
        var request = HTTPClientRequest(url: "\(source.prefix)/tail?from=\(buffer.nextIndex)")
        request.headers.add(name: "accept", value: "text/event-stream")
        let response = try await begin(request)
        guard response.status == .ok else { throw StationError.stream(reason: "the server answers \(response.status)") }
        var parser = EventStreamParser()
        var chunks = response.body.makeAsyncIterator()
        var lastLine = ContinuousClock.now
        var bytes = 0
        while let chunk = try await chunks.next() {
            if chunk.readableBytesView.contains(UInt8(ascii: "\n")) { lastLine = .now }
            guard lastLine.duration(to: .now) < .seconds(Self.lineSeconds) else {
                throw StationError.stream(reason: "a line did not end within \(Int(Self.lineSeconds)) s")
            }
            let events = try parser.read(chunk.readableBytesView)
            for event in events { try await act(on: try Self.action(for: event, &buffer), &buffer) }
            try await gate?.pass(entries: events.count, bytes: chunk.readableBytes)
            bytes += chunk.readableBytes
            if bytes >= mostTailBytes { return .longEnough }
        }
        return .ended
    }

    /// Asks for the tail. The library's own limit is one for all of an answer, and this one has no end.
    private func begin(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        do {
            return try await withTimeLimit(seconds: Self.headSeconds) { [client] in
                try await client.execute(request, deadline: .distantFuture)
            }
        } catch is TimeLimitExceeded {
            throw StationError.stream(reason: "no answer within \(Int(Self.headSeconds)) s")
        }
    }

    private func act(on action: TailBuffer.Action, _ buffer: inout TailBuffer) async throws {
        switch action {
        case .wait: return
        case .compare(let head): return try await replica.compare(head)
        case .store(let first, let entries, let checkpoint):
            do {
                let outcome = try await replica.receive(
                    firstIndex: first, entries: entries, checkpoint: checkpoint, timeUnixSeconds: unixSeconds)
                await onOutcome(outcome)
                guard outcome.kind == .gap else { return }
            } catch RecordError.inconsistent(let reason) { try await settle(reason) }
        case .catchUpTowards(let head): try await replica.notePromise(head)
        case .catchUp: break
        }
        guard try await catchUp().kind != .sourceBehind else {
            throw StationError.stream(reason: "its record shows fewer entries than it signed")
        }
        buffer.reset(nextIndex: await replica.size)
    }

    /// The stream brought what does not have the root that was signed for it. Entries of a stream prove nothing; the tiles
    /// tell whether the writer has signed two histories.
    ///
    /// - Throws: always: `RecordError.inconsistent` with the proof, or with the head left as ``Replica/unresolved`` when the
    ///   tiles don't tell; `StationError.stream` when they are right, and only the stream was not.
    private func settle(_ reason: String) async throws {
        do { _ = try await catchUp() } catch RecordError.inconsistent(let proven) {
            throw RecordError.inconsistent(proven)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // Whatever else is wrong with the tiles, they have settled nothing.
        }
        guard await replica.unresolved == nil else { throw RecordError.inconsistent(reason) }
        throw StationError.stream(reason: "it brought entries that are not those of the record")
    }

    private static func action(for event: StreamEvent, _ buffer: inout TailBuffer) throws -> TailBuffer.Action {
        guard let data = Data(base64Encoded: event.data) else {
            throw StationError.stream(reason: "data is not base64")
        }
        switch event.name {
        case "entry":
            guard let index = event.identifier.flatMap({ UInt64($0) }) else {
                throw StationError.stream(reason: "an entry has no index")
            }
            return buffer.receive(Array(data), at: index)
        case "checkpoint": return buffer.receive(try SignedCheckpoint(Array(data)))
        default: return .wait
        }
    }

    private var unixSeconds: UInt64 { UInt64(max(0, min(now(), 1e15))) }
}

extension RecordError {
    /// Whether the same may succeed later: parts that are not there yet, or a disk that was full.
    var isWorthAnotherTry: Bool {
        switch self {
        case .missing, .notWritten, .file, .queueFull: true
        default: false
        }
    }
}
