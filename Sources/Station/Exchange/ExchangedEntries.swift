import Accord

/// An entry of a peer's record, verified, stored, and allowed to be of this type.
struct ReceivedEntry: Sendable {
    /// The party that wrote it.
    var peer: String
    /// Under what it was written.
    var scope: ChannelScope
    /// Where it stands in the peer's record.
    var reference: EntryReference
    /// What it says.
    var entry: Entry
    /// When it was stored here, by this station's clock, Unix seconds.
    var receivedUnixSeconds: Double
    /// Whether it came long after it was written: over a restored link, or as a file.
    var isLate: Bool
    /// Whether it was handed on before, and is again because the station has started.
    var isHistory: Bool
}

/// An entry of our own record for a peer, durable. That the peer has it follows by ``EntryHandler/seen(by:origin:size:atUnixSeconds:)``.
struct SentEntry: Sendable {
    /// The party that reads it.
    var peer: String
    /// Under what it was written.
    var scope: ChannelScope
    /// Where it stands in our record.
    var reference: EntryReference
    /// What it says.
    var entry: Entry
    /// Whether it was handed on before, and is again because the station has started.
    var isHistory: Bool
}
