public import Separation

/// The score of several sets of rules over the same recordings, side by side, as a Markdown table.
public struct ScoreTable: Sendable {
    private let columns: [(name: String, score: PredictionScore)]

    /// A table with a column for each score.
    public init(_ columns: [(name: String, score: PredictionScore)]) { self.columns = columns }

    /// The table, with a line end after each line.
    public var text: String {
        var rows: [[String]] = [[""] + columns.map(\.name)]
        row("flight hours", in: &rows) { $0.flightHours.written(1) }
        row("losses where the rules alert", in: &rows) { "\($0.encounters.count)" }
        row("of them on clean data", in: &rows) { "\($0.cleanEncounters.count)" }
        announced("shown", \.shownUnixSeconds, in: &rows)
        announced("an advisory", \.advisoryUnixSeconds, in: &rows)
        announced("an alarm", \.alarmUnixSeconds, in: &rows)
        counted("shown conflicts", \.shown, in: &rows)
        counted("advisories", \.advisories, in: &rows)
        counted("alarms", \.alarms, in: &rows)
        return Self.markdown(rows)
    }

    /// The same for each pair of minima that held anywhere, by rules.
    public var textByMinima: String {
        var rows = [
            [
                "rules", "minima", "clean losses", "advisory before", "alarm before", "alarm 60 s before", "alarms",
                "never within 1.25",
            ]
        ]
        for (name, score) in columns {
            for minima in score.minima {
                let part = score.restricted(to: minima)
                rows.append([
                    name, minima.description, "\(part.cleanEncounters.count)",
                    "\(part.announced(\.advisoryUnixSeconds, atLeast: 1))",
                    "\(part.announced(\.alarmUnixSeconds, atLeast: 1))",
                    "\(part.announced(\.alarmUnixSeconds, atLeast: 60))", "\(part.alarms.count)",
                    "\(part.nuisances(part.alarms))",
                ])
            }
        }
        return Self.markdown(rows)
    }

    private func row(_ name: String, in rows: inout [[String]], _ value: (PredictionScore) -> String) {
        rows.append([name] + columns.map { value($0.score) })
    }

    private func announced(_ name: String, _ first: KeyPath<ScoredEncounter, Double?>, in rows: inout [[String]]) {
        row("\(name) before the loss began", in: &rows) { "\($0.announced(first, atLeast: 1))" }
        row("… 30 s before, 60 s before", in: &rows) {
            "\($0.announced(first, atLeast: 30)), \($0.announced(first, atLeast: 60))"
        }
        row("… seconds before, median of those", in: &rows) { score in
            let seconds = score.warningSeconds(first).filter { $0 >= 1 }
            return seconds.isEmpty ? "–" : "\(Int(seconds[seconds.count / 2]))"
        }
    }

    private func counted(
        _ name: String, _ conflicts: KeyPath<PredictionScore, [ScoredConflict]>, in rows: inout [[String]]
    ) {
        row(name, in: &rows) { "\($0[keyPath: conflicts].count)" }
        row("… per flight hour", in: &rows) { $0.perFlightHour($0[keyPath: conflicts]).written(2) }
        row("… never within 1.25 times the minima", in: &rows) { score in
            let nuisances = score.nuisances(score[keyPath: conflicts])
            let share = Double(nuisances) / Double(max(score[keyPath: conflicts].count, 1))
            return "\(nuisances) (\((share * 100).written(0)) %)"
        }
    }

    /// Rows of equal length as a Markdown table, the first being the head, padded so that it also reads well as text.
    private static func markdown(_ rows: [[String]]) -> String {
        guard let head = rows.first else { return "" }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let rule = widths.enumerated().map { column, width in
            String(repeating: "-", count: max(column == 0 ? width : width - 1, 1)) + (column == 0 ? "" : ":")
        }
        return ([head, rule] + rows.dropFirst()).map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }
            return "| " + cells.joined(separator: " | ") + " |\n"
        }.joined()
    }
}
