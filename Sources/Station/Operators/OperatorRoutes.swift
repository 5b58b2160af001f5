import Accord
import Hummingbird

/// The accounts of the operators.
struct OperatorRoutes: Sendable {
    let desk: OperatorDesk

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/operators", roles: [.administrator]) { call in
                try call.allowQuery()
                let accounts = try await desk.store.accounts()
                return Answers.json {
                    $0.object {
                        $0.array("operators") { list in for account in accounts { account.write(to: &list) } }
                    }
                }
            },
            Route(method: "POST", template: "/api/operators", roles: [.administrator]) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["name", "role", "password"])
                guard let role = Role(rawValue: try fields.text("role")), role != .station else {
                    throw fields.missing("role", "one of \(Role.people.map(\.rawValue).joined(separator: ", "))")
                }
                let person = Person(name: try fields.text("name", maximum: 120), role: role)
                let password = try fields.text("password", maximum: PasswordRule.mostCharacters)
                let account = try await desk.add(person, password: password, by: Self.actor(call))
                return Answers.json(status: .created) { account.write(to: &$0) }
            },
            Route(method: "PUT", template: "/api/operators/{name}/password", roles: Access.everyRole) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["password", "present"])
                try await desk.setPassword(
                    fields.text("password", maximum: PasswordRule.mostCharacters),
                    present: fields.optionalText("present", maximum: PasswordRule.mostCharacters),
                    of: call.parameters[0], by: Self.actor(call), address: call.remoteAddress)
                return Answers.done
            },
            Route(method: "POST", template: "/api/operators/{name}/disable", roles: [.administrator]) { call in
                try call.allowQuery()
                try await desk.disable(call.parameters[0], by: Self.actor(call))
                return Answers.done
            },
        ]
    }

    private static func actor(_ call: Call) throws(Problem) -> Person {
        guard let person = call.person else { throw Problem.signIn("sign in to do this") }
        return person
    }
}
