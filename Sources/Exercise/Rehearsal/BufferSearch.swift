/// Which buffer and abort range bring the chance of going under the minimum below a wanted risk.
public struct BufferSearch: Sendable {
    /// A pair that does it, or the widest that was tried.
    public struct Proposal: Sendable, Hashable {
        /// The buffer, metres.
        public var bufferMetres: Double
        /// The abort range, metres.
        public var abortRangeMetres: Double
        /// The chance with it.
        public var under: BinomialInterval
        /// How often an abort is called with it.
        public var aborted: BinomialInterval
        /// Whether the whole interval lies below the wanted risk.
        public var isEnough: Bool
    }

    /// The wanted risk.
    public let risk: Double
    /// What was flown whole: the best pair first, after it those that were not enough.
    public let proposals: [Proposal]

    /// The best pair, if one is enough.
    public var best: Proposal? { proposals.first { $0.isEnough } }

    /// Buffers and abort ranges are tried in steps of 0.1 NM, up to this much beyond the minimum.
    static let stepMetres = 185.2
    static let steps = 20
    /// Buffers that are tried when none of the narrow ones is enough.
    static let wideSteps = [4, 6, 8, 10, 12, 15, 20]

    /// Searches with the runs of `unwatched`, as `rehearsal` flew them.
    ///
    /// Only runs that go under when nobody watches can be helped by an earlier abort, so these are flown again for each
    /// trial; what is found is then flown whole, since a turn away may itself lead under the minimum.
    public init(_ rehearsal: Rehearsal, unwatched: [Rehearsal.Approach], risk: Double) {
        self.risk = risk
        guard BinomialInterval(count: 0, trials: unwatched.count).high < risk else {
            // So few runs can't show it, whatever they do.
            proposals = []
            return
        }
        let minimum = rehearsal.scenario.minimumMetres
        let endangered = unwatched.filter { $0.metres < minimum }.map(\.run)
        var proposals: [Proposal] = []
        for step in [0, 2, 4, 6, 10] {
            let abortRange = step == 0 ? 0 : minimum + Double(step) * Self.stepMetres
            var low = 0
            var high = Self.steps
            // A wider buffer calls earlier: the smallest that is enough is found by halving.
            while low < high {
                let middle = (low + high) / 2
                let watch = Self.watch(rehearsal, buffer: middle, abortRange: abortRange)
                let under = rehearsal.fly(again: endangered, without: nil, watch: watch).filter { $0.metres < minimum }
                if BinomialInterval(count: under.count, trials: unwatched.count).high < risk {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            let watch = Self.watch(rehearsal, buffer: low, abortRange: abortRange)
            proposals.append(Self.proposal(rehearsal, runs: min(unwatched.count, Self.sampleRuns), watch, risk))
        }
        // Flown whole, the fewest aborts first, until one is enough.
        proposals.sort { ($0.aborted.chance, $0.bufferMetres) < ($1.aborted.chance, $1.bufferMetres) }
        var whole: [Proposal] = []
        for (index, sampled) in proposals.enumerated() {
            // An abort range that changes nothing need not be flown again.
            if proposals[..<index].contains(where: {
                $0.bufferMetres == sampled.bufferMetres && $0.aborted == sampled.aborted && $0.under == sampled.under
            }) {
                continue
            }
            var watch = rehearsal.scenario.watch
            watch.bufferMetres = sampled.bufferMetres
            watch.abortRangeMetres = sampled.abortRangeMetres
            let flown = Self.proposal(rehearsal, runs: unwatched.count, watch, risk)
            whole.append(flown)
            if flown.isEnough { break }
        }
        // Crews that are told to turn away while they are side by side may do it the wrong way: a little more buffer can make it worse, and
        // only one that keeps them from getting there makes it better.
        if !whole.contains(where: \.isEnough) {
            for step in Self.wideSteps where !whole.contains(where: \.isEnough) {
                let watch = Self.watch(rehearsal, buffer: step, abortRange: 0)
                if whole.contains(where: { $0.bufferMetres == watch.bufferMetres && $0.abortRangeMetres == 0 }) {
                    continue
                }
                whole.append(Self.proposal(rehearsal, runs: unwatched.count, watch, risk))
            }
        }
        self.proposals = whole.filter(\.isEnough) + whole.filter { !$0.isEnough }
    }

    /// How many runs the share of aborts is estimated from before one is chosen.
    static let sampleRuns = 1_000

    private static func watch(_ rehearsal: Rehearsal, buffer: Int, abortRange: Double) -> WatchRule {
        var watch = rehearsal.scenario.watch
        watch.bufferMetres = rehearsal.scenario.minimumMetres + Double(buffer) * stepMetres
        watch.abortRangeMetres = abortRange
        return watch
    }

    private static func proposal(_ rehearsal: Rehearsal, runs: Int, _ watch: WatchRule, _ risk: Double) -> Proposal {
        let flown = rehearsal.fly(0..<runs, watch: watch)
        let under = flown.filter { $0.metres < rehearsal.scenario.minimumMetres }.count
        let interval = BinomialInterval(count: under, trials: runs)
        let aborted = flown.filter { $0.abortSeconds != nil }.count
        return Proposal(
            bufferMetres: watch.bufferMetres, abortRangeMetres: watch.abortRangeMetres, under: interval,
            aborted: BinomialInterval(count: aborted, trials: runs), isEnough: interval.high < risk)
    }
}
