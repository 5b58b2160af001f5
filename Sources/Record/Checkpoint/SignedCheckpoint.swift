/// A checkpoint with the signatures under it, as it is published and sent.
public struct SignedCheckpoint: Sendable, Equatable {
    /// What was signed.
    public let checkpoint: Checkpoint
    /// The text and its signatures.
    public let note: SignedNote

    /// Reads a signed checkpoint. Nothing of it is to be believed before ``verify(by:)``.
    public init(_ bytes: [UInt8]) throws(RecordError) {
        try self.init(note: try SignedNote(bytes))
    }

    /// Reads a signed checkpoint from a note.
    public init(note: SignedNote) throws(RecordError) {
        self.note = note
        checkpoint = try Checkpoint(text: note.text)
    }

    /// Signs a checkpoint as its log; the name of the key must be the origin.
    public init(signing checkpoint: Checkpoint, with key: SigningKey) throws(RecordError) {
        self.checkpoint = checkpoint
        note = SignedNote(text: checkpoint.text, signatures: [try key.sign(checkpoint.text)])
    }

    /// The note as it is published and sent.
    public var bytes: [UInt8] { note.bytes }

    /// Checks that this is a checkpoint of the log that `key` names and that the key signed it.
    ///
    /// A right signature over another origin is refused: one key could serve two logs, and their histories differ.
    @discardableResult
    public func verify(by key: VerifierKey) throws(RecordError) -> Checkpoint {
        guard key.kind == .ed25519 else {
            throw .signatureRejected("\(key.name) is the key of a witness, not of a log")
        }
        guard checkpoint.origin.utf8.elementsEqual(key.name.utf8) else {
            throw .signatureRejected("the checkpoint is of \(checkpoint.origin), the key of \(key.name)")
        }
        try note.verify(by: key)
        return checkpoint
    }

    /// The witnesses of `keys` whose cosignature is there and holds, with the time each one states.
    ///
    /// A wrong or missing cosignature counts for nothing; it does not make the checkpoint wrong.
    public func cosigners(among keys: [VerifierKey]) -> [(key: VerifierKey, timeUnixSeconds: UInt64)] {
        var found: [(key: VerifierKey, timeUnixSeconds: UInt64)] = []
        for key in keys where key.kind == .cosignature && !found.contains(where: { $0.key == key }) {
            let valid = note.signatures.first { key.isValid($0, over: note.text) }
            if let cosignature = valid.flatMap(Cosignature.init) { found.append((key, cosignature.timeUnixSeconds)) }
        }
        return found
    }

    /// The same checkpoint with further signature lines; those already there are not repeated.
    public func adding(_ signatures: [NoteSignature]) -> SignedCheckpoint {
        var note = note
        for signature in signatures where !note.signatures.contains(signature) { note.signatures.append(signature) }
        return SignedCheckpoint(checkpoint: checkpoint, note: note)
    }

    /// The same checkpoint with only the signature lines that claim to be by these keys.
    public func keeping(_ keys: [VerifierKey]) -> SignedCheckpoint {
        var note = note
        note.signatures = note.signatures.filter { signature in keys.contains { signature.isBy($0) } }
        return SignedCheckpoint(checkpoint: checkpoint, note: note)
    }

    /// Whether both are signatures under one text, byte for byte.
    public func isSameStatement(as other: SignedCheckpoint?) -> Bool {
        other.map { note.text.utf8.elementsEqual($0.note.text.utf8) } ?? false
    }

    private init(checkpoint: Checkpoint, note: SignedNote) {
        self.checkpoint = checkpoint
        self.note = note
    }
}
