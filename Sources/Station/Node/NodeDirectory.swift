/// The places of a node on disk, below the directory of `--data`. Nothing is looked at.
struct NodeDirectory: Sendable, Hashable {
    /// The directory, mode 0700.
    let path: String

    /// Party name, ports, addresses, retention; mode 0600.
    var settings: String { place("station.json") }
    /// What may be read by nobody else, mode 0700.
    var keys: String { place("keys") }
    /// The identity key of the party, mode 0600.
    var identityKey: String { place("keys/identity.key") }
    /// The private key of the TLS certificate, PEM, mode 0600.
    var certificateKey: String { place("keys/tls.key") }
    /// The TLS certificate, PEM.
    var certificate: String { place("keys/tls.pem") }
    /// The socket for commands of this machine, mode 0600.
    var controlSocket: String { place("control.sock") }
    /// Held by the one process that works in the directory.
    var lock: String { place("lock") }
    /// Operators, sessions, and indexes of the records.
    var database: String { place("station.sqlite") }
    /// The records that this station writes.
    var ownRecords: String { place("records/own") }
    /// Replicas of the records that peers write.
    var peerRecords: String { place("records/peers") }
    /// Agreements, plans and claims as bytes, each named by its SHA-256 in hexadecimal.
    var documents: String { place("documents") }
    /// Signed checkpoints that cannot both be true.
    var evidence: String { place("evidence") }

    /// Copies of peers' records that came as files, until they are taken in.
    var incoming: String { place("incoming") }

    /// The directory of a record that this station writes. An origin is a path of plain names (see `RecordOrigin`).
    func ownRecord(_ origin: String) -> String { "\(ownRecords)/\(origin)" }

    /// The directory of the replica of a peer's record.
    func peerRecord(_ origin: String) -> String { "\(peerRecords)/\(origin)" }

    /// The file of a document; `sha256` is 64 hexadecimal digits, which the caller has checked.
    func document(_ sha256: String) -> String { "\(documents)/\(sha256)" }

    private func place(_ name: String) -> String { "\(path)/\(name)" }
}
