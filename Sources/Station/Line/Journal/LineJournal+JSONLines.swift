import Accord
import Airspace

extension LineJournal {
    /// The journal as JSON lines, one thing that happened a line: `message` as the interface describes it, `check`, `state` or `fault`.
    var jsonLines: [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            var writer = JSONWriter()
            writer.object { object in
                object.field("at", UTCTime.string(unixSeconds: row.atUnixSeconds, fractionDigits: 3))
                object.field("between", "\(desk.terms.party) \(desk.terms.peer)")
                write(row.content, to: &object)
            }
            bytes += writer.bytes + [UInt8(ascii: "\n")]
        }
        return bytes
    }

    private func write(_ content: Content, to writer: inout JSONWriter) {
        switch content {
        case .message(let key):
            writer.key("message")
            desk.write(key, at: drawnUpUnixSeconds, to: &writer)
        case .check(let check, let answer):
            writer.object("check") {
                $0.field("id", check.key.identifier)
                $0.field("from", desk.party(check.key.side))
                $0.field("person", check.isForPersons)
                $0.field("readability", answer?.readability)
                $0.field("answeredAt", answer?.mark.atUnixSeconds, decimals: 3)
                $0.field("by", answer?.mark.by?.name)
            }
        case .statement(let side, let statement):
            writer.object("state") {
                $0.field("party", desk.party(side))
                $0.field("state", statement.state.rawValue)
                $0.field("reason", statement.reason)
                $0.field("by", statement.mark.by?.name)
            }
        case .fault(let fault):
            writer.object("fault") {
                $0.field("record", fault.reference.origin)
                $0.field("index", Int(clamping: fault.reference.index))
                $0.field("reason", fault.reason)
            }
        }
    }
}
