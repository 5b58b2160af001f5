import Accord
import Separation

/// The finding on a distance between any aircraft of one side and any of another.
///
/// One pair that was near enough supports `at-most` and contradicts `at-least`. The opposite is shown only by all pairs, over all of the time.
struct PairsFinding {
    private let statement: MinimumDistance
    private let pairs: [DistanceFinding]

    init(_ statement: MinimumDistance, _ pairs: [DistanceFinding]) {
        self.statement = statement
        self.pairs = pairs
    }

    /// The finding; nil: there is no pair.
    var finding: Finding? {
        guard pairs.count > 1 else { return pairs.first?.finding }
        let near: Finding.Verdict = if case .atMost = statement.bound { .supported } else { .contradicted }
        let decided = pairs.filter { $0.finding.verdict == near }
        if let closest = closest(decided) { return closing(closest.finding, of: decided, isNear: true) }
        let open = pairs.filter { $0.finding.verdict == .notDeterminable }
        guard let closest = closest(open.isEmpty ? pairs : open) else { return nil }
        return closing(closest.finding, of: open.isEmpty ? pairs : open, isNear: false)
    }

    private func closest(_ pairs: [DistanceFinding]) -> DistanceFinding? {
        pairs.min { ($0.interval.measured?.metres ?? .infinity) < ($1.interval.measured?.metres ?? .infinity) }
    }

    /// What one pair shows, with the interval and the limits of all that count.
    private func closing(_ one: Finding, of counted: [DistanceFinding], isNear: Bool) -> Finding {
        var finding = one
        finding.high = pairs.compactMap(\.finding.high).min()
        let lows = pairs.map(\.finding.low)
        // A pair that was not seen throughout may have been anywhere.
        finding.low = finding.high == nil ? nil : lows.contains { $0 == nil } ? 0 : lows.compactMap { $0 }.min()
        if !isNear, finding.verdict == .notDeterminable {
            for other in counted {
                for reason in other.finding.reasons { finding.limit(by: reason) }
                for missing in other.finding.missing where finding.missing.count < 40 {
                    if !finding.missing.contains(missing) { finding.missing.append(missing) }
                }
            }
        }
        let names = statement.between
        finding.sentence =
            BilingualText(
                english:
                    "Of the aircraft of \(names[0]) and \(names[1]), \(pairs.count) pairs are known; \(isNear || finding.verdict != .notDeterminable ? "the closest" : "the closest that can't be told"): ",
                russian:
                    "Известных пар бортов (\(names[0]) и \(names[1])) — \(pairs.count); \(isNear || finding.verdict != .notDeterminable ? "самая близкая" : "самая близкая из тех, о которых решить нельзя"): "
            ) + finding.sentence
        return finding
    }
}
