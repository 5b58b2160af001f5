import Accord
import Hummingbird

/// The line to the pages and commands: what there is, and what people do.
struct LineRoutes: Sendable {
    let line: LineService

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/line") { call in
                try call.allowQuery()
                return Answers.json(await line.document())
            },
            act("/api/line/{peer}/messages") { call, person in
                let composition = try LineForm.composition(call.body, at: line.clock.now())
                let identifier = try await line.compose(composition, to: call.parameters[0], by: person)
                return Self.made("message", identifier)
            },
            byItself("/api/line/{peer}/shown") { call, _ in
                let fields = try RequestFields(call.body, known: ["messages"])
                try await line.shown(fields.texts("messages", count: 1...200, maximum: 64), of: call.parameters[0])
                return Answers.done
            },
            act("/api/line/{peer}/messages/{id}/read") { call, person in
                try await line.read(call.parameters[1], of: call.parameters[0], by: person)
                return Answers.done
            },
            act("/api/line/{peer}/messages/{id}/cancel") { call, person in
                try await line.cancel(call.parameters[1], to: call.parameters[0], by: person)
                return Answers.done
            },
            act("/api/line/{peer}/messages/{id}/compliance") { call, person in
                let fields = try RequestFields(call.body, known: ["complied", "seen"])
                guard let complied = try fields.optionalTruth("complied") else {
                    throw fields.missing("complied", "true or false")
                }
                try await line.report(
                    call.parameters[1], complied: complied, seen: fields.optionalText("seen", maximum: 500),
                    to: call.parameters[0], by: person)
                return Answers.done
            },
            act("/api/line/{peer}/checks") { call, _ in
                let fields = try RequestFields(call.body, known: ["person"])
                let identifier = try await line.check(
                    call.parameters[0], person: fields.optionalTruth("person") ?? false)
                return Self.made("check", identifier)
            },
            act("/api/line/{peer}/checks/{id}/answer") { call, person in
                let fields = try RequestFields(call.body, known: ["readability"])
                let readability = try fields.number("readability", in: 1...5)
                guard readability == readability.rounded() else {
                    throw fields.missing("readability", "a whole number from 1 to 5")
                }
                try await line.answer(
                    check: call.parameters[1], readability: Int(readability), to: call.parameters[0], by: person)
                return Answers.done
            },
            act("/api/line/{peer}/state") { call, person in
                let fields = try RequestFields(call.body, known: ["state", "reason"])
                guard let state = LineStateBody.State(rawValue: try fields.text("state")) else {
                    throw fields.missing("state", "normal, degraded, suspended or restored")
                }
                try await line.declare(
                    state, reason: fields.optionalText("reason", maximum: 500), to: call.parameters[0], by: person)
                return Answers.done
            },
        ]
    }

    /// What a person does.
    private func act(
        _ template: String, _ body: @escaping @Sendable (Call, Person) async throws -> Response
    ) -> Route {
        Route(method: "POST", template: template, roles: LineAnswers.speakers) { call in
            try call.allowQuery()
            let person = try call.speaker()
            return try await LineAnswers.checking { try await body(call, person) }
        }
    }

    /// What a page does for a person who looks at it.
    private func byItself(
        _ template: String, _ body: @escaping @Sendable (Call, Person) async throws -> Response
    ) -> Route {
        var route = act(template, body)
        route.isByItself = true
        return route
    }

    private static func made(_ name: StaticString, _ identifier: String) -> Response {
        Answers.json(status: .created) { $0.object { $0.field(name, identifier) } }
    }
}

extension LineService {
    /// Every line with its messages, as the interface describes `Lines`.
    func document() async -> [UInt8] {
        await refreshLines()
        let now = clock.now()
        var writer = JSONWriter(reserving: 4_096)
        writer.object {
            $0.field("time", now, decimals: 3)
            $0.field("party", party)
            $0.array("lines") { list in
                for peer in desks.keys.sorted() {
                    guard let desk = desks[peer] else { continue }
                    list.object {
                        $0.key("line")
                        desk.writeHead(lines[peer], faults: faults[peer] ?? [], at: now, to: &$0)
                        $0.array("messages") { messages in
                            let keys = desk.inOrder(desk.items.keys).suffix(Self.mostShown)
                            for key in keys { desk.write(key, at: now, to: &messages) }
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    /// No more messages of one line are shown; the journal has all.
    static let mostShown = 300
}
