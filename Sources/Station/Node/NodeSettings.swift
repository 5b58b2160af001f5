/// What a node is told once, in `station.json`.
struct NodeSettings: Codable, Sendable, Hashable {
    /// The party, as agreements and records name it: `WEST`.
    var name: String
    /// Where operators find the page.
    var bindAddress = "127.0.0.1"
    /// The port of the page.
    var port = 8480
    /// Where peers are answered.
    var peerBindAddress = "0.0.0.0"
    /// The port for peers.
    var peerPort = 8481
    /// The language that the page starts in, `en` or `ru`.
    var language = "en"
    /// Own tracks at full precision are kept in the private record for so many days; acts are kept for good.
    var retentionDays = 30
}
