import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A request with the address that it came from.
struct StationContext: RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// Answers every request: the interface first, then the files of the page, and everything that goes wrong as a problem.
struct StationResponder: HTTPResponder {
    typealias Context = StationContext

    let table: RouteTable
    let files: StaticFiles
    let gate: RequestGuard
    let metrics: StationMetrics
    /// Who may do what; nil in `parley watch`, which asks nobody who they are.
    var sessions: SessionGate?

    /// How long a client may take to send its body.
    private static let bodySeconds = 10.0

    func respond(to request: Request, context: Context) async throws -> Response {
        var response: Response
        do {
            response = try await answer(request, from: context.remoteAddress)
        } catch let problem as Problem {
            response = problem.response
        } catch {
            context.logger.error("a request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            response = Problem.failure("see the station's log").response
        }
        metrics.requests.add(1)
        secure(&response)
        return response
    }

    private func answer(_ request: Request, from address: SocketAddress?) async throws -> Response {
        if sessions?.transport != .control { try gate.check(host: request.head.authority) }
        let isHead = request.method == .head
        let method = isHead ? "GET" : request.method.rawValue
        let path = request.uri.path
        let response: Response
        do {
            response = try await answer(request, method: method, path: path, from: address)
        } catch let problem as Problem where problem.status == 404 && !path.hasPrefix("/api/") {
            guard let file = try files.response(path: path, ifNoneMatch: request.headers[.ifNoneMatch]) else {
                throw problem
            }
            guard method == "GET" else { throw Problem.methodNotAllowed(["GET"]) }
            response = file
        }
        return isHead ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, method: String, path: String, from address: SocketAddress?) async throws
        -> Response
    {
        let (route, parameters) = try table.route(method: method, path: path)
        var call = Call(parameters: parameters, query: try Self.query(of: request), request: request)
        call.remoteAddress = address?.ipAddress
        if let sessions {
            try await sessions.admit(&call, to: route, gate: gate)
        } else if route.isWrite {
            try gate.checkWrite(request, tokens: [gate.token])
        }
        if route.isWrite { call.body = try await Self.body(of: request) }
        return try await route.handler(call)
    }

    private static func query(of request: Request) throws(Problem) -> [String: String] {
        var query: [String: String] = [:]
        for part in (request.uri.query ?? "").split(separator: "&").prefix(50) {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = pair.map { $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding }
            guard let name = decoded.first ?? nil else {
                throw Problem.badRequest("the query is not percent-encoded UTF-8")
            }
            guard let value = decoded.count > 1 ? decoded[1] : "" else {
                throw Problem.badRequest("the value of \(name.prefix(40)) is not percent-encoded UTF-8")
            }
            query[name] = value
        }
        return query
    }

    private static func body(of request: Request) async throws(Problem) -> [UInt8] {
        do {
            return try await withTimeLimit(seconds: bodySeconds) {
                var bytes: [UInt8] = []
                for try await buffer in request.body {
                    guard bytes.count + buffer.readableBytes <= RouteTable.maximumBodyBytes else {
                        throw Problem(
                            status: 413, title: "Too long",
                            detail: "a body has at most \(RouteTable.maximumBodyBytes) bytes")
                    }
                    bytes.append(contentsOf: buffer.readableBytesView)
                }
                return bytes
            }
        } catch let problem as Problem {
            throw problem
        } catch is TimeLimitExceeded {
            throw Problem(status: 408, title: "Too slow", detail: "the body did not arrive within 10 s")
        } catch {
            throw Problem.badRequest("the body could not be read")
        }
    }

    private func secure(_ response: inout Response) {
        response.headers[.contentSecurityPolicy] =
            "default-src 'self'; worker-src 'self' blob:; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        if let policy = HTTPField.Name("Referrer-Policy") { response.headers[policy] = "no-referrer" }
        if let policy = HTTPField.Name("Cross-Origin-Resource-Policy") { response.headers[policy] = "same-origin" }
    }
}
