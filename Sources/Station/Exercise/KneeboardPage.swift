import Accord
import Airspace
public import Exercise
import Phraseology

/// One card of paper (A5) for each crew and ground unit, in both languages: what to do, what to say, when to stop.
public struct KneeboardPage: Sendable {
    private let plan: ExercisePlan

    /// The cards of a plan.
    public init(_ plan: ExercisePlan) { self.plan = plan }

    /// All cards in one page, a sheet each.
    public var html: String {
        let holders = plan.participants.filter { $0.kind == .flight || $0.kind == .groundUnit }
        let sheets = holders.map(sheet).joined()
        return ExerciseStyle.html(
            title: plan.title.english + " · kneeboard", css: ExerciseStyle.base + Self.css, body: sheets)
    }

    private func sheet(_ holder: Participant) -> String {
        let kind = holder.kind.words
        var html =
            "<section class=\"sheet\"><header><b>\(holder.callsign.escapedForHTML)</b><span>\(kind.english.escapedForHTML) · "
        html += "<i lang=\"ru\">\(kind.russian.escapedForHTML)</i> · \(holder.party.escapedForHTML)</span></header>\n"
        html +=
            "<p class=\"title\">\(plan.title.english.escapedForHTML)<br><span lang=\"ru\">\(plan.title.russian.escapedForHTML)</span></p>"
        html += contact + (holder.kind == .flight ? limits + steps(holder) : ground(holder))
        html +=
            "<div class=\"abort\"><b>\(plan.abort.english.escapedForHTML)</b><b lang=\"ru\">\(plan.abort.russian.escapedForHTML)</b>"
        html += holder.kind == .flight ? escape(holder) : "<span>STOP · СТОП</span>"
        return html + "</div></section>\n"
    }

    private var contact: String {
        let contact = plan.contact
        let first = contact.by.flatMap { plan.participant($0)?.callsign } ?? "—"
        let time = contact.atUnixSeconds.map { SaidValue(.english).clock($0) } ?? "—"
        let altimeter = contact.altimeter.map { $0.setting == .standard ? "1013 hPa" : "\($0)" } ?? "—"
        let safety = plan.safetyController.flatMap { plan.participant($0)?.callsign } ?? "—"
        let rows = [
            ("Frequency", "Частота", "\(contact.frequency(contact.primary)?.text ?? "—") (\(contact.primary))"),
            ("Backup", "Запасная", contact.backup.map { "\(contact.frequency($0)?.text ?? "—") (\($0))" } ?? "—"),
            ("First call", "Первый вызов", "\(first), \(time)"),
            ("Altimeter", "Высотомер", altimeter),
            ("Safety", "Безопасность", safety),
        ]
        return Self.table(rows)
    }

    private var limits: String {
        let zone = plan.zone
        return Self.table([
            ("Minimum", "Минимум", "\(plan.minimum.horizontal) · < \(plan.minimum.whileVerticalBelow)"),
            ("Turn away below", "Отворот при", "\(plan.turnAway.buffer)"),
            ("Zone \(zone.name)", "Зона \(zone.name)", "\(zone.lower.said)–\(zone.upper.said)"),
        ])
    }

    private func ground(_ unit: Participant) -> String {
        Self.table([
            ("Position", "Место", unit.position.map { SaidValue.place($0) } ?? "—"),
            ("Operator", "Ответственный", unit.operatorName ?? "—"),
            ("Danger radius", "Опасный радиус", unit.dangerRadius.map { "\($0)" } ?? "—"),
        ])
            + "<p class=\"note\">The surface stays clear while the zone is active. Say the abort words if anyone comes near.<br>"
            + "<span lang=\"ru\">Пока зона действует, на поверхности никого. При появлении посторонних — команда на прекращение.</span></p>"
    }

    private func steps(_ crew: Participant) -> String {
        var html = "<table class=\"steps\"><tbody>"
        for (index, card) in plan.cards.enumerated() where card.crews.contains(crew.identifier) {
            let words = card.kind.words
            html +=
                "<tr><th>\(index + 1)</th><td><b>\(words.english.escapedForHTML)</b> · <span lang=\"ru\">\(words.russian.escapedForHTML)</span>"
            html += "<div>"
            for point in card.routes[crew.identifier] ?? [] {
                html +=
                    "<div class=\"point\">→ \(SaidValue.place(point.position).escapedForHTML) · \(point.level.said) · "
                html += "\(point.speed.value.written(0)) \(point.speed.unit.rawValue)</div> "
            }
            html += "</div>"
            for message in card.messages + exampleMessages(card) {
                html +=
                    "<div class=\"say\">\(text(message, .english))<br><span lang=\"ru\">\(text(message, .russian))</span></div>"
            }
            html += "</td></tr>"
        }
        return html + "</tbody></table>"
    }

