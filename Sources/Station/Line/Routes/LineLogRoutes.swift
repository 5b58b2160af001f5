import Accord
import Hummingbird

/// The journal of a line, as text, JSON lines or a page to be printed.
struct LineLogRoutes: Sendable {
    let line: LineService

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/line/{peer}/log") { call in
                try call.allowQuery("from", "to", "format", "checks")
                let format = call.query["format"] ?? "text"
                guard ["text", "jsonl", "html"].contains(format) else {
                    throw Problem.badRequest("“format” must be text, jsonl or html")
                }
                var span = try call.span()
                if call.query["from"] == nil { span = span.clamped(to: (line.clock.now() - 86_400)...Double.infinity) }
                let journal = try await LineAnswers.checking {
                    try await line.journal(of: call.parameters[0], in: span, everyCheck: call.query["checks"] == "all")
                }
                return switch format {
                case "jsonl":
                    Answers.text(
                        String(decoding: journal.jsonLines, as: UTF8.self), kind: "application/x-ndjson; charset=utf-8")
                case "html": Answers.text(journal.page, kind: "text/html; charset=utf-8")
                default: Answers.text(journal.text, kind: "text/plain; charset=utf-8")
                }
            }
        ]
    }
}

extension LineService {
    /// The journal of a line over a span of time. What is older than the desk keeps is read from the records.
    func journal(of peer: String, in span: ClosedRange<Double>, everyCheck: Bool) async throws -> LineJournal {
        let now = clock.now()
        guard let desk = desks[peer] else { throw LineError.noLine(party: peer, known: desks.keys.sorted()) }
        var past = desk
        if span.lowerBound < now - Self.keptSeconds + 3_600,
            let facts = try await carriers.history(with: peer, since: span.lowerBound)
        {
            past = LineDesk(desk.terms)
            for fact in facts { _ = past.take(fact) }
        }
        return LineJournal(past, faults: faults[peer] ?? [], in: span, everyCheck: everyCheck, at: now)
    }
}
