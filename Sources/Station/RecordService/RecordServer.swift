import Hummingbird
public import Logging
public import Record
import ServiceLifecycle

/// Serves one record on this machine to whoever asks: its static parts, and a stream of what is new.
///
/// It reads only the published part; the private key is never opened. The record may be written meanwhile, by this
/// process or another.
public struct RecordServer: Sendable {
    private let source: DirectorySource
    private let address: ListenAddress
    private let logger: Logger

    /// A server of the record in `source`.
    public init(_ source: DirectorySource, at address: ListenAddress, logger: Logger) {
        self.source = source
        self.address = address
        self.logger = logger
    }

    /// Listens until the process is asked to end (SIGINT, SIGTERM) or the task is cancelled.
    ///
    /// - Parameter onRunning: called once with the address that is listened on.
    /// - Throws: `StationError.bind` when the address can't be listened on.
    public func run(onRunning: @escaping @Sendable (ListenAddress) async -> Void) async throws {
        let watch = CheckpointWatch(source)
        try await PlainServer(
            responder: RecordResponder(source: source, watch: watch), address: address, logger: logger
        ).run(beside: [WatchService(watch: watch)], onRunning: onRunning)
    }
}

/// Looks for new checkpoints, and keeps silent streams alive, until the server stops.
private struct WatchService: Service {
    let watch: CheckpointWatch

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await watch.run() }
                group.addTask {
                    while !Task.isCancelled {
                        try? await Task.sleep(for: .seconds(2))
                        watch.beat()
                    }
                }
            }
        }
    }
}
