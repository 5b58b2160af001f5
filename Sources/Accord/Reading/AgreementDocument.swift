import Crypto

/// An agreement as the document that is signed: its bytes, its hash, and what they mean.
public struct AgreementDocument: Sendable, Equatable {
    /// The document's bytes.
    public let bytes: [UInt8]
    /// SHA-256 of the bytes, hexadecimal: the document's name in entries.
    public let sha256: String
    /// What it means.
    public let agreement: Agreement
    /// What is allowed and yet worth a second thought, with lines.
    public let cautions: [DocumentFault]

    /// Reads and checks a document.
    ///
    /// - Parameter nowUnixSeconds: when given, a term that is over is a fault. Leave it out to read old documents.
    /// - Throws: `AccordError.document` with every fault that was found.
    public init(_ bytes: [UInt8], nowUnixSeconds: Double? = nil) throws(AccordError) {
        let check = AgreementCheck(bytes, nowUnixSeconds: nowUnixSeconds)
        guard let agreement = check.agreement, check.faults.isEmpty else { throw AccordError.document(check.faults) }
        self.bytes = bytes
        self.agreement = agreement
        cautions = check.cautions
        sha256 = Self.sha256(of: bytes)
    }

    /// The name of a document: SHA-256, lower-case hexadecimal.
    public static func sha256(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

/// What is wrong with a document that is to be an agreement: every fault, and every caution.
public struct AgreementCheck: Sendable {
    /// What it means, as far as it could be read; nil when a needed clause is missing.
    public let agreement: Agreement?
    /// What forbids signing it, by line.
    public let faults: [DocumentFault]
    /// What is allowed and yet worth a second thought, by line.
    public let cautions: [DocumentFault]

    /// Says when a certificate (DER) is valid, Unix seconds; nil for bytes that are no certificate.
    public typealias CertificateTerm = @Sendable ([UInt8]) -> ClosedRange<Double>?

    /// Reads and checks a document.
    ///
    /// - Parameters:
    ///   - nowUnixSeconds: when given, a term that is over is a fault, and one that has not begun is said.
    ///   - certificateTerm: when given, certificates that the document holds are looked at too.
    public init(_ bytes: [UInt8], nowUnixSeconds: Double? = nil, certificateTerm: CertificateTerm? = nil) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            self.init(
                agreement: nil,
                faults: [DocumentFault(line: nil, "the document is not UTF-8", "документ не в кодировке UTF-8")])
            return
        }
        let root: DocumentNode
        do throws(DocumentFault) { root = try DocumentNode(yaml: text) } catch {
            self.init(agreement: nil, faults: [error])
            return
        }
        var reader = AgreementReader()
        let agreement = reader.read(root)
        var judge = AgreementJudge(
            root: root, agreement: agreement, nowUnixSeconds: nowUnixSeconds, certificateTerm: certificateTerm)
        if reader.faults.faults.isEmpty { judge.judge() }
        self.init(agreement: agreement, faults: reader.faults.faults + judge.faults, cautions: judge.cautions)
    }

    /// Every fault and then every caution, each with a line in every one of the languages: `line 12: …`, «строка 12: …»,
    /// `caution: line 12: …`, «предупреждение: строка 12: …».
    public func lines(in languages: [AccordLanguage]) -> [String] {
        faults.flatMap { fault in languages.map { fault.description(in: $0) } }
            + cautions.flatMap { caution in
                languages.map { ($0 == .english ? "caution: " : "предупреждение: ") + caution.description(in: $0) }
            }
    }

    private init(agreement: Agreement?, faults: [DocumentFault], cautions: [DocumentFault] = []) {
        func byLine(_ left: DocumentFault, _ right: DocumentFault) -> Bool {
            (left.line ?? 0, left.description) < (right.line ?? 0, right.description)
        }
        self.agreement = agreement
        self.faults = faults.sorted(by: byLine)
        self.cautions = cautions.sorted(by: byLine)
    }
}
