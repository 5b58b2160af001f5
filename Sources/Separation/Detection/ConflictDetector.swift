public import Airspace

/// Finds every pair of a snapshot that will undercut the minima within a look-ahead.
///
/// Each aircraft keeps its ground speed, its vertical rate and its track along the WGS-84 geodesic. A detector keeps its
/// scratch memory from pass to pass: make one and use it for every instant. The method and the proof that nothing is
/// missed are in docs/detection.md.
public struct ConflictDetector: Sendable {
    /// What the last pass did.
    public struct Pass: Sendable, Hashable {
        /// Pairs that were looked at in any way at all.
        public var pairsExamined = 0
        /// Pairs that the index could not rule out and whose geodesics were compared.
        public var pairsRefined = 0
    }

    /// The largest number of conflicts that a pass returns.
    public static let maximumConflicts = 10_000_000

    /// What the last pass did.
    public private(set) var lastPass = Pass()

    private var motions: [ChordMotion] = []
    private var index = SweepIndex()
    private var candidates: [UInt64] = []

    /// A detector without scratch memory yet.
    public init() {}

    /// One pass: every predicted conflict, each pair once, in no particular order.
    ///
    /// Where minima differ between pairs, pass the largest ones here and ask `prediction(of:_:in:minima:lookahead:)` for each result.
    ///
    /// - Throws: `DetectionFault.option` for minima or a look-ahead out of `DetectionLimits`, and
    ///   `DetectionFault.tooManyConflicts`.
    public mutating func detect(
        in snapshot: SkySnapshot, minima: Minima, lookahead: TimeSpan
    ) throws(DetectionFault) -> [PredictedConflict] {
        try detect(in: snapshot, minima: minima, lookahead: lookahead, limit: Self.maximumConflicts)
    }

    /// A pass that ends with an error above `limit` conflicts, which is at most ``maximumConflicts``: who may send what is searched bounds
    /// with it what that costs.
    ///
    /// - Throws: as ``detect(in:minima:lookahead:)``.
    public mutating func detect(
        in snapshot: SkySnapshot, minima: Minima, lookahead: TimeSpan, limit: Int
    ) throws(DetectionFault) -> [PredictedConflict] {
        try DetectionLimits.check(minima, lookahead: lookahead)
        let thresholds = ConflictThresholds(minima, lookahead: lookahead)
        let test = ChordTest(thresholds)
        boundMotions(snapshot, test)
        var harvest = SweepHarvest(
            snapshot, thresholds, limit: limit, scratch: take(&candidates))
        index.harvest(motions, test, into: &harvest)
        harvest.settle()
        candidates = harvest.candidates
        lastPass = Pass(pairsExamined: harvest.pairsExamined, pairsRefined: harvest.pairsRefined)
        guard !harvest.isOverfull else { throw .tooManyConflicts(limit: limit) }
        return harvest.conflicts
    }

    /// What is predicted for one pair with its own minima; nil: no loss within the look-ahead.
    ///
    /// `first` and `second` are two different indices of the snapshot.
    ///
    /// - Throws: `DetectionFault.option` for minima or a look-ahead out of `DetectionLimits`.
    public static func prediction(
        of first: Int, _ second: Int, in snapshot: SkySnapshot, minima: Minima, lookahead: TimeSpan
    ) throws(DetectionFault) -> PredictedConflict? {
        try DetectionLimits.check(minima, lookahead: lookahead)
        return PairKernel.prediction(
            min(first, second), max(first, second), snapshot, ConflictThresholds(minima, lookahead: lookahead))
    }

    private mutating func boundMotions(_ snapshot: SkySnapshot, _ test: ChordTest) {
        var bounded = take(&motions)
        bounded.resize(to: snapshot.count, filler: .nowhere)
        let latitudes = snapshot.latitudesDegrees.span
        let longitudes = snapshot.longitudesDegrees.span
        let tracks = snapshot.tracksDegrees.span
        let groundSpeeds = snapshot.groundSpeedsMetresPerSecond.span
        let lowest = snapshot.lowestLevelsMetres.span
        let highest = snapshot.highestLevelsMetres.span
        let verticalRates = snapshot.verticalRatesMetresPerSecond.span
        let margins = SweepMargins(test)
        let count = snapshot.count
        var span = bounded.mutableSpan
        func four(_ values: Span<Double>, _ first: Int) -> SIMD4<Double> {
            SIMD4(
                values[unchecked: first], values[unchecked: min(first + 1, count - 1)],
                values[unchecked: min(first + 2, count - 1)], values[unchecked: min(first + 3, count - 1)])
        }
        for first in stride(from: 0, to: count, by: 4) {
            let group = SnapshotFour(
                latitudes: four(latitudes, first), longitudes: four(longitudes, first), tracks: four(tracks, first),
                groundSpeeds: four(groundSpeeds, first), lowestLevels: four(lowest, first),
                highestLevels: four(highest, first), verticalRates: four(verticalRates, first))
            let bounds = ChordMotion.bound(group, margins)
            span[unchecked: first] = bounds.0
            if first + 1 < count { span[unchecked: first + 1] = bounds.1 }
            if first + 2 < count { span[unchecked: first + 2] = bounds.2 }
            if first + 3 < count { span[unchecked: first + 3] = bounds.3 }
        }
        motions = bounded
    }
}
