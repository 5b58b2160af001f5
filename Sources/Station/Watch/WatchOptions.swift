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
    /// Names under which browsers find the page, besides those of this machine.
    public var addresses: [String] = []
    /// Directory of the store; nil: the user's data directory.
    public var dataDirectory: String?
    /// Directory of the page; nil: looked for.
    public var webDirectory: String?
    /// `en` or `ru`: the language that the page starts in.
    public var language = "en"
    /// Name of the station on the page.
    public var stationName = "Parley"

    /// Refuses what no station can be started with.
    ///
    /// - Throws: `StationError.option`, naming the option and what it may be.
    func check() throws(StationError) {
        guard ReplayClock.speeds.contains(speed) else {
            throw StationError.option(name: "--speed", reason: "a number from 0.1 to 1000 is needed, not \(speed)")
        }
        guard (0...65_535).contains(port) else {
            throw StationError.option(name: "--port", reason: "a number from 0 to 65535 is needed, not \(port)")
        }
        guard ["en", "ru"].contains(language) else {
            throw StationError.option(name: "--language", reason: "en or ru is needed, not \(language)")
        }
    }

    /// The options of a station that watches `sources` by `rules`.
    public init(sources: [WatchSource], rules: AlertRules) {
        self.sources = sources
        self.rules = rules
    }
}
