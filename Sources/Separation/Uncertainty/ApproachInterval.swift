import Airspace

/// How close two aircraft came in a window of time, as an interval that holds the true closest approach with 95 %.
public struct ApproachInterval: Sendable, Hashable {
    /// What the half-width at the closest approach is made of, metres.
    public struct Parts: Sendable, Hashable {
        /// Receivers, at the confidence that is stated, over all the reports of the window.
        public var receiverMetres: Double
        /// Rounding to a grid, and positions that were sent again.
        public var roundingMetres: Double
        /// Time stamps and clocks.
        public var timeMetres: Double
        /// The curves flown between reports.
        public var curveMetres: Double
    }

    /// A stretch of the window without a measurement, and why.
    public struct Missing: Sendable, Hashable {
        /// From the first such second to the last, Unix seconds.
        public var seconds: ClosedRange<Int>
        /// The aircraft.
        public var identifier: String
        /// Why there is none.
        public var reason: NoPlace
    }

    /// The smallest distance by the measuring rule, metres, and when; nil: no second could be measured.
    public var measured: (metres: Double, second: Int)? {
        measuredMetres.map { ($0, measuredSecond) }
    }
    var measuredMetres: Double?
    var measuredSecond = 0
    /// It was not closer than this at any second that was measured, metres; nil: none was measured.
    public var lowMetres: Double?
    /// It was surely as close as this at some second, metres; nil: none was measured.
    public var highMetres: Double?
    /// When it was surely as close as that, Unix seconds.
    public var highSecond = 0
    /// What the half-width is made of.
    public var parts: Parts?
    /// How many seconds the window has.
    public var windowSeconds = 0
    /// How many of them were measured, whatever the levels.
    public var measuredSeconds = 0
    /// In how many of them the levels were close enough to count, and surely so.
    public var countedSeconds = 0
    /// In how many the levels may have been.
    public var possibleSeconds = 0
    /// What was not measured, by aircraft and time.
    public var missing: [Missing] = []
    /// The callers' numbers of the reports that the two bounds rest on: of the one, then of the other aircraft.
    public var references: [(a: Int, b: Int)] {
        zip(referencesA, referencesB).map { ($0, $1) }
    }
    var referencesA: [Int] = []
    var referencesB: [Int] = []

    /// Nothing measured, of no window.
    public init() {}

    /// Whether every second of the window was measured.
    public var isComplete: Bool { windowSeconds > 0 && measuredSeconds == windowSeconds }
}
