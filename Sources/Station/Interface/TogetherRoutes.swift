import Hummingbird
import Separation

/// Aircraft that their own side declares to fly together.
struct TogetherRoutes: Sendable {
    let runner: PictureRunner

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
            Route(method: "POST", template: "/api/together") { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["name", "members", "from", "to", "by"])
                let from = try fields.number("from", in: -1e11...1e11)
                let to = try fields.number("to", in: -1e11...1e11)
                guard from < to else { throw Problem.conflict("“to” must be after “from”") }
                let group = TogetherGroup(
                    name: try fields.text("name", maximum: 100),
                    members: Set(try fields.identifiers("members", count: 2...100)),
                    activeUnixSeconds: from...to, declaredBy: try fields.text("by", maximum: 100))
                try await runner.declare(group)
                return Answers.json(status: .created) { group.write(to: &$0) }
            },
            Route(method: "DELETE", template: "/api/together/{name}") { call in
                try call.allowQuery()
                guard await runner.withdrawGroup(named: call.parameters[0]) else {
                    throw Problem.notFound("no group is named “\(call.parameters[0].prefix(100))”")
                }
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
