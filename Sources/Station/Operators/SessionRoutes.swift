import Accord
import HTTPTypes
import Hummingbird

/// Signing in and out, and what a page needs to know before anybody has.
struct SessionRoutes: Sendable {
    let desk: OperatorDesk
    let gate: RequestGuard
    let sessions: SessionGate
    let stationName: String
    let language: String

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/session", access: .open) { call in
                try call.allowQuery()
                let needsFirst = try await desk.store.isEmpty()
                return Answers.json { write(call.session, needsFirst: needsFirst, to: &$0) }
            },
            Route(method: "POST", template: "/api/session", access: .open) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["name", "password"])
                let opened = try await desk.signIn(
                    name: fields.text("name", maximum: 120),
                    password: fields.text("password", maximum: PasswordRule.mostCharacters),
                    address: call.remoteAddress)
                if let old = call.session { try await desk.store.endSession(digest: old.identifier) }
                return answer(opened)
            },
            Route(method: "DELETE", template: "/api/session", access: .viewer) { call in
                try call.allowQuery()
                if let session = call.session { try await desk.signOut(session) }
                var response = Answers.done
                response.headers[.setCookie] = sessions.cookie(nil)
                return response
            },
            Route(method: "POST", template: "/api/first-operator", access: .open) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["name", "password", "link"])
                let opened = try await desk.addFirst(
                    name: fields.text("name", maximum: 120),
                    password: fields.text("password", maximum: PasswordRule.mostCharacters),
                    link: fields.text("link", maximum: 128), address: call.remoteAddress)
                return answer(opened)
            },
            Route(method: "POST", template: "/api/shifts", roles: [.watchOfficer]) { call in
                try call.allowQuery()
                return answer(try await handOver(call))
            },
        ]
    }

    private func handOver(_ call: Call) async throws -> OperatorDesk.Opened {
        let fields = try RequestFields(call.body, known: ["post", "from", "to", "notes"])
        func officer(_ name: String) throws(Problem) -> OperatorDesk.Officer {
            guard let inner = try fields.optionalObject(name, known: ["name", "password"]) else {
                throw fields.missing(name, "an object with name and password")
            }
            return OperatorDesk.Officer(
                name: try inner.text("name", maximum: 120),
                password: try inner.text("password", maximum: PasswordRule.mostCharacters))
        }
        guard let session = call.session else { throw Problem.signIn("sign in to do this") }
        return try await desk.handOver(
            post: fields.text("post", maximum: 100), from: officer("from"), to: officer("to"),
            notes: fields.optionalText("notes", maximum: 4_000), in: session, address: call.remoteAddress)
    }

    /// The answer that begins a session: a cookie for a browser, the token itself for a command.
    private func answer(_ opened: OperatorDesk.Opened) -> Response {
        var response = Answers.json {
            write(
                opened.session, needsFirst: false, token: sessions.transport == .control ? opened.token : nil, to: &$0)
        }
        if sessions.transport != .control { response.headers[.setCookie] = sessions.cookie(opened.token) }
        return response
    }

    private func write(_ session: OperatorSession?, needsFirst: Bool, token: String? = nil, to writer: inout JSONWriter)
    {
        writer.object {
            $0.field("operators", true)
            $0.field("station", stationName)
            $0.field("language", language)
            $0.field("needsFirst", needsFirst)
            $0.field("csrf", session?.writeToken ?? gate.token)
            $0.field("expired", session.map { !$0.isValid } ?? false)
            $0.field("token", token)
            if let person = session?.person {
                $0.object("person") {
                    $0.field("name", person.name)
                    $0.field("role", person.role.rawValue)
                }
            } else {
                $0.null("person")
            }
        }
    }
}
