import Logging
import ServiceLifecycle

/// The sources of a station, opened.
struct Feeding {
    let mode: PictureRunner.Mode
    let feeds: [FeedStatus]
    /// What keeps live sources going.
    let services: [any Service]
    /// Where the map opens.
    let map: StationConfiguration.MapView?

    /// Opens the sources of `options`.
    ///
    /// - Throws: `StationError` or `RecordingError` for what can't be watched.
    init(_ options: WatchOptions, metrics: StationMetrics, logger: Logger) throws {
        guard let first = options.sources.first else {
            throw StationError.option(name: "SOURCE", reason: "at least one source is needed")
        }
        if let other = options.sources.first(where: { $0.isRecording != first.isRecording }) {
            let (recording, live) = first.isRecording ? (first, other) : (other, first)
            throw StationError.mixedSources(recording: recording.name, live: live.name)
        }
        if first.isRecording {
            let loaded = try RecordingLoader(paths: options.sources.map(\.name))
            let recording = loaded.recording
            let clock = ReplayClock(
                start: recording.seconds.lowerBound, end: recording.seconds.upperBound,
                first: options.startUnixSeconds.map { Int($0.rounded(.down)) }, speed: options.speed)
            mode = .replay(recording, clock)
            feeds = loaded.feeds
            services = []
            map = recording.view
        } else {
            let feeds = options.sources.enumerated().map { number, source in
                FeedStatus(identifier: "f\(number + 1)", name: source.name, kind: source.kind)
            }
            let inbox = LiveInbox(feeds: feeds, metrics: metrics)
            mode = .live(inbox)
            self.feeds = feeds
            services = []
            map = nil
        }
    }
}

extension WatchSource {
    var kind: FeedStatus.Kind {
        switch self {
        case .recording: .opensky
        case .polled: .readsb
        case .baseStation: .sbs
        }
    }
}
