import NIOCore
import NIOSSL
import Record

/// The TLS certificate of this station with its private key, read from its files. The key is never logged: it has no
/// description.
struct StationCertificate: Sendable {
    /// The certificate, DER.
    let certificate: [UInt8]
    private let chain: [NIOSSLCertificateSource]
    private let key: NIOSSLPrivateKeySource

    /// Reads the certificate and key of a node.
    ///
    /// - Throws: `StationError.store` when a file is missing or others can read the key; the library's words for one that is
    ///   no certificate or key.
    init(_ directory: NodeDirectory) throws {
        try self.init(certificate: directory.certificate, key: directory.certificateKey)
    }

    /// Reads a certificate and its key, PEM.
    init(certificate certificatePath: String, key keyPath: String) throws {
        let files = SystemFiles()
        guard let text = try files.read(certificatePath, maximumBytes: 1 << 16) else {
            throw StationError.store(path: certificatePath, reason: "the station's certificate is not there")
        }
        guard let secret = try files.read(keyPath, maximumBytes: 1 << 16) else {
            throw StationError.store(path: keyPath, reason: "the key of the station's certificate is not there")
        }
        guard try files.permissions(keyPath) & 0o077 == 0 else {
            throw StationError.store(path: keyPath, reason: "others can read the private key; its mode must be 0600")
        }
        let parsed = try NIOSSLCertificate(bytes: text, format: .pem)
        certificate = try parsed.toDERBytes()
        chain = [.certificate(parsed)]
        key = .privateKey(try NIOSSLPrivateKey(bytes: secret, format: .pem))
    }

    /// How long the other end is waited for when a connection is closed: it may be gone.
    private static let farewell = TimeAmount.milliseconds(500)

    /// How the peer port speaks TLS: version 1.3, and nobody without a certificate. Which one is looked at by whoever uses it.
    func serverConfiguration() -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key)
        configuration.minimumTLSVersion = .tlsv13
        configuration.certificateVerification = .noHostnameVerification
        // Nobody's word counts but the register's; the list of authorities is not sent.
        configuration.trustRoots = .certificates([])
        configuration.applicationProtocols = ["h2", "http/1.1"]
        configuration.shutdownTimeout = Self.farewell
        return configuration
    }

    /// How this station speaks to a peer: version 1.3, with its own certificate, trusting only the peer's.
    ///
    /// - Throws: the library's words for a pin that is no certificate.
    func clientConfiguration(trusting pins: [Peer.Pin]) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv13
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(
            try pins.map { try NIOSSLCertificate(bytes: $0.certificate, format: .der) })
        configuration.certificateChain = chain
        configuration.privateKey = key
        configuration.shutdownTimeout = Self.farewell
        return configuration
    }

    /// The certificate of a file, PEM or DER, as DER.
    ///
    /// - Throws: `StationError.peer` when it holds none.
    static func read(_ bytes: [UInt8], of name: String) throws -> [UInt8] {
        for format in [NIOSSLSerializationFormats.pem, .der] {
            if let certificate = try? NIOSSLCertificate(bytes: bytes, format: format) {
                return try certificate.toDERBytes()
            }
        }
        throw StationError.peer(name: name, reason: "the file holds no certificate, PEM or DER")
    }
}
