import HTTPTypes
import Hummingbird

/// Why a request was refused, as RFC 9457 has it; `detail` says what the caller is to do.
public struct Problem: Error, Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The kind of problem, in a few words.
    public var title: String
    /// What is wrong with this request and what to do about it.
    public var detail: String
    /// For 405: the methods that the address does have.
    public var allowed: [String] = []
    /// For 429: when to try again, seconds.
    public var retryAfterSeconds: Int?

    /// The request is not what the interface describes.
    static func badRequest(_ detail: String) -> Problem {
        Problem(status: 400, title: "The request is not understood", detail: detail)
    }

    /// The station doesn't do this for this caller.
    static func forbidden(_ detail: String) -> Problem {
        Problem(status: 403, title: "Not allowed", detail: detail)
    }

    /// The caller must sign in first, or again.
    static func signIn(_ detail: String) -> Problem {
        Problem(status: 401, title: "Sign in", detail: detail)
    }

    /// There is no such thing.
    static func notFound(_ detail: String) -> Problem {
        Problem(status: 404, title: "Not found", detail: detail)
    }

    /// The thing is not in a state for this.
    static func conflict(_ detail: String) -> Problem {
        Problem(status: 409, title: "Not possible now", detail: detail)
    }

    /// The address has other methods than the one asked for.
    static func methodNotAllowed(_ allowed: [String]) -> Problem {
        Problem(
            status: 405, title: "Method not allowed",
            detail: "this address takes \(allowed.joined(separator: ", "))", allowed: allowed)
    }

    /// The station could not do what it should have.
    static func failure(_ detail: String) -> Problem {
        Problem(status: 500, title: "The station could not do this", detail: detail)
    }

    /// The answer that carries it.
    var response: Response {
        var writer = JSONWriter()
        writer.object {
            $0.field("type", "about:blank")
            $0.field("title", title)
            $0.field("status", status)
            $0.field("detail", detail)
        }
        var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
        if !allowed.isEmpty { headers[.allow] = allowed.joined(separator: ", ") }
        if status == 401 { headers[.wwwAuthenticate] = "Session realm=\"parley\"" }
        if let retryAfterSeconds { headers[.retryAfter] = String(retryAfterSeconds) }
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }
}
