import GRDB
import Logging
import Record
import ServiceLifecycle

extension ExchangePart {
    /// The exchange of a directory, without a whole node around it.
    ///
    /// - Parameter tell: hands a small event to the pages.
    init(
        directory: NodeDirectory, party: String, identity: SigningKey, clock: NodeClock, database: DatabasePool,
        metrics: ExchangeMetrics, address: ListenAddress, logger: Logger, options: Options = Options(),
        handlers: @escaping @Sendable () -> [any EntryHandler],
        tell: @escaping @Sendable (_ event: String, _ json: [UInt8]) -> Void = { _, _ in }
    ) throws {
        let register = try PeerRegister(database, party: party)
        let index = try EntryIndex(database)
        let documents = try DocumentStore(directory: directory.documents, database: database)
        let certificate = try StationCertificate(directory)
        let shelf = RecordShelf()
        let onAlarm = options.onAlarm
        let context = ChannelContext(
            party: party, identity: identity, directory: directory, clock: clock, index: index, documents: documents,
            evidence: EvidenceStore(directory: directory.evidence), policy: options.policy, register: register,
            clients: PeerClientFactory(certificate: certificate, register: register, clock: clock), shelf: shelf,
            metrics: metrics, pace: options.pace, quotas: IntakeQuotas(bytesPerDay: options.peerBytesPerDay),
            isDiskShort: options.isDiskShort,
            onAlarm: { peer, reason in
                var writer = JSONWriter()
                writer.object {
                    $0.field("peer", peer)
                    $0.field("reason", reason)
                }
                tell("peer-alarm", writer.bytes)
                onAlarm(peer, reason)
            }, logger: logger)
        let table = ChannelTable(context)
        self.register = register
        self.index = index
        self.documents = documents
        self.table = table
        routes =
            PeerRoutes(
                register: register, table: table, index: index, identity: identity,
                certificate: certificate.certificate,
                directory: directory, clock: clock, leftOut: options.leftOut
            ).routes
        services = [
            ChannelService(table: table, handlers: handlers, tell: tell),
            PeerServer(
                certificate: certificate, register: register, shelf: shelf, table: table, address: address,
                clock: clock, metrics: metrics, logger: logger, onRunning: options.onRunning),
        ]
    }
}

/// Keeps the channels working until the node stops.
struct ChannelService: Service {
    let table: ChannelTable
    let handlers: @Sendable () -> [any EntryHandler]
    let tell: @Sendable (_ event: String, _ json: [UInt8]) -> Void

    func run() async throws {
        try await table.start(handlers: handlers())
        await cancelWhenGracefulShutdown {
            var before: [ChannelState] = []
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                let states = await table.states()
                // What moves all the time is read by those who want it; pages are told of what has changed for them.
                let shown = states.map(\.standing)
                if shown != before { tell("peers", PeerRoutes.json(states)) }
                before = shown
            }
        }
        await table.stop()
    }
}

extension ChannelState {
    /// The state without what moves all the time.
    fileprivate var standing: ChannelState {
        var state = ChannelState(peer: peer, scope: scope)
        state.link = link
        state.reason = reason
        state.fault = fault
        state.ownFault = ownFault
        state.notice = notice
        state.alarm = alarm
        return state
    }
}
