import Airspace
import Separation

/// Whether two identifiers are very likely one aircraft, or can't be told apart.
enum DuplicateCheck {
    /// How far from its aircraft an echo may be: radar error, and seconds of delay.
    private static let echo = Minima(horizontal: Length(1, .nauticalMiles), vertical: Length(500, .feet))

    /// How long before and after the closest approach is looked at, seconds.
    private static let reachSeconds = 900.0

    /// Around their closest approach: the measuring rule's own test says so; or one of them has no ICAO address (a rebroadcast radar
    /// track), and it was so near that it may be the other's echo. Two that were never near are two.
    static func isOneAircraft(
        _ one: ObservedTrack, _ other: ObservedTrack, gapSeconds: Double, closest: (metres: Double, second: Int)?
    ) -> Bool {
        if let closest, closest.metres >= 2 * Minima.enRoute.horizontal.metres { return false }
        // Where nothing could be measured, all that was reported is looked at.
        let span =
            closest.map { Double($0.second) - reachSeconds...Double($0.second) + reachSeconds }
            ?? -1e12...1e12
        let a = part(of: one, span)
        let b = part(of: other, span)
        let isEcho = [a, b].contains { $0.identifier.hasPrefix("~") }
        let encounters = encounters(a, b, MeasuringRule(minima: .enRoute, gapSeconds: gapSeconds))
        if encounters.contains(where: { $0.quality.contains(.duplicateTrack) }) { return true }
        return isEcho && !self.encounters(a, b, MeasuringRule(minima: echo, gapSeconds: gapSeconds)).isEmpty
    }

    private static func part(of track: ObservedTrack, _ span: ClosedRange<Double>) -> ObservedTrack {
        var part = track
        part.reports = track.reports.filter { span.contains($0.measured.timeUnixSeconds) }
        return part
    }

    private static func encounters(_ a: ObservedTrack, _ b: ObservedTrack, _ rule: MeasuringRule) -> [Encounter] {
        var measurer = EncounterMeasurer(rule: rule, toleratedSeconds: 0)
        let reports = (a.reports + b.reports).map(\.measured).filter { $0.timeUnixSeconds.isFinite }
            .enumerated().sorted { ($0.element.timeUnixSeconds, $0.offset) < ($1.element.timeUnixSeconds, $1.offset) }
        for report in reports { measurer.add(report.element) }
        return measurer.finish().encounters
    }
}
