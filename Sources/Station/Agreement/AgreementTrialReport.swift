import Accord
import Airspace
import Separation

extension AgreementTrial {
    /// What was found, for people: for each rule the alarms an hour, the median warning time, and both numbers of the distance.
    public var text: String {
        var text =
            "Agreement \(agreement.identifier), version \(agreement.version), on \(hours.written(2)) hours of traffic.\n\n"
        let head = [
            "rule", "from", "to", "minimum", "protected", "alarms/h", "median warning", "losses", "warned before",
            "told/h",
        ]
        var rows = [head]
        for outcome in outcomes {
            let score = outcome.score
            let losses = score.cleanEncounters.count
            let minimum = outcome.minima.horizontal.nauticalMiles
            let added = (outcome.uncertainty?.horizontalMetres ?? 0) / 1852
            rows.append([
                outcome.rule?.identifier ?? "(all in full)", outcome.from, outcome.to, minimum.written(1) + " NM",
                (minimum + added).written(1) + " NM", perHour(score.alarms.count),
                score.medianWarningSeconds(\.alarmUnixSeconds).map { $0.written(0) + " s" } ?? "-", "\(losses)",
                "\(score.announced(\.alarmUnixSeconds, atLeast: 1))",
                outcome.rule == nil ? "-" : perHour(outcome.positionsTold),
            ])
        }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            text += cells.joined(separator: "  ").trimmedRight + "\n"
        }
        text += "\n"
        for outcome in outcomes {
            if let fault = outcome.fault, let rule = outcome.rule {
                text += "Fault: rule “\(rule.identifier)”: \(fault).\n"
            }
        }
        if let outsideNote { text += outsideNote + "\n\n" }
        return text + """
            Only pairs of one aircraft of each party count, by the standard rules of alerting with the agreed minima. The protected distance is the \
            minimum and what grid, delay and age leave unknown.

            """
    }

    /// The same as JSON lines, one for each rule.
    public var lines: String {
        outcomes.map { outcome in
            var writer = JSONWriter()
            writer.object {
                if let rule = outcome.rule { $0.field("rule", rule.identifier) }
                $0.field("from", outcome.from)
                $0.field("to", outcome.to)
                $0.field("hours", hours, decimals: 4)
                $0.field("minimumNM", outcome.minima.horizontal.nauticalMiles, decimals: 3)
                if let uncertainty = outcome.uncertainty {
                    $0.field(
                        "protectedNM",
                        (outcome.minima.horizontal.metres + uncertainty.horizontalMetres) / 1852, decimals: 3)
                    if uncertainty.verticalFeet.isFinite {
                        $0.field(
                            "protectedFt", outcome.minima.vertical.feet + uncertainty.verticalFeet, decimals: 0)
                    }
                }
                $0.field("alarms", outcome.score.alarms.count)
                $0.field("alarmsPerHour", hours > 0 ? Double(outcome.score.alarms.count) / hours : 0, decimals: 3)
                $0.field("nuisances", outcome.score.nuisances(outcome.score.alarms))
                $0.field(
                    "medianWarningSeconds", outcome.score.medianWarningSeconds(\.alarmUnixSeconds), decimals: 1)
                $0.field("losses", outcome.score.cleanEncounters.count)
                $0.field("warnedBefore", outcome.score.announced(\.alarmUnixSeconds, atLeast: 1))
                $0.field("positionsTold", outcome.positionsTold)
                if let fault = outcome.fault { $0.field("fault", fault) }
            }
            return writer.text + "\n"
        }.joined()
    }

    private func perHour(_ count: Int) -> String { hours > 0 ? (Double(count) / hours).written(1) : "-" }
}

extension String {
    /// The text without spaces at its end.
    var trimmedRight: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
