import ServiceLifecycle

/// What a part of the node (exchange, sharing, line, …) brings along. Parts are made in `NodeAssembly` and know each other only
/// through what they are given there.
protocol NodePart: Sendable {
    /// The addresses that it answers.
    var routes: [Route] { get }
    /// What it keeps running beside the web server, in the order in which it starts; it stops the other way round.
    var services: [any Service] { get }
    /// What it does with entries of peers, and with the station's own.
    var entryHandlers: [any EntryHandler] { get }
    /// The other parties as they stand now, for whoever asks how the station stands.
    func peers() async -> [PeerStanding]
}

extension NodePart {
    var routes: [Route] { [] }
    var services: [any Service] { [] }
    var entryHandlers: [any EntryHandler] { [] }
    func peers() async -> [PeerStanding] { [] }
}
