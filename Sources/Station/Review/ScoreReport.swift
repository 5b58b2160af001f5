import Airspace
public import Separation

/// Scores side by side, as text, JSON lines or CSV.
public struct ScoreReport {
    private let scores: [ScoredRules]
    private let minima: Minima

    /// A report of some scores for recordings measured with `minima`.
    public init(_ scores: [ScoredRules], minima: Minima) {
        self.scores = scores
        self.minima = minima
    }

    /// The report in a format; a page is not made of scores, so it is text there too.
    public func write(as format: ReviewFormat, to output: (String) throws -> Void) rethrows {
        switch format {
        case .text, .html: try writeText(to: output)
        case .jsonl: try writeLines(to: output)
        case .csv: try writeTable(to: output)
        }
    }

    /// A stage at which a conflict is said, least first.
    private struct Stage {
        var name: String
        var first: KeyPath<ScoredEncounter, Double?>
        var conflicts: KeyPath<PredictionScore, [ScoredConflict]>

        static var all: [Stage] {
            [
                Stage(name: "shown", first: \.shownUnixSeconds, conflicts: \.shown),
                Stage(name: "advisory", first: \.advisoryUnixSeconds, conflicts: \.advisories),
                Stage(name: "alarm", first: \.alarmUnixSeconds, conflicts: \.alarms),
            ]
        }
    }

    private func writeText(to output: (String) throws -> Void) rethrows {
        for scored in scores {
            let score = scored.score
            try output(
                "\(scored.name), look-ahead \(TimeSpan(seconds: scored.lookAheadSeconds)): "
                    + "\(score.cleanEncounters.count.grouped) clean losses of \(score.encounters.count.grouped) "
                    + "where the rules alert, \(score.flightHours.written(1)) flight hours\n")
            try output(
                "            announced  >= 30 s  >= 60 s  >= 120 s  median warning    raised  per flight hour  nuisance\n"
            )
            for stage in Stage.all {
                let conflicts = score[keyPath: stage.conflicts]
                let cells: [(String, Int)] = [
                    ("\(score.warningSeconds(stage.first).count)", 9),
                    ("\(score.announced(stage.first, atLeast: 30))", 9),
                    ("\(score.announced(stage.first, atLeast: 60))", 9),
                    ("\(score.announced(stage.first, atLeast: 120))", 10),
                    (score.medianWarningSeconds(stage.first).map { $0.written(0) + " s" } ?? "-", 16),
                    ("\(conflicts.count)", 10), (score.perFlightHour(conflicts).written(2), 17),
                    ("\(score.nuisances(conflicts))", 10),
                ]
                var line = stage.name + String(repeating: " ", count: 12 - stage.name.count)
                for (text, width) in cells { line += String(repeating: " ", count: max(0, width - text.count)) + text }
                try output(line + "\n")
            }
            try writeByMinima(score, to: output)
            try output("\n")
        }
        try output(
            "A loss is clean when no flaw was found in its data. A nuisance never came within 1.25 times the minima.\n")
    }

    /// The same in short for each pair of minima that held anywhere.
    private func writeByMinima(_ score: PredictionScore, to output: (String) throws -> Void) rethrows {
        let rows = score.minima.map { minima -> [String] in
            let part = score.restricted(to: minima)
            return [
                minima.description, "\(part.cleanEncounters.count)",
                "\(part.announced(\.advisoryUnixSeconds, atLeast: 1))",
                "\(part.announced(\.alarmUnixSeconds, atLeast: 1))",
                "\(part.advisories.count)", "\(part.nuisances(part.advisories))", "\(part.alarms.count)",
                "\(part.nuisances(part.alarms))",
            ]
        }
        let head = [
            "minima", "clean losses", "advisory before", "alarm before", "advisories", "nuisance", "alarms", "nuisance",
        ]
        for row in [head] + rows {
            var line = row[0] + String(repeating: " ", count: max(0, 18 - row[0].count))
            for (cell, name) in zip(row, head).dropFirst() {
                line += String(repeating: " ", count: max(0, name.count + 2 - cell.count)) + cell
            }
            try output(line + "\n")
        }
    }

    private func writeLines(to output: (String) throws -> Void) rethrows {
        for scored in scores {
            for encounter in scored.score.encounters {
                var writer = JSONWriter()
                writer.object {
                    $0.field("rules", scored.name)
                    $0.field("lookAheadSeconds", scored.lookAheadSeconds, decimals: 1)
                    $0.field("pair", encounter.identifier.description)
                    $0.field("start", encounter.startUnixSeconds, decimals: 0)
                    $0.field("end", encounter.endUnixSeconds, decimals: 0)
                    $0.field("clean", encounter.isClean)
                    for stage in Stage.all {
                        $0.field(Self.warningName(stage.name), encounter.warningSeconds(stage.first), decimals: 1)
                    }
                    $0.array("quality") { list in encounter.quality.names.forEach { list.value($0) } }
                }
                try output(writer.text + "\n")
            }
            try output(summaryLine(scored) + "\n")
        }
    }

    private func summaryLine(_ scored: ScoredRules) -> String {
        let score = scored.score
        var writer = JSONWriter()
        writer.object {
            $0.field("rules", scored.name)
            $0.field("lookAheadSeconds", scored.lookAheadSeconds, decimals: 1)
            $0.field("minima", minima.description)
            $0.field("encounters", score.encounters.count)
            $0.field("cleanEncounters", score.cleanEncounters.count)
            $0.field("flightHours", score.flightHours, decimals: 3)
            $0.array("stages") { list in
                for stage in Stage.all {
                    let conflicts = score[keyPath: stage.conflicts]
                    list.object {
                        $0.field("stage", stage.name)
                        $0.field("announced", score.warningSeconds(stage.first).count)
                        $0.field("medianWarningSeconds", score.medianWarningSeconds(stage.first), decimals: 1)
                        $0.field("raised", conflicts.count)
                        $0.field("perFlightHour", score.perFlightHour(conflicts), decimals: 4)
                        $0.field("nuisance", score.nuisances(conflicts))
                    }
                }
            }
        }
        return writer.text
    }

    private static func warningName(_ stage: String) -> StaticString {
        switch stage {
        case "shown": "shownSecondsBefore"
        case "advisory": "advisorySecondsBefore"
        default: "alarmSecondsBefore"
        }
    }

    private func writeTable(to output: (String) throws -> Void) rethrows {
        try output(
            "rules,lookAheadSeconds,stage,cleanEncounters,announced,announced30,announced60,announced120,"
                + "medianWarningSeconds,raised,perFlightHour,nuisance,flightHours\r\n")
        for scored in scores {
            let score = scored.score
            for stage in Stage.all {
                let conflicts = score[keyPath: stage.conflicts]
                let cells = [
                    ReviewTable.cell(scored.name), scored.lookAheadSeconds.written(1), stage.name,
                    String(score.cleanEncounters.count), String(score.warningSeconds(stage.first).count),
                    String(score.announced(stage.first, atLeast: 30)),
                    String(score.announced(stage.first, atLeast: 60)),
                    String(score.announced(stage.first, atLeast: 120)),
                    score.medianWarningSeconds(stage.first)?.written(1) ?? "", String(conflicts.count),
                    score.perFlightHour(conflicts).written(4), String(score.nuisances(conflicts)),
                    score.flightHours.written(3),
                ]
                try output(cells.joined(separator: ",") + "\r\n")
            }
        }
    }
}
