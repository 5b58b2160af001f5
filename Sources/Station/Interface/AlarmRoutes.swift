import Accord
import Hummingbird
import Separation

/// What people do about alarms.
struct AlarmRoutes: Sendable {
    let runner: PictureRunner
    var log: ActLog?

    var routes: [Route] {
        [
            Route(method: "POST", template: "/api/alarms/{id}/acknowledge", roles: [.watchOfficer]) { call in
                try call.allowQuery()
                let act = try Self.act(call)
                try await runner.acknowledge(Self.identifier(call), act: act)
                await note("acknowledge", act, call)
                return Answers.done
            },
            Route(method: "POST", template: "/api/alarms/{id}/inhibit", roles: [.watchOfficer]) { call in
                try call.allowQuery()
                let act = try Self.act(call)
                try await runner.inhibit(Self.identifier(call), act: act)
                await note("inhibit", act, call)
                return Answers.done
            },
            Route(method: "DELETE", template: "/api/alarms/{id}/inhibit", roles: [.watchOfficer]) { call in
                try call.allowQuery("by")
                let person = call.person?.name ?? call.query["by"].map { String($0.prefix(100)) } ?? "the page"
                guard try await runner.liftInhibition(of: Self.identifier(call), by: person) else {
                    throw Problem.notFound("\(call.parameters[0].prefix(100)) is not inhibited")
                }
                await log?.done("lift-inhibition", about: call.parameters[0], by: call.person)
                return Answers.done
            },
        ]
    }

    private func note(_ kind: String, _ act: Act, _ call: Call) async {
        await log?.done(
            kind, about: call.parameters[0], reason: act.reason, details: "\(act.minutes) minutes", by: call.person)
    }

    /// What a person did, and for how many minutes of picture time it holds.
    struct Act: Sendable {
        var by: String
        var reason: String
        var minutes: Double
    }

    private static func identifier(_ call: Call) throws(Problem) -> AlertIdentifier {
        guard let identifier = AlertIdentifier(call.parameters[0]) else {
            throw Problem.notFound("\(call.parameters[0].prefix(100)) names no pair of aircraft, such as 3949ea|3965af")
        }
        return identifier
    }

    private static func act(_ call: Call) throws(Problem) -> Act {
        let fields = try RequestFields(call.body, known: ["by", "reason", "minutes"])
        return Act(
            by: try call.actor(fields), reason: try fields.text("reason", maximum: 500),
            minutes: try fields.number("minutes", in: 1...ConflictMonitor.longestActSeconds / 60))
    }
}
