public import Accord
import Airspace
public import Exercise
import Phraseology

/// The plan as a printed briefing, in both languages, with a map.
public struct BriefingPage: Sendable {
    private let plan: ExercisePlan
    private let sha256: String
    private let faults: [DocumentFault]

    /// A briefing. `sha256` names the document that was read.
    public init(_ plan: ExercisePlan, sha256: String, faults: [DocumentFault] = []) {
        self.plan = plan
        self.sha256 = sha256
        self.faults = faults
    }

    /// The page.
    public var html: String {
        var body = "<main>\n<h1>\(plan.title.english.escapedForHTML)</h1>\n"
        body += "<p class=\"sub\" lang=\"ru\">\(plan.title.russian.escapedForHTML)</p>\n" + facts
        if !faults.isEmpty {
            body +=
                "<div class=\"bad\"><p><strong>This plan can't be flown yet. / План пока выполнять нельзя.</strong></p><ul>"
            for fault in faults {
                body += "<li>\(fault.description.escapedForHTML)<br>"
                body += "<span lang=\"ru\">\(fault.description(in: .russian).escapedForHTML)</span></li>"
            }
            body += "</ul></div>\n"
        }
        body +=
            "<figure>\(PlanDrawing(plan).svg)<figcaption>Circles: where each card ends. Dashed circle: surface danger area. / "
        body +=
            "Кружки: где заканчивается карточка. Пунктирный круг: опасная зона на поверхности.</figcaption></figure>\n"
        for section in PlanRestatement(plan).sections { body += self.section(section) }
        body += routes
        body += "<p class=\"foot\">\(plan.identifier.escapedForHTML), version \(plan.version), under "
        body += "\(plan.agreement.escapedForHTML) · SHA-256 <code>\(sha256.escapedForHTML)</code></p>\n</main>"
        return ExerciseStyle.html(title: plan.title.english, css: ExerciseStyle.page, body: body)
    }

    private var facts: String {
        let en = SaidValue(.english)
        let times = plan.zone.times
        let clock = en.clock(times.lowerBound).dropLast(4) + "–" + en.clock(times.upperBound)
        let frequency = plan.contact.frequency(plan.contact.primary)?.text ?? "—"
        let cells = [
            (en.time(times.lowerBound).prefix { $0 != "," } + ", " + clock, "zone active", "зона действует"),
            ("\(plan.minimum.horizontal)", "minimum, WGS-84", "минимум, WGS-84"),
            ("\(frequency) MHz", "frequency \(plan.contact.primary)", "частота \(plan.contact.primary)"),
            (plan.abort.english + " / " + plan.abort.russian, "abort", "прекращение"),
        ]
        return "<div class=\"facts\">"
            + cells.map { value, english, russian in
                "<div><b>\(String(value).escapedForHTML)</b><small>\(english.escapedForHTML)</small>"
                    + "<small lang=\"ru\">\(russian.escapedForHTML)</small></div>"
            }.joined() + "</div>\n"
    }

    private func section(_ section: PlanRestatement.Section) -> String {
        var html =
            "<h2>\(section.title.english.escapedForHTML)<span lang=\"ru\">\(section.title.russian.escapedForHTML)</span></h2>\n<table><tbody>\n"
        for sentence in section.sentences {
            html += "<tr><td class=\"pair\">\(sentence.english.escapedForHTML)</td>"
            html += "<td class=\"pair\" lang=\"ru\">\(sentence.russian.escapedForHTML)</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private var routes: String {
        let flights = plan.flights
        var html =
            "<h2>Ways<span lang=\"ru\">Маршруты</span></h2>\n<table class=\"whole\"><thead><tr><th>card / карточка</th>"
        html += flights.map { "<th>\($0.callsign.escapedForHTML)</th>" }.joined() + "</tr></thead><tbody>\n"
        html += "<tr><td>start / начало</td>"
        for flight in flights {
            let text = flight.start.map { Self.point($0.position, $0.level, $0.speed) } ?? "—"
            html += "<td class=\"t\">\(text)</td>"
        }
        html += "</tr>\n"
        for (index, card) in plan.cards.enumerated() {
            html +=
                "<tr><td>\(index + 1). \(card.kind.words.english.escapedForHTML) / \(card.kind.words.russian.escapedForHTML)</td>"
            for flight in flights {
                let points = (card.routes[flight.identifier] ?? []).map { Self.point($0.position, $0.level, $0.speed) }
                html += "<td class=\"t\">\(points.isEmpty ? "—" : points.joined(separator: "<br>"))</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private static func point(_ position: GeodeticPosition, _ level: PlannedLevel, _ speed: Speed) -> String {
        "\(SaidValue.place(position)) · \(level.said) · \(speed.value.written(0)) \(speed.unit.rawValue)".escapedForHTML
    }
}
