import Accord
import Inquiry

/// A report as one self-contained page, both languages side by side: made to be printed, no script, nothing fetched.
struct ClaimPage {
    private let report: ClaimReport

    init(_ report: ClaimReport) { self.report = report }

    var html: String {
        head + overview + table + zip(report.findings, report.claim.propositions).map { section($0, $1) }.joined()
            + meaning + "</main></body></html>\n"
    }

    private var head: String {
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<title>Findings · Выводы · Parley</title>\n<style>\(ReviewStyle.css)\(ClaimStyle.css)</style></head>\n<body><main>\n"
    }

    private var overview: String {
        var html = "<h1>Findings <span lang=\"ru\">· Выводы</span></h1>\n" + both(ClaimWording.said(report.claim))
        if let text = report.claim.text { html += "<blockquote>\(text.escapedForHTML)</blockquote>\n" }
        if !report.claim.chain.isEmpty {
            html += "<h2>Who told whom <span lang=\"ru\">· Кто кому сообщил</span></h2>\n<ol>"
            for link in report.claim.chain { html += "<li>" + both(ClaimWording.link(link)) + "</li>" }
            html += "</ol>\n"
        }
        html += "<h2>What this rests on <span lang=\"ru\">· На чём это основано</span></h2>\n"
        let isWeak = if case .recordings = report.standing { true } else { false }
        html +=
            "<div class=\"\(isWeak ? "weak" : "firm")\">" + both(ClaimWording.standing(report.standing))
            + "</div>\n<ul class=\"sources\">"
        switch report.standing {
        case .records(let names), .recordings(let names):
            for name in names { html += "<li>\(name.escapedForHTML)</li>" }
        }
        for fault in report.faults.prefix(20) { html += "<li>\(fault.escapedForHTML)</li>" }
        for note in report.notes { html += "<li>\(note.escapedForHTML)</li>" }
        return html + "</ul>\n"
    }

