import Crypto
public import Record

/// A short fingerprint of a party's key and certificate, as words that two officers read to each other on the telephone.
///
/// Eight words of a list of 256 are 64 bits: SHA-256 over the verifier key, a line break and the certificate's hash, its first eight
/// bytes. To pass for another party, one would have to try 2⁶⁴ keys. Both language's words stand in the same order, so that each reads
/// in the own language and hears the other's number where in doubt.
public struct Fingerprint: Sendable, Hashable {
    /// How many words.
    public static let wordCount = 8

    /// The bytes that the words stand for.
    public let bytes: [UInt8]

    /// The fingerprint of a party.
    public init(_ party: AgreementParty) { self.init(key: party.key, certificate: party.certificate) }

    /// The fingerprint of a key and a certificate.
    public init(key: VerifierKey, certificate: PartyCertificate) {
        let text = "\(key.description)\n\(certificate.sha256)\n"
        bytes = Array(SHA256.hash(data: Array(text.utf8)).prefix(Self.wordCount))
    }

    /// The words in a language.
    public func words(in language: AccordLanguage) -> [String] {
        bytes.map { FingerprintWords.list(language)[Int($0)] }
    }

    /// Whether words that somebody read, in either language and any capitals, are these.
    public func matches(_ text: String) -> Bool {
        let spoken = text.lowercased().split(whereSeparator: { !$0.isLetter }).map { Self.plain(String($0)) }
        return AccordLanguage.allCases.contains { words(in: $0).map { Self.plain($0) } == spoken }
    }

    private static func plain(_ word: String) -> String { word.replacing("ё", with: "е") }
}
