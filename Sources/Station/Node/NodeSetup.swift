public import Foundation
import Record

/// Makes the directory of a new node: its keys, its certificate, its settings.
public struct NodeSetup: Sendable {
    /// What a node is set up with.
    public struct Request: Sendable {
        /// The party; written in capitals, as records name it.
        public var name: String
        /// The directory.
        public var directory: String
        /// Names and IP addresses under which peers reach the station.
        public var addresses: [String] = []
        /// Where operators find the page.
        public var bindAddress = "127.0.0.1"
        /// The port of the page.
        public var port = 8480
        /// Where peers are answered.
        public var peerBindAddress = "0.0.0.0"
        /// The port for peers.
        public var peerPort = 8481
        /// `en` or `ru`: the language that the page starts in.
        public var language = "en"

        /// A request with the usual ports.
        public init(name: String, directory: String) {
            self.name = name
            self.directory = directory
        }
    }

    /// The party, as records name it.
    public let party: String
    /// The key by which the party's signatures are checked.
    public let verifierKey: String
    /// The SHA-256 of the TLS certificate, hexadecimal.
    public let certificateSHA256: String

    /// Makes the node. A directory that holds one is left as it is.
    ///
    /// - Throws: `StationError` for a name or a directory that won't do, `RecordError.file` with the system's reason.
    public init(_ request: Request, now: Date = Date()) throws {
        let party = try NodeSettings.party(named: request.name)
        let directory = NodeDirectory(path: request.directory)
        let files = SystemFiles()
        guard try files.list(directory.path)?.isEmpty ?? true else {
            throw StationError.store(
                path: directory.path, reason: "it is not empty; name a directory of its own with --data")
        }
        var settings = NodeSettings(name: party)
        settings.addresses = request.addresses
        settings.bindAddress = request.bindAddress
        settings.port = request.port
        settings.peerBindAddress = request.peerBindAddress
        settings.peerPort = request.peerPort
        settings.language = request.language
        try settings.check()
        for place in [
            directory.path, directory.keys, directory.ownRecords, directory.peerRecords, directory.documents,
            directory.evidence,
        ] {
            try files.makeDirectories(place, permissions: 0o700)
        }
        let identity = try SigningKey(name: party)
        let certificate = try NodeCertificate(
            party: party, addresses: request.addresses, nowUnixSeconds: now.timeIntervalSince1970)
        try identity.write(to: directory.identityKey)
        try PrivateFile.write(Array(certificate.key.utf8), to: directory.certificateKey)
        try PrivateFile.write(Array(certificate.certificate.utf8), to: directory.certificate)
        // The settings come last: a directory without them is no node yet.
        try settings.write(to: directory)
        self.party = party
        verifierKey = identity.verifierKey.description
        certificateSHA256 = try NodeCertificate.fingerprint(pem: Array(certificate.certificate.utf8))
    }
}
