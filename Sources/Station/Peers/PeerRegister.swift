import Accord
import Foundation
import GRDB
import NIOSSL
import Record
import Synchronization

/// Who the peers are: kept in the database, and at hand for every handshake.
final class PeerRegister: Sendable {
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
    /// - Parameter nowUnixSeconds: certificates that it had stay valid until a day after.
    /// - Throws: `StationError.peer` for a name or key that can't be, or a key that isn't the one this party has.
    @discardableResult
    func add(key: VerifierKey, certificate: [UInt8], address: ListenAddress, nowUnixSeconds now: Double) throws -> Peer
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
        var peer = Peer(key: key, formerKeys: known?.formerKeys ?? [], pins: [], address: address)
        for pin in known?.pins ?? [] where pin.certificate != certificate {
            peer.pins.append(
                Peer.Pin(
                    certificate: pin.certificate, untilUnixSeconds: min(pin.untilUnixSeconds ?? .infinity, now + 86_400)
                ))
        }
        peer.pins.append(Peer.Pin(certificate: certificate))
        try store(peer)
        return peer
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
                    """, arguments: [peer.name, peer.key.description, peer.address.description])
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
            guard let key = try? VerifierKey(row["key"] as String),
                let address = try? ListenAddress(parsing: row["address"])
            else { continue }
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
