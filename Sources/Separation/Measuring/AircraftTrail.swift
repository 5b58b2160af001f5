import Airspace

/// The kept reports of one aircraft around the second that is being measured.
struct AircraftTrail {
    let identifier: String
    /// The last call sign heard by the second being measured; nil: none.
    private(set) var callsign: String?
    /// The latest second of which a report was kept.
    private(set) var newestSecond = Int.min
    /// Set when a report came too late to count, until the next one that does.
    var missedReport = false
    private var callsignsToCome: [(second: Int, callsign: String)] = []
    private var reports: [KeptReport] = []
    private var current = 0

    init(identifier: String) { self.identifier = identifier }

    /// Whether nothing is left to be measured.
    var isEmpty: Bool { current == reports.count }

    /// The first second, not before `second`, at which it may have a position; nil: none that is known.
    func firstSecond(from second: Int, gap: Int) -> Int? {
        guard current < reports.count else { return nil }
        let before = reports[current].second
        if before >= second { return before }
        guard current + 1 < reports.count else { return nil }
        let after = reports[current + 1].second
        return after <= second || after - before <= gap ? second : after
    }

    /// Takes a report into its place in time; false: an earlier one of the same second is there.
    mutating func insert(_ report: KeptReport) -> Bool {
        newestSecond = max(newestSecond, report.second)
        var index = reports.count
        while index > current, reports[index - 1].second > report.second { index -= 1 }
        if index > current, reports[index - 1].second == report.second {
            guard report.timeUnixSeconds < reports[index - 1].timeUnixSeconds else { return false }
            reports[index - 1] = report
            return true
        }
        reports.insert(report, at: index)
        return true
    }

    /// Notes a call sign that holds from `second` on.
    mutating func hear(_ heard: String, at second: Int) {
        let known = callsignsToCome.last?.callsign ?? callsign
        guard heard != known || callsignsToCome.contains(where: { $0.second > second }) else { return }
        var index = callsignsToCome.count
        while index > 0, callsignsToCome[index - 1].second > second { index -= 1 }
        callsignsToCome.insert((second, heard), at: index)
    }

    /// Where the aircraft is at `second`, going forward only; nil where it has no piece of track.
    ///
    /// - Parameter gap: most seconds between two reports of one piece. All reports up to `second` + `gap` are in.
    mutating func position(at second: Int, gap: Int) -> KeptReport? {
        while current + 1 < reports.count, reports[current + 1].second <= second { current += 1 }
        if current > 64, current > reports.count / 2 {
            reports.removeFirst(current)
            current = 0
        }
        while let next = callsignsToCome.first, next.second <= second {
            callsign = next.callsign
            callsignsToCome.removeFirst()
        }
        guard current < reports.count else { return nil }
        let before = reports[current]
        if before.second >= second { return before.second == second ? before : nil }
        guard current + 1 < reports.count else {
            // Whatever follows is more than the gap away: this piece has ended.
            reports.removeAll(keepingCapacity: true)
            current = 0
            return nil
        }
        let after = reports[current + 1]
        guard after.second - before.second <= gap else { return nil }
        return KeptReport.between(before, after, at: second)
    }
}
