/// What a rehearsal showed.
public struct RehearsalResult: Sendable {
    /// The scenario.
    public let scenario: RehearsalScenario
    /// The seed: with it anyone gets the same numbers.
    public let seed: UInt64
    /// Every run, in order.
    public let approaches: [Rehearsal.Approach]
    /// What the plan does when nobody errs and nobody calls an abort.
    public let nominal: Rehearsal.Approach
    /// The chance of going under the minimum.
    public let under: BinomialInterval
    /// The same if nobody watched.
    public let underUnwatched: BinomialInterval
    /// The chance that an abort is called.
    public let aborted: BinomialInterval
    /// Of these, how many would have kept the minimum without it.
    public let needlessAborts: Int
    /// Why runs went under: how many would not have without this cause (one run may have several).
    public let withoutCause: [RehearsalCause: Int]
    /// The main cause of each run that went under: the one without which it would have stayed furthest away.
    public let mainCause: [Int: RehearsalCause]

    /// The runs that went under the minimum.
    public var underRuns: [Rehearsal.Approach] { approaches.filter { $0.metres < scenario.minimumMetres } }

    /// How often each card was being flown when it went under.
    public var cards: [(card: String, count: Int)] {
        var counts: [String: Int] = [:]
        for approach in underRuns { counts[approach.card, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// How often each pair came closest when it went under, the most frequent first; its two flights by their names.
    public var pairs: [(between: [String], count: Int)] {
        var counts: [Int: Int] = [:]
        for approach in underRuns { counts[approach.pair, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { pair, count in
            let found = scenario.pairs[pair]
            return ([scenario.flights[found.first].name, scenario.flights[found.second].name], count)
        }
    }

    /// How often each cause was the main one, the most frequent first.
    public var mainCauses: [(cause: RehearsalCause, count: Int)] {
        var counts: [RehearsalCause: Int] = [:]
        for cause in mainCause.values { counts[cause, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { ($0.key, $0.value) }
    }

    /// The distance that this part of the runs stayed below, metres; infinite where the levels never met.
    public func quantileMetres(_ part: Double) -> Double {
        let sorted = approaches.map(\.metres).sorted()
        guard !sorted.isEmpty else { return .infinity }
        return sorted[min(max(Int(part * Double(sorted.count)), 0), sorted.count - 1)]
    }

    /// The closest approaches in classes of equal width, from zero.
    public func histogram(classMetres: Double, classes: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: max(classes, 1))
        for approach in approaches where approach.metres < classMetres * Double(counts.count) {
            counts[min(Int(approach.metres / classMetres), counts.count - 1)] += 1
        }
        return counts
    }
}

extension Rehearsal {
    /// Flies `runs` runs, and those that went under the minimum again without one cause after the other.
    public func result(runs: Int) -> RehearsalResult {
        let runs = min(max(runs, 1), Self.greatestRuns)
        return result(of: fly(0..<runs, watch: scenario.watch), unwatched: fly(0..<runs, watch: nil))
    }

    /// The result of approaches that were flown before, in any blocks, in order.
    public func result(of approaches: [Approach], unwatched: [Approach]) -> RehearsalResult {
        let minimum = scenario.minimumMetres
        let under = approaches.filter { $0.metres < minimum }.map(\.run)
        let nominal = nominal(watch: nil)
        var withoutCause: [RehearsalCause: Int] = [:]
        var best: [Int: (cause: RehearsalCause, metres: Double)] = [:]
        if self.nominal(watch: scenario.watch).metres < minimum {
            withoutCause[.plan] = under.count
            for run in under { best[run] = (.plan, 0) }
        } else {
            for cause in RehearsalCause.removable {
                for again in fly(again: under, without: cause, watch: scenario.watch) where again.metres >= minimum {
                    withoutCause[cause, default: 0] += 1
                    if again.metres > best[again.run]?.metres ?? 0 { best[again.run] = (cause, again.metres) }
                }
            }
            for run in under where best[run] == nil {
                best[run] = (.together, 0)
                withoutCause[.together, default: 0] += 1
            }
        }
        let aborted = approaches.filter { $0.abortSeconds != nil }.count
        let needless = zip(approaches, unwatched).filter { $0.abortSeconds != nil && $1.metres >= minimum }.count
        return RehearsalResult(
            scenario: scenario, seed: seed, approaches: approaches, nominal: nominal,
            under: BinomialInterval(count: under.count, trials: approaches.count),
            underUnwatched: BinomialInterval(
                count: unwatched.filter { $0.metres < minimum }.count, trials: unwatched.count),
            aborted: BinomialInterval(count: aborted, trials: approaches.count), needlessAborts: needless,
            withoutCause: withoutCause, mainCause: best.mapValues(\.cause))
    }
}
