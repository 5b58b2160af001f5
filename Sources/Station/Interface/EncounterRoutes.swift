import Hummingbird
import Separation

/// Encounters that are over or going on, and where they lie on the time line.
struct EncounterRoutes: Sendable {
    let store: WatchStore
    let rule: MeasuringRule
    let board: PictureBoard
    let timeline: Timeline
    /// The span of the recordings; nil: live.
    let recorded: ClosedRange<Int>?

    /// The most encounters of one answer.
    private static let mostEncounters = 1_000
    private static let defaultLimit = 200

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/encounters") { call in
                try call.allowQuery("from", "to", "limit", "cursor")
                let page = try await store.encounters(query(call), rule: rule)
                return Answers.json {
                    $0.object {
                        $0.array("encounters") { list in page.documents.forEach { list.raw($0) } }
                        if let next = page.next { $0.field("next", next) } else { $0.null("next") }
                    }
                }
            },
            Route(method: "GET", template: "/api/timeline") { call in
                try call.allowQuery()
                return timeline.response(at: board.current.timeUnixSeconds)
            },
        ]
    }

    private func query(_ call: Call) throws(Problem) -> WatchStore.EncounterQuery {
        var span = try call.span()
        if let recorded, call.query["from"] == nil, call.query["to"] == nil {
            span = Double(recorded.lowerBound)...Double(recorded.upperBound)
        }
        var limit = Self.defaultLimit
        if let text = call.query["limit"] {
            guard let value = Int(text), (1...Self.mostEncounters).contains(value) else {
                throw Problem.badRequest("“limit” must be a whole number from 1 to \(Self.mostEncounters)")
            }
            limit = value
        }
        var query = WatchStore.EncounterQuery(span: span, limit: limit, after: nil)
        if let text = call.query["cursor"] {
            guard let cursor = WatchStore.EncounterQuery.Cursor(text) else {
                throw Problem.badRequest("“cursor” must be the “next” of an answer")
            }
            query.after = cursor
        }
        return query
    }
}
