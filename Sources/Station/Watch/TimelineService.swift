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
        guard let audits = await audit() else { return }
        var watch = EncounterWatch(rule: rule, clock: .reports, startingMidwayAt: nil)
        for index in 0..<recording.count {
            let report = recording.report(at: index).report
            watch.take(report, quality: [])
            guard index.isMultiple(of: Self.reportsAtATime) else { continue }
            note(watch.advance(to: Int(report.timeUnixSeconds)), audits)
            await Task.yield()
            if Task.isCancelled { return }
        }
        note(watch.finish(), audits)
        timeline.complete()
    }

    /// What was wrong with each aircraft's data, and when, in each source: known only with hindsight, as `parley review` has it.
    private func audit() async -> [QualityAudit]? {
        var audits: [QualityAudit] = []
        for index in 0..<recording.count {
            let (report, feed) = recording.report(at: index)
            while audits.count <= feed { audits.append(QualityAudit()) }
            audits[feed].take(report)
            guard index.isMultiple(of: Self.reportsAtATime) else { continue }
            await Task.yield()
            if Task.isCancelled { return nil }
        }
        return audits
    }

    private func note(_ encounters: [PictureEncounter], _ audits: [QualityAudit]) {
        var over = encounters.filter { !$0.isOpen }.map(\.encounter)
        for index in over.indices {
            let span = Double(over[index].start)...Double(over[index].end)
            for audit in audits {
                let found = audit.quality(of: over[index].a, during: span)
                    .union(audit.quality(of: over[index].b, during: span))
                over[index].quality.formUnion(found)
            }
        }
        timeline.add(over)
        for encounter in over {
            let span =
                Double(encounter.start) - WatchStore.marginSeconds...Double(encounter.end) + WatchStore.marginSeconds
            var tracks: [String: [CompactPoint]] = [:]
            for identifier in [encounter.a, encounter.b] {
                tracks[identifier] = recording.reports(of: identifier, in: span).compactMap { HistoryPoint($0) }
                    .map { CompactPoint($0) }
            }
            writer.write(.encounter(encounter, tracks: tracks, isFinal: true))
        }
    }
}
