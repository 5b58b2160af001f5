public import Airspace

/// Goes through the reports of a whole recording and keeps, for each aircraft, when its data was not to be trusted.
///
/// Reports of one aircraft are taken in the order of the recording; those of several may be mixed.
public struct QualityAudit: Sendable {
    private var slotOfIdentifier: [String: Int] = [:]
    private var monitors: [QualityMonitor] = []
    private var intervals: [[QualityInterval]] = []

    /// More stretches than this of one aircraft are not kept apart: the last one then reaches to the end.
    public static let mostIntervals = 10_000

    /// Nothing taken yet.
    public init() {}

    /// Takes the next report.
    public mutating func take(_ report: Report) {
        let slot: Int
        if let known = slotOfIdentifier[report.identifier] {
            slot = known
        } else {
            slot = monitors.count
            slotOfIdentifier[report.identifier] = slot
            monitors.append(QualityMonitor())
            intervals.append([])
        }
        monitors[slot].take(report, closed: &intervals[slot])
        if intervals[slot].count > Self.mostIntervals { joinLast(of: slot) }
    }

    /// Takes reports in their order.
    public mutating func take(_ reports: [Report]) {
        for report in reports { take(report) }
    }

    /// The aircraft that have been seen.
    public var identifiers: some Collection<String> { slotOfIdentifier.keys }

    /// When and what was wrong with an aircraft's data, in order of begin; those still open included.
    public func intervals(of identifier: String) -> [QualityInterval] {
        guard let slot = slotOfIdentifier[identifier] else { return [] }
        var all = intervals[slot]
        var monitor = monitors[slot]
        monitor.finish(closed: &all)
        return Self.joined(all)
    }

    /// In order of begin, and overlapping stretches of one flag as one.
    private static func joined(_ all: [QualityInterval]) -> [QualityInterval] {
        var joined: [QualityInterval] = []
        for interval in all.sorted(by: { $0.unixSeconds.lowerBound < $1.unixSeconds.lowerBound }) {
            if let last = joined.lastIndex(where: { $0.quality == interval.quality }),
                interval.unixSeconds.lowerBound <= joined[last].unixSeconds.upperBound
            {
                let end = max(joined[last].unixSeconds.upperBound, interval.unixSeconds.upperBound)
                joined[last].unixSeconds = joined[last].unixSeconds.lowerBound...end
            } else {
                joined.append(interval)
            }
        }
        return joined
    }

    /// What was wrong with an aircraft's data at any time within `span`.
    public func quality(of identifier: String, during span: ClosedRange<Double>) -> QualityFlags {
        var quality: QualityFlags = []
        for interval in intervals(of: identifier) where interval.unixSeconds.overlaps(span) {
            quality.formUnion(interval.quality)
        }
        return quality
    }

    private mutating func joinLast(of slot: Int) {
        let last = intervals[slot].removeLast()
        guard let place = intervals[slot].lastIndex(where: { $0.quality == last.quality }) else { return }
        let span = intervals[slot][place].unixSeconds
        intervals[slot][place].unixSeconds =
            min(span.lowerBound, last.unixSeconds.lowerBound)...max(span.upperBound, last.unixSeconds.upperBound)
    }
}
