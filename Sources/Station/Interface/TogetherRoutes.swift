import Accord
import Hummingbird
import Separation

/// Aircraft that their own side declares to fly together.
struct TogetherRoutes: Sendable {
    let runner: PictureRunner
    var log: ActLog?

    /// Who may declare: those who plan, and those who watch.
    private static let roles: Set<Role> = [.watchOfficer, .planner]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/together") { call in
                try call.allowQuery()
                let groups = await runner.groups
                return Answers.json {
                    $0.object {
                        $0.array("groups") { list in for group in groups { group.write(to: &list) } }
                    }
                }
            },
            Route(method: "POST", template: "/api/together", roles: Self.roles) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["name", "members", "from", "to", "by"])
                let from = try fields.number("from", in: -1e11...1e11)
                let to = try fields.number("to", in: -1e11...1e11)
                guard from < to else { throw Problem.conflict("“to” must be after “from”") }
                let group = TogetherGroup(
                    name: try fields.text("name", maximum: 100),
                    members: Set(try fields.identifiers("members", count: 2...100)),
                    activeUnixSeconds: from...to, declaredBy: try call.actor(fields))
                try await runner.declare(group)
                await log?.done(
                    "together", about: group.name, untilUnixSeconds: to,
                    details: group.members.sorted().joined(separator: ", "), by: call.person)
                return Answers.json(status: .created) { group.write(to: &$0) }
            },
            Route(method: "DELETE", template: "/api/together/{name}", roles: Self.roles) { call in
                try call.allowQuery()
                guard await runner.withdrawGroup(named: call.parameters[0]) else {
                    throw Problem.notFound("no group is named “\(call.parameters[0].prefix(100))”")
                }
                await log?.done("together", about: call.parameters[0], details: "withdrawn", by: call.person)
                return Answers.done
            },
        ]
    }
}

extension TogetherGroup {
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("name", name)
            $0.array("members") { list in members.sorted().forEach { list.value($0) } }
            $0.field("from", activeUnixSeconds.lowerBound, decimals: 3)
            $0.field("to", activeUnixSeconds.upperBound, decimals: 3)
            $0.field("by", declaredBy)
        }
    }
}
