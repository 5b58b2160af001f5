import Accord
import Exercise
import Hummingbird

/// The plans, as people see, propose and sign them.
struct PlanRoutes: Sendable {
    let desk: PlanDesk
    let documents: DocumentStore
    let context: NodeContext

    private static let signers: Set<Role> = [.planner, .administrator]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/exercises") { call in
                try call.allowQuery()
                let all = await desk.standings.values.sorted { $0.identifier < $1.identifier }
                let now = context.clock.now()
                return Answers.json {
                    $0.object {
                        $0.field("party", context.party)
                        $0.array("plans") { list in
                            for one in all { one.write(at: now, for: context.party, to: &list) }
                        }
                    }
                }
            },
            Route(method: "GET", template: "/api/exercises/{plan}/{sha256}") { call in
                try call.allowQuery()
                return try await restated(call.parameters[1], of: call.parameters[0])
            },
            Route(method: "POST", template: "/api/exercises", roles: Self.signers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["document", "note"])
                let sha256 = try await desk.propose(
                    try fields.document("document"), note: try fields.optionalText("note", maximum: 500),
                    by: try call.actor())
                return Answers.json(status: .created) { $0.object { $0.field("sha256", sha256) } }
            },
            Route(method: "POST", template: "/api/exercises/{plan}/sign", roles: Self.signers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["sha256"])
                try await desk.sign(
                    try fields.text("sha256", maximum: 64), of: call.parameters[0], by: try call.actor())
                return Answers.done
            },
        ]
    }

    /// A version with all that it says, in both languages: what people read before they sign it.
    private func restated(_ sha256: String, of identifier: String) async throws -> Response {
        guard let version = await desk.standings[identifier]?.versions[sha256], let plan = version.plan,
            let bytes = try await documents.document(sha256)
        else {
            throw Problem.notFound("no version of the plan \(identifier.prefix(64)) has that hash and its bytes here")
        }
        let restatement = PlanRestatement(plan)
        return Answers.json { writer in
            writer.object {
                $0.field("sha256", sha256)
                $0.field("plan", plan.identifier)
                $0.field("version", plan.version)
                $0.field("document", String(decoding: bytes, as: UTF8.self))
                $0.array("sections") { list in
                    for section in restatement.sections {
                        list.object { object in
                            section.title.write("title", to: &object)
                            object.array("sentences") { inner in
                                for sentence in section.sentences {
                                    inner.object {
                                        $0.field("en", sentence.english)
                                        $0.field("ru", sentence.russian)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension PlanStanding {
    /// Writes where it stands at a time, for the pages of a party.
    func write(at now: Double, for party: String, to writer: inout JSONWriter) {
        let signed = signed(by: party, under: nil, atUnixSeconds: now)
        writer.object {
            $0.field("plan", identifier)
            $0.field("signedVersion", signed?.number)
            $0.field("signedSha256", signed?.sha256)
            $0.array("versions") { list in
                for version in versions.values.sorted(by: { ($0.number, $0.sha256) < ($1.number, $1.sha256) }) {
                    version.write(to: &list)
                }
            }
        }
    }
}

extension PlanStanding.Version {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("sha256", sha256)
            $0.field("version", number)
            $0.field("agreement", plan?.agreement)
            plan?.title.write("title", to: &$0)
            $0.field("from", plan?.zone.times.lowerBound, decimals: 0)
            $0.field("until", plan?.zone.times.upperBound, decimals: 0)
            $0.field("expires", plan?.expiresUnixSeconds, decimals: 0)
            $0.array("parties") { list in plan?.parties.forEach { list.value($0) } }
            $0.array("signed") { list in
                for (party, signature) in signatures.sorted(by: { $0.key < $1.key }) {
                    list.object {
                        $0.field("party", party)
                        $0.field("at", signature.atUnixSeconds, decimals: 3)
                        signature.by.write("by", to: &$0)
                    }
                }
            }
            $0.array("proposals") { list in
                for proposal in proposals {
                    list.object {
                        $0.field("party", proposal.party)
                        $0.field("at", proposal.atUnixSeconds, decimals: 3)
                        $0.field("note", proposal.note)
                        proposal.by.write("by", to: &$0)
                    }
                }
            }
        }
    }
}

extension BilingualText {
    /// Writes both languages as an object of a name.
    func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("en", english)
            $0.field("ru", russian)
        }
    }
}
