import Separation

/// What the picture leaves behind.
extension PictureRunner {
    /// Hands the lasting part of a second to the store.
    func keep(_ second: PictureSecond) {
        guard let writer else { return }
        if !second.alerts.events.isEmpty { writer.write(.alarms(second.alerts.events)) }
        for event in second.alerts.events where event.kind == .inhibitionEnded {
            writer.write(.entry(.inhibition, name: event.subject, document: nil))
        }
        keep(second.encounters)
        if case .live = mode { timeline.add(second.encounters.filter { !$0.isOpen }.map(\.encounter)) }
        guard case .live = mode else { return }
        let stretches = histories.flush(at: Double(second.second))
        if !stretches.isEmpty {
            writer.write(.stretches(stretches))
            writer.write(.expiry(beforeUnixSeconds: Double(second.second) - WatchStore.trackLifetimeSeconds))
        }
    }

    /// Hands encounters that are over to the store. Of a recording, what is measured ahead of the replay knows more of the data.
    func keep(_ encounters: [PictureEncounter]) {
        guard let writer else { return }
        var isFinal = false
        if case .live = mode { isFinal = true }
        for encounter in encounters where !encounter.isOpen {
            let measured = encounter.encounter
            let span =
                Double(measured.start) - WatchStore.marginSeconds...Double(measured.end) + WatchStore.marginSeconds
            var tracks: [String: [CompactPoint]] = [:]
            for identifier in [measured.a, measured.b] {
                tracks[identifier] = recentPoints(of: identifier, in: span).map { CompactPoint($0) }
            }
            writer.write(.encounter(measured, tracks: tracks, isFinal: isFinal))
        }
    }

    /// The recording is over: encounters that are still open are closed and kept.
    func finishRecording() {
        let closed = engine.finish()
        keep(closed)
        pending.add(closed)
    }

    /// Writes what is not on disk yet and ends the store's queue; for when the station stops.
    func close() {
        if case .live = mode {
            let stretches = histories.takeUnstored(at: pictureTime)
            if !stretches.isEmpty { writer?.write(.stretches(stretches)) }
        }
        writer?.close()
    }

    /// The points of an aircraft that are in memory, within `span` of Unix seconds and not later than the picture.
    func recentPoints(of identifier: String, in span: ClosedRange<Double>) -> [HistoryPoint] {
        let end = min(span.upperBound, pictureTime)
        guard span.lowerBound <= end else { return [] }
        switch mode {
        case .live: return histories.points(of: identifier, in: span.lowerBound...end)
        case .replay(let recording, _):
            return recording.reports(of: identifier, in: span.lowerBound...end).compactMap { HistoryPoint($0) }
        }
    }

    /// The points of an aircraft within `span`, from memory and, for live sources, from the store.
    func points(of identifier: String, in span: ClosedRange<Double>) async throws -> [HistoryPoint] {
        let recent = recentPoints(of: identifier, in: span)
        guard case .live = mode, let store else { return recent }
        let stored = try await store.points(of: identifier, in: span).map { CompactPoint($0) }
        return WatchStore.merge(stored + recent.map { CompactPoint($0) }, in: span).map(\.point)
    }
}
