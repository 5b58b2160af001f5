/// What came of following a record for one step.
public struct ReplicaOutcome: Sendable {
    /// What kind of step it was.
    public enum Kind: Sendable, Equatable {
        /// Entries were verified and are durable.
        case stored
        /// There was nothing that the replica does not have.
        case upToDate
        /// The source shows an older state than the replica has, though a true one: a cache, or it lags behind.
        case sourceBehind
        /// Entries before these are missing: catch up from the tiles.
        case gap
    }

    /// What kind of step it was.
    public var kind: Kind
    /// The indexes of the entries that this step stored.
    public var stored: Range<UInt64>
    /// The newest checkpoint that is verified and wholly stored; nil when there is none yet.
    public var checkpoint: SignedCheckpoint?
    /// This replica's cosignature on it, to be sent to its writer; nil without a key to cosign with.
    public var cosignature: NoteSignature?
}
