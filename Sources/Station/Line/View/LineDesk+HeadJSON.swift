import Accord
import Phraseology

extension LineDesk {
    /// The party of a side.
    func party(_ side: LineSide) -> String { side == .ours ? terms.party : terms.peer }

    /// Writes the state of the line as the interface describes `LineHead`.
    func writeHead(
        _ carrier: LineCarrier?, faults: [LineService.Fault], at seconds: Double, to writer: inout JSONWriter
    ) {
        writer.object { object in
            object.field("peer", terms.peer)
            object.field("party", terms.party)
            object.field("agreement", carrier?.agreement)
            object.field("flow", carrier?.flow.word ?? "none")
            object.field("messagesFlow", carrier?.letsMessagesThrough ?? false)
            if let suspension = carrier?.suspension {
                object.object("agreementSuspended") {
                    $0.field("by", suspension.party)
                    $0.field("since", suspension.sinceUnixSeconds, decimals: 3)
                    $0.field("reason", suspension.reason)
                }
            }
            object.field("link", carrier?.link)
            object.field("clockOffsetSeconds", carrier?.clockOffsetSeconds, decimals: 1)
            object.field("state", standing.word(at: seconds, answerWithin: terms.answerWithinSeconds).rawValue)
            object.field("checkIntervalSeconds", terms.checkIntervalSeconds, decimals: 0)
            writeTest(to: &object)
            writeStatements(to: &object)
            writeWaiting(to: &object)
            writeAdvisory(to: &object)
            object.array("faults") { list in
                for fault in faults {
                    list.object {
                        $0.field("at", fault.atUnixSeconds, decimals: 3)
                        $0.field("record", fault.reference.origin)
                        $0.field("index", Int(clamping: fault.reference.index))
                        $0.field("reason", fault.reason)
                    }
                }
            }
        }
    }

    private func writeTest(to writer: inout JSONWriter) {
        guard let test = standing.lastTest else { return }
        writer.object("lastTest") {
            $0.field("at", test.answer.mark.atUnixSeconds, decimals: 3)
            $0.field("askedAt", test.check.mark.atUnixSeconds, decimals: 3)
            $0.field("askedBy", party(test.check.key.side))
            $0.field("readability", test.answer.readability)
            $0.field("person", test.check.isForPersons)
            $0.field("by", test.answer.mark.by?.name)
        }
    }

    private func writeStatements(to writer: inout JSONWriter) {
        writer.array("statements") { list in
            for side in LineSide.allCases {
                guard let statement = standing.statements[side] else { continue }
                list.object {
                    $0.field("party", party(side))
                    $0.field("state", statement.state.rawValue)
                    $0.field("since", statement.mark.atUnixSeconds, decimals: 3)
                    $0.field("reason", statement.reason)
                    $0.field("by", statement.mark.by?.name)
                }
            }
        }
    }

    private func writeWaiting(to writer: inout JSONWriter) {
        writer.array("checks") { list in
            for check in standing.unanswered where check.isForPersons {
                list.object {
                    $0.field("check", check.key.identifier)
                    $0.field("side", check.key.side.rawValue)
                    $0.field("at", check.mark.atUnixSeconds, decimals: 3)
                }
            }
        }
    }

    private func writeAdvisory(to writer: inout JSONWriter) {
        let (hold, since) = advisories.hold
        guard hold.isActive, let since else { return }
        writer.object("advisory") {
            $0.field("by", party(since.side))
            $0.field("since", since.atUnixSeconds, decimals: 3)
        }
    }
}

extension AgreementFlow {
    /// The word for it in the interface.
    var word: String {
        switch self {
        case .none: "none"
        case .inForce: "in-force"
        case .suspended: "suspended"
        case .ended: "ended"
        }
    }
}

extension LineCarrier {
    /// Whether messages may be written now.
    var letsMessagesThrough: Bool {
        switch flow {
        case .inForce: true
        case .suspended(let owed): owed.contains(.messages)
        case .none, .ended: false
        }
    }
}
