import Foundation
import Hummingbird
public import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// A running station without operators and peers: sources to picture to page.
public struct WatchStation: Sendable {
    private let options: WatchOptions
    private let logger: Logger
    private let responder: StationResponder
    private let first: [any Service]
    private let last: [any Service]

    /// Reads the recordings and prepares everything that can fail before anything listens.
    ///
    /// - Throws: `StationError`, `RecordingError` or `SeparationError`, each in words for the person at the machine.
    public init(_ options: WatchOptions, logger: Logger) throws {
        guard !options.sources.isEmpty else {
            throw StationError.option(name: "SOURCE", reason: "at least one source is needed")
        }
        self.options = options
        self.logger = logger
        let watch = try WatchAssembly(options, clock: .system(), logger: logger)
        let routes = watch.routes() + [Self.sessionRoute(options, token: watch.gate.token)]
        responder = StationResponder(
            table: RouteTable(routes), files: watch.files, gate: watch.gate, metrics: watch.metrics)
        first = watch.first
        last = watch.last
    }

    /// Tells the page that nobody signs in here.
    private static func sessionRoute(_ options: WatchOptions, token: String) -> Route {
        Route(method: "GET", template: "/api/session", access: .open) { call in
            try call.allowQuery()
            return Answers.json {
                $0.object {
                    $0.field("operators", false)
                    $0.field("station", options.stationName)
                    $0.field("language", options.language)
                    $0.field("needsFirst", false)
                    $0.field("csrf", token)
                    $0.field("expired", false)
                    $0.null("person")
                }
            }
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
                services: first + [application, MemoryService()] + last,
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch let error as IOError {
            throw StationError.bind(
                address: options.bindAddress, port: options.port, reason: String(cString: strerror(error.errnoCode)),
                option: "--port")
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
