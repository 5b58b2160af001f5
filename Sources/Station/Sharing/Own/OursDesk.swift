import Accord
import Hummingbird
import Synchronization

/// Keeps the list of own aircraft: planners change it, and everything that tells ours from others asks it.
final class OursDesk: Sendable {
    private let store: OursStore
    private let log: ActLog
    private let known: Mutex<OursList>

    /// The list as it is on disk.
    init(_ context: NodeContext) async throws {
        store = try OursStore(context.database)
        log = context.log
        known = Mutex(try await store.list())
    }

    /// The list now.
    var list: OursList { known.withLock { $0 } }

    /// Puts a line on the list.
    ///
    /// - Throws: `Problem` for a pattern that names no aircraft; 500 when the decision could not be written down.
    func add(_ text: String, from: Double?, until: Double?, note: String, by person: Person) async throws {
        guard OursList.pattern(text) != nil else {
            throw Problem.badRequest(
                "“pattern” must be an address such as 3949ea, a call sign such as WEST11 or WEST*, or id: and an identifier"
            )
        }
        try await log.decision(
            "ours", about: text, reason: note.isEmpty ? nil : note, untilUnixSeconds: until, details: "put on the list",
            by: person)
        _ = try await store.add(text, from: from, until: until, note: note, by: person)
        try await refresh()
    }

    /// Takes a line off the list.
    ///
    /// - Throws: `Problem` 404 when there is none; 500 when the decision could not be written down.
    func remove(_ number: Int64, by person: Person) async throws {
        guard let line = list.lines.first(where: { $0.number == number }) else {
            throw Problem.notFound("the list has no line \(number)")
        }
        try await log.decision("ours", about: line.pattern.description, details: "taken off the list", by: person)
        _ = try await store.remove(number)
        try await refresh()
    }

    private func refresh() async throws {
        let list = try await store.list()
        known.withLock { $0 = list }
    }
}

extension OursDesk {
    private static let planners: Set<Role> = [.planner, .administrator]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/ours") { [self] call in
                try call.allowQuery()
                return Answers.json { list.write(to: &$0) }
            },
            Route(method: "POST", template: "/api/ours", roles: Self.planners) { [self] call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["pattern", "from", "until", "note"])
                try await add(
                    fields.text("pattern", maximum: 64), from: fields.optionalNumber("from", in: -1e11...1e11),
                    until: fields.optionalNumber("until", in: -1e11...1e11),
                    note: try fields.optionalText("note", maximum: 200) ?? "", by: call.actor())
                return Answers.json(status: .created) { list.write(to: &$0) }
            },
            Route(method: "DELETE", template: "/api/ours/{number}", roles: Self.planners) { [self] call in
                try call.allowQuery()
                guard let number = Int64(call.parameters[0]) else {
                    throw Problem.notFound("the list has numbered lines")
                }
                try await remove(number, by: call.actor())
                return Answers.done
            },
        ]
    }
}

extension OursList {
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.array("ours") { list in
                for line in lines {
                    list.object {
                        $0.field("number", Int(line.number))
                        $0.field("pattern", line.pattern.description)
                        $0.field("from", line.fromUnixSeconds, decimals: 3)
                        $0.field("until", line.untilUnixSeconds, decimals: 3)
                        $0.field("note", line.note)
                        line.by.write("by", to: &$0)
                    }
                }
            }
        }
    }
}

extension Person {
    /// Writes who it is as a field.
    func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("name", self.name)
            $0.field("role", role.rawValue)
        }
    }
}

extension Call {
    /// Who acts.
    ///
    /// - Throws: `Problem` 403 where nobody has signed in: such a route is never reached without.
    func actor() throws(Problem) -> Person {
        guard let person else { throw Problem(status: 403, title: "Not allowed", detail: "sign in to do this") }
        return person
    }
}