    /// In an exchange: the sentences with the values left open.
    private func exampleMessages(_ card: ExerciseCard) -> [MessageElement] {
        card.items.compactMap { item in
            switch item {
            case .position:
                try? MessageElement(
                    "POS.REPORT", arguments: [("dist", "0 NM"), ("dir", "north"), ("point", plan.zone.name)])
            case .heading: try? MessageElement("POS.HEADING", arguments: [("hdg", "000")])
            case .level: try? MessageElement("MAN.LEVEL_FL", arguments: [("level", "FL200")])
            case .speed: try? MessageElement("POS.SPEED", arguments: [("speed", "0 kt")])
            }
        }
    }

    private func text(_ message: MessageElement, _ language: AccordLanguage) -> String {
        let blank = message.code.hasPrefix("POS.") || message.code.hasPrefix("MAN.LEVEL")
        let text = (try? Renderer(language.table).text(message)) ?? message.canonicalText
        guard blank else { return text.escapedForHTML }
        // A value that is only known in the air is a line to write on.
        var open = ""
        var inDigits = false
        for character in text {
            if character.isNumber {
                if !inDigits { open += "____" }
                inDigits = true
            } else {
                inDigits = false
                open.append(character)
            }
        }
        // So is the direction.
        for word in ["NORTH OF", "К СЕВЕРУ ОТ"] {
            open = open.replacing(word, with: word.hasSuffix("OF") ? "______ OF" : "______ ОТ")
        }
        return open.escapedForHTML
    }

    private func escape(_ crew: Participant) -> String {
        let way: String
        switch crew.escapeTurn {
        case .left: way = "TURN LEFT · ВЛЕВО"
        case .right: way = "TURN RIGHT · ВПРАВО"
        case nil: way = "TURN AWAY · ОТВОРОТ"
        }
        let heading = crew.escapeHeadingDegrees.map { degrees -> String in
            let text = (degrees == 0 ? 360 : degrees).written(0)
            return " → " + String(repeating: "0", count: max(0, 3 - text.count)) + text + "°"
        }
        let level = crew.escapeLevel.map { " · \($0.said)" }
        return "<span>\(way)\((heading ?? "").escapedForHTML)\((level ?? "").escapedForHTML)</span>"
    }

    private static func table(_ rows: [(String, String, String)]) -> String {
        "<table class=\"data\"><tbody>"
            + rows.map { english, russian, value in
                "<tr><td>\(english.escapedForHTML)<br><span lang=\"ru\">\(russian.escapedForHTML)</span></td>"
                    + "<td>\(value.escapedForHTML)</td></tr>"
            }.joined() + "</tbody></table>"
    }

    private static let css = """

        @page{size:A5;margin:8mm}
        .sheet{width:132mm;min-height:194mm;box-sizing:border-box;margin:6mm auto;padding:5mm;background:#fff;border:1px solid #15181c;
        break-after:page;display:flex;flex-direction:column;font-size:8.6pt;line-height:1.25}
        .sheet header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:2px solid #15181c;padding-bottom:1mm}
        .sheet header b{font-size:15pt;letter-spacing:.04em}.sheet .title{font-weight:600;margin:1.2mm 0}
        .sheet [lang=ru]{color:#333b45;font-style:normal}.data{margin:.6mm 0;font-size:8.2pt}.data td{padding:.2mm 1mm}
        .data td:first-child{width:34mm;line-height:1.1}.data td:last-child{font-weight:700;font-size:9.6pt}
        .steps{font-size:7.8pt;margin:.8mm 0}.steps th{width:5mm;font-size:11pt;padding:.5mm 1mm}.steps td{padding:.35mm 1mm}
        .point{font-family:"DejaVu Sans Mono",monospace;font-size:6.8pt;display:inline-block;min-width:54mm;line-height:1.2}.say{margin:.35mm 0 0 2mm;font-size:7.2pt;line-height:1.1}
        .abort{margin-top:auto;break-inside:avoid;border:2px solid #15181c;padding:1.6mm 2mm;display:grid;gap:.3mm;text-align:center;font-size:12pt}
        .abort span{font-size:9pt}.note{font-size:9pt}
        @media print{.sheet{margin:0 auto;border:none;width:auto;min-height:190mm;padding:0}}
        """
}
