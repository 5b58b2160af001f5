/// What came of verifying a record or a proof.
public struct Verification: Sendable {
    /// The checkpoint that was verified against; nil when not even that could be read.
    public var checkpoint: SignedCheckpoint?
    /// Whether the key that had to sign was given.
    public var isKeyConfirmed = false
    /// How many entries were hashed again.
    public var checkedEntries: UInt64 = 0
    /// For a proof of one entry: its index.
    public var provedIndex: UInt64?
    /// The entries at the beginning that are no longer there, though their hashes are.
    public var droppedEntries: Range<UInt64> = 0..<0
    /// The names of the witnesses whose cosignature holds.
    public var cosigners: [String] = []
    /// The size of the checkpoint they cosigned.
    public var cosignedSize: UInt64 = 0
    /// How many older checkpoints the record was found to extend.
    public var extendedCheckpoints = 0
    /// What the record says of the one before it, when it continues one.
    public var previous: PreviousRecord?
    /// Why the record is refused; nil when it is not.
    public var problem: RecordError?
    /// Two signed checkpoints that cannot both be true, when that is the problem.
    public var fork: ForkEvidence?

    /// The record that another one says it continues.
    public struct PreviousRecord: Sendable, Equatable {
        /// Its key.
        public var key: VerifierKey
        /// Its final checkpoint.
        public var finalCheckpoint: SignedCheckpoint
    }

    /// Whether nothing speaks against the record and the key that signed it was given.
    public var isProved: Bool { problem == nil && isKeyConfirmed }

    /// In one plain sentence, what was proved and what was not.
    public var sentence: String {
        if let problem { return "Refused: \(problem)." }
        guard isKeyConfirmed else { return "consistent, key unconfirmed" }
        guard let checkpoint = checkpoint?.checkpoint else { return "Nothing was verified." }
        var proved = [entriesProved(checkpoint)]
        if !cosigners.isEmpty {
            proved.append("\(cosigners.joined(separator: " and ")) cosigned it at \(count(cosignedSize, "entry"))")
        }
        if extendedCheckpoints > 0 {
            proved.append("it extends \(count(UInt64(extendedCheckpoints), "checkpoint")) accepted before")
        }
        if let previous {
            let final = previous.finalCheckpoint.checkpoint
            proved.append("it continues \(final.origin), which ended with \(count(final.size, "entry"))")
        }
        var open = ["that what the entries say is true"]
        if !droppedEntries.isEmpty { open.insert("what the entries that are gone said", at: 0) }
        if cosigners.isEmpty { open.append("that nobody was shown another history") }
        return "Proved: \(proved.joined(separator: ", ")); not proved: \(open.joined(separator: ", or "))."
    }

    private func entriesProved(_ checkpoint: Checkpoint) -> String {
        if let provedIndex {
            return "the entry is number \(provedIndex) (from 0) of the \(count(checkpoint.size, "entry")) that "
                + "\(checkpoint.origin) signed"
        }
        guard checkpoint.size > 0 else { return "\(checkpoint.origin) signed that it has no entries yet" }
        let rest = "hash to the root that \(checkpoint.origin) signed"
        guard !droppedEntries.isEmpty else { return "all \(count(checkpoint.size, "entry")) \(rest)" }
        let last = droppedEntries.upperBound - 1
        return "entries \(droppedEntries.upperBound) to \(checkpoint.size - 1) and the hashes of entries 0 to \(last), "
            + "which are no longer there, \(rest)"
    }

    private func count(_ number: UInt64, _ noun: String) -> String {
        let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
        return "\(number) \(number == 1 ? noun : String(plural))"
    }
}
