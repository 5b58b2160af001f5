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
    private let responder: StationResponder
    /// What runs beside the web server, in the order in which it starts; it stops the other way round.
    private let first: [any Service]
    private let last: [any Service]

    /// Reads the recordings and prepares everything that can fail before anything listens.
    ///
    /// - Throws: `StationError`, `RecordingError` or `SeparationError`, each in words for the person at the machine.
    public init(_ options: WatchOptions, logger: Logger) throws {
        try options.check()
        self.options = options
        self.logger = logger
        let web = try WebDirectory.find(asked: options.webDirectory)
        let store = try WatchStore(directory: options.dataDirectory ?? WatchStore.defaultDirectory)
        let metrics = StationMetrics()
        let feeding = try Feeding(options, metrics: metrics, logger: logger)
        let rule = MeasuringRule(minima: options.rules.minima.general)
        let writer = StoreWriter(store: store, rule: rule, metrics: metrics, logger: logger)
        let timeline = Timeline(recorded: feeding.recording?.seconds)
        let board = PictureBoard()
        let hub = EventHub(metrics: metrics) { board.wholePicture() }
        var engine = try PictureEngine(
            rules: options.rules, rule: rule, feeds: feeding.feeds.map(\.identifier),
            measuringClock: feeding.recording == nil ? .caller : .reports
        ) { PictureRunner.monotonicSeconds() }
        try Self.restore(&engine, from: store, recorded: feeding.recording?.seconds)
        let runner = PictureRunner(
            engine: engine, mode: feeding.mode, feeds: feeding.feeds, board: board, hub: hub, metrics: metrics,
            store: store, writer: writer, timeline: timeline)
        let gate = RequestGuard()
        let configuration = StationConfiguration(
            stationName: options.stationName, version: Self.version, language: options.language, rules: options.rules,
            map: feeding.map)
        let shown = PictureRoutes(
            configuration: configuration, board: board, hub: hub, metrics: metrics, token: gate.token)
        let past = TrackRoutes(runner: runner, board: board, rule: rule, minima: options.rules.minima.general)
        let encounters = EncounterRoutes(
            store: store, rule: rule, board: board, timeline: timeline, recorded: feeding.recording?.seconds)
        responder = StationResponder(
            table: RouteTable(
                shown.routes + past.routes + encounters.routes + ReplayRoutes(runner: runner).routes
                    + AlarmRoutes(runner: runner).routes + TargetRoutes(runner: runner).routes
                    + TogetherRoutes(runner: runner).routes),
            files: StaticFiles(root: web), gate: gate, metrics: metrics)
        first = [writer]
        var last: [any Service] = []
        if let recording = feeding.recording {
            last.append(TimelineService(recording: recording, rule: rule, timeline: timeline, writer: writer))
        }
        self.last = last + [PictureService(runner: runner, hub: hub)] + feeding.services
    }

    /// Brings back what people had entered before the station was stopped. Of another time than a recording's, it stays where it is.
    private static func restore(_ engine: inout PictureEngine, from store: WatchStore, recorded: ClosedRange<Int>?)
        throws
    {
        func isOfThisTime(_ unixSeconds: Double) -> Bool {
            recorded.map {
                Double($0.lowerBound) - 86_400 <= unixSeconds && unixSeconds <= Double($0.upperBound) + 86_400
            }
                ?? (abs(Date().timeIntervalSince1970 - unixSeconds) < 86_400)
        }
        for target in try store.documents(in: .target).compactMap({ ManualTarget(document: $0) })
        where isOfThisTime(target.timeUnixSeconds) {
            engine.enter(target)
        }
        for group in try store.documents(in: .group).compactMap({ TogetherGroup(document: $0) })
        where isOfThisTime(group.activeUnixSeconds.lowerBound) {
            try? engine.declare(group)
        }
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
                services: first + [application] + last,
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
            await cancelWhenGracefulShutdown {
                await withTaskGroup { group in
                    group.addTask { await runner.run() }
                    group.addTask { await beat() }
                }
            }
            await runner.close()
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
}
