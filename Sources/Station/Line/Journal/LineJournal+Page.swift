import Accord
import Airspace

extension LineJournal {
    /// The journal as one page to be printed, with nothing loaded from anywhere.
    var page: String {
        let title = "\(JournalWord.title.both): \(desk.terms.party) – \(desk.terms.peer)".escapedForHTML
        let drawnUp = UTCTime.string(unixSeconds: drawnUpUnixSeconds)
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title><style>\(Self.style)</style></head>
            <body><main><h1>\(title)</h1><p class="caption">\(JournalWord.drawnUp.both.escapedForHTML) \(drawnUp)</p>
            <table><thead><tr><th>UTC</th><th></th><th>English</th><th lang="ru">Русский</th><th></th></tr></thead>
            <tbody>
            \(rows.map(self.row).joined(separator: "\n"))
            </tbody></table></main></body></html>

            """
    }

    private func row(_ row: Row) -> String {
        let time = UTCTime.string(unixSeconds: row.atUnixSeconds).dropLast().split(separator: "T").joined(
            separator: "<br>")
        let cells: (who: String, english: String, russian: String, times: String)
        switch row.content {
        case .message(let key): cells = message(key)
        case .check(let check, let answer):
            let word = check.isForPersons ? JournalWord.personalCheck : JournalWord.check
            let said = answer.map { " \($0.readability), \($0.mark.by?.name ?? "")" }
            func cell(_ word: String, _ readability: String, _ none: String) -> String {
                (word + ": " + (said.map { readability + $0 } ?? none)).escapedForHTML
            }
            cells = (
                desk.party(check.key.side).escapedForHTML,
                cell(word.english, JournalWord.readability.english, JournalWord.noAnswer.english),
                cell(word.russian, JournalWord.readability.russian, JournalWord.noAnswer.russian),
                answer.map { Self.clock($0.mark.atUnixSeconds) } ?? ""
            )
        case .statement(let side, let statement):
            let word = JournalWord.state(statement.state)
            let reason = (statement.reason.map { ": \($0)" } ?? "") + (statement.mark.by.map { " (\($0.name))" } ?? "")
            cells = (
                desk.party(side).escapedForHTML, (word.english + reason).escapedForHTML,
                (word.russian + reason).escapedForHTML, ""
            )
        case .fault(let fault):
            cells = (
                desk.terms.peer.escapedForHTML, "\(JournalWord.fault.english): \(fault.reason)".escapedForHTML,
                JournalWord.fault.russian, "\(fault.reference.origin) \(fault.reference.index)".escapedForHTML
            )
        }
        return "<tr><td class=\"t\">\(time)</td><td class=\"who\">\(cells.who)</td><td>\(cells.english)</td>"
            + "<td lang=\"ru\">\(cells.russian)</td><td class=\"times\">\(cells.times)</td></tr>"
    }

    private func message(_ key: LineKey) -> (who: String, english: String, russian: String, times: String) {
        guard let facts = MessageFacts(key, of: desk) else { return ("", "", "", "") }
        func cell(_ language: String, _ pick: (JournalWord) -> String) -> String {
            var lines: [String] = []
            if let words = facts.words.first(where: { $0.language == language })?.text {
                lines.append("<b>\(words.escapedForHTML)</b>")
            }
            if let free = facts.free {
                lines.append("\(pick(.untranslated).escapedForHTML): “\(free.escapedForHTML)”")
            }
            lines += (facts.remarks + facts.differences + [facts.outcome].compactMap(\.self)).map {
                pick($0).escapedForHTML
            }
            return lines.joined(separator: "<br>")
        }
        let who =
            "\(facts.direction.escapedForHTML)<br>\(facts.by.escapedForHTML)<br><code>\(facts.identifier.escapedForHTML)</code>"
        let times = facts.times.map { word, seconds in
            let person = word.english == "read" ? facts.reader.map { " \($0)" } ?? "" : ""
            return "\(Self.clock(seconds)) \(word.both.escapedForHTML)\(person.escapedForHTML)"
        }
        return (who, cell("en", \.english), cell("ru", \.russian), times.joined(separator: "<br>"))
    }

    private static let style = """
        @page{size:A4 landscape;margin:12mm}
        body{font:9.5pt/1.4 "Noto Sans","DejaVu Sans",system-ui,sans-serif;color:#15181c;background:#fff;margin:0}
        main{max-width:76rem;margin:0 auto;padding:1rem}h1{font-size:1.4rem;margin:0 0 .2rem}
        .caption{color:#4a525c;margin:.2rem 0 .6rem}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #c9ced6}
        thead{display:table-header-group}tr{break-inside:avoid}.t,.times{white-space:nowrap;font-size:.88em}
        .who{white-space:nowrap}code{font-family:"DejaVu Sans Mono",monospace;font-size:.88em}
        @media print{main{padding:0;max-width:none}}
        """
}
