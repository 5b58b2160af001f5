import NIOSSL
import Record

/// A party whose station we talk to.
struct Peer: Sendable {
    /// A TLS certificate of its station.
    struct Pin: Sendable, Hashable {
        /// The certificate, DER: it is compared byte for byte.
        var certificate: [UInt8]
        /// From when another one has taken its place, Unix seconds; nil while none has.
        var untilUnixSeconds: Double?
    }

    /// The name of the party, which is that of its identity key.
    var name: String { key.name }
    /// The identity key. The keys of its records are the same key under the records' names.
    var key: VerifierKey
    /// The certificates, the newest last.
    var pins: [Pin]
    /// Where its station answers peers.
    var address: ListenAddress

    /// Whether a record may be signed with a key.
    func holds(publicKey: [UInt8]) -> Bool { key.publicKey == publicKey }

    /// The key that checks its cosignatures on our records.
    var cosignatureKey: VerifierKey? {
        try? VerifierKey(name: key.name, kind: .cosignature, publicKey: key.publicKey)
    }

    /// Whether a certificate is one of its station, and valid at a time.
    func accepts(_ certificate: [UInt8], atUnixSeconds now: Double) -> Bool {
        pins.contains { pin in
            pin.certificate == certificate && now < pin.untilUnixSeconds ?? .infinity
        } && CertificateTerm(certificate)?.contains(now) == true
    }
}

/// When a certificate is valid.
struct CertificateTerm: Sendable, Hashable {
    /// From when, Unix seconds.
    var fromUnixSeconds: Double
    /// Until when.
    var untilUnixSeconds: Double

    /// The term of a certificate, DER; nil for bytes that are none.
    init?(_ certificate: [UInt8]) {
        guard let parsed = try? NIOSSLCertificate(bytes: certificate, format: .der) else { return nil }
        fromUnixSeconds = Double(parsed.notValidBefore)
        untilUnixSeconds = Double(parsed.notValidAfter)
    }

    /// Whether a time lies in it.
    func contains(_ time: Double) -> Bool { (fromUnixSeconds...max(fromUnixSeconds, untilUnixSeconds)).contains(time) }
}
