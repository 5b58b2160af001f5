import Accord
import Foundation
import GRDB
import NIOSSL
import Record
import Synchronization

/// Who the peers are: kept in the database, and at hand for every handshake.
final class PeerRegister: Sendable {
    /// How long an older certificate stays valid after its station has been seen with a newer one, seconds.
    static let secondsAfterSwitch = 86_400.0
    /// How long an older certificate stays valid after a newer one was made known, if the station is never seen with that, seconds.
    static let mostSecondsBeforeSwitch = 30 * 86_400.0

    private let database: DatabasePool
    private let peers = Mutex<[String: Peer]>([:])
    private let party: String

    /// The peers of a node.
    ///
    /// - Throws: the database's own errors.
    init(_ database: DatabasePool, party: String) throws {
        self.database = database
        self.party = party
        try ExchangeSchema.migrator.migrateIfNeeded(database)
        let found = try database.read { try Self.read($0) }
        peers.withLock { $0 = found }
    }

    /// All peers, by name.
    var all: [Peer] { peers.withLock { Array($0.values) }.sorted { $0.name < $1.name } }

    /// The peer of a name; nil when there is none.
    func peer(named name: String) -> Peer? { peers.withLock { $0[name] } }

    /// The peer whose station has a certificate, if it is valid at a time.
    func peer(withCertificate certificate: [UInt8], atUnixSeconds now: Double) -> Peer? {
        peers.withLock { peers in
            peers.values.first { $0.accepts(certificate, atUnixSeconds: now) }
        }
    }

    /// Adds a peer, or gives one that is there another address or certificate. The key of a party never changes here.
    ///
    /// - Parameters:
    ///   - address: where its station answers; nil leaves what is known, which for a new peer is nothing: its records come as files.
    ///   - nowUnixSeconds: certificates that it had stay valid for thirty days, and no longer than a day after its station was seen
    ///     with the new one (``note(_:ofPeer:nowUnixSeconds:)``).
    /// - Throws: `StationError.peer` for a name or key that can't be, or a key that isn't the one this party has.
    @discardableResult
    func add(key: VerifierKey, certificate: [UInt8], address: ListenAddress?, nowUnixSeconds now: Double) throws -> Peer
    {
        let name = key.name
        guard RecordOrigin.isName(name), name != party, name != "contact" else {
            throw StationError.peer(
                name: name, reason: "a peer is named by 1 to 32 letters and digits, not as ourselves")
        }
        guard key.kind == .ed25519 else {
            throw StationError.peer(name: name, reason: "the key must be the party's own, not one that cosigns")
        }
        guard let term = CertificateTerm(certificate) else {
            throw StationError.peer(name: name, reason: "the certificate is none")
        }
        guard term.contains(now) else {
            throw StationError.peer(name: name, reason: "the certificate is not valid now")
        }
        let known = peer(named: name)
        guard known == nil || known?.key == key else {
            throw StationError.peer(
                name: name, reason: "it has another key here already; remove the peer first if you are sure")
        }
        var peer = Peer(key: key, formerKeys: known?.formerKeys ?? [], pins: [], address: address ?? known?.address)
        for pin in known?.pins ?? [] where pin.certificate != certificate {
            peer.pins.append(pin.ending(by: now + Self.mostSecondsBeforeSwitch))
        }
        peer.pins.append(Peer.Pin(certificate: certificate))
        try store(peer)
        return peer
    }

