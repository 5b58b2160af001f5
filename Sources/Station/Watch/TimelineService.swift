import Airspace
import Separation
import ServiceLifecycle
import Surveillance

/// Measures a whole recording ahead, once, beside the picture.
struct TimelineService: Service {
    let recording: Recording
    let rule: MeasuringRule
    let timeline: Timeline
    let writer: StoreWriter

    /// Reports that are taken before others get a turn.
    private static let reportsAtATime = 5_000

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await measure()
        }
        try? await gracefulShutdown()
    }

    private func measure() async {
        var tracker = Tracker()
        var watch = EncounterWatch(rule: rule, clock: .reports, startingMidwayAt: nil)
        for index in 0..<recording.count {
            let (report, feed) = recording.report(at: index)
            var quality = QualityFlags()
            if let slot = tracker.take(report, feed: feed) {
                quality = QualityFlags(
                    tracker.tracks[slot].quality(at: report.timeUnixSeconds, staleSeconds: .infinity))
            }
            watch.take(report, quality: quality)
            guard index % Self.reportsAtATime == 0 else { continue }
            _ = tracker.advance(to: report.timeUnixSeconds)
            note(watch.advance(to: Int(report.timeUnixSeconds)))
            await Task.yield()
            if Task.isCancelled { return }
        }
        note(watch.finish())
        timeline.complete()
    }

    private func note(_ encounters: [PictureEncounter]) {
        let over = encounters.filter { !$0.isOpen }.map(\.encounter)
        timeline.add(over)
        for encounter in over {
            let span =
                Double(encounter.start) - WatchStore.marginSeconds...Double(encounter.end) + WatchStore.marginSeconds
            var tracks: [String: [CompactPoint]] = [:]
            for identifier in [encounter.a, encounter.b] {
                tracks[identifier] = recording.reports(of: identifier, in: span).compactMap { HistoryPoint($0) }
                    .map { CompactPoint($0) }
            }
            writer.write(.encounter(encounter, tracks: tracks))
        }
    }
}
