import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The station's TLS certificate: self-signed, P-256, and pinned byte for byte by every peer, so nobody else's word is needed.
struct NodeCertificate {
    /// The certificate, PEM.
    let certificate: String
    /// Its private key, PEM. Never logged.
    let key: String

    /// Years that a certificate holds: the term of an agreement is shorter, and a new one goes through an amendment.
    static let validYears = 5

    /// Makes a certificate for a party.
    ///
    /// - Parameters:
    ///   - addresses: names and IP addresses under which the station is reached, beside `localhost`.
    ///   - nowUnixSeconds: it holds from a day before, so that a clock which is a little behind takes it.
    /// - Throws: what the library says.
    init(party: String, addresses: [String], nowUnixSeconds: Double) throws {
        let key = P256.Signing.PrivateKey()
        let holder = Certificate.PrivateKey(key)
        let name = try DistinguishedName {
            CommonName(party)
            OrganizationName("Parley station")
        }
        let from = Date(timeIntervalSince1970: nowUnixSeconds - 86_400)
        // A station for training shows another time than the machine, by which certificates are checked too.
        let start = max(from, Date(timeIntervalSinceNow: -86_400))
        // Two certificates of one party have the same subject; by these whoever trusts both tells which signed which.
        let identifier = SubjectKeyIdentifier(hash: holder.publicKey)
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: holder.publicKey, notValidBefore: from,
            notValidAfter: start.addingTimeInterval(Double(Self.validYears) * 365.25 * 86_400), issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(digitalSignature: true, keyCertSign: true))
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                SubjectAlternativeNames(Self.names(addresses))
                identifier
                AuthorityKeyIdentifier(keyIdentifier: identifier.keyIdentifier)
            },
            issuerPrivateKey: holder)
        self.certificate = try certificate.serializeAsPEM().pemString + "\n"
        self.key = key.pemRepresentation + "\n"
    }

    private static func names(_ addresses: [String]) -> [GeneralName] {
        (["localhost", "127.0.0.1", "::1"] + addresses).map { address in
            for (family, length) in [(AF_INET, 4), (AF_INET6, 16)] {
                var bytes = [UInt8](repeating: 0, count: length)
                if inet_pton(family, address, &bytes) == 1 {
                    return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
                }
            }
            return .dnsName(address)
        }
    }

    /// The SHA-256 of a certificate as people compare it: of its DER bytes, hexadecimal.
    ///
    /// - Throws: what the library says of a file that holds no certificate.
    static func fingerprint(pem: [UInt8]) throws -> String {
        let certificate = try NIOSSLCertificate(bytes: pem, format: .pem)
        return Secrets.hexadecimal(SHA256.hash(data: try certificate.toDERBytes()))
    }
}
