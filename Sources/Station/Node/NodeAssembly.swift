import Logging
import ServiceLifecycle
import Synchronization

/// Makes the parts of a node and introduces them to each other. A new part is a line here.
enum NodeAssembly {
    /// The parts, in the order in which their services start.
    static func parts(of node: OpenedNode) async throws -> [any NodePart] {
        let handlers = HandlerList()
        let exchange = try ExchangePart(node.context) { handlers.all }
        let parts: [any NodePart] = [
            exchange,
            AnchorPart(record: node.context.privateRecord, table: exchange.table, logger: node.context.logger),
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

/// Anchors the private record in every shared record that is open.
struct AnchorPart: NodePart {
    let services: [any Service]

    init(record: PrivateRecord, table: ChannelTable, logger: Logger) {
        services = [
            AnchorService(record: record, logger: logger) { draft in
                // First contact carries no anchors: nothing is agreed yet.
                for channel in await table.all where channel.scope != .contact {
                    _ = try await channel.append([draft])
                }
            }
        ]
    }
}
