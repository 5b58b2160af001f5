import Phraseology

/// Reports of resolution advisories in the order in which they were signed, and whether one is being followed.
struct LineAdvisories: Sendable {
    /// One report.
    struct Report: Sendable, Hashable {
        /// Who reported it.
        var side: LineSide
        /// When it was signed, Unix seconds.
        var atUnixSeconds: Double
        var order: EntryOrder
        var elements: [MessageElement]
    }

    /// More are not kept: the newest decide.
    private static let mostReports = 1_000

    private(set) var reports: [Report] = []

    /// Takes what a message says of an advisory. What was entered after the fact holds nobody up.
    mutating func take(_ item: LineItem, from side: LineSide) {
        guard !item.note.isLate, item.note.message.elements.contains(where: { $0.code.hasPrefix("RA.") }) else {
            return
        }
        let report = Report(
            side: side, atUnixSeconds: item.atUnixSeconds, order: item.order, elements: item.note.message.elements)
        let place = reports.firstIndex { Self.isEarlier(report, $0) } ?? reports.endIndex
        reports.insert(report, at: place)
        if reports.count > Self.mostReports { reports.removeFirst() }
    }

    /// Whether a crew follows an advisory, and since when.
    var hold: (hold: AdvisoryHold, since: Report?) {
        var hold = AdvisoryHold()
        var since: Report?
        for report in reports {
            let wasActive = hold.isActive
            hold.take(report.elements)
            if !wasActive, hold.isActive { since = report }
            if !hold.isActive { since = nil }
        }
        return (hold, since)
    }

    private static func isEarlier(_ left: Report, _ right: Report) -> Bool {
        left.side == right.side
            ? left.order < right.order
            : (left.atUnixSeconds, left.side.rawValue) < (right.atUnixSeconds, right.side.rawValue)
    }
}
