import Crypto
import Foundation

/// The TLS certificate of a station: the whole of it, or its hash.
public struct PartyCertificate: Sendable, Hashable {
    /// SHA-256 over the certificate (DER), lower-case hexadecimal.
    public var sha256: String
    /// The certificate itself (DER), where the document holds it.
    public var der: [UInt8]?

    /// That a certificate is needed in one of its forms.
    static let anyForm = BilingualText(
        english: "a certificate is given in PEM, or as sha256: and 64 hexadecimal digits",
        russian: "сертификат указывается в PEM или как sha256: и 64 шестнадцатеричные цифры")

    /// That a certificate in PEM is needed whole, and alone.
    static let pemForm = BilingualText(
        english: "one certificate in PEM is needed, BEGIN CERTIFICATE to END CERTIFICATE",
        russian: "нужен один сертификат в PEM, от BEGIN CERTIFICATE до END CERTIFICATE")

    /// A certificate of which only the hash is given: 64 hexadecimal digits, with colons or without, after `sha256:` or not.
    ///
    /// - Throws: `AccordError.signature` for anything else.
    public init(fingerprint text: String) throws(AccordError) {
        let bare = text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text
        let digits = bare.lowercased().filter { $0 != ":" && !$0.isWhitespace }
        guard FieldCheck.sha256(digits) == nil else {
            throw AccordError.signature(Self.anyForm.english)
        }
        sha256 = digits
    }

    /// The certificate in PEM.
    ///
    /// - Throws: `AccordError.signature` when there is not exactly one certificate.
    public init(pem text: String) throws(AccordError) {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
        let body = lines.filter { !$0.isEmpty }
        guard body.first == "-----BEGINCERTIFICATE-----", body.last == "-----ENDCERTIFICATE-----",
            let der = Data(base64Encoded: body.dropFirst().dropLast().joined()), der.count > 64,
            der.first == 0x30
        else { throw AccordError.signature(Self.pemForm.english) }
        self.init(der: Array(der))
    }

    /// The certificate in DER, as a TLS connection presents it.
    public init(der: [UInt8]) {
        self.der = der
        sha256 = SHA256.hash(data: der).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether a certificate that was presented (DER) is this one.
    public func matches(der: [UInt8]) -> Bool { PartyCertificate(der: der).sha256 == sha256 }
}
