/// A witness's statement that it saw a checkpoint extend all it had seen before (C2SP tlog-cosignature, v1).
public struct Cosignature: Sendable, Hashable {
    /// When the witness says it signed, in seconds since 1970-01-01 UTC.
    public let timeUnixSeconds: UInt64
    /// The 64 bytes of the Ed25519 signature.
    public let signature: [UInt8]

    /// The two parts of a note signature of this kind; nil when it does not have their length.
    public init?(_ noteSignature: NoteSignature) {
        guard noteSignature.signature.count == 72 else { return nil }
        timeUnixSeconds = noteSignature.signature[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        signature = Array(noteSignature.signature[8...])
    }

    /// What a witness signs: a header for separation from other uses of its key, the time, and the checkpoint's text.
    static func message(text: String, timeUnixSeconds: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(timeUnixSeconds)\n\(text)".utf8)
    }
}
