import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// One of the two doors of a node: the operators' port, or the control socket.
struct NodeServer: Sendable {
    /// Where a door is.
    enum Place: Sendable {
        case port(host: String, Int)
        case socket(path: String)
    }

    private let responder: StationResponder
    private let place: Place
    private let server: HTTPServerBuilder
    private let isEncrypted: Bool
    private let logger: Logger

    /// - Parameter certificate: where certificate and key are; nil for plain HTTP, which never leaves this machine.
    /// - Throws: what the library says of a certificate or key that can't be used.
    init(responder: StationResponder, place: Place, certificate: NodeDirectory?, logger: Logger) throws {
        self.responder = responder
        self.place = place
        self.logger = logger
        isEncrypted = certificate != nil
        let plain = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(120)))
        guard let certificate else {
            server = plain
            return
        }
        guard let key = try PrivateFile.read(certificate.certificateKey) else {
            throw StationError.store(
                path: certificate.certificateKey, reason: "the key of the certificate is not there")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: key, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        server = try .tls(plain, tlsConfiguration: configuration)
    }

    /// The server, ready to be run.
    func application(onRunning: @escaping @Sendable (any Channel) async -> Void) -> some ApplicationProtocol & Service {
        let address: BindAddress =
            switch place {
            case .port(let host, let port): .hostname(host, port: port)
            case .socket(let path): .unixDomainSocket(path: path)
            }
        return Application(
            responder: responder, server: server,
            configuration: .init(address: address, serverName: "parley"), onServerRunning: onRunning, logger: logger)
    }

    /// Where a browser finds the page.
    func pageAddress(_ channel: any Channel) -> String {
        guard case .port(let host, _) = place else { return "" }
        let port = channel.localAddress?.port ?? 0
        let name = ["0.0.0.0", "::"].contains(host) ? "localhost" : host.contains(":") ? "[\(host)]" : host
        return "\(isEncrypted ? "https" : "http")://\(name):\(port)/"
    }
}
