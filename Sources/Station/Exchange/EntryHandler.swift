/// Does something with entries that cross between parties.
///
/// Entries of one record come in their order, each once while the station runs. At the start those that were handed on
/// before come again with `isHistory`, all but `track/1`; after them what is new. So whoever must answer an entry finds
/// out from the history which ones were never answered. Between two records there is no order.
///
/// The next entry waits until a handler returns. It may append to a channel from within.
protocol EntryHandler: Sendable {
    /// The types it takes, in either direction.
    var types: Set<String> { get }
    /// Takes an entry of a peer.
    func take(_ received: ReceivedEntry) async
    /// Takes an entry of ours.
    func take(_ sent: SentEntry) async
    /// The reader of `origin` says (`seen/1`) that it has stored the entries below `size`; `atUnixSeconds` is as it signed it. It is a
    /// peer, of a record of ours, or this party, of a peer's: that one comes as an entry sent, and here at the start only.
    func seen(by peer: String, origin: String, size: UInt64, atUnixSeconds: Double) async
}

extension EntryHandler {
    func take(_ sent: SentEntry) async {}
    func seen(by peer: String, origin: String, size: UInt64, atUnixSeconds: Double) async {}
}
