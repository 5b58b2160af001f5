import Accord
import Airspace
public import Exercise
import Separation

/// A debrief as one page, made to be printed and handed over: no script, nothing fetched.
public struct DebriefPage: Sendable {
    private let debrief: Debrief
    private let records: [String]

    /// A page. `records` says, a sentence each, what verifying the records proved.
    public init(_ debrief: Debrief, records: [String]) {
        self.debrief = debrief
        self.records = records
    }

    /// The page.
    public var html: String {
        let plan = debrief.log.plan
        let plot = DebriefPlot(debrief)
        var body = "<main>\n<h1>Debrief: \(plan.title.english.escapedForHTML)</h1>\n"
        body += "<p class=\"sub\" lang=\"ru\">Разбор: \(plan.title.russian.escapedForHTML)</p>\n"
        body +=
            "<p>\(SaidValue(.english).time(debrief.log.startUnixSeconds)), run <code>\(debrief.log.run.escapedForHTML)</code>"
        body += (debrief.log.isSimulated ? ", simulated / моделирование" : "")
        body += (debrief.log.isEnded ? "" : ", not ended / не завершён") + "</p>\n"
        body +=
            "<div class=\"verdict\">\(debrief.verdict.english.escapedForHTML)<br><span lang=\"ru\">\(debrief.verdict.russian.escapedForHTML)</span></div>\n"
        body += accounts
        body +=
            "<figure>\(plot.svg)<figcaption>Solid and dashed: each side's own data; dotted: the shared data; bars: 95 %; grey: no data; "
        body +=
            "numbers: cards. / Сплошная и штриховая — данные сторон; точечная — общие данные; отрезки — 95 %; серым — данных нет; "
        body += "цифры — карточки.</figcaption></figure>\n<figure>\(plot.planView)</figure>\n"
        body += cards + differences + gaps + timeline + recordSection
        return ExerciseStyle.html(
            title: "Debrief: " + plan.title.english, css: ExerciseStyle.page, body: body + "</main>")
    }

    private static func heading(_ english: String, _ russian: String) -> String {
        "<h2>\(english)<span lang=\"ru\">\(russian)</span></h2>\n"
    }

    private static func miles(_ metres: Double?) -> String {
        metres.map { ($0 / 1852).written(3) + " NM" } ?? "—"
    }

    private static func clock(_ unixSeconds: Double) -> String {
        String(UTCTime.string(unixSeconds: unixSeconds).dropFirst(11).dropLast())
    }

    private var accounts: String {
        var html = Self.heading("Closest approach", "Наименьшее расстояние")
        html +=
            "<table><thead><tr><th class=\"who\">data</th><th class=\"who\" lang=\"ru\">данные</th><th class=\"n\">measured / измерено</th>"
        html +=
            "<th class=\"n\">95 %: low / нижн.</th><th class=\"n\">high / верхн.</th><th class=\"t\">time, UTC</th><th>complete / полнота</th></tr></thead><tbody>\n"
        for account in debrief.accounts {
            html +=
                "<tr><td>\(account.name.english.escapedForHTML)</td><td lang=\"ru\">\(account.name.russian.escapedForHTML)</td>"
            html += "<td class=\"n\"><strong>\(Self.miles(account.metres))</strong></td>"
            html += "<td class=\"n\">\(Self.miles(account.interval?.lowMetres))</td>"
            html += "<td class=\"n\">\(Self.miles(account.interval?.highMetres))</td>"
            html += "<td class=\"t\">\(account.unixSeconds.map(Self.clock) ?? "—")</td>"
            let complete = account.interval.map { interval in
                interval.isComplete
                    ? "yes / да" : "\(interval.measuredSeconds) / \(interval.windowSeconds) s"
            }
            html += "<td>\(complete ?? "not measured again / без проверки")</td></tr>\n"
        }
        if debrief.accounts.isEmpty { html += "<tr><td colspan=\"7\">no data / данных нет</td></tr>" }
        return html + "</tbody></table>\n"
    }

