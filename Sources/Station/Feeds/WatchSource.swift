import Foundation

/// Where reports come from, as named on the command line.
public enum WatchSource: Sendable, Hashable {
    /// A recording, replayed by its own time stamps.
    case recording(path: String)
    /// An `aircraft.json` that is asked for again and again.
    case polled(url: String)
    /// SBS-1 BaseStation lines over TCP.
    case baseStation(host: String, port: Int)

    /// Reads `paris.states.csv.gz`, `http://receiver/data/aircraft.json`, `sbs://receiver:30003`.
    ///
    /// - Throws: `StationError.source`, with what would have been right.
    public init(parsing text: String) throws(StationError) {
        guard let scheme = text.range(of: "://") else {
            self = .recording(path: text)
            return
        }
        let rest = text[scheme.upperBound...]
        switch text[..<scheme.lowerBound].lowercased() {
        case "http", "https":
            guard URL(string: text)?.host?.isEmpty == false else {
                throw StationError.source(
                    text: text, reason: "an address such as http://receiver/data/aircraft.json is needed")
            }
            self = .polled(url: text)
        case "sbs":
            guard let (host, port) = Self.hostAndPort(rest) else {
                throw StationError.source(text: text, reason: "an address such as sbs://receiver:30003 is needed")
            }
            self = .baseStation(host: host, port: port)
        case "file": self = .recording(path: String(rest))
        default: throw StationError.source(text: text, reason: "a file, http://, https:// or sbs:// is needed")
        }
    }

    /// Whether it is replayed; everything else is live.
    public var isRecording: Bool {
        if case .recording = self { true } else { false }
    }

    /// The file or address as given.
    public var name: String {
        switch self {
        case .recording(let path): path
        case .polled(let url): url
        case .baseStation(let host, let port): host.contains(":") ? "sbs://[\(host)]:\(port)" : "sbs://\(host):\(port)"
        }
    }

    private static func hostAndPort(_ text: Substring) -> (String, Int)? {
        let bare = text.hasSuffix("/") ? text.dropLast() : text
        guard let colon = bare.lastIndex(of: ":"), let port = Int(bare[bare.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        var host = bare[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, !host.contains("/") else { return nil }
        return (String(host), port)
    }
}
