/// What can go wrong with a record. Each case says what its caller does about it.
public enum RecordError: Error, Sendable, Equatable {
    /// Bytes or text that are not in the format they should be in. Nothing of them is used; ask whoever sent them.
    case malformed(String)
    /// A text that is no key of a record or witness, and why. Ask whoever gave it.
    case verifierKey(VerifierKey.Fault)
    /// An entry of more than ``EntryBundle/maximumEntryBytes``. Send it in parts.
    case entryTooLong(bytes: Int)
    /// A proof that does not prove what it claims. Refuse what came with it.
    case proofRejected(String)
    /// A signature that is missing, wrong or of another key. Refuse what came with it.
    case signatureRejected(String)
    /// Two statements by one key that cannot both be true, or a record that forgot what it once said. Keep both.
    case inconsistent(String)
    /// A tile, bundle or checkpoint that should be there and is not. Try again later, or elsewhere.
    case missing(path: String)
    /// A tile or bundle whose content is not what the signed checkpoint requires. Refuse it; get it elsewhere.
    case damaged(path: String, reason: String)
    /// The writer's queue is full. Wait, or drop what was to be written and say so.
    case queueFull
    /// The writer has stopped, and why. Open the record again; what was acknowledged is still there.
    case stopped(reason: String)
    /// The entries were not written and the record is as it was: try again when the cause is gone.
    case notWritten(reason: String)
    /// The record was closed and continues elsewhere. Append to its successor.
    case closed
    /// Another process or writer has this record open.
    case locked(path: String)
    /// The directory holds no record, or already holds one.
    case directory(path: String, reason: String)
    /// An operation on a file failed; `code` is the system's `errno`.
    case file(operation: String, path: String, code: Int32)
    /// A source of tiles failed in its own way; `reason` is its own words. Try again later, or elsewhere.
    case source(reason: String)
    /// The task was cancelled while it waited for a place in the queue; nothing was written.
    case cancelled
}

extension RecordError {
    /// Any error as one of this room's: those of a source keep their words.
    init(_ error: any Error) {
        self = error as? RecordError ?? (error is CancellationError ? .cancelled : .source(reason: "\(error)"))
    }
}

extension RecordError: CustomStringConvertible {
    /// The fault in plain words.
    public var description: String {
        switch self {
        case .malformed(let what): what
        case .verifierKey(let fault): fault.description
        case .entryTooLong(let bytes):
            "an entry of \(bytes) bytes is too long: at most \(EntryBundle.maximumEntryBytes) fit"
        case .proofRejected(let reason): "proof refused: \(reason)"
        case .signatureRejected(let reason): "signature refused: \(reason)"
        case .inconsistent(let what): what
        case .missing(let path): "\(path) is not there"
        case .damaged(let path, let reason): "\(path) is not what was signed: \(reason)"
        case .queueFull: "the queue of entries to be written is full"
        case .stopped(let reason): "the writer has stopped: \(reason)"
        case .notWritten(let reason): "the entries were not written: \(reason)"
        case .closed: "the record is closed; it continues in another"
        case .locked(let path): "\(path) is in use by another writer"
        case .directory(let path, let reason): "\(path) \(reason)"
        case .file(let operation, let path, let code):
            "cannot \(operation) \(path): \(SystemFiles.message(forCode: code))"
        case .source(let reason): "the source of the record failed: \(reason)"
        case .cancelled: "cancelled before anything was written"
        }
    }
}
