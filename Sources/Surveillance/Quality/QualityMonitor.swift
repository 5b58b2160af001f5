public import Airspace

/// Watches the reports of one aircraft, in the order in which they come, and says when they can't be right.
///
/// It never looks ahead and holds no history: each check keeps the last report it trusts. A fault that shows only later
/// (a position is frozen after some seconds, not at once) is dated back to where it began.
public struct QualityMonitor: Sendable {
    private var lastTime: Double?
    private var frozen = FrozenCheck()
    private var place = PlaceJumpCheck()
    private var level = LevelJumpCheck()
    private var grid = GridCheck()
    private var open = OpenIntervals()

    /// A flag is shown as present for this long after the last report that had it, seconds.
    public static let shownSeconds = 5.0
    /// How far a clock may go back between two reports, seconds: receivers that merge sources jitter.
    private static let clockToleranceSeconds = 1.5

    /// A monitor that has seen nothing.
    public init() {}

    /// Takes the next report; stretches of time that are over are appended to `closed`.
    public mutating func take(_ report: Report, closed: inout [QualityInterval]) {
        let time = report.timeUnixSeconds
        if let lastTime, lastTime - time > Self.clockToleranceSeconds {
            open.set(.clock, from: time, to: lastTime, closed: &closed)
            // The other checks measure from the new time on: what went before can't be compared with it.
            frozen = FrozenCheck()
            place = PlaceJumpCheck()
            level = LevelJumpCheck()
        }
        lastTime = time
        checkDatum(report, closed: &closed)
        if report.isOnGround == true {
            frozen = FrozenCheck()
            level = LevelJumpCheck()
        } else {
            if let from = frozen.take(report) { open.set(.frozen, from: from, to: time, closed: &closed) }
            if let feet = report.pressureAltitudeFeet,
                let from = level.take(feet: feet, time: time, claimed: report.verticalRateMetresPerSecond)
            {
                open.set(.jump, from: from, to: time, closed: &closed)
            }
        }
        if report.position != nil {
            if let (flag, from) = place.take(report) {
                open.set(flag, from: from, to: time, closed: &closed)
            }
            if let from = grid.take(report) { open.set(.rounding, from: from, to: time, closed: &closed) }
        }
    }

    /// What is wrong at picture time `unixSeconds`, as far as it is known by now.
    public func present(at unixSeconds: Double) -> QualityFlags {
        open.present(since: unixSeconds - Self.shownSeconds)
    }

    /// There are no more reports: the stretches that are still open are appended.
    public mutating func finish(closed: inout [QualityInterval]) { open.finish(closed: &closed) }

    /// A position with only a geometric height, or two altitudes that no weather reconciles.
    private mutating func checkDatum(_ report: Report, closed: inout [QualityInterval]) {
        guard report.position != nil, let height = report.ellipsoidHeightFeet else { return }
        if let pressure = report.pressureAltitudeFeet,
            Level.fromEllipsoidHeight(feet: height).boundsFeet.contains(pressure)
        {
            return
        }
        open.set(.mixedDatum, from: report.timeUnixSeconds, to: report.timeUnixSeconds, closed: &closed)
    }
}

/// The last stretch of each flag, which may still grow.
struct OpenIntervals: Sendable {
    private var known: QualityFlags = []
    private var from = InlineArray<8, Double>(repeating: 0)
    private var to = InlineArray<8, Double>(repeating: 0)

    /// Stretches of one flag that are no further apart than this are one, seconds.
    private static let joinSeconds = 5.0

    mutating func set(_ flag: QualityFlags, from start: Double, to end: Double, closed: inout [QualityInterval]) {
        let index = flag.rawValue.trailingZeroBitCount
        if known.contains(flag), start <= to[index] + Self.joinSeconds, end >= from[index] - Self.joinSeconds {
            from[index] = min(from[index], start)
            to[index] = max(to[index], end)
            return
        }
        close(flag, closed: &closed)
        known.insert(flag)
        from[index] = min(start, end)
        to[index] = max(start, end)
    }

    func present(since time: Double) -> QualityFlags {
        if known.isEmpty { return [] }
        var present: QualityFlags = []
        for index in 0..<8 where known.rawValue & (1 << index) != 0 && to[index] >= time {
            present.insert(QualityFlags(rawValue: 1 << index))
        }
        return present
    }

    mutating func finish(closed: inout [QualityInterval]) {
        for index in 0..<8 { close(QualityFlags(rawValue: 1 << index), closed: &closed) }
    }

    private mutating func close(_ flag: QualityFlags, closed: inout [QualityInterval]) {
        guard known.contains(flag) else { return }
        let index = flag.rawValue.trailingZeroBitCount
        closed.append(QualityInterval(quality: flag, unixSeconds: from[index]...to[index]))
        known.remove(flag)
    }
}
