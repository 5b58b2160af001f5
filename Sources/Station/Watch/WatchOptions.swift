public import Separation

/// What a station is started with.
public struct WatchOptions: Sendable {
    /// Where reports come from; at least one.
    public var sources: [WatchSource]
    /// What must be kept apart, and when a person is called.
    public var rules: AlertRules
    /// Picture seconds per second of wall time, for recordings.
    public var speed = 1.0
    /// Where a replay begins: a UTC time, or a time of its first day, `12:04:14`; nil: at its first report.
    public var start: String?
    /// Address to listen on.
    public var bindAddress = "127.0.0.1"
    /// Port to listen on; 0: any that is free.
    public var port = 8480
    /// Directory of the store; nil: the user's data directory.
    public var dataDirectory: String?
    /// Directory of the page; nil: looked for.
    public var webDirectory: String?
    /// `en` or `ru`: the language that the page starts in.
    public var language = "en"
    /// Name of the station on the page.
    public var stationName = "Parley"

    /// The options of a station that watches `sources` by `rules`.
    public init(sources: [WatchSource], rules: AlertRules) {
        self.sources = sources
        self.rules = rules
    }
}
