import Accord
import Hummingbird
import Inquiry

/// Releases: asked for, approved, shown.
struct ReleaseRoutes: Sendable {
    let desk: ReleaseDesk

    /// Those who look into what happened and those who speak of it, and nobody else.
    private static let roles = Set(ReleaseApproval.roles)

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/releases", roles: Self.roles) { [desk] call in
                try call.allowQuery()
                let releases = try await desk.all()
                return Answers.json { writer in
                    writer.object { $0.array("releases") { list in for one in releases { one.write(to: &list) } } }
                }
            },
            Route(method: "POST", template: "/api/releases", roles: Self.roles) { [desk] call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["query"])
                let made = try await desk.ask(try fields.text("query", maximum: 4_000), by: try call.actor())
                return Answers.json(status: .created) { made.write(to: &$0) }
            },
            Route(method: "POST", template: "/api/releases/{release}/approvals", roles: Self.roles) { [desk] call in
                try call.allowQuery()
                _ = try RequestFields(call.body, known: [])
                let standing = try await desk.approve(call.parameters[0], by: try call.actor())
                return Answers.json(status: .created) { standing.write(to: &$0) }
            },
        ]
    }
}

extension ReleaseDesk.Standing {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("release", release)
            $0.field("query", query)
            by.write("by", to: &$0)
            $0.field("at", askedUnixSeconds, decimals: 3)
            $0.array("approvedBy") { list in
                for person in approvedBy {
                    list.object {
                        $0.field("name", person.name)
                        $0.field("role", person.role.rawValue)
                    }
                }
            }
            $0.field("approved", isApproved)
        }
    }
}
