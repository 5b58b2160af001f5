import Accord
import Foundation
import Hummingbird
import Record
import Separation

/// How the node itself stands, and what its records cost.
struct NodeRoutes: Sendable {
    private let context: NodeContext
    private let certificateSHA256: String
    private let startedUnixSeconds: Double
    private let isEncrypted: Bool
    private let parts: [any NodePart]

    init(_ node: OpenedNode, isEncrypted: Bool, parts: [any NodePart]) {
        self.parts = parts
        context = node.context
        certificateSHA256 = node.certificateSHA256
        startedUnixSeconds = node.context.clock.now()
        self.isEncrypted = isEncrypted
    }

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/station", access: .machine) { call in
                try call.allowQuery()
                let standing = await context.privateRecord.standing
                var peers: [PeerStanding] = []
                for part in parts { peers += await part.peers() }
                let all = peers
                return Answers.json { write(standing, all, to: &$0) }
            },
            Route(method: "GET", template: "/api/storage", roles: Access.everyRole) { call in
                try call.allowQuery()
                let report = try await StorageReport.measure(context.directory)
                return Answers.json { report.write(to: &$0) }
            },
            Route(method: "POST", template: "/api/storage/retention", roles: [.administrator]) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["days"])
                let days =
                    try fields.optionalNumber("days", in: 1...36_500) ?? Double(context.settings.retentionDays)
                try await context.log.decision(
                    "retention", about: "own tracks", details: "older than \(days) days are dropped", by: call.person)
                let dropped = try await RecordRetention(context).apply(days: days)
                return Answers.json { $0.object { $0.field("droppedEntries", dropped) } }
            },
        ]
    }

    private func write(_ standing: PrivateRecord.Standing, _ peers: [PeerStanding], to writer: inout JSONWriter) {
        let now = context.clock.now()
        let picture = context.board.current
        writer.object {
            $0.field("party", context.party)
            $0.field("version", WatchStation.version)
            $0.field("verifierKey", context.identity.verifierKey.description)
            $0.field("certificateSHA256", certificateSHA256)
            $0.field("started", startedUnixSeconds, decimals: 3)
            $0.field("upSeconds", now - startedUnixSeconds, decimals: 0)
            $0.field("bind", context.settings.bindAddress)
            $0.field("port", context.settings.port)
            $0.field("encrypted", isEncrypted)
            $0.field("peerBind", context.settings.peerBindAddress)
            $0.field("peerPort", context.settings.peerPort)
            $0.object("privateRecord") {
                $0.field("origin", standing.origin)
                $0.field("size", Int(clamping: standing.size))
                $0.field("root", standing.root)
            }
            $0.object("disk") { context.disk.current.writeFields(to: &$0) }
            $0.field("tracks", picture.tracks.count)
            $0.field("conflicts", picture.alerts.alerts.count)
            $0.array("feeds") { list in for feed in picture.feeds { feed.write(to: &list) } }
            $0.array("peers") { list in for peer in peers { peer.write(to: &list) } }
        }
    }
}
