import Airspace
import Separation

/// Whether two identifiers are very likely one aircraft, by the measuring rule's own test.
enum DuplicateCheck {
    /// Over all that is known of the two around the window: the rule with the usual minima says so, or that they were never near.
    static func isOneAircraft(_ a: ObservedTrack, _ b: ObservedTrack, gapSeconds: Double) -> Bool {
        var measurer = EncounterMeasurer(
            rule: MeasuringRule(minima: .enRoute, gapSeconds: gapSeconds), toleratedSeconds: 0)
        let reports = (a.reports + b.reports).map(\.measured).filter { $0.timeUnixSeconds.isFinite }
            .enumerated().sorted { ($0.element.timeUnixSeconds, $0.offset) < ($1.element.timeUnixSeconds, $1.offset) }
        for report in reports { measurer.add(report.element) }
        return measurer.finish().encounters.contains { $0.quality.contains(.duplicateTrack) }
    }
}
