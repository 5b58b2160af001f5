/// When a predicted loss is worth a person's attention: horizons, confirmation, and what makes a prediction credible.
///
/// The shape follows short-term conflict alert practice (ICAO Doc 4444, 15.7.2; the EUROCONTROL Guidelines for
/// Short Term Conflict Alert): about two minutes of warning, a count of hits before alerting, other values for vertical
/// prediction than for horizontal, and an alert that ends once the two diverge. The numbers are ours: see docs/rules-score.md.
public struct AlertPolicy: Sendable, Hashable {
    /// A loss predicted within this time is an advisory, seconds.
    public var lookAheadSeconds = 300.0
    /// A loss predicted within this time is an alarm, seconds.
    public var alarmSeconds = 120.0
    /// The advisory horizon of pairs that are kept apart by level now, and lose it only because one of them climbs or
    /// descends, seconds. Most climbs and descents end at a cleared level that no receiver sees, so a vertical rate is
    /// believed for less time than a track. Nil: as `lookAheadSeconds`.
    public var verticalLookAheadSeconds: Double?
    /// The alarm horizon of such pairs, seconds. Nil: as `alarmSeconds`.
    public var verticalAlarmSeconds: Double?
    /// How deep a predicted loss must go to count while it has not begun: the predicted closest approach in units of the
    /// minima must be below this. 1 counts every graze; 0.9 leaves out those that use the last tenth only.
    public var deepestGraze = 1.0
    /// Two that fly level, and keep the vertical minimum but for this, do not alert, feet: level keeping and encoding explain it (the
    /// measuring rule marks such a loss `level-tolerance`; Doc 4444, 8.5.5.1, allows a displayed level to be off by 200 ft in
    /// reduced-minimum airspace, 300 ft elsewhere). 0: none.
    public var levelToleranceFeet = 0.0
    /// Cycles with a hit that are needed to raise an alert…
    public var confirmingCycles = 2
    /// …among this many last cycles.
    public var cycleWindow = 3
    /// Cycles without a hit after which an alert ends or steps down, so that it does not flicker.
    public var releasingCycles = 5

    /// The default policy; every value can be set.
    public init() {}

    /// The horizon of advisories for a pair that is, or is not, kept apart by level only.
    public func advisoryHorizonSeconds(vertical: Bool) -> Double {
        vertical ? min(verticalLookAheadSeconds ?? lookAheadSeconds, lookAheadSeconds) : lookAheadSeconds
    }

    /// The horizon of alarms for such a pair.
    public func alarmHorizonSeconds(vertical: Bool) -> Double {
        vertical ? min(verticalAlarmSeconds ?? alarmSeconds, alarmSeconds) : alarmSeconds
    }
}
