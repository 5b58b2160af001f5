/// Where a service listens, `127.0.0.1:8490`, `[::1]:8490` or `8490` alone, which means loopback.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address or name of the interface.
    public var host: String
    /// The port; 0 takes any that is free.
    public var port: Int

    /// An address of these parts.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads an address.
    ///
    /// - Throws: `StationError.option`, saying what is expected.
    public init(parsing text: String) throws(StationError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let host = parts.count > 1 ? parts.dropLast().joined(separator: ":") : "127.0.0.1"
        guard let port = parts.last.flatMap({ Int($0) }), (0...65_535).contains(port), !host.isEmpty else {
            throw .option(name: "“\(text)”", reason: "an address to listen on is HOST:PORT, such as 127.0.0.1:8490")
        }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        self.init(host: bare, port: port)
    }

    /// Reads where a peer's station answers. Host and port must both be there: a port alone would be one of this machine.
    ///
    /// - Throws: `StationError.option`, saying what is expected.
    init(parsing text: String, ofPeer name: String) throws(StationError) {
        guard let address = try? ListenAddress(parsing: text), text.contains(":"), address.port > 0,
            !address.host.isEmpty,
            !address.host.contains(":") || text.hasPrefix("["), !address.host.contains(where: { "/ @[]".contains($0) })
        else {
            throw .option(
                name: "“\(text)”",
                reason: "where \(name)'s station answers is HOST:PORT, such as \(name.lowercased()).example.org:8481")
        }
        self = address
    }

    /// As it is written in an address of the web.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