    private var cards: String {
        var html =
            Self.heading("Cards", "Карточки")
            + "<table><thead><tr><th></th><th>card</th><th lang=\"ru\">карточка</th><th class=\"t\">begun, UTC</th>"
        html += "<th>outcome / итог</th></tr></thead><tbody>\n"
        for (index, card) in debrief.cards.enumerated() {
            let words = card.card.kind.words
            html += "<tr><td>\(index + 1)</td><td>\(words.english)</td><td lang=\"ru\">\(words.russian)</td>"
            html += "<td class=\"t\">\(card.startUnixSeconds.map(Self.clock) ?? "—")</td><td>"
            if card.outcomes.isEmpty { html += "not flown / не выполнялась" }
            for outcome in card.outcomes {
                let mark = outcome.state == .passed ? "✓" : outcome.state == .failed ? "✗" : "…"
                html +=
                    "<div>\(mark) \(outcome.party.escapedForHTML): \(outcome.state.rawValue) / \(Self.russian(outcome.state))"
                if let reason = outcome.reason.map(Debrief.Card.words) {
                    html += " — \(reason.english.escapedForHTML)"
                    if reason.russian != reason.english { html += " / \(reason.russian.escapedForHTML)" }
                }
                html += "</div>"
            }
            html += "</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private static func russian(_ state: CardBody.State) -> String {
        switch state {
        case .started: "начата"
        case .passed: "выполнена"
        case .failed: "не выполнена"
        }
    }

    private var differences: String {
        guard !debrief.differences.isEmpty else { return "" }
        var html = Self.heading("Where the data differ, and why", "Расхождения и их причины") + "<table><tbody>\n"
        for difference in debrief.differences {
            html +=
                "<tr><td class=\"pair\">\(difference.english.escapedForHTML)</td><td class=\"pair\" lang=\"ru\">\(difference.russian.escapedForHTML)</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private var gaps: String {
        guard !debrief.gaps.isEmpty else { return "" }
        var html =
            Self.heading("Gaps", "Пропуски") + "<table><thead><tr><th>data</th><th>of</th><th class=\"t\">from</th>"
        html += "<th class=\"t\">until</th><th class=\"n\">s</th><th>why</th></tr></thead><tbody>\n"
        for gap in debrief.gaps.prefix(500) {
            html += "<tr><td>\(gap.source.english.escapedForHTML) / \(gap.source.russian.escapedForHTML)</td>"
            html +=
                "<td>\(gap.participant.escapedForHTML)</td><td class=\"t\">\(Self.clock(Double(gap.seconds.lowerBound)))</td>"
            html +=
                "<td class=\"t\">\(Self.clock(Double(gap.seconds.upperBound)))</td><td class=\"n\">\(gap.seconds.count)</td>"
            html += "<td>\((gap.flaw ?? "no data / данных нет").escapedForHTML)</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private var timeline: String {
        var html =
            Self.heading("Timeline", "Хронология")
            + "<table><thead><tr><th class=\"t\">UTC</th><th>by</th><th>event</th>"
        html += "<th lang=\"ru\">событие</th></tr></thead><tbody>\n"
        for item in debrief.timeline.prefix(5_000) {
            html +=
                "<tr\(item.isAdverse ? " class=\"bad\"" : "")><td class=\"t\">\(Self.clock(item.atUnixSeconds))</td>"
            html += "<td>\(item.party.escapedForHTML)</td><td>\(item.text.english.escapedForHTML)</td>"
            html += "<td lang=\"ru\">\(item.text.russian.escapedForHTML)</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private var recordSection: String {
        var html = Self.heading("Records", "Записи")
        for record in records { html += "<p>\(record.escapedForHTML)</p>\n" }
        return html + "<p class=\"foot\">A record proves what was written and when, not that it is true. / "
            + "Запись доказывает, что и когда было внесено, а не то, что это правда.</p>"
    }
}
