import Accord
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
    /// Who acts; nil where nobody needs to have signed in, and in `parley watch`, which has no operators.
    var person: Person?
    /// What the request came with of a session, whether or not it still holds; nil without one.
    var session: OperatorSession?
    /// Where the request came from, as the operating system says; nil over the control socket.
    var remoteAddress: String?
}

/// One address with one method.
struct Route: Sendable {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    var method: String
    /// The address, `/api/tracks/{id}`.
    var template: String
    /// Who may call it in a node.
    var access: Access
    /// What answers.
    var handler: @Sendable (Call) async throws -> Response
    /// Whether a page calls it without anybody acting: then it keeps no session alive.
    var isByItself = false

    /// A route for those of `roles`. A GET that names none is for whoever has signed in; a write must name its roles, and one
    /// that doesn't is for nobody.
    init(
        method: String, template: String, roles: Set<Role>? = nil,
        handler: @escaping @Sendable (Call) async throws -> Response
    ) {
        let unnamed: Access = method == "GET" ? .viewer : .roles([])
        self.init(method: method, template: template, access: roles.map { .roles($0) } ?? unnamed, handler: handler)
    }

    /// A route with an access that isn't about roles.
    init(
        method: String, template: String, access: Access,
        handler: @escaping @Sendable (Call) async throws -> Response
    ) {
        self.method = method
        self.template = template
        self.access = access
        self.handler = handler
    }

    /// Whether it changes something, and so asks for the token.
    var isWrite: Bool { method != "GET" }
}

/// The addresses of the station. There are some dozens: a walk over them costs less than a clever tree.
struct RouteTable: Sendable {
    /// No body of the interface is anywhere near this long.
    static let maximumBodyBytes = 64 * 1024

    private var routes: [(pattern: [Part], route: Route)] = []

    /// Every route, for whoever checks that none was forgotten.
    var all: [Route] { routes.map(\.route) }

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
