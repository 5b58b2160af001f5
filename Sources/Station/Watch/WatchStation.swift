import Foundation
import Hummingbird
public import Logging
import NIOCore
import Separation
import ServiceLifecycle
import UnixSignals

/// A running station: sources to picture to page.
public struct WatchStation: Sendable {
    private let options: WatchOptions
    private let logger: Logger
    private let runner: PictureRunner
    private let hub: EventHub
    private let responder: StationResponder
    private let feeders: [any Service]

    /// Reads the recordings and prepares everything that can fail before anything listens.
    ///
    /// - Throws: `StationError`, `RecordingError` or `SeparationError`, each in words for the person at the machine.
    public init(_ options: WatchOptions, logger: Logger) throws {
        self.options = options
        self.logger = logger
        let web = try WebDirectory.find(asked: options.webDirectory)
        let metrics = StationMetrics()
        let board = PictureBoard()
        hub = EventHub(metrics: metrics) { board.wholePicture() }
        let engine = try PictureEngine(rules: options.rules) { PictureRunner.monotonicSeconds() }
        let feeding = try Feeding(options, metrics: metrics, logger: logger)
        feeders = feeding.services
        runner = PictureRunner(
            engine: engine, mode: feeding.mode, feeds: feeding.feeds, board: board, hub: hub, metrics: metrics,
            logger: logger)
        let gate = RequestGuard()
        let configuration = StationConfiguration(
            stationName: options.stationName, version: Self.version, language: options.language, rules: options.rules,
            map: feeding.map)
        let routes =
            PictureRoutes(
                configuration: configuration, board: board, hub: hub, metrics: metrics, token: gate.token
            ).routes + ReplayRoutes(runner: runner).routes
        responder = StationResponder(
            table: RouteTable(routes), files: StaticFiles(root: web), gate: gate, metrics: metrics)
    }

    /// The version that the interface states.
    public static let version = "0.1.0"

    /// Listens and works until the process is asked to end (SIGINT, SIGTERM) or the task is cancelled.
    ///
    /// - Parameter onRunning: called once with the port that is listened on.
    /// - Throws: `StationError.bind` when the address can't be listened on.
    public func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
        let application = Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(120))),
            configuration: .init(
                address: .hostname(options.bindAddress, port: options.port), serverName: "parley"),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [application, PictureService(runner: runner, hub: hub)] + feeders,
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch let error as IOError {
            throw StationError.bind(
                address: options.bindAddress, port: options.port, reason: String(cString: strerror(error.errnoCode)))
        }
    }
}

/// Keeps the picture running, and the clients of its events alive, until the station stops.
struct PictureService: Service {
    let runner: PictureRunner
    let hub: EventHub

    func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup { group in
                group.addTask { await cancelWhenGracefulShutdownBegins { await runner.run() } }
                group.addTask { await cancelWhenGracefulShutdownBegins { await beat() } }
            }
        } onGracefulShutdown: {
            hub.close()
        }
    }

    private func beat() async {
        while !Task.isCancelled {
            hub.beat()
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func cancelWhenGracefulShutdownBegins(_ work: @escaping @Sendable () async -> Void) async {
        await cancelWhenGracefulShutdown { await work() }
    }
}
