import Airspace

extension EncounterMeasurer {
    /// Reports of seconds before this are no longer taken; `Int.min` before the first report.
    var completeBefore: Int {
        newestUnixSeconds.isFinite ? Int((newestUnixSeconds - toleratedSeconds).rounded(.down)) : .min
    }

    mutating func take(_ report: MeasuredReport) -> ReportFate {
        guard let second = report.second else { return .clock }
        let time = report.timeUnixSeconds
        if clock == .caller, time > newestUnixSeconds + max(toleratedSeconds, 1) { return .clock }
        if second < completeBefore { return late(report, second: second) }
        if clock == .reports { newestUnixSeconds = max(newestUnixSeconds, time) }

        // Without a position a report still says the call sign, of an aircraft that is followed.
        if let callsign = report.callsign, !callsign.isEmpty, let slot = slots[report.identifier] {
            trails[slot].hear(callsign, at: second)
        }
        let (kept, fate) = report.kept(at: second)
        guard var kept else { return fate }
        guard let slot = slot(of: report, second: second) else { return .tooMany }
        if trails[slot].missedReport {
            trails[slot].missedReport = false
            kept.quality.insert(.clock)
        }
        let isEarliest = trails[slot].insert(kept)
        if !isActive[slot] {
            isActive[slot] = true
            active.append(slot)
        }
        return isEarliest ? .kept : .laterInSecond
    }

    /// Counts a late report; unless it only repeats one that was kept, the aircraft's next one is marked.
    private mutating func late(_ report: MeasuredReport, second: Int) -> ReportFate {
        worstLatenessSeconds = max(worstLatenessSeconds, newestUnixSeconds - report.timeUnixSeconds)
        guard let slot = slots[report.identifier] else { return .late }
        if trails[slot].newestSecond == second { return .laterInSecond }
        trails[slot].missedReport = true
        return .late
    }

    private mutating func slot(of report: MeasuredReport, second: Int) -> Int? {
        if let known = slots[report.identifier] { return known }
        if slots.count >= Self.aircraftLimit { return nil }
        var trail = AircraftTrail(identifier: report.identifier)
        if let callsign = report.callsign, !callsign.isEmpty { trail.hear(callsign, at: second) }
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = free
            trails[free] = trail
        } else {
            slot = trails.count
            trails.append(trail)
            isActive.append(false)
        }
        slots[report.identifier] = slot
        return slot
    }
}
