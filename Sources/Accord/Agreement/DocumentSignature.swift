public import Record

/// The signature of a party under an agreement or a plan: a C2SP signed note over a text that names the document by its hash.
public struct DocumentSignature: Sendable, Hashable {
    /// What is signed.
    public enum Kind: String, Sendable, Hashable { case agreement, plan }

    /// What is signed.
    public var kind: Kind
    /// The document's identifier.
    public var identifier: String
    /// Its version.
    public var version: Int
    /// SHA-256 of its bytes, hexadecimal.
    public var sha256: String

    /// The signature of a document named so.
    public init(kind: Kind, identifier: String, version: Int, sha256: String) {
        self.kind = kind
        self.identifier = identifier
        self.version = version
        self.sha256 = sha256
    }

    /// The signature of an agreement.
    public init(_ document: AgreementDocument) {
        self.init(
            kind: .agreement, identifier: document.agreement.identifier, version: document.agreement.version,
            sha256: document.sha256)
    }

    /// The text that is signed.
    public var text: String { "parley \(kind.rawValue)\n\(identifier) version \(version)\nsha256 \(sha256)\n" }

    /// The note, signed by a party's identity key.
    ///
    /// - Throws: `AccordError.signature` when the key cannot sign.
    public func sign(with key: SigningKey) throws(AccordError) -> String {
        do { return SignedNote(text: text, signatures: [try key.sign(text)]).string } catch {
            throw AccordError.signature("\(key.name) cannot sign: \(error)")
        }
    }

    /// Checks a note: its text is this one, and the key signed it.
    ///
    /// - Throws: `AccordError.signature`. Refuse the entry that brought it.
    public func verify(_ note: String, by key: VerifierKey) throws(AccordError) {
        let signed: SignedNote
        do {
            signed = try SignedNote(note)
            guard signed.text == text else {
                throw AccordError.signature("the signed text is not that of \(identifier) version \(version)")
            }
            try signed.verify(by: key)
        } catch let error as AccordError {
            throw error
        } catch {
            throw AccordError.signature("the signature of \(key.name) does not hold: \(error)")
        }
    }
}
