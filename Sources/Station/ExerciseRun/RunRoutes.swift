import Accord
import Exercise
import Hummingbird
import Phraseology

/// A run, as people begin it, tell of it, break it off and end it.
struct RunRoutes: Sendable {
    let desk: RunDesk

    private static let leaders: Set<Role> = [.watchOfficer, .planner, .administrator]
    /// No simulated flight lasts longer, seconds.
    private static let longestSeconds = 14_400.0

    var routes: [Route] { beginning + telling }

    private var beginning: [Route] {
        [
            Route(method: "GET", template: "/api/exercise-run") { call in
                try call.allowQuery()
                return Answers.json(await desk.document())
            },
            Route(method: "POST", template: "/api/exercises/{plan}/runs", roles: Self.leaders) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["simulated", "start", "silentFrom", "silentUntil"])
                let run = try await desk.begin(
                    call.parameters[0], isSimulated: try fields.optionalTruth("simulated") ?? false,
                    silent: try Self.silence(fields),
                    start: try fields.optionalNumber("start", in: 0...1e11), by: try call.actor())
                return Answers.json(status: .created) { $0.object { $0.field("run", run) } }
            },
            Route(method: "POST", template: "/api/training", roles: Self.leaders) { call in
                try call.allowQuery()
                return try await train(call)
            },
        ]
    }

    /// Simulated flights without a run, or only when no receiver will see those of the next simulated run.
    private func train(_ call: Call) async throws -> Response {
        let fields = try RequestFields(call.body, known: ["document", "start", "silentFrom", "silentUntil"])
        await desk.setSilence(try Self.silence(fields))
        guard fields.has("document") else { return Answers.done }
        let reader = PlanReader(String(decoding: try fields.document("document"), as: UTF8.self))
        guard let plan = reader.plan, reader.faults.isEmpty else {
            throw Problem.badRequest(
                "the plan has faults: " + reader.faults.map(\.description).joined(separator: "; "))
        }
        let start = try fields.optionalNumber("start", in: 0...1e11) ?? desk.context.clock.now()
        do { try await desk.fly(plan, start: start.rounded(.down)) } catch {
            throw Problem.badRequest("\(error)")
        }
        return Answers.done
    }

    private static func silence(_ fields: RequestFields) throws -> ClosedRange<Double>? {
        guard let from = try fields.optionalNumber("silentFrom", in: 0...longestSeconds),
            let until = try fields.optionalNumber("silentUntil", in: 0...longestSeconds)
        else { return nil }
        guard from <= until else { throw fields.missing("silentUntil", "no earlier than silentFrom") }
        return from...until
    }

    private var telling: [Route] {
        [
            told("check-ins", roles: Self.leaders, ["participant", "frequency"]) { fields, person in
                .checkIn(
                    participant: try fields.identifier("participant"),
                    frequency: try fields.text("frequency", maximum: 64), by: person)
            },
            told("exchanges", roles: Self.leaders, ["participant", "language", "message", "readBack"]) {
                fields, _ in
                let message: LineMessage
                do { message = try LineMessage(parsing: try fields.text("message", maximum: 1_000)) } catch {
                    throw Problem.badRequest("\(error)")
                }
                return .said(
                    participant: try fields.identifier("participant"),
                    language: try fields.text("language", maximum: 8), elements: message.elements,
                    isReadBack: try fields.optionalTruth("readBack") ?? false)
            },
            told("contact", roles: Self.leaders, ["participant", "lost"]) { fields, person in
                .contact(
                    participant: try fields.identifier("participant"), isLost: try fields.optionalTruth("lost") ?? true,
                    by: person)
            },
            // Anyone may call it: nobody who sees danger looks for somebody with the right role first.
            told("abort", roles: Access.everyRole, ["word"]) { fields, person in
                .abort(word: try fields.optionalText("word", maximum: 64), by: person)
            },
            told("cards", roles: Self.leaders, ["card", "passed", "reason"]) { fields, person in
                guard let isPassed = try fields.optionalTruth("passed") else {
                    throw fields.missing("passed", "true or false")
                }
                return .decide(
                    card: try fields.identifier("card"), isPassed: isPassed,
                    reason: try fields.optionalText("reason", maximum: 300), by: person)
            },
            told("end", roles: Self.leaders, []) { _, person in .end(by: person) },
        ]
    }

    private func told(
        _ what: String, roles: Set<Role>, _ known: Set<String>,
        _ read: @escaping @Sendable (RequestFields, Person) throws -> RunEvent
    ) -> Route {
        Route(method: "POST", template: "/api/exercise-run/\(what)", roles: roles) { call in
            try call.allowQuery()
            let event = try read(try RequestFields(call.body, known: known), try call.actor())
            try await desk.tell(event)
            return Answers.json(await desk.document())
        }
    }
}
