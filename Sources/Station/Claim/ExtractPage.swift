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

    private let manifest: ExtractManifest
    private let records: [Record]
    private let report: ClaimReport?
    /// What was found, in words that name no aircraft but those that the release is about.
    private let sentences: [BilingualText]

    init(manifest: ExtractManifest, records: [Record], report: ClaimReport?, aircraft: AircraftNames) {
        self.manifest = manifest
        self.records = records
        self.report = report
        var aircraft = aircraft
        sentences = (report?.findings ?? []).map { finding in
            BilingualText(
                english: aircraft.veiled(finding.sentence.english, as: "aircraft"),
                russian: aircraft.veiled(finding.sentence.russian, as: "борт"))
        }
    }

    /// The page. It is written exactly as a browser writes a parsed page out again, so that its script can compare the two: all of it
    /// but its own hash is hashed.
    var html: String {
        let page = root(hash: "")
        return "<!DOCTYPE html>" + root(hash: Self.sha256(page + "</body></html>"))
    }

    private func root(hash: String) -> String {
        "<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"parley-sha256\" content=\"\(hash)\">"
            + "<title>Extract · Выписка · Parley</title>"
            + "<style>\(ExtractStyle.css)</style>"
            + "<script type=\"application/ld+json\">\(claimReview)</script></head>"
            + "<body class=\"bad\" style=\"background:#b3261e\"><main id=\"page\"><h1>NOT VERIFIED · НЕ ПРОВЕРЕНО</h1>"
            + "<p>This page checks itself with its script. If you still read this, it could not: do not rely on it.</p>"
            + "<p lang=\"ru\">Эта страница проверяет себя сама с помощью сценария. Если вы всё ещё читаете этот текст, проверка не удалась: не полагайтесь на неё.</p></main>"
            + "<script id=\"data\" type=\"application/json\">\(document)</script>"
            + "<script>\(ExtractScript.code)</script>"
    }

    private var findings: [(Finding, Proposition)] {
        Array(zip(report?.findings ?? [], report?.claim.propositions ?? []))
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
                for (number, (finding, proposition)) in findings.enumerated() {
                    json.object { json in
                        json.field("id", finding.id)
                        json.field("verdict", finding.verdict.rawValue)
                        let words = ClaimWording.verdict(finding.verdict)
                        json.field("verdictEn", words.english)
                        json.field("verdictRu", words.russian)
                        json.field("text", proposition.text)
                        json.field("en", sentences[number].english)
                        json.field("ru", sentences[number].russian)
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
            for (number, (finding, proposition)) in findings.enumerated() {
                let sentence = sentences[number].english
                json.object { json in
                    json.field("@context", "https://schema.org")
                    json.field("@type", "ClaimReview")
                    json.field("claimReviewed", proposition.text ?? sentence)
                    json.field("reviewBody", sentence)
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
