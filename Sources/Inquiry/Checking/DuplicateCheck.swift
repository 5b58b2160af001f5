import Airspace
import Separation

/// Whether two identifiers are very likely one aircraft, or can't be told apart.
enum DuplicateCheck {
    /// How far from its aircraft an echo may be: radar error, and seconds of delay.
    private static let echo = Minima(horizontal: Length(1, .nauticalMiles), vertical: Length(500, .feet))

    /// Over all that is known of the two around the window: the measuring rule's own test says so; or one of them has no ICAO address
    /// (a rebroadcast radar track), and it was so near that it may be the other's echo.
    static func isOneAircraft(_ a: ObservedTrack, _ b: ObservedTrack, gapSeconds: Double) -> Bool {
        let isEcho = [a, b].contains { $0.identifier.hasPrefix("~") }
        let encounters = encounters(a, b, MeasuringRule(minima: .enRoute, gapSeconds: gapSeconds))
        if encounters.contains(where: { $0.quality.contains(.duplicateTrack) }) { return true }
        return isEcho && !self.encounters(a, b, MeasuringRule(minima: echo, gapSeconds: gapSeconds)).isEmpty
    }

    private static func encounters(_ a: ObservedTrack, _ b: ObservedTrack, _ rule: MeasuringRule) -> [Encounter] {
        var measurer = EncounterMeasurer(rule: rule, toleratedSeconds: 0)
        let reports = (a.reports + b.reports).map(\.measured).filter { $0.timeUnixSeconds.isFinite }
            .enumerated().sorted { ($0.element.timeUnixSeconds, $0.offset) < ($1.element.timeUnixSeconds, $1.offset) }
        for report in reports { measurer.add(report.element) }
        return measurer.finish().encounters
    }
}
