/// What a witness answers, and as which HTTP status (C2SP tlog-witness).
public enum WitnessResponse: Sendable, Equatable {
    /// The checkpoint extends what was seen before; these are the cosignatures.
    case cosigned([NoteSignature])
    /// The request is not in the format, or its old size is larger than its checkpoint.
    case badRequest(reason: String)
    /// No key that is trusted for the origin signed the checkpoint.
    case untrusted
    /// The origin is none of the logs that the witness knows.
    case unknownLog
    /// The old size is not the size cosigned last, which is given; or it is, and the root is another: then both
    /// checkpoints are evidence.
    case conflict(knownSize: UInt64, evidence: ForkEvidence?)
    /// The consistency proof does not hold.
    case inconsistent(reason: String)
    /// The witness could not store what it saw, and so cosigned nothing.
    case unavailable(reason: String)

    /// The HTTP status.
    public var status: Int {
        switch self {
        case .cosigned: 200
        case .badRequest: 400
        case .untrusted: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        case .unavailable: 503
        }
    }

    /// The `Content-Type` of the body.
    public var contentType: String {
        if case .conflict = self { return "text/x.tlog.size" }
        return "text/plain; charset=utf-8"
    }

    /// The body.
    public var body: String {
        switch self {
        case .cosigned(let signatures): signatures.map(\.line).joined()
        case .badRequest(let reason), .inconsistent(let reason), .unavailable(let reason): reason + "\n"
        case .untrusted: "no trusted key signed this checkpoint\n"
        case .unknownLog: "this witness does not know the log\n"
        case .conflict(let knownSize, _): "\(knownSize)\n"
        }
    }
}
