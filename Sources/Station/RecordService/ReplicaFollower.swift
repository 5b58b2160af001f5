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
    /// A connection that is silent for 15 s is dead: the server sends a sign of life every few seconds.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(timeout: .init(connect: .seconds(10), read: .seconds(15))))

    /// A follower of the record at `address` into `replica`.
    public init(_ replica: Replica, address: String) throws(StationError) {
        self.replica = replica
        source = try HTTPTileSource(address)
    }

    /// Reads what is not here yet, once.
    public func catchUp() async throws -> ReplicaOutcome {
        try await replica.catchUp(from: source, timeUnixSeconds: Self.now())
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
                try await followTail()
                throw StationError.stream(reason: "it ended")
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

    private func followTail() async throws {
        var buffer = TailBuffer(nextIndex: await replica.size)
        var request = HTTPClientRequest(url: "\(source.prefix)/tail?from=\(buffer.nextIndex)")
        request.headers.add(name: "accept", value: "text/event-stream")
        let response = try await Self.client.execute(request, deadline: .distantFuture)
        guard response.status == .ok else { throw StationError.stream(reason: "the server answers \(response.status)") }
        var parser = EventStreamParser()
        var chunks = response.body.makeAsyncIterator()
        while let chunk = try await chunks.next() {
            for event in try parser.read(chunk.readableBytesView) {
                try await act(on: try Self.action(for: event, &buffer), &buffer)
            }
        }
    }

    private func act(on action: TailBuffer.Action, _ buffer: inout TailBuffer) async throws {
        switch action {
        case .wait: return
        case .store(let first, let entries, let checkpoint):
            let outcome = try await replica.receive(
                firstIndex: first, entries: entries, checkpoint: checkpoint, timeUnixSeconds: Self.now())
            guard outcome.kind == .gap else { return }
        case .catchUp: break
        }
        _ = try await catchUp()
        buffer.reset(nextIndex: await replica.size)
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

    private static func now() -> UInt64 { UInt64(Date().timeIntervalSince1970) }
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
