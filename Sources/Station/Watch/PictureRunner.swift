import Dispatch
import Foundation
import Separation
import ServiceLifecycle
import Surveillance

/// Drives the engine: gives it each second's reports when the second is due, and hands out what it makes of them.
actor PictureRunner {
    /// Where seconds and their reports come from.
    enum Mode {
        case replay(Recording, ReplayClock)
        case live(LiveInbox)
    }

    var engine: PictureEngine
    var mode: Mode
    var feeds: [FeedStatus]
    let board: PictureBoard
    let hub: EventHub
    let metrics: StationMetrics
    let store: WatchStore?
    let writer: StoreWriter?
    let timeline: Timeline
    let clock: NodeClock
    /// Who else sees each second.
    private var observers: [any PictureObserver] = []
    /// The last minutes of live tracks.
    var histories = HistoryTable()

    /// What has happened since the last frame.
    var pending = PendingFrame()
    var latest: PictureSecond?
    private var sequence = 0

    /// Frames a wall second at most: more would only be thrown away by eyes and browsers.
    static let frameSeconds = 0.1
    /// Seconds of recording that are worked before the place of a jump, so that tracks, trails and alerts are there.
    static let runUpSeconds = 300

    init(
        engine: PictureEngine, mode: Mode, feeds: [FeedStatus], board: PictureBoard, hub: EventHub,
        metrics: StationMetrics, store: WatchStore?, writer: StoreWriter?, timeline: Timeline,
        clock: NodeClock = .system()
    ) {
        self.engine = engine
        self.mode = mode
        self.feeds = feeds
        self.board = board
        self.hub = hub
        self.metrics = metrics
        self.store = store
        self.writer = writer
        self.timeline = timeline
        self.clock = clock
    }

    /// Lets `observer` see every second from now on.
    func add(_ observer: any PictureObserver) { observers.append(observer) }

    /// Seconds of a clock that never jumps.
    static func monotonicSeconds() -> Double {
        Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    }

    /// Works whatever is due, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            let started = Self.monotonicSeconds()
            step(at: started, wallUnixSeconds: clock.now())
            let spent = Self.monotonicSeconds() - started
            // A second is worked as it begins, wherever in it the frames fall.
            let now = clock.now()
            let untilSecond = now.rounded(.down) + 1 - now
            try? await Task.sleep(for: .seconds(max(0.005, min(Self.frameSeconds - spent, untilSecond))))
        }
    }

    /// Works whatever is due now and puts up one frame for it.
    func step(at monotonicSeconds: Double, wallUnixSeconds: Double) {
        switch mode {
        case .replay: stepReplay(at: monotonicSeconds)
        case .live(let inbox): stepLive(inbox, at: monotonicSeconds, wallUnixSeconds: wallUnixSeconds)
        }
        publish()
    }

    /// Works one second whose reports the engine has.
    ///
    /// - Parameter isRunUp: it only leads up to a jump.
    func work(_ second: Int, isRunUp: Bool = false) {
        let started = Self.monotonicSeconds()
        let result = engine.advance(to: second)
        metrics.secondSeconds.observe(Self.monotonicSeconds() - started)
        metrics.detectionSeconds.observe(result.detectionSeconds)
        metrics.pairsExamined.add(result.pairsExamined)
        metrics.tracks.set(result.tracks.count)
        metrics.conflicts.set(result.alerts.alerts.count)
        keep(result)
        for observer in observers { observer.see(result, isRunUp: isRunUp) }
        pending.add(result)
        latest = result
    }

    /// Puts up a frame, if there is news.
    func publish() {
        guard pending.hasNews, let latest else { return }
        sequence += 1
        var snapshot = PictureSnapshot()
        snapshot.sequence = sequence
        snapshot.timeUnixSeconds = Double(latest.second)
        snapshot.sentUnixSeconds = clock.now()
        if case .replay(_, let clock) = mode { snapshot.replay = ReplayStatus(clock) }
        snapshot.feeds = feeds
        snapshot.tracks = latest.tracks
        snapshot.alerts = latest.alerts
        board.put(snapshot)
        let frame = pending
        pending = PendingFrame()
        if hub.hasClients { send(frame, snapshot) }
        let now = Self.monotonicSeconds()
        for arrival in frame.arrivals {
            metrics.reportToEventSeconds.observe(now - arrival.atSeconds, times: arrival.reports)
        }
    }

    private func send(_ frame: PendingFrame, _ snapshot: PictureSnapshot) {
        let started = Self.monotonicSeconds()
        let event: EventFrame
        if frame.isReset {
            let whole = board.wholePicture()
            event = EventFrame(
                sequence: snapshot.sequence, isWhole: true, bytes: EventFrame.text(event: "reset", data: whole.json))
        } else {
            let changed = frame.changedIndices(in: snapshot.tracks)
            var writer = JSONWriter(reserving: 1024 + changed.count * 400)
            snapshot.writeDelta(changed: changed, removed: frame.removed, encounters: frame.encounters, to: &writer)
            event = EventFrame(
                sequence: snapshot.sequence, isWhole: false, bytes: EventFrame.text(event: "delta", data: writer.bytes))
        }
        metrics.encodingSeconds.observe(Self.monotonicSeconds() - started)
        hub.publish(event)
    }
}
