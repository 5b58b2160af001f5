import Foundation
import Logging
import Separation
import ServiceLifecycle

/// The picture and its page, composed: what `parley watch` and a node have in common.
struct WatchAssembly {
    let store: WatchStore
    let metrics: StationMetrics
    let board: PictureBoard
    let hub: EventHub
    let runner: PictureRunner
    let gate: RequestGuard
    let files: StaticFiles
    /// What runs beside the web server, in the order in which it starts; it stops the other way round.
    let first: [any Service]
    let last: [any Service]
    /// The names of the feeds by their identifiers.
    let feedNames: [String: String]
    private let configuration: StationConfiguration
    private let timeline: Timeline
    private let rule: MeasuringRule
    private let recorded: ClosedRange<Int>?

    /// Reads the recordings and prepares everything that can fail before anything listens.
    ///
    /// - Throws: `StationError`, `RecordingError` or `SeparationError`, each in words for the person at the machine.
    init(_ options: WatchOptions, clock: NodeClock, logger: Logger) throws {
        try options.check()
        let web = try WebDirectory.find(asked: options.webDirectory)
        let store = try WatchStore(directory: options.dataDirectory ?? WatchStore.defaultDirectory)
        let metrics = StationMetrics()
        let feeding = try Feeding(options, metrics: metrics, logger: logger)
        let rule = MeasuringRule(minima: options.rules.minima.general)
        let writer = StoreWriter(store: store, rule: rule, metrics: metrics, logger: logger)
        let timeline = Timeline(recorded: feeding.recording?.seconds)
        let board = PictureBoard()
        let hub = EventHub(metrics: metrics) { board.wholePicture() }
        var engine = try PictureEngine(
            rules: options.rules, rule: rule, feeds: feeding.feeds.map(\.identifier),
            measuringClock: feeding.recording == nil ? .caller : .reports
        ) { PictureRunner.monotonicSeconds() }
        try Self.restore(&engine, from: store, recorded: feeding.recording?.seconds, now: clock.now())
        let runner = PictureRunner(
            engine: engine, mode: feeding.mode, feeds: feeding.feeds, board: board, hub: hub, metrics: metrics,
            store: store, writer: writer, timeline: timeline, clock: clock)
        self.store = store
        self.metrics = metrics
        self.board = board
        self.hub = hub
        self.runner = runner
        self.timeline = timeline
        self.rule = rule
        recorded = feeding.recording?.seconds
        feedNames = Dictionary(feeding.feeds.map { ($0.identifier, $0.name) }) { first, _ in first }
        gate = RequestGuard(addresses: options.addresses)
        files = StaticFiles(root: web)
        configuration = StationConfiguration(
            stationName: options.stationName, version: WatchStation.version, language: options.language,
            rules: options.rules, map: feeding.map)
        first = [writer]
        var last: [any Service] = []
        if let recording = feeding.recording {
            last.append(TimelineService(recording: recording, rule: rule, timeline: timeline, writer: writer))
        }
        self.last = last + [PictureService(runner: runner, hub: hub)] + feeding.services
    }

    /// The addresses of the picture; with a desk and a log for a node, whose operators have names.
    func routes(desk: OperatorDesk? = nil, log: ActLog? = nil) -> [Route] {
        let shown = PictureRoutes(
            configuration: configuration, board: board, hub: hub, metrics: metrics, token: gate.token, desk: desk)
        let past = TrackRoutes(
            runner: runner, board: board, rule: rule, minima: configuration.rules.minima.general)
        let encounters = EncounterRoutes(
            store: store, rule: rule, board: board, timeline: timeline, recorded: recorded)
        return shown.routes + past.routes + encounters.routes + ReplayRoutes(runner: runner).routes
            + AlarmRoutes(runner: runner, log: log).routes + TargetRoutes(runner: runner, log: log).routes
            + TogetherRoutes(runner: runner, log: log).routes
    }

    /// Brings back what people had entered before the station was stopped. Of another time than a recording's, it stays where it is.
    static func restore(
        _ engine: inout PictureEngine, from store: WatchStore, recorded: ClosedRange<Int>?, now: Double
    ) throws {
        func isOfThisTime(_ unixSeconds: Double) -> Bool {
            recorded.map {
                Double($0.lowerBound) - 86_400 <= unixSeconds && unixSeconds <= Double($0.upperBound) + 86_400
            } ?? (abs(now - unixSeconds) < 86_400)
        }
        for target in try store.documents(in: .target).compactMap({ ManualTarget(document: $0) })
        where isOfThisTime(target.timeUnixSeconds) {
            engine.enter(target)
        }
        for group in try store.documents(in: .group).compactMap({ TogetherGroup(document: $0) })
        where isOfThisTime(group.activeUnixSeconds.lowerBound) {
            try? engine.declare(group)
        }
        // One whose time ran out meanwhile ends in the first second, and is noted as any other.
        for kept in try store.documents(in: .inhibition).compactMap({ KeptInhibition(document: $0) })
        where isOfThisTime(kept.act.untilUnixSeconds) {
            engine.restoreInhibition(of: kept.alert, act: kept.act)
        }
        for kept in try store.documents(in: .distress).compactMap({ KeptDistress(document: $0) })
        where isOfThisTime(kept.sinceUnixSeconds) {
            engine.declare(kept.distress, of: kept.identifier)
        }
    }
}