    /// Notes that a peer's station has proved that it holds a certificate: what came before that one ends a day later.
    ///
    /// Call it only when the handshake is over. The bytes of a certificate are public; whoever has merely read them must not be able
    /// to end the one that is in use.
    /// - Throws: the database's own errors; noted again at the next connection, nothing is lost by it.
    func note(_ certificate: [UInt8], ofPeer name: String, nowUnixSeconds now: Double) throws {
        let end = now + Self.secondsAfterSwitch
        let ending = peers.withLock { peers -> [Peer.Pin] in
            guard let pins = peers[name]?.pins, let place = pins.firstIndex(where: { $0.certificate == certificate })
            else { return [] }
            return pins[..<place].filter { $0.untilUnixSeconds ?? .infinity > end }.map { $0.ending(by: end) }
        }
        guard !ending.isEmpty else { return }
        try database.write { database in
            for pin in ending {
                try database.execute(
                    sql: "UPDATE exchangeCertificate SET untilUnixSeconds = ? WHERE peer = ? AND certificate = ?",
                    arguments: [pin.untilUnixSeconds, name, Data(pin.certificate)])
            }
        }
        peers.withLock { peers in
            for pin in ending {
                guard let place = peers[name]?.pins.firstIndex(where: { $0.certificate == pin.certificate }) else {
                    continue
                }
                peers[name]?.pins[place] = pin
            }
        }
    }

    /// Gives a peer the key that an amendment signed by all has named in the place of its present one.
    ///
    /// - Returns: whether anything has changed: a key that it had before is never taken up again.
    /// - Throws: the database's own errors.
    func change(keyOf name: String, to key: VerifierKey) throws -> Bool {
        guard var peer = peer(named: name), key.name == name, key.kind == .ed25519,
            peer.number(ofPublicKey: key.publicKey) == nil
        else { return false }
        peer.formerKeys.append(peer.key)
        peer.key = key
        try store(peer)
        return true
    }

    /// Forgets a peer. Records and evidence stay where they are.
    ///
    /// - Returns: whether there was one.
    func remove(_ name: String) throws -> Bool {
        try database.write { database in
            try database.execute(sql: "DELETE FROM exchangeChannel WHERE peer = ?", arguments: [name])
            try database.execute(sql: "DELETE FROM exchangePeer WHERE name = ?", arguments: [name])
        }
        return peers.withLock { $0.removeValue(forKey: name) } != nil
    }

    private func store(_ peer: Peer) throws {
        try database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO exchangePeer (name, key, address) VALUES (?1, ?2, ?3)
                    ON CONFLICT (name) DO UPDATE SET key = ?2, address = ?3
                    """, arguments: [peer.name, peer.key.description, peer.address?.description ?? ""])
            for former in peer.formerKeys {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO exchangeFormerKey (peer, key) VALUES (?, ?)",
                    arguments: [peer.name, former.description])
            }
            try database.execute(sql: "DELETE FROM exchangeCertificate WHERE peer = ?", arguments: [peer.name])
            for pin in peer.pins {
                try database.execute(
                    sql: "INSERT INTO exchangeCertificate (peer, certificate, untilUnixSeconds) VALUES (?, ?, ?)",
                    arguments: [peer.name, Data(pin.certificate), pin.untilUnixSeconds])
            }
        }
        peers.withLock { $0[peer.name] = peer }
    }

    private static func read(_ database: Database) throws -> [String: Peer] {
        var found: [String: Peer] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT * FROM exchangePeer") {
            guard let key = try? VerifierKey(row["key"] as String) else { continue }
            // Empty: none is known.
            let address = try? ListenAddress(parsing: row["address"])
            let pins = try Row.fetchAll(
                database,
                sql: "SELECT certificate, untilUnixSeconds FROM exchangeCertificate WHERE peer = ? ORDER BY rowid",
                arguments: [key.name]
            ).map { Peer.Pin(certificate: Array($0["certificate"] as Data), untilUnixSeconds: $0["untilUnixSeconds"]) }
            let former = try String.fetchAll(
                database, sql: "SELECT key FROM exchangeFormerKey WHERE peer = ? ORDER BY rowid", arguments: [key.name])
            found[key.name] = Peer(
                key: key, formerKeys: former.compactMap { try? VerifierKey($0) }, pins: pins, address: address)
        }
        return found
    }
}
