import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

/// The port for peers: HTTP/2 over TLS 1.3 with a certificate on both sides. Whoever doesn't show one of the known
/// certificates, byte for byte and valid in time, gets no byte from behind the handshake.
struct PeerServer: Service {
    let certificate: StationCertificate
    let register: PeerRegister
    let shelf: RecordShelf
    let table: ChannelTable
    let address: ListenAddress
    let clock: NodeClock
    let metrics: ExchangeMetrics
    let logger: Logger
    /// Called once with the address that is listened on.
    var onRunning: @Sendable (ListenAddress) async -> Void = { _ in }

    /// A connection of a peer that asks nothing is closed after this; the peer's next request opens another.
    private static let idleSeconds: Int64 = 120
    /// How long connections may take to end by themselves when the station stops.
    private static let patience = Duration.seconds(1)
    /// How often silent streams show a sign of life.
    static let heartbeat = Duration.milliseconds(900)

    func run() async throws {
        let guests = PeerGuests(metrics: metrics)
        let host = address.host
        let responder = PeerResponder(register: register, shelf: shelf, table: table, clock: clock)
        let door = try PeerTLS(certificate: certificate, register: register, clock: clock, guests: guests)
        let application = Application(
            responder: responder,
            server: HTTPServerBuilder { responder in
                PeerDoor(base: try door.channel(idleSeconds: Self.idleSeconds, responder), guests: guests)
            },
            configuration: .init(address: .hostname(host, port: address.port), serverName: "parley"),
            onServerRunning: { channel in
                await onRunning(ListenAddress(host: host, port: channel.localAddress?.port ?? 0))
            },
            logger: logger)
        // The server ends only by itself: broken off in the middle of a request it would trap.
        let group = ServiceGroup(
            configuration: .init(services: [application], gracefulShutdownSignals: [], logger: logger))
        let serving = Task { try await group.run() }
        let beating = Task {
            while !Task.isCancelled {
                shelf.beat()
                try? await Task.sleep(for: Self.heartbeat / 2)
            }
        }
        let ending = Mutex<Task<Void, Never>?>(nil)
        let end: @Sendable () -> Void = {
            beating.cancel()
            ending.withLock { ending in
                ending =
                    ending
                    ?? Task {
                        await group.triggerGracefulShutdown()
                        shelf.finish()
                        // What is being answered has this long; then the connection goes, as if the peer had cut it. One that
                        // came in meanwhile goes with the next round.
                        while (try? await Task.sleep(for: Self.patience)) != nil { guests.closeAll() }
                    }
            }
        }
        defer {
            beating.cancel()
            ending.withLock { $0?.cancel() }
        }
        do {
            try await withTaskCancellationHandler {
                try await withGracefulShutdownHandler {
                    try await serving.value
                } onGracefulShutdown: {
                    end()
                }
            } onCancel: {
                end()
            }
        } catch let error as IOError {
            throw StationError.bind(
                address: host, port: address.port, reason: String(cString: strerror(error.errnoCode)),
                option: "--peer-port")
        }
    }
}

/// The handshake of the peer port.
struct PeerTLS: Sendable {
    private let configuration: TLSChannelConfiguration

    /// - Throws: what the library says of the station's certificate.
    init(certificate: StationCertificate, register: PeerRegister, clock: NodeClock, guests: PeerGuests) throws {
        configuration = TLSChannelConfiguration(
            tlsConfiguration: certificate.serverConfiguration(),
            customVerificationCallback: { shown, promise in
                let bytes = try? shown.first?.toDERBytes()
                let isKnown =
                    bytes.flatMap { register.peer(withCertificate: $0, atUnixSeconds: clock.now()) } != nil
                promise.succeed(isKnown ? .certificateVerified : .failed)
            })
    }

    func channel(
        idleSeconds: Int64, _ responder: @escaping HTTPChannelHandler.Responder
    ) throws -> TLSChannel<PeerConversation> {
        try TLSChannel(
            PeerConversation(idleSeconds: idleSeconds, responder: responder), configuration: configuration)
    }
}
