/// One aircraft's track as the measuring rule sees it, with any second at hand: for drawing what was measured.
public struct MeasuredTrack: Sendable {
    private var reports: [KeptReport] = []
    private let gap: Int

    /// A track without reports.
    public init(rule: MeasuringRule) { gap = Int(rule.gapSeconds) }

    /// Takes a report in any order; it is kept or not by the rule.
    public mutating func add(_ report: MeasuredReport) {
        guard let second = report.second, let kept = report.kept(at: second).report else { return }
        var index = reports.count
        while index > 0, reports[index - 1].second > second { index -= 1 }
        if index > 0, reports[index - 1].second == second {
            if kept.timeUnixSeconds < reports[index - 1].timeUnixSeconds { reports[index - 1] = kept }
        } else {
            reports.insert(kept, at: index)
        }
    }

    /// Where the aircraft was at a second; nil where it has no piece of track.
    public func place(at second: Int) -> Encounter.Place? {
        var low = 0
        var high = reports.count
        while low < high {
            let middle = (low + high) / 2
            if reports[middle].second <= second { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let before = reports[low - 1]
        if before.second == second { return before.place }
        guard low < reports.count, reports[low].second - before.second <= gap else { return nil }
        return KeptReport.between(before, reports[low], at: second).place
    }
}
