import Surveillance

/// Reads recordings into memory, each with an account of what was wrong in it.
struct RecordingLoader {
    /// The reports of all files in one order.
    let recording: Recording
    /// How each file did, in the order given.
    let feeds: [FeedStatus]

    /// Reads the files at `paths`.
    ///
    /// - Throws: `RecordingError` for a file that can't be used at all, `StationError.emptyRecording` when no file held a report.
    init(paths: [String], onProgress: (String, Double?) -> Void = { _, _ in }) throws {
        var builder = RecordingBuilder()
        var feeds: [FeedStatus] = []
        for (number, path) in paths.enumerated() {
            let file = try RecordingFile(path: path)
            var status = FeedStatus(identifier: "f\(number + 1)", name: path, kind: FeedStatus.Kind(file.format))
            var batch = ReportBatch()
            while file.read(into: &batch) {
                builder.add(batch.reports, feed: number)
                status.faults += batch.faultCount
                status.lastFault = batch.faults.last ?? status.lastFault
                onProgress(path, file.fraction)
                batch.removeAll()
            }
            feeds.append(status)
        }
        guard let recording = builder.finish() else {
            throw StationError.emptyRecording(
                paths: paths, firstFault: feeds.lazy.compactMap(\.lastFault).first?.description)
        }
        self.recording = recording
        self.feeds = feeds
    }
}

extension FeedStatus.Kind {
    init(_ format: RecordingFormat) {
        switch format {
        case .openSkyStates: self = .opensky
        case .baseStation: self = .sbs
        case .aircraftSnapshot, .aircraftLines, .jsonRecords, .jsonColumns: self = .readsb
        }
    }
}
