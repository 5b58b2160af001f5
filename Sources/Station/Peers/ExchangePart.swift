import Accord
import Hummingbird
import Logging
import Record
import Separation
import ServiceLifecycle

/// The exchange with peers as a part of the node: the port that they read, the channels that follow them, and the routes by
/// which people see and manage them.
struct ExchangePart: NodePart {
    /// Which other parties are known.
    let register: PeerRegister
    /// The channels to them.
    let table: ChannelTable
    /// The index of all entries.
    let index: EntryIndex
    /// Agreements, plans and claims by their hashes.
    let documents: DocumentStore
    let routes: [Route]
    let services: [any Service]

    /// What is made of a node.
    struct Options: Sendable {
        /// What is asked of peers' entries.
        var policy = EntryPolicy.standard
        /// How fast a peer's entries are taken.
        var pace = IntakePace.Limits()
        /// How much of one peer is taken on one UTC day at that pace, bytes.
        var peerBytesPerDay = IntakeQuota.usualBytesPerDay
        /// Whether there is so little room on the disk that what may wait has to.
        var isDiskShort: @Sendable () -> Bool = { false }
        /// Told of what can't be missed: a peer contradicts itself, and how. Pages are told besides.
        var onAlarm: @Sendable (_ peer: String, _ reason: String) -> Void = { _, _ in }
        /// How many aircraft of each peer, and conflicts with them, the picture could not hold.
        var leftOut: @Sendable () -> [String: Int] = { [:] }
        /// Called once with the address of the peer port.
        var onRunning: @Sendable (ListenAddress) async -> Void = { _ in }
    }

    /// The exchange of a node.
    ///
    /// - Parameter handlers: asked for once, when all parts of the node have been made.
    /// - Throws: what the database, the certificate or the disk says.
    init(
        _ node: NodeContext, options: Options = Options(), handlers: @escaping @Sendable () -> [any EntryHandler]
    ) throws {
        let (hub, board, disk) = (node.hub, node.board, node.disk)
        var options = options
        options.leftOut = { board.current.alerts.leftOut }
        options.isDiskShort = { disk.isShort }
        if let gigabytes = node.settings.peerGigabytesPerDay { options.peerBytesPerDay = gigabytes << 30 }
        try self.init(
            directory: node.directory, party: node.party, identity: node.identity, clock: node.clock,
            database: node.database, metrics: node.metrics.exchange,
            address: ListenAddress(host: node.settings.peerBindAddress, port: node.settings.peerPort),
            logger: node.logger, options: options, handlers: handlers
        ) { event, json in hub.publish(event: event, json: json) }
    }
}
