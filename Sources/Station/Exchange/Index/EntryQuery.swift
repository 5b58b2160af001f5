import Accord

/// Which way an entry went.
enum EntryDirection: Int, Sendable, Hashable {
    /// Written by us for a peer.
    case sent = 0
    /// Written by a peer for us.
    case received = 1
    /// Written by us for ourselves.
    case noted = 2
}

/// Which entries of the index are asked for; what is nil is not asked.
struct EntryQuery: Sendable {
    /// Their types.
    var types: Set<String>?
    /// The other party.
    var peer: String?
    /// Under what they were written.
    var scope: ChannelScope?
    /// Which way they went.
    var direction: EntryDirection?
    /// When their writer wrote them, Unix seconds, both ends included.
    var writtenUnixSeconds: ClosedRange<Double>?
    /// When they were stored here, by this station's clock, Unix seconds, both ends included.
    var storedUnixSeconds: ClosedRange<Double>?
    /// The latest first.
    var latestFirst = false
    /// How many at most.
    var limit = 1_000
    /// Beyond the entry of this number, in the direction of the order: to read on where a query has ended.
    var beyond: Int64?
}

/// An entry of the index.
struct IndexedEntry: Sendable {
    /// Its number in the index, ascending as entries came.
    var number: Int64
    /// Where it stands.
    var reference: EntryReference
    /// The other party; nil for the private record.
    var peer: String?
    /// Under what it was written; nil for the private record.
    var scope: ChannelScope?
    /// Which way it went.
    var direction: EntryDirection
    /// What it says.
    var entry: Entry
    /// When it was stored here, by this station's clock, Unix seconds.
    var storedUnixSeconds: Double
    /// Whether it came long after it was written.
    var isLate: Bool
}

/// That a peer has verified and stored our entries below a size.
struct Receipt: Sendable, Hashable {
    /// Our record.
    var origin: String
    /// Entries below this index are stored there.
    var size: UInt64
    /// When the peer wrote that, by its clock and under its signature, Unix seconds.
    var atUnixSeconds: Double
    /// When it came here, by ours.
    var receivedUnixSeconds: Double
    /// The `seen/1` entry of the peer's record.
    var reference: EntryReference
}
