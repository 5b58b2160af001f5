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
    /// For each abort range the smallest buffer that is enough, the fewest aborts first.
    public let proposals: [Proposal]

    /// The best pair, if one is enough.
    public var best: Proposal? { proposals.first { $0.isEnough } }

    /// Buffers and abort ranges are tried in steps of 0.1 NM, up to this much beyond the minimum.
    static let stepMetres = 185.2
    static let steps = 20

    /// Searches with the runs of `unwatched`, as `rehearsal` flew them.
    ///
    /// Only runs that go under when nobody watches can be helped by an earlier abort, so these are flown again for each
    /// trial; what is found is then flown whole, since a turn away may itself lead under the minimum.
    public init(_ rehearsal: Rehearsal, unwatched: [Rehearsal.Approach], risk: Double) {
        self.risk = risk
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
            proposals.append(
                Self.proposal(
                    rehearsal, runs: unwatched.count, Self.watch(rehearsal, buffer: low, abortRange: abortRange), risk))
        }
        self.proposals = proposals.sorted {
            ($0.isEnough ? 0 : 1, $0.aborted.count, $0.under.count, $0.bufferMetres)
                < ($1.isEnough ? 0 : 1, $1.aborted.count, $1.under.count, $1.bufferMetres)
        }
    }

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
