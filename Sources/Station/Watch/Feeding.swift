import Airspace
import Logging
import ServiceLifecycle

/// The sources of a station, opened.
struct Feeding {
    let mode: PictureRunner.Mode
    let feeds: [FeedStatus]
    /// The recordings; nil: the sources are live.
    let recording: Recording?
    /// What keeps live sources going.
    let services: [any Service]
    /// Where the map opens.
    let map: StationConfiguration.MapView?

    /// Opens the sources of `options`.
    ///
    /// - Throws: `StationError` or `RecordingError` for what can't be watched.
    init(_ options: WatchOptions, metrics: StationMetrics, logger: Logger) throws {
        // A node may have no receivers of its own and see only what its peers share.
        guard let first = options.sources.first else {
            mode = .live(LiveInbox(feeds: [], metrics: metrics))
            feeds = []
            recording = nil
            services = []
            map = nil
            return
        }
        if let other = options.sources.first(where: { $0.isRecording != first.isRecording }) {
            let (recording, live) = first.isRecording ? (first, other) : (other, first)
            throw StationError.mixedSources(recording: recording.name, live: live.name)
        }
        if first.isRecording {
            let loaded = try RecordingLoader(paths: options.sources.map(\.name))
            let recording = loaded.recording
            self.recording = recording
            let clock = ReplayClock(
                start: recording.seconds.lowerBound, end: recording.seconds.upperBound,
                first: try options.start.map { try Self.second($0, in: recording) }, speed: options.speed)
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
            recording = nil
            services = options.sources.enumerated().compactMap { number, source -> (any Service)? in
                switch source {
                case .recording: nil
                case .polled(let url): PolledFeed(url: url, feed: number, inbox: inbox)
                case .baseStation(let host, let port):
                    BaseStationFeed(host: host, port: port, name: source.name, feed: number, inbox: inbox)
                }
            }
            map = nil
        }
    }
}

extension Feeding {
    /// The picture second of a UTC time, or of a time of the recording's first day.
    ///
    /// - Throws: `StationError.option` for what is neither, or is outside the recording.
    private static func second(_ text: String, in recording: Recording) throws(StationError) -> Int {
        let firstDay = UTCTime.string(unixSeconds: Double(recording.seconds.lowerBound)).prefix(10)
        let span = [recording.seconds.lowerBound, recording.seconds.upperBound].map {
            UTCTime.string(unixSeconds: Double($0))
        }
        for candidate in [text, "\(firstDay)T\(text)Z", "\(firstDay)T\(text):00Z"] {
            guard let time = try? UTCTime.unixSeconds(parsing: candidate) else { continue }
            let second = Int(time.rounded(.down))
            if recording.seconds.contains(second) { return second }
            throw StationError.option(
                name: "--start", reason: "\(candidate) is outside the recording, \(span[0]) to \(span[1])")
        }
        throw StationError.option(
            name: "--start", reason: "“\(text)” is no time, such as \(span[0]) or \(span[0].dropFirst(11).prefix(8))")
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
