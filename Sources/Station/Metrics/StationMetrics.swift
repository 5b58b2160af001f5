/// What the station measures about itself; `/metrics` shows it in the Prometheus text format.
public final class StationMetrics: Sendable {
    /// Reports taken into the picture.
    public let reports = Counter()
    /// Faults found in the input.
    public let faults = Counter()
    /// Reports dropped because the picture fell behind a live source.
    public let droppedReports = Counter()
    /// From the arrival of a report to the event that carries it.
    public let reportToEventSeconds = Histogram(bounds: [
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10,
    ])
    /// One whole picture second: tracks, detection, alerting, measuring.
    public let secondSeconds = Histogram(bounds: StationMetrics.workBounds)
    /// The detection pass within it.
    public let detectionSeconds = Histogram(bounds: StationMetrics.workBounds)
    /// Writing a frame as JSON.
    public let encodingSeconds = Histogram(bounds: StationMetrics.workBounds)
    /// Pairs that detection examined.
    public let pairsExamined = Counter()
    /// Aircraft in the picture.
    public let tracks = Gauge()
    /// Conflicts in the picture.
    public let conflicts = Gauge()
    /// Picture seconds that are due and not yet worked.
    public let secondsBehind = Gauge()
    /// Reports that wait for the next second.
    public let waitingReports = Gauge()
    /// Writes that wait for the store.
    public let waitingWrites = Gauge()
    /// Writes that the store did not take.
    public let droppedWrites = Counter()
    /// Clients that listen to events.
    public let eventClients = Gauge()
    /// Frames that a client was too slow for; it got a whole picture instead.
    public let skippedFrames = Counter()
    /// Bytes free on the disk of a node.
    public let diskFreeBytes = Gauge()
    /// Bytes that must be left free there.
    public let diskMinimumBytes = Gauge()
    /// Requests answered.
    public let requests = Counter()

    /// What the exchange with peers measures.
    let exchange = ExchangeMetrics()

    private static let workBounds = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

    init() {}
}
