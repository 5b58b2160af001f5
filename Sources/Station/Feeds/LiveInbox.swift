import Accord
import Surveillance
import Synchronization

/// Where live sources put what they hear, and the picture takes it from, once a second.
///
/// It is bounded: when the picture falls behind, the oldest reports are dropped and counted, because a newer report of the
/// same aircraft is worth more.
final class LiveInbox: Sendable {
    /// What one source delivered at one moment.
    struct Delivery: Sendable {
        var feed: Int
        var reports: [Report]
        /// Seconds of a clock that never jumps.
        var arrivedAtSeconds: Double
    }

    private struct Source {
        var status: FeedStatus
        var lastArrivalWallSeconds: Double?
    }

    private struct State {
        var sources: [Source]
        var deliveries: [Delivery] = []
        var waiting = 0
    }

    /// Some ten seconds of the busiest sky.
    static let maximumReports = 200_000

    /// How far the clock of a receiver may be ahead, seconds: more is refused.
    static let mostSecondsAhead = TrackBody.mostSecondsAhead

    private let state: Mutex<State>
    private let metrics: StationMetrics

    init(feeds: [FeedStatus], metrics: StationMetrics) {
        state = Mutex(State(sources: feeds.map { Source(status: $0) }))
        self.metrics = metrics
    }

    /// Reports that wait.
    var waitingReports: Int { state.withLock { $0.waiting } }

    /// A source has been heard.
    ///
    /// What is far ahead of the clock is refused: it would stay in the picture as if it were new, and keep out all true reports of the
    /// same aircraft, until its time has come.
    func deliver(_ heard: ReportBatch, from feed: Int, atMonotonicSeconds: Double, wallUnixSeconds: Double) {
        let batch = withoutFuture(heard, from: feed, at: wallUnixSeconds)
        metrics.faults.add(batch.faultCount)
        state.withLock { state in
            let newest = batch.reports.map(\.timeUnixSeconds).max()
            state.sources[feed].status.faults += batch.faultCount
            state.sources[feed].status.lastFault = batch.faults.last ?? state.sources[feed].status.lastFault
            guard let newest else { return }
            state.sources[feed].status.reports += batch.reports.count
            state.sources[feed].status.lastReportUnixSeconds = newest
            state.sources[feed].status.delaySeconds = wallUnixSeconds - newest
            state.sources[feed].status.state = .live
            state.sources[feed].lastArrivalWallSeconds = wallUnixSeconds
            state.deliveries.append(
                Delivery(
                    feed: feed, reports: batch.reports, arrivedAtSeconds: atMonotonicSeconds))
            state.waiting += batch.reports.count
            while state.waiting > Self.maximumReports, !state.deliveries.isEmpty {
                let dropped = state.deliveries.removeFirst().reports.count
                state.waiting -= dropped
                metrics.droppedReports.add(dropped)
            }
        }
    }

    private func withoutFuture(_ heard: ReportBatch, from feed: Int, at wallUnixSeconds: Double) -> ReportBatch {
        let latest = wallUnixSeconds + Self.mostSecondsAhead
        guard let newest = heard.reports.map(\.timeUnixSeconds).max(), newest > latest else { return heard }
        var batch = heard
        batch.reports.removeAll { $0.timeUnixSeconds > latest }
        let ahead = Int(newest - wallUnixSeconds)
        batch.note(
            ReadFault(
                code: .clock, source: state.withLock { $0.sources[feed].status.name }, position: 0,
                reason: "\(heard.reports.count - batch.reports.count) reports are up to \(ahead) s ahead of this clock")
        )
        return batch
    }

    /// A source can't be reached, or answers nonsense; it keeps trying.
    func fail(_ feed: Int, reason: String) {
        metrics.faults.add(1)
        state.withLock {
            $0.sources[feed].status.state = .failed
            $0.sources[feed].status.faults += 1
            $0.sources[feed].status.lastFault = ReadFault(
                code: .truncated, source: $0.sources[feed].status.name, position: 0, reason: reason)
        }
    }

    /// A source is connected, and has said nothing yet.
    func connected(_ feed: Int) {
        state.withLock {
            if $0.sources[feed].status.state == .failed { $0.sources[feed].status.state = .connecting }
        }
    }

    /// Everything that waits, in the order of arrival.
    func drain() -> [Delivery] {
        state.withLock { state in
            defer {
                state.deliveries = []
                state.waiting = 0
            }
            return state.deliveries
        }
    }

    /// How the sources stand at a wall time.
    func statuses(atWallSeconds wall: Double) -> [FeedStatus] {
        state.withLock { state in
            for index in state.sources.indices {
                guard let last = state.sources[index].lastArrivalWallSeconds else { continue }
                let silent = max(0, wall - last)
                state.sources[index].status.silentSeconds = silent
                let known = state.sources[index].status.state
                if known == .live || known == .connecting, silent >= FeedStatus.quietAfterSeconds {
                    state.sources[index].status.state = .quiet
                }
            }
            return state.sources.map(\.status)
        }
    }
}
