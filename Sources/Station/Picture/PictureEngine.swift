import Airspace
public import Separation
public import Surveillance

/// The picture as a pure machine: reports in, and at each picture second tracks, conflicts, alerts and encounters out.
///
/// It has no clock and does no I/O. The owner gives it every report that was made up to a second, in order, and then calls
/// `advance(to:)` once for that second; the result depends on nothing else, so a recording gives the same picture at any
/// speed and in any chunking.
public struct PictureEngine: Sendable {
    /// The rules in force, the groups and the inhibitions are the monitor's.
    public internal(set) var monitor: ConflictMonitor
    /// The last second that was worked; nil: none yet.
    public private(set) var second: Int?

    private var table: TrackTable
    /// The time of the newest report since the last second.
    private var newestReport: Double?
    private let feeds: [String]
    private var encounters: EncounterWatch
    var manual = ManualTargetTable()
    var parties = SharedPicture()
    var search = CandidateSearch()
    private let rule: MeasuringRule
    private let measuringClock: EncounterMeasurer.Clock
    private let stopwatch: @Sendable () -> Double

    /// An engine without any history.
    ///
    /// - Parameters:
    ///   - rule: how encounters are measured.
    ///   - feeds: the names of the feeds, in the order of their numbers.
    ///   - measuringClock: what tells the measuring how late it is.
    ///   - stopwatch: seconds of a clock that never jumps; only measures how long detection takes.
    /// - Throws: `SeparationError.alertRules`, for whoever wrote the rules.
    public init(
        rules: AlertRules, rule: MeasuringRule, feeds: [String], measuringClock: EncounterMeasurer.Clock = .reports,
        stopwatch: @escaping @Sendable () -> Double = { 0 }
    ) throws(SeparationError) {
        monitor = try ConflictMonitor(rules: rules)
        self.rule = rule
        self.feeds = feeds
        table = TrackTable(feeds: feeds)
        self.measuringClock = measuringClock
        encounters = EncounterWatch(rule: rule, clock: measuringClock, startingMidwayAt: nil)
        self.stopwatch = stopwatch
    }

    /// Takes a report that came from feed number `feed`.
    public mutating func take(_ report: Report, feed: Int) {
        newestReport = max(newestReport ?? report.timeUnixSeconds, report.timeUnixSeconds)
        let quality = table.take(report, feed: feed)
        encounters.take(report, quality: quality)
    }

    /// Works one picture second, for which all reports have been taken.
    public mutating func advance(to newSecond: Int) -> PictureSecond {
        let time = Double(newSecond)
        var tracks = table.advance(to: time, rules: monitor.rules)
        manual.append(to: &tracks, at: time)
        parties.join(&tracks, at: time, rules: monitor.rules)
        mark(&tracks, at: time)
        let started = stopwatch()
        let candidates = search.candidates(among: tracks.alertTracks, for: monitor)
        let detectionSeconds = stopwatch() - started
        var alerts = monitor.step(at: time, tracks: tracks.alertTracks, candidates: candidates)
        alerts.leftOut.merge(search.leftOut, uniquingKeysWith: +)
        second = newSecond
        defer { newestReport = nil }
        return PictureSecond(
            second: newSecond, tracks: tracks.tracks, changed: tracks.changed, removed: tracks.removed, alerts: alerts,
            encounters: encounters.advance(to: newSecond), newestReportUnixSeconds: newestReport,
            pairsExamined: search.pairsExamined, detectionSeconds: detectionSeconds)
    }

    /// Names the declared group of each track.
    func mark(_ tracks: inout TrackSecond, at time: Double) {
        let groups = monitor.groups.filter { $0.isActive(at: time) }
        guard !groups.isEmpty else { return }
        for index in tracks.tracks.indices {
            let identifier = tracks.tracks[index].identifier
            tracks.tracks[index].together = groups.first { $0.members.contains(identifier) }?.name
        }
    }

    mutating func resetTracks(firstSecond: Int?) {
        table = TrackTable(feeds: feeds)
        encounters = EncounterWatch(rule: rule, clock: measuringClock, startingMidwayAt: firstSecond)
        newestReport = nil
        second = nil
    }

    /// No more reports will come: the encounters that are still open, closed.
    public mutating func finish() -> [PictureEncounter] { encounters.finish() }
}
