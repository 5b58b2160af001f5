import Accord
import Inquiry

/// A finding as a line of JSON.
enum ClaimLines {
    static func line(_ finding: Finding) -> String {
        var json = JSONWriter()
        json.object { json in
            json.field("id", finding.id)
            json.field("kind", finding.kind)
            json.field("finding", finding.verdict.rawValue)
            number("low", finding.low, in: &json)
            number("high", finding.high, in: &json)
            if let unit = finding.unit { json.field("unit", unit) } else { json.null("unit") }
            number("confidence", finding.confidence, in: &json)
            json.array("reasons") { json in for reason in finding.reasons { json.value(reason.rawValue) } }
            json.array("entries") { json in
                for entry in finding.entries {
                    json.object { json in
                        json.field("record", entry.record)
                        json.field("index", Int(clamping: entry.index))
                    }
                }
            }
            text("sentence", finding.sentence, in: &json)
            if let numbers = finding.numbers { text("numbers", numbers, in: &json) }
            list("missing", finding.missing, in: &json)
            list("settles", finding.settles, in: &json)
        }
        return json.text
    }

    private static func number(_ name: StaticString, _ value: Double?, in json: inout JSONWriter) {
        if let value, value.isFinite { json.field(name, value, decimals: 2) } else { json.null(name) }
    }

    private static func text(_ name: StaticString, _ text: BilingualText, in json: inout JSONWriter) {
        json.object(name) { json in
            json.field("en", text.english)
            json.field("ru", text.russian)
        }
    }

    private static func list(_ name: StaticString, _ texts: [BilingualText], in json: inout JSONWriter) {
        json.array(name) { json in
            for text in texts {
                json.object { json in
                    json.field("en", text.english)
                    json.field("ru", text.russian)
                }
            }
        }
    }
}
