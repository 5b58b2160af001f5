import Accord
import Hummingbird

/// The agreements, as people see and change them.
struct AgreementRoutes: Sendable {
    let desk: AgreementDesk
    let context: NodeContext

    private static let signers: Set<Role> = [.planner, .administrator]

    var routes: [Route] { reading + acting }

    private var reading: [Route] {
        [
            Route(method: "GET", template: "/api/agreements") { call in
                try call.allowQuery()
                let all = await desk.standings.values.sorted { $0.identifier < $1.identifier }
                let now = context.clock.now()
                return Answers.json {
                    $0.object {
                        $0.field("party", context.party)
                        $0.array("agreements") { list in for one in all { one.write(at: now, to: &list) } }
                    }
                }
            },
            Route(method: "GET", template: "/api/agreements/{id}/{sha256}") { call in
                try call.allowQuery()
                let (standing, document) = try await desk.version(call.parameters[1], of: call.parameters[0])
                let (current, answered) = standing.references(for: document, at: context.clock.now())
                return Answers.json { document.write(comparedWith: current, answering: answered, to: &$0) }
            },
            Route(method: "POST", template: "/api/agreements/check", roles: Access.everyRole) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["document", "counters"])
                let check = AgreementCheck(
                    try fields.document("document"), nowUnixSeconds: context.clock.now(),
                    certificateTerm: CertificateTerm.of)
                let countered = try await countered(
                    by: check, try fields.optionalText("counters", maximum: 64))
                return Answers.json { check.write(comparedWith: countered, to: &$0) }
            },
        ]
    }

    private var acting: [Route] {
        [
            Route(method: "POST", template: "/api/agreements", roles: Self.signers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["document", "counters", "note"])
                let draft = AgreementDesk.Draft(
                    bytes: try fields.document("document"), counters: try fields.optionalText("counters", maximum: 64),
                    note: try fields.optionalText("note", maximum: 500))
                let sha256 = try await desk.propose(draft, by: try call.actor())
                return Answers.json(status: .created) { $0.object { $0.field("sha256", sha256) } }
            },
            Route(method: "POST", template: "/api/agreements/{id}/sign", roles: Self.signers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["sha256"])
                try await desk.sign(
                    fields.text("sha256", maximum: 64), of: call.parameters[0], by: try call.actor())
                return Answers.done
            },
            Route(method: "POST", template: "/api/agreements/{id}/suspend", roles: Self.signers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["reason"])
                let body = AgreementSuspendedBody(
                    agreement: call.parameters[0], reason: try fields.text("reason", maximum: 500),
                    by: try call.actor())
                try await desk.act(body, on: call.parameters[0])
                return Answers.done
            },
            Route(method: "POST", template: "/api/agreements/{id}/resume", roles: Self.signers) { call in
                try call.allowQuery()
                _ = try RequestFields(call.body, known: [])
                let body = AgreementResumedBody(agreement: call.parameters[0], by: try call.actor())
                try await desk.act(body, on: call.parameters[0])
                return Answers.done
            },
            Route(method: "POST", template: "/api/agreements/{id}/end", roles: Self.signers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["reason"])
                let body = AgreementEndedBody(
                    agreement: call.parameters[0], reason: try fields.text("reason", maximum: 500),
                    by: try call.actor())
                try await desk.act(body, on: call.parameters[0])
                return Answers.done
            },
            Route(method: "POST", template: "/api/agreements/{id}/meetings", roles: Self.signers) { call in
                try call.allowQuery()
                try await desk.act(try meeting(call), on: call.parameters[0])
                return Answers.done
            },
        ]
    }

    /// The version that a document is to answer; nil: none, or the document can't be read.
    private func countered(by check: AgreementCheck, _ sha256: String?) async throws -> AgreementDocument? {
        guard let sha256, let agreement = check.agreement else { return nil }
        let (_, document) = try await desk.version(sha256, of: agreement.identifier)
        return document
    }

    private func meeting(_ call: Call) throws -> MeetingBody {
        let fields = try RequestFields(call.body, known: ["held", "place", "present", "agreed", "open"])
        return MeetingBody(
            held: EntryTime(unixSeconds: try fields.number("held", in: -1e11...1e11)),
            place: try fields.text("place", maximum: 200), present: try fields.texts("present"),
            agreed: try fields.texts("agreed"), open: try fields.texts("open"), by: try call.actor())
    }
}

extension RequestFields {
    /// A document of several lines, as UTF-8.
    func document(_ name: String) throws(Problem) -> [UInt8] {
        guard let text = self[name]?.asText, !text.isEmpty else { throw missing(name, "the text of a document") }
        return Array(text.utf8)
    }

    /// A list of texts without control characters; empty when it is not there.
    func texts(_ name: String) throws(Problem) -> [String] {
        guard has(name) else { return [] }
        guard case .list(let list)? = self[name], list.count <= 50 else {
            throw missing(name, "a list of at most 50 texts")
        }
        var texts: [String] = []
        for element in list {
            guard let text = element.asText, (1...500).contains(text.unicodeScalars.count),
                !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
            else { throw missing(name, "texts of 1 to 500 characters without control characters") }
            texts.append(text)
        }
        return texts
    }
}

extension JSONValue {
    /// The text that it is; nil for anything else.
    fileprivate var asText: String? {
        if case .text(let text) = self { return text }
        return nil
    }
}
