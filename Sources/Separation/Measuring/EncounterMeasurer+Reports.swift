import Airspace

extension EncounterMeasurer {
    /// Times beyond the year 9999 are no times.
    static let latestUnixSeconds = 253_402_300_800.0

    /// Reports of seconds before this are no longer taken; `Int.min` before the first report.
    var completeBefore: Int {
        newestUnixSeconds.isFinite ? Int((newestUnixSeconds - toleratedSeconds).rounded(.down)) : .min
    }

    mutating func take(_ report: MeasuredReport) -> ReportFate {
        let time = report.timeUnixSeconds
        guard time.isFinite, abs(time) < Self.latestUnixSeconds else { return .clock }
        if clock == .caller, time > newestUnixSeconds + max(toleratedSeconds, 1) { return .clock }
        let second = Int(time.rounded(.down))
        if second < completeBefore { return late(report, second: second) }
        if clock == .reports { newestUnixSeconds = max(newestUnixSeconds, time) }

        // Without a position a report still says the call sign, of an aircraft that is followed.
        if let callsign = report.callsign, !callsign.isEmpty, let slot = slots[report.identifier] {
            trails[slot].hear(callsign, at: second)
        }
        if report.isOnGround { return .onGround }
        guard let place = report.position else { return .withoutPosition }
        guard let altitude = report.pressureAltitudeFeet else { return .withoutAltitude }
        guard MeasuringRule.believedAltitudesFeet.contains(altitude),
            let position = GeodeticPosition(valid: place.latitudeDegrees, place.longitudeDegrees)
        else { return .outOfRange }
        guard let slot = slot(of: report, second: second) else { return .tooMany }
        var quality = report.quality
        if trails[slot].missedReport {
            trails[slot].missedReport = false
            quality.insert(.clock)
        }
        let inserted = trails[slot].insert(
            KeptReport(
                second: second, timeUnixSeconds: time, latitudeDegrees: position.latitudeDegrees,
                longitudeDegrees: position.longitudeDegrees, altitudeFeet: altitude, quality: quality))
        if !isActive[slot] {
            isActive[slot] = true
            active.append(slot)
        }
        return inserted ? .kept : .laterInSecond
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