    private var table: String {
        var html =
            "<table><thead><tr><th class=\"id\">id</th><th>kind</th><th>finding</th><th lang=\"ru\">вывод</th><th class=\"n\">low · <span lang=\"ru\">от</span></th><th class=\"n\">high · <span lang=\"ru\">до</span></th><th>reasons · <span lang=\"ru\">причины</span></th></tr></thead><tbody>\n"
        for finding in report.findings {
            let verdict = ClaimWording.verdict(finding.verdict)
            let unit = finding.unit == "1" ? "" : finding.unit.map { " " + $0 } ?? ""
            html +=
                "<tr><td><a href=\"#\(anchor(finding))\">\(finding.id.escapedForHTML)</a></td><td>\(finding.kind.escapedForHTML)</td>"
            html += "<td>\(badge(finding.verdict, verdict.english))</td><td lang=\"ru\">\(verdict.russian)</td>"
            html += "<td class=\"n\">\(finding.low.map { $0.written(0) + unit } ?? "")</td>"
            html += "<td class=\"n\">\(finding.high.map { $0.written(0) + unit } ?? "")</td>"
            let reasons = finding.reasons.map { ClaimWording.reason($0) }
            html += "<td>\(reasons.map(\.english).joined(separator: ", "))"
            html +=
                reasons.isEmpty ? "" : "<br><span lang=\"ru\">\(reasons.map(\.russian).joined(separator: ", "))</span>"
            html += "</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private func section(_ finding: Finding, _ proposition: Proposition) -> String {
        let verdict = ClaimWording.verdict(finding.verdict)
        var html = "<section class=\"finding\" id=\"\(anchor(finding))\"><h3>\(finding.id.escapedForHTML) "
        html += badge(finding.verdict, verdict.english + " · " + verdict.russian) + "</h3>\n"
        if let text = proposition.text { html += "<blockquote>\(text.escapedForHTML)</blockquote>\n" }
        html += both(finding.sentence)
        if let numbers = finding.numbers { html += "<div class=\"small\">" + both(numbers) + "</div>" }
        let isDecided = finding.verdict == .supported || finding.verdict == .contradicted
        html += list(
            isDecided ? "To be borne in mind" : "What limits it", isDecided ? "Следует учитывать" : "Что этому мешает",
            finding.reasons.map { ClaimWording.reason($0) })
        html += list("What is missing", "Чего не хватает", finding.missing)
        html += list("What would settle it", "Что могло бы решить вопрос", finding.settles)
        if !finding.entries.isEmpty {
            html += "<p class=\"small\">Entries · <span lang=\"ru\">Записи</span>: "
            html += finding.entries.prefix(40).map { "<code>\($0.record.escapedForHTML) #\($0.index)</code>" }.joined(
                separator: ", ")
            html += finding.entries.count > 40 ? " …" : ""
            html += "</p>"
        }
        return html + "</section>\n"
    }

    private var meaning: String {
        "<h2>What a finding means <span lang=\"ru\">· Что означает вывод</span></h2>\n"
            + both(
                BilingualText(
                    english:
                        "Supported and contradicted mean that the whole interval of what is possible says so. Not determinable means that the data can't tell; it is neither a yes nor a no. No finding says why somebody did something.",
                    russian:
                        "«Подтверждается» и «опровергается» означают, что об этом говорит весь интервал возможных значений. «Установить нельзя» означает, что по этим данным решить невозможно; это ни «да», ни «нет». Ни один вывод не говорит о том, почему кто-либо так поступил."
                ))
    }

    private func list(_ english: String, _ russian: String, _ texts: [BilingualText]) -> String {
        guard !texts.isEmpty else { return "" }
        var html = "<h4>\(english) <span lang=\"ru\">· \(russian)</span></h4><ul>"
        for text in texts.prefix(50) { html += "<li>" + both(text) + "</li>" }
        return html + "</ul>\n"
    }

    private func both(_ text: BilingualText) -> String {
        "<div class=\"both\"><p>\(text.english.escapedForHTML)</p><p lang=\"ru\">\(text.russian.escapedForHTML)</p></div>\n"
    }

    /// Told by a sign and a word, not by colour alone.
    private func badge(_ verdict: Finding.Verdict, _ words: String) -> String {
        let sign =
            switch verdict {
            case .supported: "✓"
            case .contradicted: "✗"
            case .notDeterminable: "?"
            case .notCheckable: "–"
            }
        return "<span class=\"badge \(verdict.rawValue)\"><b>\(sign)</b> \(words.escapedForHTML)</span>"
    }

    private func anchor(_ finding: Finding) -> String {
        "f-"
            + String(
                String.UnicodeScalarView(
                    finding.id.unicodeScalars.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) ? $0 : "-" })
            )
    }
}

/// What findings look like beside what a review looks like.
enum ClaimStyle {
    static let css = """
        .both{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1.2rem}.both p{margin:.15rem 0;overflow-wrap:anywhere}
        .finding h3{display:flex;gap:.6rem;align-items:baseline}h4{font-size:.85rem;margin:.6rem 0 .1rem;color:#333b45;break-after:avoid}
        li{break-inside:avoid}blockquote,.sources,.small{overflow-wrap:anywhere}td{overflow-wrap:break-word}td:first-child{overflow-wrap:anywhere;min-width:7.5em}
        .badge{border:1.5px solid #15181c;border-radius:3px;padding:0 .4rem;font-size:.82rem;font-weight:600;white-space:nowrap}
        .badge.supported{background:#e3f1e6}.badge.contradicted{background:#f8e1dd}.badge.not-determinable{background:#f4efda}
        .badge.not-checkable{background:#eceef1}
        .weak,.firm{border-left:4px solid #15181c;padding:.2rem .7rem;background:#f2f3f5}.weak{border-left-style:dashed}
        blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid #c9ced6;color:#333b45}
        ul{margin:.2rem 0;padding-left:1.2rem}.sources,.small{font-size:.85rem;color:#333b45}
        @media print{section:first-of-type.finding{break-before:auto}}
        @media (max-width:40rem){.both{grid-template-columns:1fr}}
        """
}
