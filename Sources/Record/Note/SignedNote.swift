/// Text with signatures under it (C2SP signed-note). The text means nothing until a signature by a known key holds.
public struct SignedNote: Sendable, Equatable {
    /// The most bytes a note may have; larger ones are refused unread.
    public static let maximumBytes = 256 * 1024
    /// The most signatures a note may have.
    public static let maximumSignatures = 100

    /// The signed text with its final newline.
    public var text: String
    /// The signatures, known and unknown, in their order.
    public var signatures: [NoteSignature]

    /// A note of a text that ends in a newline.
    public init(text: String, signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note. Whether its signatures hold is not looked at.
    public init(_ bytes: [UInt8]) throws(RecordError) {
        guard bytes.count <= Self.maximumBytes else { throw .malformed("a note of \(bytes.count) bytes is too large") }
        let newline = UInt8(ascii: "\n")
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == newline }) else {
            throw .malformed("a note may hold no control characters")
        }
        guard bytes.last == newline else { throw .malformed("a note must end in a newline") }
        guard let blank = bytes.indices.dropFirst().last(where: { bytes[$0] == newline && bytes[$0 - 1] == newline })
        else { throw .malformed("a note needs an empty line between its text and its signatures") }
        guard let text = String(validating: bytes[..<blank], as: UTF8.self) else {
            throw .malformed("a note must be UTF-8")
        }
        let lines = bytes[(blank + 1)...].dropLast().split(separator: newline, omittingEmptySubsequences: false)
        guard blank + 1 < bytes.count else { throw .malformed("the note has no signature") }
        guard lines.count <= Self.maximumSignatures else { throw .malformed("the note has too many signatures") }
        var signatures: [NoteSignature] = []
        for line in lines {
            guard let line = String(validating: line, as: UTF8.self) else { throw .malformed("a note must be UTF-8") }
            signatures.append(try NoteSignature(line: line))
        }
        self.init(text: text, signatures: signatures)
    }

    /// Reads a note.
    public init(_ string: String) throws(RecordError) { try self.init(Array(string.utf8)) }

    /// The note as it is stored and sent.
    public var bytes: [UInt8] { Array(string.utf8) }

    /// The note as it is stored and sent.
    public var string: String { text + "\n" + signatures.map(\.line).joined() }

    /// Checks that `key` signed the text; returns the signature.
    ///
    /// Signatures that claim other keys are passed over; one that claims this key and is wrong condemns the note.
    @discardableResult
    public func verify(by key: VerifierKey) throws(RecordError) -> NoteSignature {
        var found: NoteSignature?
        for signature in signatures where signature.isBy(key) {
            guard key.isValid(signature, over: text) else {
                throw .signatureRejected("the signature by \(key.name) does not fit the text")
            }
            found = found ?? signature
        }
        guard let found else { throw .signatureRejected("no signature by \(key)") }
        return found
    }
}
