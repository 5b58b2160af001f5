import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// Makes clients that talk to peers with our certificate, and to nobody who doesn't have theirs.
struct PeerClientFactory: Sendable {
    let certificate: StationCertificate
    let register: PeerRegister
    let clock: NodeClock

    /// A client for one peer with connections of its own. Close it.
    ///
    /// - Throws: `StationError.peer` for a party that is no peer, or whose station can't be reached at any address.
    func makeClient(for name: String) throws -> PeerClient {
        guard let peer = register.peer(named: name) else {
            throw StationError.peer(name: name, reason: "it is no peer of this station")
        }
        guard let address = peer.address else {
            throw StationError.peer(name: name, reason: "no address of its station is known; its records come as files")
        }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try certificate.clientConfiguration(trusting: peer.pins),
            redirectConfiguration: .disallow, timeout: ReplicaFollower.timeouts)
        configuration.connectionPool.retryConnectionEstablishment = false
        // The trust roots let nobody else pass; here the very bytes are compared, before anything is asked.
        let pin: @Sendable (any Channel) -> EventLoopFuture<Void> = { [register, clock] channel in
            channel.nioSSL_peerCertificate().flatMapThrowing { shown in
                guard let shown = try shown?.toDERBytes(),
                    register.peer(named: name)?.accepts(shown, atUnixSeconds: clock.now()) == true
                else { throw StationError.peer(name: name, reason: "whoever answers there has another certificate") }
                // The handshake is over, so it holds the key. With a disk that takes nothing the next connection notes it.
                try? register.note(shown, ofPeer: name, nowUnixSeconds: clock.now())
            }.flatMapErrorThrowing { error in
                channel.close(promise: nil)
                throw error
            }
        }
        configuration.http2ConnectionDebugInitializer = pin
        configuration.http1_1ConnectionDebugInitializer = pin
        return PeerClient(
            address: "https://\(address)",
            http: HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration))
    }
}

/// A client for one peer, with connections of its own.
struct PeerClient: Sendable {
    /// `https://HOST:PORT`.
    let address: String
    /// What asks.
    let http: HTTPClient
    private static let patience = TimeAmount.seconds(20)

    init(address: String, http: HTTPClient) {
        self.address = address
        self.http = http
    }

    /// Ends its connections.
    func close() {
        let http = http
        Task { try? await http.shutdown() }
    }

    /// The bytes at an address.
    ///
    /// - Throws: `StationError.unreachable` for any answer but 200; the client's own errors.
    func get(_ address: String, mostBytes: Int) async throws -> [UInt8] {
        let response = try await http.execute(HTTPClientRequest(url: address), timeout: Self.patience)
        guard response.status == .ok else {
            throw StationError.unreachable(address: address, reason: "it answers \(response.status)")
        }
        return Array(buffer: try await response.body.collect(upTo: mostBytes))
    }

    /// Sends bytes to an address; whether they were taken.
    func post(_ bytes: [UInt8], to address: String) async throws -> Bool {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.body = .bytes(bytes)
        let response = try await http.execute(request, timeout: Self.patience)
        _ = try await response.body.collect(upTo: 64 << 10)
        return response.status == .ok || response.status == .noContent
    }
}
