import Accord
import Airspace
import Hummingbird

/// “What had you been told by 09:24?”
struct KnownRoutes: Sendable {
    let query: KnownQuery
    let context: NodeContext

    /// How far back an answer reaches when nobody says, seconds.
    private static let defaultSeconds = 86_400.0

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/known") { call in
                try call.allowQuery("by", "at", "since")
                guard let party = call.query["by"], RecordOrigin.isName(party) else {
                    throw Problem.badRequest("“by” must name a party")
                }
                let time = try call.unixTime("at") ?? context.clock.now()
                let since = try call.unixTime("since") ?? time - Self.defaultSeconds
                guard since <= time else { throw Problem.badRequest("“since” must not be later than “at”") }
                let told = try await query.told(to: party, by: time, since: since)
                return Answers.json { writer in
                    writer.object {
                        $0.field("party", party)
                        $0.field("at", time, decimals: 3)
                        $0.field("since", since, decimals: 3)
                        $0.array("told") { list in for one in told { one.write(to: &list) } }
                    }
                }
            }
        ]
    }
}

extension KnownQuery.Told {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("writer", self.writer)
            $0.field("reader", reader)
            $0.array("entries") { list in
                for one in entries {
                    list.object {
                        Self.write(one.entry, one.reference, to: &$0)
                        $0.field("stored", one.storedUnixSeconds, decimals: 3)
                        $0.field("late", one.isLate)
                    }
                }
            }
            $0.array("unconfirmed") { list in
                for one in unconfirmed { list.object { Self.write(one.entry, one.reference, to: &$0) } }
            }
            $0.array("tracks") { list in
                for one in tracks {
                    list.object {
                        $0.field("track", one.body.track)
                        $0.field("time", one.body.time.unixSeconds, decimals: 3)
                        $0.field("lat", one.body.lat, decimals: 6)
                        $0.field("lon", one.body.lon, decimals: 6)
                        $0.field("levelFt", one.body.levelFt, decimals: 0)
                        $0.field("gridNM", one.body.gridNM, decimals: 3)
                        $0.field("record", one.reference.origin)
                        $0.field("index", Int(clamping: one.reference.index))
                    }
                }
            }
        }
    }

    private static func write(_ entry: Entry, _ reference: EntryReference, to writer: inout JSONWriter) {
        writer.field("type", entry.type)
        writer.field("written", entry.atUnixSeconds, decimals: 3)
        writer.field("record", reference.origin)
        writer.field("index", Int(clamping: reference.index))
        writer.field("body", String(decoding: entry.bodyJSON, as: UTF8.self))
    }
}
