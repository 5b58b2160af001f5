import Accord
import Logging
import ServiceLifecycle

/// The line as a part of the node.
struct LinePart: NodePart {
    private let line: LineService
    let routes: [Route]

    /// The line over the channels of the exchange, under the agreements that hold.
    ///
    /// - Parameters:
    ///   - standings: where each agreement of this party stands.
    ///   - owner: whose aircraft a track is, as far as anybody has said.
    init(
        _ context: NodeContext, channels: ChannelTable, index: EntryIndex,
        standings: @escaping @Sendable () async -> [AgreementStanding],
        owner: @escaping @Sendable (PictureTrack) -> String? = { _ in nil }
    ) {
        let carriers = NodeLineCarriers(
            party: context.party, clock: context.clock, channels: channels, index: index,
            metrics: context.metrics.exchange, standings: standings)
        self.init(context, carriers: carriers, owner: owner)
    }

    /// - Parameters:
    ///   - carriers: the agreements and channels that carry it.
    ///   - owner: whose aircraft a track is, as far as anybody has said.
    init(
        _ context: NodeContext, carriers: any LineCarriers,
        owner: @escaping @Sendable (PictureTrack) -> String? = { _ in nil }
    ) {
        let hub = context.hub
        line = LineService(
            party: context.party, clock: context.clock, carriers: carriers, logger: context.logger
        ) { hub.publish(event: "line", json: $0) }
        routes =
            LineComposeRoutes(line: line, board: context.board, owner: owner).routes + LineRoutes(line: line).routes
            + LineLogRoutes(line: line).routes
    }

    var services: [any Service] { [LineTicking(line: line)] }
    var entryHandlers: [any EntryHandler] { [line] }
}
