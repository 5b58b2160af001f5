import Airspace
public import Separation
import Surveillance

/// How good the predictions of some rules were for recorded traffic, and what was asked.
public struct ScoredRules: Sendable {
    /// What the rules are called in the comparison.
    public var name: String
    /// The rules.
    public var rules: AlertRules
    /// What became of their predictions.
    public var score: PredictionScore

    /// Their look-ahead, seconds.
    public var lookAheadSeconds: Double { rules.longestLookAheadSeconds }
}

/// Replays recordings as a station would, second by second, and sets what it said beside what was measured afterwards.
public struct ScoreRun {
    let recording: Recording
    let feedNames: [String]
    private let flaws: [String: [QualityInterval]]
    /// What could not be read, in plain words; the rest went on.
    public let failures: [String]

    /// Reads the recordings.
    ///
    /// - Throws: `StationError.emptyRecording` when no report was in any of them.
    public init(paths: [String], onProgress: (_ fraction: Double?, _ doing: String) -> Void = { _, _ in }) throws {
        var readable: [String] = []
        var failures: [String] = []
        for path in paths {
            do throws(RecordingError) {
                _ = try RecordingFile(path: path)
                readable.append(path)
            } catch {
                failures.append(error.description)
            }
        }
        guard !readable.isEmpty else { throw StationError.emptyRecording(paths: paths, firstFault: failures.first) }
        let loader = try RecordingLoader(paths: readable) { _, fraction in onProgress(fraction, "reading") }
        for feed in loader.feeds where feed.faults > 0 {
            failures.append("\(feed.name): \(feed.faults) faults" + (feed.lastFault.map { ", the last: \($0)" } ?? ""))
        }
        self.failures = failures
        recording = loader.recording
        feedNames = loader.feeds.map(\.identifier)
        var audit = QualityAudit()
        for index in 0..<recording.count { audit.take(recording.report(at: index).report) }
        flaws = Dictionary(uniqueKeysWithValues: audit.identifiers.map { ($0, audit.intervals(of: $0)) })
    }

    /// The score of some rules.
    ///
    /// What is said at a second rests on the reports up to that second only; what is measured, on all of them.
    ///
    /// - Throws: `SeparationError.alertRules`, for whoever wrote the rules.
    public func score(
        _ rules: AlertRules, named name: String, measuredBy rule: MeasuringRule,
        onProgress: (_ fraction: Double?, _ doing: String) -> Void = { _, _ in }
    ) throws(SeparationError) -> ScoredRules {
        var engine = try PictureEngine(rules: rules, rule: rule, feeds: feedNames)
        var hindsight = HindsightMeasurer(book: AlertRuleBook(rules), rule: rule)
        var keeper = ScoreKeeper(rules: rules, mergeSeconds: rule.mergeSeconds)
        // A report counts for the second before the picture second in which it is heard, or for that one.
        let delay = hindsight.secondsAhead + 1
        var said: [AlertPicture] = []
        var next = 0
        let seconds = recording.seconds
        for second in seconds.lowerBound...(seconds.upperBound + delay) {
            if second <= seconds.upperBound {
                for index in recording.indices(inSecond: second) {
                    let (report, feed) = recording.report(at: index)
                    engine.take(report, feed: feed)
                    hindsight.add(
                        measured(report), aircraftClass: AircraftClass(emitterCategory: report.emitterCategory),
                        squawk: report.squawk)
                }
                said.append(engine.advance(to: second).alerts)
            }
            guard second - delay >= seconds.lowerBound, next < said.count else { continue }
            let (pairs, airborne) = hindsight.measure(at: second - delay)
            keeper.step(said[next], measured: pairs, airborneAircraft: airborne)
            next += 1
            if next > 1_000 {
                said.removeFirst(next)
                next = 0
            }
            if second % 64 == 0 {
                let done = Double(second - seconds.lowerBound) / Double(seconds.count)
                onProgress(min(done, 1), name)
            }
        }
        return ScoredRules(name: name, rules: rules, score: keeper.finish())
    }

    /// The report with what an audit of the whole recording found against its aircraft at that time.
    func measured(_ report: Report) -> MeasuredReport {
        var measured = MeasuredReport(report)
        for flaw in flaws[report.identifier] ?? [] where flaw.unixSeconds.contains(report.timeUnixSeconds) {
            measured.quality.formUnion(flaw.quality)
        }
        return measured
    }
}
