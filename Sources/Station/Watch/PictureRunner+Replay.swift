import Surveillance

extension PictureRunner {
    /// Works the seconds of the recording that are due, as many as fit into the time between two frames.
    func stepReplay(at monotonicSeconds: Double) {
        guard case .replay(let recording, var clock) = mode else { return }
        let hadEnded = clock.hasEnded
        let due = clock.due(atWallSeconds: monotonicSeconds)
        var worked = 0
        while worked < due, !clock.hasEnded {
            workSecond(clock.position + 1, of: recording, arrivedAt: monotonicSeconds)
            clock.advance()
            worked += 1
            if Self.monotonicSeconds() - monotonicSeconds > 0.15 { break }
        }
        metrics.secondsBehind.set(due - worked)
        if clock.hasEnded, !hadEnded { finishRecording() }
        mode = .replay(recording, clock)
        updateFeeds(at: clock.position, hasEnded: clock.hasEnded)
    }

    /// Gives the engine the reports of one second, then the second.
    func workSecond(
        _ second: Int, of recording: Recording, arrivedAt monotonicSeconds: Double, isRunUp: Bool = false
    ) {
        let indices = recording.indices(inSecond: second)
        for index in indices {
            let (report, feed) = recording.report(at: index)
            engine.take(report, feed: feed)
            feeds[feed].reports += 1
            feeds[feed].lastReportUnixSeconds = report.timeUnixSeconds
        }
        metrics.reports.add(indices.count)
        if !indices.isEmpty {
            pending.arrivals.append(PendingFrame.Arrival(atSeconds: monotonicSeconds, reports: indices.count))
        }
        work(second, isRunUp: isRunUp)
    }

    private func updateFeeds(at position: Int, hasEnded: Bool) {
        for index in feeds.indices {
            guard let last = feeds[index].lastReportUnixSeconds else { continue }
            let silent = max(0, Double(position) - last)
            feeds[index].silentSeconds = silent
            feeds[index].state = hasEnded ? .ended : silent >= FeedStatus.quietAfterSeconds ? .quiet : .live
        }
    }

    /// Jumps to a picture time: forgets what came from the recording, works the run-up in silence, and puts up the whole picture.
    ///
    /// - Throws: `Problem` when there is no replay.
    func seek(to unixSeconds: Double) throws(Problem) {
        guard case .replay(let recording, var clock) = mode else {
            throw Problem.conflict("a live picture can't be moved in time: watch a recording for that")
        }
        clock.seek(to: Int(unixSeconds.rounded(.down)))
        let target = clock.position + 1
        let runUp = max(recording.seconds.lowerBound, target - Self.runUpSeconds)
        engine.forgetReports(continuingAt: runUp > recording.seconds.lowerBound ? runUp : nil)
        for index in feeds.indices {
            feeds[index].reports = 0
            feeds[index].lastReportUnixSeconds = nil
            feeds[index].state = .connecting
        }
        mode = .replay(recording, clock)
        let started = Self.monotonicSeconds()
        for second in runUp...target {
            workSecond(second, of: recording, arrivedAt: started, isRunUp: second < target)
        }
        clock.advance()
        mode = .replay(recording, clock)
        updateFeeds(at: clock.position, hasEnded: clock.hasEnded)
        pending = PendingFrame()
        pending.isReset = true
        publish()
    }

    /// Runs on; from the start when the recording had ended.
    func play() throws(Problem) {
        guard case .replay(_, let clock) = mode else { throw Self.noReplay }
        if clock.hasEnded { try seek(to: Double(clock.start)) }
        changeClock { $0.play() }
    }

    /// Stands still.
    func pause() throws(Problem) {
        guard case .replay = mode else { throw Self.noReplay }
        changeClock { $0.pause() }
    }

    /// Runs at another speed.
    func setSpeed(_ speed: Double) throws(Problem) {
        guard case .replay = mode else { throw Self.noReplay }
        changeClock { $0.setSpeed(speed) }
    }

    private static let noReplay = Problem.conflict("a live picture runs by itself: watch a recording for that")

    private func changeClock(_ change: (inout ReplayClock) -> Void) {
        guard case .replay(let recording, var clock) = mode else { return }
        change(&clock)
        mode = .replay(recording, clock)
        pending.isTouched = true
        publish()
    }
}
