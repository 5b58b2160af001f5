import Accord
import Airspace
public import Exercise
import Separation

/// A debrief for the terminal, in both languages.
public struct DebriefText: Sendable {
    private let debrief: Debrief
    private let records: [String]

    /// A text. `records` says, a sentence each, what verifying the records proved.
    public init(_ debrief: Debrief, records: [String]) {
        self.debrief = debrief
        self.records = records
    }

    /// The text.
    public var text: String {
        var lines = [debrief.verdict.english, debrief.verdict.russian, ""]
        for account in debrief.accounts {
            let measured = account.metres.map { ($0 / 1852).written(3) + " NM" } ?? "—"
            var line = "\(account.name.english) / \(account.name.russian): \(measured)"
            if let interval = account.interval, let low = interval.lowMetres {
                let high = interval.highMetres.map { ($0 / 1852).written(3) } ?? "?"
                line += " (95 %: \((low / 1852).written(3))–\(high) NM)"
            }
            if let time = account.unixSeconds {
                line += ", " + UTCTime.string(unixSeconds: time).dropFirst(11).dropLast()
            }
            lines.append(line)
        }
        lines.append("")
        for card in debrief.cards {
            let outcomes = card.outcomes.map { outcome in
                "\(outcome.party) \(outcome.state.rawValue)" + (outcome.reason.map { " (\($0))" } ?? "")
            }
            lines.append(
                "\(card.card.identifier): \(outcomes.isEmpty ? "not flown" : outcomes.joined(separator: ", "))")
        }
        if !debrief.differences.isEmpty { lines.append("") }
        for difference in debrief.differences { lines += [difference.english, difference.russian] }
        for gap in debrief.gaps.prefix(50) {
            let times = [gap.seconds.lowerBound, gap.seconds.upperBound].map {
                UTCTime.string(unixSeconds: Double($0)).dropFirst(11).dropLast()
            }
            lines.append(
                "gap / пропуск: \(gap.participant), \(times[0])–\(times[1]), \(gap.source.english): \(gap.flaw ?? "no data")"
            )
        }
        return (lines + [""] + records).joined(separator: "\n") + "\n"
    }
}
