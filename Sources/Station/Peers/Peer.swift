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

        /// The same, valid no longer than until a time.
        func ending(by unixSeconds: Double) -> Pin {
            Pin(certificate: certificate, untilUnixSeconds: min(untilUnixSeconds ?? .infinity, unixSeconds))
        }
    }

    /// The name of the party, which is that of its identity key.
    var name: String { key.name }
    /// The identity key. The keys of its records are the same key under the records' names.
    var key: VerifierKey
    /// Keys that an amendment has replaced, the oldest first: records that were begun under them are still read with them.
    var formerKeys: [VerifierKey] = []
    /// The certificates, the newest last.
    var pins: [Pin]
    /// Where its station answers peers; nil for one whose records come as files alone.
    var address: ListenAddress?

    /// All its keys, the oldest first.
    var keys: [VerifierKey] { formerKeys + [key] }

    /// Which of its keys, the oldest first, a record is signed with; nil for a key that nobody has agreed to.
    func number(ofPublicKey publicKey: [UInt8]) -> Int? { keys.firstIndex { $0.publicKey == publicKey } }

    /// The keys that check its cosignatures on our records, the newest first: it may not have turned to its new key yet.
    var cosignatureKeys: [VerifierKey] {
        keys.reversed().compactMap { try? VerifierKey(name: $0.name, kind: .cosignature, publicKey: $0.publicKey) }
    }

    /// Whether a certificate is one of its station, and valid at a time.
    func accepts(_ certificate: [UInt8], atUnixSeconds now: Double) -> Bool {
        pins.contains { pin in
            pin.certificate == certificate && now < pin.untilUnixSeconds ?? .infinity
        } && CertificateTerm(certificate)?.contains(now) == true
    }
}

/// When a certificate is valid.
public struct CertificateTerm: Sendable, Hashable {
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

    /// The term of a certificate, DER, as a range; nil for bytes that are none.
    public static func of(_ certificate: [UInt8]) -> ClosedRange<Double>? {
        Self(certificate).map { $0.fromUnixSeconds...max($0.fromUnixSeconds, $0.untilUnixSeconds) }
    }

    /// Whether a time lies in it.
    func contains(_ time: Double) -> Bool { (fromUnixSeconds...max(fromUnixSeconds, untilUnixSeconds)).contains(time) }
}
