/// What a record is verified against.
public struct VerificationPolicy: Sendable {
    /// The key that must have signed; without it a record is at most consistent.
    public var key: VerifierKey?
    /// The witnesses whose cosignatures count.
    public var witnesses: [VerifierKey]
    /// How many of them are needed.
    public var quorum: Int
    /// Checkpoints seen before, which the record must extend: archived ones, and those that others hold.
    public var older: [SignedCheckpoint]

    /// A policy; with no quorum given, all witnesses are needed.
    public init(
        key: VerifierKey?, witnesses: [VerifierKey] = [], quorum: Int? = nil, older: [SignedCheckpoint] = []
    ) {
        self.key = key
        self.witnesses = witnesses
        self.quorum = quorum ?? witnesses.count
        self.older = older
    }
}
