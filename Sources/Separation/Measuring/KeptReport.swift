import Airspace

/// A kept report, as if made at a whole second.
struct KeptReport: Sendable {
    /// The second that it counts for, Unix seconds.
    var second: Int
    /// Its own time: the earliest of a second counts.
    var timeUnixSeconds: Double
    var latitudeDegrees: Double
    var longitudeDegrees: Double
    var altitudeFeet: Double
    var quality: QualityFlags

    var place: Encounter.Place {
        Encounter.Place(
            position: GeodeticPosition(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees),
            altitudeFeet: altitudeFeet)
    }

    /// Linear in time between neighbouring reports, the short way across the antimeridian.
    static func between(_ before: KeptReport, _ after: KeptReport, at second: Int) -> KeptReport {
        let part = Double(second - before.second) / Double(after.second - before.second)
        let eastwards = shortWayDegrees(after.longitudeDegrees - before.longitudeDegrees)
        return KeptReport(
            second: second, timeUnixSeconds: Double(second),
            latitudeDegrees: before.latitudeDegrees + (after.latitudeDegrees - before.latitudeDegrees) * part,
            longitudeDegrees: shortWayDegrees(before.longitudeDegrees + eastwards * part),
            altitudeFeet: before.altitudeFeet + (after.altitudeFeet - before.altitudeFeet) * part,
            quality: before.quality.union(after.quality))
    }
}

extension MeasuredReport {
    /// Times beyond the year 9999 are no times.
    static let latestUnixSeconds = 253_402_300_800.0

    /// The whole second that it counts for; nil: its time is no time.
    var second: Int? {
        guard timeUnixSeconds.isFinite, abs(timeUnixSeconds) < Self.latestUnixSeconds else { return nil }
        return Int(timeUnixSeconds.rounded(.down))
    }

    /// The first step of the rule: the report if it is kept, and its fate.
    func kept(at second: Int) -> (report: KeptReport?, fate: ReportFate) {
        if isOnGround { return (nil, .onGround) }
        guard let position else { return (nil, .withoutPosition) }
        guard let altitude = pressureAltitudeFeet else { return (nil, .withoutAltitude) }
        guard MeasuringRule.believedAltitudesFeet.contains(altitude),
            let place = GeodeticPosition(valid: position.latitudeDegrees, position.longitudeDegrees)
        else { return (nil, .outOfRange) }
        let report = KeptReport(
            second: second, timeUnixSeconds: timeUnixSeconds, latitudeDegrees: place.latitudeDegrees,
            longitudeDegrees: place.longitudeDegrees, altitudeFeet: altitude, quality: quality)
        return (report, .kept)
    }
}
