public import Surveillance

/// How a source is doing, as the picture shows it.
public struct FeedStatus: Sendable, Hashable {
    /// What kind of source it is.
    public enum Kind: String, Sendable {
        case opensky
        case readsb
        case sbs
        case manual
    }

    /// Whether something comes from it.
    public enum State: String, Sendable {
        /// Nothing has come yet.
        case connecting
        /// Reports come.
        case live
        /// Connected, and silent for three seconds or more.
        case quiet
        /// Not connected; the station keeps trying.
        case failed
        /// A recording that has come to its end.
        case ended
    }

    /// Short name by which tracks refer to it.
    public var identifier: String
    /// The file or address as given.
    public var name: String
    /// What kind of source it is.
    public var kind: Kind
    /// Whether something comes from it.
    public var state: State = .connecting
    /// The time of its newest report, Unix seconds.
    public var lastReportUnixSeconds: Double?
    /// How long nothing has come, seconds of picture time.
    public var silentSeconds: Double?
    /// Reports taken from it.
    public var reports = 0
    /// Faults found in it.
    public var faults = 0
    /// The newest fault.
    public var lastFault: ReadFault?
    /// How much older its reports are than the moment they arrive, seconds; nil for recordings.
    public var delaySeconds: Double?

    /// A source from which nothing has come yet.
    public init(identifier: String, name: String, kind: Kind) {
        self.identifier = identifier
        self.name = name
        self.kind = kind
    }
}

extension FeedStatus {
    /// Silence that makes a feed quiet, seconds.
    static let quietAfterSeconds = 3.0

    /// Writes it as the interface describes `Feed`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", identifier)
            $0.field("name", name)
            $0.field("kind", kind.rawValue)
            $0.field("state", state.rawValue)
            $0.field("lastReport", lastReportUnixSeconds, decimals: 3)
            $0.field("silentSeconds", silentSeconds, decimals: 1)
            $0.field("reports", reports)
            $0.field("faults", faults)
            if let lastFault {
                $0.object("lastFault") {
                    $0.field("position", lastFault.position)
                    $0.field("reason", lastFault.reason)
                }
            }
            $0.field("delaySeconds", delaySeconds, decimals: 1)
        }
    }
}
