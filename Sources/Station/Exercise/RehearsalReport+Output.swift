import Accord
import Exercise

extension RehearsalReport {
    /// The page.
    public var html: String {
        let plot = RehearsalPlot(result)
        var body = "<main>\n<h1>Rehearsal: \(plan.title.english.escapedForHTML)</h1>\n"
        body += "<p class=\"sub\" lang=\"ru\">Проигрыш на модели: \(plan.title.russian.escapedForHTML)</p>\n" + facts
        body += "<figure>\(plot.histogram)<figcaption>The closest approach of each run; black: under the minimum. / "
        body += "Наименьшее расстояние в каждом прогоне; чёрным — меньше минимума.</figcaption></figure>\n"
        body += "<h2>What it showed<span lang=\"ru\">Итог</span></h2>\n<table><tbody>\n"
        for sentence in sentences {
            body += "<tr><td class=\"pair\">\(sentence.english.escapedForHTML)</td>"
            body += "<td class=\"pair\" lang=\"ru\">\(sentence.russian.escapedForHTML)</td></tr>\n"
        }
        body += "</tbody></table>\n" + causeTable
        if result.under.count > 0 {
            body += "<figure>\(plot.places(plan))<figcaption>Where the crews were in the runs under the minimum: "
            let (dots, crosses) = (names(\.first), names(\.second))
            body += "dots \(dots), crosses \(crosses). / Где были экипажи при нарушении минимума: точки — \(dots), "
            body += "крестики — \(crosses).</figcaption></figure>\n"
        }
        body += searchTable
        body +=
            "<p class=\"foot\">\(plan.identifier.escapedForHTML), version \(plan.version) · \(result.approaches.count.grouped) runs, "
        body += "seed \(result.seed): whoever has the plan gets the same numbers.</p></main>"
        return ExerciseStyle.html(
            title: "Rehearsal: " + plan.title.english, css: ExerciseStyle.page, body: body)
    }

    /// The flights that stand first, or second, in the pairs.
    private func names(_ place: KeyPath<RehearsalScenario.Pair, Int>) -> String {
        let found = Set(result.scenario.pairs.map { $0[keyPath: place] }).sorted()
        return found.map { result.scenario.flights[$0].name.escapedForHTML }.joined(separator: ", ")
    }

    private var facts: String {
        let under = result.under
        let cells = [
            (Self.percent(under.chance), "chance under the minimum", "вероятность нарушения минимума"),
            ("\(Self.percent(under.low))–\(Self.percent(under.high))", "95 % confidence", "доверие 95 %"),
            (Self.miles(result.nominal.metres), "closest as planned", "сближение по плану"),
            (Self.percent(result.aborted.chance), "runs with an abort", "прогоны с прекращением"),
        ]
        return "<div class=\"facts\">"
            + cells.map { value, english, russian in
                "<div><b>\(value)</b><small>\(english)</small><small lang=\"ru\">\(russian)</small></div>"
            }.joined() + "</div>\n"
    }

    private var causeTable: String {
        guard result.under.count > 0 else { return "" }
        var html =
            "<h2>Why<span lang=\"ru\">Причины</span></h2>\n<table><thead><tr><th>cause</th><th lang=\"ru\">причина</th>"
        html +=
            "<th class=\"n\">main / главная</th><th class=\"n\">not without it / без неё нарушения нет</th></tr></thead><tbody>\n"
        let main = Dictionary(uniqueKeysWithValues: result.mainCauses.map { ($0.cause, $0.count) })
        for cause in RehearsalCause.allCases {
            let without = result.withoutCause[cause] ?? 0
            guard without > 0 || main[cause] != nil else { continue }
            html += "<tr><td>\(cause.words.english)</td><td lang=\"ru\">\(cause.words.russian)</td>"
            html += "<td class=\"n\">\(main[cause] ?? 0)</td><td class=\"n\">\(without)</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private var searchTable: String {
        guard let search, !search.proposals.isEmpty else { return "" }
        var html = "<h2>Buffer and abort range<span lang=\"ru\">Буфер и дальность прекращения</span></h2>\n"
        html +=
            "<p>Wanted: below \(Self.percent(search.risk)), with the whole interval. / <span lang=\"ru\">Требуется: ниже "
        html +=
            "\(Self.percent(search.risk)), всем интервалом.</span></p>\n<table><thead><tr><th class=\"n\">abort range / дальность</th>"
        html += "<th class=\"n\">buffer / буфер</th><th class=\"n\">under / нарушения</th><th class=\"n\">95 %</th>"
        html += "<th class=\"n\">aborts / прекращения</th><th>enough / достаточно</th></tr></thead><tbody>\n"
        for proposal in search.proposals {
            html +=
                "<tr><td class=\"n\">\(proposal.abortRangeMetres > 0 ? Self.miles(proposal.abortRangeMetres) : "—")</td>"
            html +=
                "<td class=\"n\">\(Self.miles(proposal.bufferMetres))</td><td class=\"n\">\(proposal.under.count)</td>"
            html += "<td class=\"n\">≤ \(Self.percent(proposal.under.high))</td>"
            html += "<td class=\"n\">\(Self.percent(proposal.aborted.chance))</td>"
            html += "<td>\(proposal.isEnough ? "yes / да" : "no / нет")</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    /// One JSON object in one line.
    public var json: String {
        var writer = JSONWriter()
        writer.object { json in
            json.field("plan", plan.identifier)
            json.field("version", plan.version)
            json.field("seed", String(result.seed))
            json.field("runs", result.approaches.count)
            json.field("under", result.under.count)
            json.field("chance", result.under.chance, decimals: 6)
            json.field("low", result.under.low, decimals: 6)
            json.field("high", result.under.high, decimals: 6)
            json.field("confidence", result.under.confidence, decimals: 3)
            json.field("chanceUnwatched", result.underUnwatched.chance, decimals: 6)
            json.field("aborted", result.aborted.chance, decimals: 6)
            json.field("nominalMetres", result.nominal.metres, decimals: 1)
            json.array("causes") { causes in
                for (cause, count) in result.mainCauses {
                    causes.object {
                        $0.field("cause", cause.rawValue)
                        $0.field("main", count)
                        $0.field("notWithoutIt", result.withoutCause[cause] ?? 0)
                    }
                }
            }
            if let best = search?.best {
                json.field("bufferMetres", best.bufferMetres, decimals: 1)
                json.field("abortRangeMetres", best.abortRangeMetres, decimals: 1)
                json.field("highWithBuffer", best.under.high, decimals: 6)
            }
        }
        return writer.text
    }
}
