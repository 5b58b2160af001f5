import Foundation
import Hummingbird

/// One request as a handler sees it.
struct Call: Sendable {
    /// The values of the `{…}` parts of the address, in order, percent-decoded.
    var parameters: [String]
    /// The query, percent-decoded; of a name that is repeated the last value counts.
    var query: [String: String]
    /// The request itself.
    var request: Request
    /// The body, at most `RouteTable.maximumBodyBytes` long.
    var body: [UInt8] = []
}

/// One address with one method.
struct Route: Sendable {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    var method: String
    /// The address, `/api/tracks/{id}`.
    var template: String
    /// What answers.
    var handler: @Sendable (Call) async throws -> Response

    /// Whether it changes something, and so asks for the token.
    var isWrite: Bool { method != "GET" }
}

/// The addresses of the station. There are some twenty: a walk over them costs less than a clever tree.
struct RouteTable: Sendable {
    /// No body of the interface is anywhere near this long.
    static let maximumBodyBytes = 64 * 1024

    private var routes: [(pattern: [Part], route: Route)] = []

    private enum Part: Sendable, Equatable {
        case fixed(String)
        case value
    }

    init(_ routes: [Route]) {
        self.routes = routes.map { route in
            let parts = route.template.split(separator: "/").map { part in
                part.hasPrefix("{") ? Part.value : Part.fixed(String(part))
            }
            return (parts, route)
        }
    }

    /// The route of a request with the values of its address, or why there is none.
    ///
    /// - Throws: `Problem` 404 when no route has this address, 405 when none of those that do takes this method.
    func route(method: String, path: String) throws(Problem) -> (route: Route, parameters: [String]) {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        var allowed: [String] = []
        for (pattern, route) in routes {
            guard let parameters = Self.match(pattern, segments) else { continue }
            if route.method == method { return (route, parameters) }
            allowed.append(route.method)
        }
        guard allowed.isEmpty else { throw Problem.methodNotAllowed(allowed) }
        throw Problem.notFound("nothing is at \(path.prefix(100)); /openapi.yaml lists what there is")
    }

    private static func match(_ pattern: [Part], _ segments: [String]) -> [String]? {
        guard pattern.count == segments.count else { return nil }
        var parameters: [String] = []
        for (part, segment) in zip(pattern, segments) {
            switch part {
            case .fixed(let text): if text != segment { return nil }
            case .value:
                guard let value = segment.removingPercentEncoding, !value.isEmpty else { return nil }
                parameters.append(value)
            }
        }
        return parameters
    }
}
