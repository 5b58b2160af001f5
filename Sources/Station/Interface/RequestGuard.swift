import Foundation
import HTTPTypes
import Hummingbird

/// Keeps other pages that happen to be open in the same browser from reading or steering the station.
///
/// Three things are asked of a request: that it names the station by an address or a name of this machine (a name that
/// somebody else's server resolves to here would make their page same-origin), that a write comes from the station's own
/// page or from no page at all, and that a write carries the token which only that page could read.
struct RequestGuard: Sendable {
    /// The token, fresh at each start: 128 random bits.
    let token: String
    private let hostNames: Set<String>

    /// The header that carries the token.
    static let tokenHeader = "X-Parley-Token"

    /// - Parameter addresses: names under which the station is known besides those of this machine, from its settings.
    init(addresses: [String] = []) {
        token = Secrets.hexadecimal(Secrets.bytes(16))
        let host = ProcessInfo.processInfo.hostName.lowercased()
        hostNames = Set(
            ["localhost", host, String(host.prefix { $0 != "." }) + ".local"] + addresses.map { $0.lowercased() })
    }

    /// - Throws: `Problem` 421 for a foreign name.
    func check(host: String?) throws(Problem) {
        guard let host, !host.isEmpty else { return }
        let name = Self.name(ofAuthority: host)
        guard hostNames.contains(name) || Self.isAddress(name) else {
            throw Problem(
                status: 421, title: "Not this station",
                detail:
                    "open the station by its IP address, as localhost, or by a name that it was set up with (--address of station init), not as \(name.prefix(100))"
            )
        }
    }

    /// - Parameter tokens: those that are taken: the station's own, or that of a session.
    /// - Throws: `Problem` 403 with what is missing.
    func checkWrite(_ request: Request, tokens: [String]) throws(Problem) {
        if let origin = request.headers[.origin] {
            let authority = origin.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init)
            guard authority == request.head.authority else {
                throw Problem.forbidden("a page of another origin can't change anything here")
            }
        }
        guard let name = HTTPField.Name(Self.tokenHeader), let given = request.headers[name] else {
            throw Problem.forbidden("send the token of /api/config as \(Self.tokenHeader)")
        }
        guard tokens.contains(where: { Secrets.areEqual(given, $0) }) else {
            throw Problem.forbidden("the token is not of this run of the station: read /api/config again")
        }
    }

    private static func name(ofAuthority authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return authority.prefix { $0 != ":" }.lowercased()
    }

    private static func isAddress(_ name: String) -> Bool {
        let isFour =
            name.split(separator: ".").count == 4 && name.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        return isFour || (name.contains(":") && name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." })
    }
}
