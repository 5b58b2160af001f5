/// Entries that became durable together.
public struct RecordCommit: Sendable {
    /// The index of the first one.
    public var firstIndex: UInt64
    /// The entries.
    public var entries: [[UInt8]]
    /// The signed checkpoint that covers them.
    public var checkpoint: SignedCheckpoint

    /// A commit.
    public init(firstIndex: UInt64, entries: [[UInt8]], checkpoint: SignedCheckpoint) {
        self.firstIndex = firstIndex
        self.entries = entries
        self.checkpoint = checkpoint
    }
}
