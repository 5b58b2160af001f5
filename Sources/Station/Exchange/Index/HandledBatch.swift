import Accord

/// A stretch of one record as it was understood: what goes into the index in one step with the place up to which it was
/// handled.
struct HandledBatch: Sendable {
    /// An entry that is kept in the index and handed on.
    struct Kept: Sendable {
        var place: UInt64
        var entry: Entry
        var isLate: Bool
        /// Whether the index has it; those that come by the second are only in the record.
        var isIndexed: Bool
    }

    /// An entry that is handed to nobody, and why.
    struct Quarantined: Sendable {
        var place: UInt64
        var fault: String
    }

    /// The record.
    var origin: String
    /// The place of its first entry, and the one after its last.
    var places: Range<UInt64>
    /// When it was stored here, Unix seconds.
    var storedUnixSeconds: Double
    /// What is handed on, in order.
    var kept: [Kept] = []
    /// What is not.
    var quarantined: [Quarantined] = []
    /// What a peer says that it has of our records.
    var receipts: [Receipt] = []
    /// What we say that we have of the peer's records.
    var ownReceipts: [Receipt] = []
    /// The name of the record that this one goes on in, when its last entry is among these.
    var nextOrigin: String?
    /// Whether there is anything but receipts.
    var hasMoreThanReceipts = false
}

/// A record as the index knows it.
struct HandledRecord: Sendable, Hashable {
    /// Its name.
    var origin: String
    /// The other party; nil for the private record.
    var peer: String?
    /// Under what it was written; nil for the private record.
    var scope: ChannelScope?
    /// Whose it is.
    var direction: EntryDirection
    /// What lies below this place has been handed on.
    var handled: UInt64 = 0
    /// How many of its entries are in quarantine.
    var quarantined = 0
    /// Why it is not followed any more.
    var stopped: String?
    /// The key of the record in which its writer goes on without having closed it, as after a restore.
    var continuedIn: String?
    /// What people are to be told of that.
    var continuedNote: String?
}
