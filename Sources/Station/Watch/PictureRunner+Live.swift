import Surveillance

extension PictureRunner {
    /// Works the wall second that has begun, with everything that has arrived.
    func stepLive(_ inbox: LiveInbox, at monotonicSeconds: Double, wallUnixSeconds: Double) {
        let statuses = inbox.statuses(atWallSeconds: wallUnixSeconds)
        if zip(statuses, feeds).contains(where: { $0.state != $1.state }) || statuses.count != feeds.count {
            pending.isTouched = latest != nil
        }
        feeds = statuses
        metrics.waitingReports.set(inbox.waitingReports)
        let due = Int(wallUnixSeconds.rounded(.down))
        guard due > (engine.second ?? Int.min) else { return }
        for delivery in inbox.drain() {
            for report in delivery.reports {
                engine.take(report, feed: delivery.feed)
                histories.take(report)
            }
            metrics.reports.add(delivery.reports.count)
            pending.arrivals.append(
                PendingFrame.Arrival(atSeconds: delivery.arrivedAtSeconds, reports: delivery.reports.count))
        }
        metrics.secondsBehind.set(max(0, due - (engine.second ?? due - 1) - 1))
        work(due)
    }
}
