/// Where a channel stands, for the screen.
struct ChannelState: Sendable, Hashable {
    /// How the peer's record reaches us.
    enum Link: String, Sendable {
        /// The peer has not opened its side, or nothing was tried yet.
        case waiting
        /// All that the peer has signed is here, and it gives signs of life.
        case connected
        /// There is more than has been fetched.
        case behind
        /// It can't be reached; it is tried again.
        case disconnected
        /// The peer's record is not followed any more: it contradicts itself. The evidence is kept.
        case stopped
    }

    /// The other party.
    var peer: String
    /// Under what.
    var scope: ChannelScope
    /// How the peer's record reaches us.
    var link: Link = .waiting
    /// Why it is not `connected`, in plain words.
    var reason: String?
    /// When anything last came from the peer, Unix seconds; nil before.
    var lastHeardUnixSeconds: Double?
    /// Entries of the peer that are stored here.
    var receivedSize: UInt64 = 0
    /// Entries of ours for the peer, in the record of today.
    var sentSize: UInt64 = 0
    /// The record of ours that the peer's newest receipt is about.
    var seenOrigin: String?
    /// Of its entries, how many the peer says that it has stored.
    var seenSize: UInt64 = 0
    /// When the peer signed that, Unix seconds.
    var seenAtUnixSeconds: Double?
    /// How far the peer's clock is ahead of ours, seconds, as measured; never corrected. Nil before there is a measure.
    var clockOffsetSeconds: Double?
    /// Entries of the peer that were quarantined.
    var quarantined = 0
    /// The newest fault of the peer, in plain words, named for the screen.
    var fault: String?
    /// What people are to know of the peer's records or of ours without anybody being at fault, such as a restore.
    var notice: String?
    /// Why our own entries can't be written or handed on, in plain words.
    var ownFault: String?
    /// For how long in all the peer was held back because it sends too much, seconds.
    var heldBackSeconds = 0.0
    /// An alarm that can't be missed: the peer signed two histories, or took one back.
    var alarm: String?
}
