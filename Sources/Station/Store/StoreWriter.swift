import GRDB
import Logging
import Separation
import ServiceLifecycle

/// Writes to the store beside the picture, one item after another, each in a transaction of its own: a second hands over a few.
///
/// The queue is bounded. When the disk can't follow, stretches of tracks are dropped first and counted; encounters, alarms and
/// entries are few and always kept.
struct StoreWriter: Service {
    /// One thing to be written.
    enum Item: Sendable {
        /// `isFinal`: what is known of it already is replaced; else it only counts when nothing is known.
        case encounter(Encounter, tracks: [String: [CompactPoint]], isFinal: Bool)
        case alarms([AlertEvent])
        case stretches([TrackStretch])
        case entry(WatchStore.EntryTable, name: String, document: [UInt8]?)
        case expiry(beforeUnixSeconds: Double)
    }

    private let store: WatchStore
    private let rule: MeasuringRule
    private let metrics: StationMetrics
    private let logger: Logger
    private let items: AsyncStream<Item>
    private let input: AsyncStream<Item>.Continuation

    /// More waiting items than this, and no more stretches are taken.
    private static let maximumWaiting = 1_000

    init(store: WatchStore, rule: MeasuringRule, metrics: StationMetrics, logger: Logger) {
        self.store = store
        self.rule = rule
        self.metrics = metrics
        self.logger = logger
        let (items, input) = AsyncStream.makeStream(of: Item.self)
        self.items = items
        self.input = input
    }

    /// Hands over something to be written; returns at once.
    func write(_ item: Item) {
        if case .stretches = item, metrics.waitingWrites.value > Self.maximumWaiting {
            metrics.droppedWrites.add(1)
            return
        }
        metrics.waitingWrites.add(1)
        input.yield(item)
    }

    /// Writes until the station stops and everything that was handed over is on disk.
    func run() async throws {
        await withGracefulShutdownHandler {
            await runUntilClosed()
            // The picture closes the queue before it is this service's turn to stop.
            try? await gracefulShutdown()
        } onGracefulShutdown: {
            close()
        }
    }

    /// Writes until `close` is called and everything that was handed over is on disk.
    func runUntilClosed() async {
        for await item in items { await write(now: item) }
    }

    private func write(now item: Item) async {
        do {
            try await put(item)
        } catch {
            metrics.droppedWrites.add(1)
            logger.error("the store did not take a write", metadata: ["error": "\(error)", "path": "\(store.path)"])
        }
        metrics.waitingWrites.add(-1)
    }

    /// No more will come.
    func close() { input.finish() }

    private func put(_ item: Item) async throws {
        if case .expiry(let before) = item {
            try await store.expireTracks(before: before)
            return
        }
        try await store.pool.write { database in
            switch item {
            case .encounter(let encounter, let tracks, let isFinal):
                try store.write(encounter, tracks: tracks, rule: rule, isFinal: isFinal, in: database)
            case .alarms(let events): try store.write(events, in: database)
            case .stretches(let stretches): try store.write(stretches, in: database)
            case .entry(let table, let name, let document):
                try store.write(document, named: name, in: table, database)
            case .expiry: break
            }
        }
    }
}
