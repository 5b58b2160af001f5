import Accord
import Hummingbird
import Separation

/// An emergency that people know of and no transponder tells: a MAYDAY that was heard, a link or communications that are lost.
struct DistressRoutes: Sendable {
    let context: NodeContext

    private static let roles: Set<Role> = [.watchOfficer, .administrator]

    var routes: [Route] {
        [
            Route(method: "POST", template: "/api/distress/{track}", roles: Self.roles) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["kind", "reason"])
                let name = try fields.text("kind", maximum: 32)
                guard let distress = Distress(rawValue: name) else {
                    throw fields.missing(
                        "kind", "one of \(Distress.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                let track = try Self.track(call.parameters[0], in: context)
                await context.runner.declare(distress, of: track)
                await context.log.done(
                    "distress", about: track, reason: try fields.optionalText("reason", maximum: 500), details: name,
                    by: try call.actor())
                return Answers.done
            },
            Route(method: "DELETE", template: "/api/distress/{track}", roles: Self.roles) { call in
                try call.allowQuery()
                await context.runner.declare(nil, of: call.parameters[0])
                await context.log.done(
                    "distress", about: String(call.parameters[0].prefix(64)), details: "over", by: try call.actor())
                return Answers.done
            },
        ]
    }

    private static func track(_ identifier: String, in context: NodeContext) throws(Problem) -> String {
        guard let track = context.board.current.tracks.first(where: { $0.identifier == identifier }) else {
            throw Problem.notFound("no aircraft “\(identifier.prefix(64))” is in the picture")
        }
        guard track.shared == nil || track.shared?.isSeenHere == true else {
            throw Problem.conflict(
                "it is \(track.shared?.party ?? "another party")'s: only that party declares this of it")
        }
        return identifier
    }
}
