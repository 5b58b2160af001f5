import Airspace
import Separation
import Surveillance

/// Where an aircraft was at one moment, as trails and plots need it.
struct HistoryPoint: Sendable, Hashable {
    var timeUnixSeconds: Double
    var position: GeodeticPosition
    var pressureAltitudeFeet: Double?
    var groundSpeedMetresPerSecond: Double?
    var trackDegrees: Double?

    /// nil: the report has no position.
    init?(_ report: Report) {
        guard let position = report.position else { return nil }
        timeUnixSeconds = report.timeUnixSeconds
        self.position = position
        pressureAltitudeFeet = report.pressureAltitudeFeet
        groundSpeedMetresPerSecond = report.groundSpeedMetresPerSecond
        trackDegrees = report.trackDegrees
    }

    init(
        timeUnixSeconds: Double, position: GeodeticPosition, pressureAltitudeFeet: Double?,
        groundSpeedMetresPerSecond: Double?, trackDegrees: Double?
    ) {
        self.timeUnixSeconds = timeUnixSeconds
        self.position = position
        self.pressureAltitudeFeet = pressureAltitudeFeet
        self.groundSpeedMetresPerSecond = groundSpeedMetresPerSecond
        self.trackDegrees = trackDegrees
    }

    /// Writes `[time, lat, lon, altFt, gs, trk]`, null where unknown.
    func write(to writer: inout JSONWriter) {
        writer.array {
            $0.value(timeUnixSeconds, decimals: 3)
            $0.value(position.latitudeDegrees, decimals: 6)
            $0.value(position.longitudeDegrees, decimals: 6)
            $0.value(pressureAltitudeFeet ?? .nan, decimals: 2)
            $0.value(groundSpeedMetresPerSecond ?? .nan, decimals: 1)
            $0.value(trackDegrees ?? .nan, decimals: 1)
        }
    }
}

/// The distance of two aircraft over time, by the interpolation of the measuring rule: at whole seconds, between reports of one
/// aircraft that are at most `gap` apart, never beyond them.
struct PairSeries: Sendable {
    struct Point: Sendable, Hashable {
        var second: Int
        var horizontalMetres: Double
        var verticalFeet: Double?
    }

    private(set) var points: [Point] = []

    init(_ one: [HistoryPoint], _ other: [HistoryPoint], gapSeconds: Double) {
        let first = Self.atSeconds(one, gapSeconds: gapSeconds)
        let second = Self.atSeconds(other, gapSeconds: gapSeconds)
        for (time, place) in first {
            guard let match = second[time] else { continue }
            let vertical = place.feet.flatMap { feet in match.feet.map { roundedToHundredthFeet(abs(feet - $0)) } }
            points.append(
                Point(
                    second: time,
                    horizontalMetres: Geodesic.inverse(from: place.position, to: match.position).distanceMetres,
                    verticalFeet: vertical))
        }
        points.sort { $0.second < $1.second }
    }

    private static func atSeconds(
        _ points: [HistoryPoint], gapSeconds: Double
    ) -> [Int: (position: GeodeticPosition, feet: Double?)] {
        var kept: [(second: Int, point: HistoryPoint)] = []
        for point in points {
            let second = Int(point.timeUnixSeconds.rounded(.down))
            if let last = kept.last, second <= last.second { continue }
            kept.append((second, point))
        }
        var places: [Int: (position: GeodeticPosition, feet: Double?)] = [:]
        for (index, (second, point)) in kept.enumerated() {
            places[second] = (point.position, point.pressureAltitudeFeet)
            guard index + 1 < kept.count else { break }
            let (nextSecond, next) = kept[index + 1]
            guard Double(nextSecond - second) <= gapSeconds else { continue }
            for between in (second + 1)..<max(nextSecond, second + 1) {
                let share = Double(between - second) / Double(nextSecond - second)
                var turn = next.position.longitudeDegrees - point.position.longitudeDegrees
                if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
                let latitude =
                    point.position.latitudeDegrees
                    + share * (next.position.latitudeDegrees - point.position.latitudeDegrees)
                let position = GeodeticPosition(valid: latitude, point.position.longitudeDegrees + share * turn)
                let feet = point.pressureAltitudeFeet.flatMap { low in
                    next.pressureAltitudeFeet.map { low + share * ($0 - low) }
                }
                if let position { places[between] = (position, feet) }
            }
        }
        return places
    }
}
