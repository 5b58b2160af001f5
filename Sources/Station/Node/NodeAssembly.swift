import Logging
import ServiceLifecycle

/// Makes the parts of a node and introduces them to each other. A new part is a line here.
enum NodeAssembly {
    /// The parts, in the order in which their services start.
    static func parts(of node: OpenedNode) async throws -> [any NodePart] {
        [AnchorPart(record: node.context.privateRecord, logger: node.context.logger)]
    }
}

/// Anchors the private record in every shared record that is open.
struct AnchorPart: NodePart {
    let services: [any Service]

    init(record: PrivateRecord, logger: Logger) {
        services = [AnchorService(record: record, logger: logger) { _ in }]
    }
}
