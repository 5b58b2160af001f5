import Airspace

/// Tells a position that stopped from an aircraft that stands still: it says that it flies on.
///
/// State vectors repeat the last position for up to 15 s as a matter of course, and it is then off by what the aircraft flew
/// meanwhile. It counts as frozen once that is a quarter of a nautical mile.
struct FrozenCheck: Sendable {
    private var position: GeodeticPosition?
    private var movedAt = 0.0
    private var previousTime = 0.0
    private var speed: Double?
    private var missedMetres = 0.0
    private var repeats = 0

    /// Slower than this, an aircraft may hover or its receiver may not tell, metres per second.
    private static let movingMetresPerSecond = 15.0
    /// The error that counts, metres: 0.25 NM.
    private static let missedMetresLimit = 463.0
    /// Fewer repeats than this are a receiver's way of filling seconds.
    private static let repeatsLimit = 3
    /// A first new position this much later still ends a freeze, seconds.
    private static let catchUpSeconds = 60.0

    /// Takes a report; since when the position is frozen, nil when it is not.
    mutating func take(_ report: Report) -> Double? {
        guard let reported = report.position else { return nil }
        let time = report.timeUnixSeconds
        let claimed = report.groundSpeedMetresPerSecond
        if let updated = report.positionUpdatedUnixSeconds, updated < time,
            let claimed = claimed ?? speed, claimed >= Self.movingMetresPerSecond,
            claimed * (time - updated) >= Self.missedMetresLimit, time - updated < 86_400
        {
            remember(report, at: time)
            return updated
        }
        guard reported == position else {
            let wasFrozen = isFrozen && time - previousTime <= Self.catchUpSeconds
            let since = movedAt
            remember(report, at: time)
            return wasFrozen ? since : nil
        }
        if time <= previousTime { return nil }
        let moving = claimed ?? speed ?? 0
        if moving >= Self.movingMetresPerSecond { missedMetres += moving * (time - previousTime) }
        repeats += 1
        previousTime = time
        return isFrozen ? movedAt : nil
    }

    private var isFrozen: Bool { repeats >= Self.repeatsLimit && missedMetres >= Self.missedMetresLimit }

    private mutating func remember(_ report: Report, at time: Double) {
        if report.position != position { movedAt = time }
        position = report.position
        previousTime = time
        speed = report.groundSpeedMetresPerSecond
        missedMetres = 0
        repeats = 0
    }
}

/// Tells positions that lie on a coarse grid, up to 111 m apart: distances of them are no better than that.
struct GridCheck: Sendable {
    private var last: GeodeticPosition?
    private var since = 0.0
    private var count = 0

    /// So many different positions in a row, each on the grid: by chance one in 10^20 for positions of six decimals.
    private static let positionsLimit = 4

    mutating func take(_ report: Report) -> Double? {
        guard let position = report.position else { return nil }
        if position == last { return count >= Self.positionsLimit ? since : nil }
        last = position
        guard Self.isOnGrid(position.latitudeDegrees), Self.isOnGrid(position.longitudeDegrees) else {
            count = 0
            return nil
        }
        if count == 0 { since = report.timeUnixSeconds }
        count += 1
        return count >= Self.positionsLimit ? since : nil
    }

    private static func isOnGrid(_ degrees: Double) -> Bool {
        let thousandths = degrees * 1_000
        return abs(thousandths - thousandths.rounded()) < 1e-6
    }
}
