import Airspace

/// Measures encounters by the rule, second by second, as reports come in: the same for a recording and for live traffic.
///
///     var measurer = EncounterMeasurer(rule: MeasuringRule())
///     for report in reports { measurer.add(report) }
///     use(measurer.measure().encounters)      // as often as one likes, or never before the end
///     use(measurer.finish().encounters)
///
/// A second is measured once no report that bears on it can still come: `gap` and the tolerated lateness after it. How the
/// reports are cut into portions makes no difference. Memory is that of the reports within that span and the open encounters.
public struct EncounterMeasurer: Sendable {
    /// What says how late it is.
    public enum Clock: Sendable, Hashable {
        /// The newest report does: for recordings.
        case reports
        /// `advance(toUnixSeconds:)` does, and reports ahead of it by more than is tolerated are refused: for live feeds,
        /// where one aircraft's wild clock must not make all others late.
        case caller
    }

    /// What has come of the seconds measured since the last call.
    public struct Batch: Sendable {
        /// Encounters that are over, by end, then `a`, then `b`.
        public var encounters: [Encounter] = []
        /// Each loss, by second, then `a`, then `b`; only if asked for.
        public var lossSeconds: [LossSecond] = []
    }

    /// The rule.
    public let rule: MeasuringRule
    /// How many reports met which fate.
    public internal(set) var fates: [ReportFate: Int] = [:]
    /// How much later than the newest report the latest of the late ones came, seconds: what to tolerate to lose none.
    public internal(set) var worstLatenessSeconds = 0.0
    /// The last second that was measured; nil: none yet.
    public internal(set) var measuredThrough: Int?
    /// Most aircraft followed at once.
    public static let aircraftLimit = 500_000

    let clock: Clock
    let toleratedSeconds: Double
    let collectsLossSeconds: Bool
    let gap: Int
    let merge: Int
    let horizontalMetres: Double
    let verticalFeet: Double

    var newestUnixSeconds = -Double.infinity
    var slots: [String: Int] = [:]
    var trails: [AircraftTrail] = []
    var freeSlots: [Int] = []
    var active: [Int] = []
    var isActive: [Bool] = []
    var open: [UInt64: PairTally] = [:]
    var earliestClosing = Int.max
    var nextForgetting = Int.min
    var sky = SecondOfSky()
    var grid = ProximityGrid()

    /// A measurer.
    ///
    /// - Parameters:
    ///   - clock: what says how late it is.
    ///   - toleratedSeconds: how much later than the clock a report may come and still count.
    ///   - collectsLossSeconds: whether batches list each loss.
    public init(
        rule: MeasuringRule, clock: Clock = .reports, toleratedSeconds: Double = 10, collectsLossSeconds: Bool = false
    ) {
        self.rule = rule
        self.clock = clock
        self.toleratedSeconds = max(toleratedSeconds, 0)
        self.collectsLossSeconds = collectsLossSeconds
        gap = Int(rule.gapSeconds)
        merge = Int(rule.mergeSeconds)
        horizontalMetres = rule.minima.horizontal.metres
        verticalFeet = roundedToHundredthFeet(rule.minima.vertical.feet)
    }

    /// How many aircraft it knows of.
    public var aircraftCount: Int { slots.count }

    /// Takes a report; says what becomes of it.
    @discardableResult
    public mutating func add(_ report: MeasuredReport) -> ReportFate {
        let fate = take(report)
        fates[fate, default: 0] += 1
        return fate
    }

    /// Says how late it is: reports older than this, less what is tolerated, count no more.
    public mutating func advance(toUnixSeconds now: Double) {
        if now.isFinite, abs(now) < MeasuredReport.latestUnixSeconds { newestUnixSeconds = max(newestUnixSeconds, now) }
    }

    /// Measures the seconds that are ripe.
    public mutating func measure() -> Batch {
        var batch = Batch()
        let complete = completeBefore
        if complete > Int.min { measure(through: complete - 1 - gap, into: &batch) }
        return batch
    }

    /// No more reports will come: measures the rest and closes all encounters. The counts stay to be read.
    public mutating func finish() -> Batch {
        var batch = Batch()
        measure(through: Int.max, into: &batch)
        close(before: Int.max, into: &batch)
        return batch
    }

    /// The encounters that are still open, as far as they have been measured, by start, then `a`, then `b`.
    public var openEncounters: [Encounter] {
        open.values.map {
            $0.measured(a: trails[$0.slotA], b: trails[$0.slotB], verticalMinimumFeet: verticalFeet)
        }.sorted(by: Encounter.isListedBefore)
    }
}
