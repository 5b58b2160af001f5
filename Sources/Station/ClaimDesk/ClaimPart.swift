import Accord
import Hummingbird
import Inquiry

/// Claims as a part of the node: what was claimed, who said what of it, and what is released to outsiders.
struct ClaimPart: NodePart {
    let routes: [Route]
    let entryHandlers: [any EntryHandler]

    init(_ context: NodeContext, exchange: ExchangePart, sharing: SharingPart) {
        let desk = ClaimDesk(context, exchange: exchange, shelf: sharing.shelf, sender: sharing.sender)
        routes = Self.routes(desk) + ReleaseRoutes(desk: ReleaseDesk(context, index: exchange.index)).routes
        entryHandlers = [desk]
    }

    /// Only who speaks for the party may answer for it.
    private static let speakers: Set<Role> = [.spokesperson]

    private static func routes(_ desk: ClaimDesk) -> [Route] {
        [
            Route(method: "GET", template: "/api/claims") { call in
                try call.allowQuery()
                let claims = await desk.claims.sorted { $0.key < $1.key }
                return Answers.json { writer in
                    writer.object {
                        $0.array("claims") { list in
                            for (sha256, standing) in claims { standing.write(sha256, to: &list) }
                        }
                    }
                }
            },
            Route(method: "POST", template: "/api/claims", roles: speakers) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["document", "answer", "proposition", "agreement"])
                guard let answer = ClaimAnswerBody.Answer(rawValue: try fields.text("answer", maximum: 16)) else {
                    throw fields.missing("answer", "affirm, deny or no-comment")
                }
                let given = ClaimDesk.Answer(
                    bytes: try fields.document("document"), answer: answer,
                    proposition: try fields.optionalText("proposition", maximum: 120),
                    agreement: try fields.optionalText("agreement", maximum: 64))
                let sha256 = try await desk.answer(given, by: try call.actor())
                return Answers.json(status: .created) { $0.object { $0.field("sha256", sha256) } }
            },
        ]
    }
}

extension ClaimDesk.Standing {
    fileprivate func write(_ sha256: String, to writer: inout JSONWriter) {
        writer.object {
            $0.field("sha256", sha256)
            $0.field("by", claim?.by)
            $0.field("said", claim?.saidUnixSeconds, decimals: 0)
            $0.field("source", claim?.source)
            $0.array("propositions") { list in claim?.propositions.forEach { list.value($0.id) } }
            $0.array("putBy") { list in
                for put in putBy {
                    list.object {
                        $0.field("party", put.party)
                        $0.field("agreement", put.agreement)
                        $0.field("at", put.atUnixSeconds, decimals: 3)
                    }
                }
            }
            $0.array("answers") { list in
                for answer in answers {
                    list.object {
                        $0.field("party", answer.party)
                        $0.field("agreement", answer.agreement)
                        $0.field("answer", answer.answer.rawValue)
                        $0.field("proposition", answer.proposition)
                        $0.field("at", answer.atUnixSeconds, decimals: 3)
                        answer.by.write("by", to: &$0)
                    }
                }
            }
        }
    }
}
