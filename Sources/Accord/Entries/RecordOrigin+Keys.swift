public import Record

extension RecordOrigin {
    /// The keys that may have signed a record, among keys of records and keys of parties: a party signs its records with its own key,
    /// under the records' names.
    public static func keys(ofRecord origin: String, among keys: [VerifierKey]) -> [VerifierKey] {
        let named = keys.filter { $0.name == origin }
        guard let writer = (try? RecordOrigin(parsing: origin))?.writer else { return named }
        return named
            + keys.filter { $0.name == writer }
            .compactMap { try? VerifierKey(name: origin, kind: $0.kind, publicKey: $0.publicKey) }
    }

    /// The key that must have signed a checkpoint, among keys of records and keys of parties; nil when none of them is of its record.
    ///
    /// Of several, as of a party that has changed its key, it is the one whose signature is there.
    public static func key(of checkpoint: SignedCheckpoint, among keys: [VerifierKey]) -> VerifierKey? {
        let candidates = Self.keys(ofRecord: checkpoint.checkpoint.origin, among: keys)
        return candidates.first { (try? checkpoint.verify(by: $0)) != nil } ?? candidates.first
    }
}
