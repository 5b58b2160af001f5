import Accord
import GRDB
import Logging

/// All channels of the node. Which are open is kept in the database, so that they are open again after a restart.
actor ChannelTable {
    private let context: ChannelContext
    private var handlers: [any EntryHandler] = []
    private var channels: [String: [ChannelScope: PeerChannel]] = [:]
    private var hasStarted = false

    init(_ context: ChannelContext) { self.context = context }

    /// The channel to a peer; nil when there is none open.
    func channel(to peer: String, scope: ChannelScope) -> PeerChannel? { channels[peer]?[scope] }

    /// All open channels.
    var all: [PeerChannel] { channels.values.flatMap(\.values) }

    /// Takes up work: hands the history to the handlers, and opens the channels that were open before. Once.
    ///
    /// A channel whose record can't be opened is left closed, and the log says why; the others work.
    /// - Throws: the database's own errors.
    func start(handlers: [any EntryHandler]) async throws {
        guard !hasStarted else { return }
        self.handlers = handlers
        try await context.index.replay(to: handlers)
        hasStarted = true
        // What was asked for meanwhile begins with the history behind it.
        for channel in all {
            do { try await channel.start(handlers) } catch {
                channels[channel.peer]?[channel.scope] = nil
                context.logger.error(
                    "a channel can't be opened",
                    metadata: ["peer": "\(channel.peer)", "scope": "\(channel.scope.name)", "error": "\(error)"])
            }
        }
        let kept = try await context.index.database.read { database in
            try Row.fetchAll(database, sql: "SELECT peer, scope FROM exchangeChannel ORDER BY peer, scope")
                .map { ($0["peer"] as String, ChannelScope(name: $0["scope"])) }
        }
        for (peer, scope) in kept + context.register.all.map({ ($0.name, .contact) }) {
            do { _ = try await open(to: peer, scope: scope) } catch {
                context.logger.error(
                    "a channel can't be opened",
                    metadata: ["peer": "\(peer)", "scope": "\(scope.name)", "error": "\(error)"])
            }
        }
    }

    /// Opens a channel, and keeps it open over restarts. One that is open already is returned.
    ///
    /// Before ``start(handlers:)`` it can be written to; the peer is followed, and entries are handed on, from then on.
    /// - Throws: `StationError.peer` for a party that is no peer; what the disk says.
    @discardableResult
    func open(to peer: String, scope: ChannelScope) async throws -> PeerChannel {
        if let open = channels[peer]?[scope] { return open }
        guard context.register.peer(named: peer) != nil else {
            throw StationError.peer(name: peer, reason: "it is no peer of this station")
        }
        guard RecordOrigin.isName(scope.name) else {
            throw StationError.peer(name: peer, reason: "“\(scope.name)” can't name records")
        }
        let channel = PeerChannel(peer: peer, scope: scope, context: context)
        channels[peer, default: [:]][scope] = channel
        do {
            try await context.index.database.write {
                try $0.execute(
                    sql: "INSERT OR IGNORE INTO exchangeChannel (peer, scope) VALUES (?, ?)",
                    arguments: [peer, scope.name])
            }
            if hasStarted { try await channel.start(handlers) }
        } catch {
            channels[peer]?[scope] = nil
            await channel.close()
            throw error
        }
        return channel
    }

    /// Ends a channel. Its records stay where they are, and the peer can still read them until the peer is removed.
    func close(peer: String, scope: ChannelScope) async throws {
        try await context.index.database.write {
            try $0.execute(
                sql: "DELETE FROM exchangeChannel WHERE peer = ? AND scope = ?", arguments: [peer, scope.name])
        }
        await channels[peer]?.removeValue(forKey: scope)?.close()
    }

    /// Ends all channels with a peer and serves it nothing more.
    func closeAll(with peer: String) async {
        for (scope, channel) in channels.removeValue(forKey: peer) ?? [:] {
            await channel.close()
            context.shelf.remove(reader: peer, scope: scope)
        }
    }

    /// Ends the work of all channels; what waits to be written is written first.
    func stop() async {
        let open = all
        channels = [:]
        await withTaskGroup { group in for channel in open { group.addTask { await channel.close() } } }
    }

    /// Where each channel stands, for the screen.
    func states() async -> [ChannelState] {
        var states: [ChannelState] = []
        for channel in all { states.append(await channel.currentState()) }
        return states.sorted { ($0.peer, $0.scope.name) < ($1.peer, $1.scope.name) }
    }
}
