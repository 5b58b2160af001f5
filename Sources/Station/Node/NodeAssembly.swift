import Logging
import ServiceLifecycle
import Synchronization

/// Makes the parts of a node and introduces them to each other. A new part is a line here.
enum NodeAssembly {
    /// The parts, in the order in which their services start.
    static func parts(of node: OpenedNode) async throws -> [any NodePart] {
        let handlers = HandlerList()
        let exchange = try ExchangePart(node.context) { handlers.all }
        let sharing = try await SharingPart(node.context, exchange: exchange)
        let line = LinePart(
            node.context, channels: exchange.table, index: exchange.index,
            standings: { Array(await sharing.agreements.standings.values) }, owner: { $0.shared?.party })
        let exercise = await ExercisePart(node.context, exchange: exchange, sharing: sharing)
        let claims = ClaimPart(node.context, exchange: exchange, sharing: sharing)
        let parts: [any NodePart] = [
            exchange, sharing, line, exercise, claims, JournalPart(node.context, exchange),
        ]
        handlers.set(parts.flatMap(\.entryHandlers))
        return parts
    }
}

/// The handlers of all parts, once all of them have been made.
private final class HandlerList: Sendable {
    private let handlers = Mutex<[any EntryHandler]>([])

    var all: [any EntryHandler] { handlers.withLock { $0 } }

    func set(_ all: [any EntryHandler]) { handlers.withLock { $0 = all } }
}

/// What is done with the private record beside writing it: it is anchored in every shared record that is open, and indexed.
struct JournalPart: NodePart {
    let services: [any Service]

    init(_ context: NodeContext, _ exchange: ExchangePart) {
        let (table, logger) = (exchange.table, context.logger)
        services = [
            AnchorService(record: context.privateRecord, logger: logger) { draft in
                // First contact carries no anchors: nothing is agreed yet.
                for channel in await table.all where channel.scope != .contact {
                    // A channel that can't be written to keeps no other from its anchor.
                    do { _ = try await channel.append([draft]) } catch {
                        logger.error("no anchor", metadata: ["peer": "\(channel.peer)", "error": "\(error)"])
                    }
                }
            },
            PrivateIndexService(
                indexer: RecordIndexer(index: exchange.index, directory: context.directory), party: context.party,
                logger: logger),
            RetentionService(
                retention: RecordRetention(context), days: Double(context.settings.retentionDays), logger: logger),
        ]
    }
}
