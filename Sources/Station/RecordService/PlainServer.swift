import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// An HTTP server with one responder that stops cleanly on SIGINT and SIGTERM.
struct PlainServer<Responder: HTTPResponder>: Sendable where Responder.Context == BasicRequestContext {
    let responder: Responder
    let address: ListenAddress
    let logger: Logger

    func run(
        beside services: [any Service], onRunning: @escaping @Sendable (ListenAddress) async -> Void
    ) async throws {
        let host = address.host
        let application = Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(120))),
            configuration: .init(address: .hostname(host, port: address.port), serverName: "parley"),
            onServerRunning: { channel in
                await onRunning(ListenAddress(host: host, port: channel.localAddress?.port ?? 0))
            },
            logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [application] + services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch let error as IOError {
            throw StationError.bind(
                address: host, port: address.port, reason: String(cString: strerror(error.errnoCode)),
                option: "--listen")
        }
    }
}
