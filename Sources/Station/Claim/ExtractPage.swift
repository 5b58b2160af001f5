import Accord
import Crypto
import Foundation
import Inquiry

/// An extract as one page that checks itself, offline: data and script inline, everything that is shown made from what was verified.
///
/// It is red until its script has checked all there is: a byte that breaks the script leaves it red.
struct ExtractPage {
    /// A record's part of the page.
    struct Record: Sendable {
        /// The signed checkpoint with its cosignatures.
        var checkpoint: String
        /// What is released of it.
        var entries: [Entry]
    }

    /// An entry with its proof.
    struct Entry: Sendable {
        var index: UInt64
        var bytes: [UInt8]
        var hashes: [String]
    }

    let manifest: ExtractManifest
    let records: [Record]
    let report: ClaimReport?

    var html: String {
        let data = document
        let review = claimReview
        let parts = [("data", data), ("review", review), ("style", ExtractStyle.css), ("code", ExtractScript.code)]
        let hashes = parts.map { "\($0.0)=\(Self.sha256($0.1))" }.joined(separator: " ")
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"parley-parts\" content=\"\(hashes)\">"
            + "<title>Extract · Выписка · Parley</title>"
            + "<style id=\"style\">\(ExtractStyle.css)</style>"
            + "<script id=\"review\" type=\"application/ld+json\">\(review)</script></head>"
            + "<body class=\"bad\"><main id=\"page\"><h1 id=\"verdict\">NOT VERIFIED · НЕ ПРОВЕРЕНО</h1>"
            + "<p>This page checks itself with its script. If you still read this, it could not: do not rely on it.</p>"
            + "<p lang=\"ru\">Эта страница проверяет себя сама с помощью сценария. Если вы всё ещё читаете этот текст, проверка не удалась: не полагайтесь на неё.</p></main>"
            + "<script id=\"data\" type=\"application/json\">\(data)</script>"
            + "<script id=\"code\">\(ExtractScript.code)</script></body></html>\n"
    }

    /// All that the page shows, as JSON that can stand in a page.
    private var document: String {
        var json = JSONWriter()
        json.object { json in
            json.field("query", manifest.query)
            json.array("approvedBy") { json in for person in manifest.approvedBy { json.value(person) } }
            json.array("records") { json in
                for (record, part) in zip(manifest.records, records) {
                    json.object { json in
                        json.field("origin", record.origin)
                        json.field("key", record.key)
                        json.array("witnesses") { json in for key in record.witnesses { json.value(key) } }
                        json.field("checkpoint", part.checkpoint)
                        json.array("withheld") { json in
                            for (type, count) in record.withheld.sorted(by: { $0.key < $1.key }) {
                                json.object { json in
                                    json.field("type", type)
                                    json.field("count", count)
                                }
                            }
                        }
                        json.array("entries") { json in
                            for entry in part.entries { write(entry, to: &json) }
                        }
                    }
                }
            }
            json.array("findings") { json in
                for (finding, proposition) in zip(report?.findings ?? [], report?.claim.propositions ?? []) {
                    json.object { json in
                        json.field("id", finding.id)
                        json.field("verdict", finding.verdict.rawValue)
                        let words = ClaimWording.verdict(finding.verdict)
                        json.field("verdictEn", words.english)
                        json.field("verdictRu", words.russian)
                        json.field("text", proposition.text)
                        json.field("en", finding.sentence.english)
                        json.field("ru", finding.sentence.russian)
                    }
                }
            }
            if let report {
                let said = ClaimWording.said(report.claim)
                json.field("saidEn", said.english)
                json.field("saidRu", said.russian)
            }
        }
        return Self.inline(json.text)
    }

    private func write(_ entry: Entry, to json: inout JSONWriter) {
        json.object { json in
            json.field("index", Int(clamping: entry.index))
            json.field("bytes", Data(entry.bytes).base64EncodedString())
            json.array("proof") { json in for hash in entry.hashes { json.value(hash) } }
        }
    }

    /// The findings as schema.org ClaimReview, for those who gather them.
    private var claimReview: String {
        var json = JSONWriter()
        json.array { json in
            guard let report else { return }
            for (finding, proposition) in zip(report.findings, report.claim.propositions) {
                json.object { json in
                    json.field("@context", "https://schema.org")
                    json.field("@type", "ClaimReview")
                    json.field("claimReviewed", proposition.text ?? finding.sentence.english)
                    json.field("reviewBody", finding.sentence.english)
                    json.object("author") { json in
                        json.field("@type", "Organization")
                        json.field(
                            "name", manifest.approvedBy.isEmpty ? "Parley" : manifest.approvedBy.joined(separator: ", ")
                        )
                    }
                    json.object("itemReviewed") { json in
                        json.field("@type", "Claim")
                        json.object("author") { json in
                            json.field("@type", "Organization")
                            json.field("name", report.claim.by)
                        }
                        json.field(
                            "datePublished", report.claim.saidUnixSeconds.map { EntryTime(unixSeconds: $0).text })
                        json.field("appearance", report.claim.source)
                    }
                    json.object("reviewRating") { json in
                        json.field("@type", "Rating")
                        json.field("alternateName", ClaimWording.verdict(finding.verdict).english)
                        // Only what is decided has a place on a scale.
                        if finding.verdict == .supported || finding.verdict == .contradicted {
                            json.field("ratingValue", finding.verdict == .supported ? 5 : 1)
                            json.field("worstRating", 1)
                            json.field("bestRating", 5)
                        }
                    }
                }
            }
        }
        return Self.inline(json.text)
    }

    /// JSON as it may stand between script tags: nothing in it ends the element or begins a comment.
    private static func inline(_ json: String) -> String {
        json.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
            .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
    }

    private static func sha256(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// The looks of an extract's page: red until it is verified, and told by words as well.
enum ExtractStyle {
    static let css = """
        body{font:11pt/1.5 "Noto Sans","DejaVu Sans",system-ui,sans-serif;margin:0;color:#15181c;background:#fff}
        main{max-width:62rem;margin:0 auto;padding:1.2rem}
        h1{font-size:1.35rem;margin:0 0 .8rem;padding:.7rem 1rem;border-radius:4px;color:#fff}
        body.bad{background:#b3261e}body.bad main{background:#fff;border:.6rem solid #b3261e}body.bad h1{background:#b3261e}
        body.good h1{background:#1f6b3a}
        h2{font-size:1.05rem;margin:1.4rem 0 .3rem;border-bottom:1px solid #c9ced6;overflow-wrap:anywhere}
        .both{display:grid;grid-template-columns:1fr 1fr;gap:0 1.2rem}.both p{margin:.2rem 0}
        table{border-collapse:collapse;width:100%;font-size:.8rem}td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #dfe3e8;vertical-align:top}
        td.body{overflow-wrap:anywhere;font-family:"DejaVu Sans Mono",monospace;font-size:.72rem}
        .small{font-size:.82rem;color:#333b45;overflow-wrap:anywhere}.problem{color:#b3261e;font-weight:600}
        .badge{border:1.5px solid #15181c;border-radius:3px;padding:0 .4rem;font-size:.85rem;font-weight:600}
        @page{size:A4;margin:15mm}@media (max-width:40rem){.both{grid-template-columns:1fr}}
        """
}
