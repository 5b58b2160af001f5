/// Two checkpoints of one log, signed by one key, that cannot both be true: proof of a rewritten or doubled history that
/// anyone can check with the key alone.
public struct ForkEvidence: Sendable, Equatable {
    /// The first checkpoint.
    public let first: SignedCheckpoint
    /// The second.
    public let second: SignedCheckpoint
    /// In plain words, why not both can be true.
    public let reason: String

    /// Compares two checkpoints by `key`; nil when nothing speaks against both being true.
    ///
    /// Two different roots for one size contradict each other outright. For different sizes a contradiction needs the
    /// entries or hashes of one of them: see ``init(older:newer:rootOfNewerAtOlderSize:key:)``.
    public init?(_ first: SignedCheckpoint, _ second: SignedCheckpoint, key: VerifierKey) throws(RecordError) {
        let one = try first.verify(by: key)
        let other = try second.verify(by: key)
        guard one.size == other.size, one.root != other.root else { return nil }
        self.first = first
        self.second = second
        reason = "\(key.name) signed two different histories of \(one.size) entries"
    }

    /// Compares an older checkpoint with the root that the newer one's own tree has at the older size; nil when they
    /// agree.
    public init?(
        older: SignedCheckpoint, newer: SignedCheckpoint, rootOfNewerAtOlderSize root: TreeHash, key: VerifierKey
    ) throws(RecordError) {
        let old = try older.verify(by: key)
        let new = try newer.verify(by: key)
        guard old.size <= new.size, old.root != root else { return nil }
        first = older
        second = newer
        reason = "\(key.name) signed \(new.size) entries that do not begin with the \(old.size) it signed before"
    }
}
