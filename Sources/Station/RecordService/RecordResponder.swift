import HTTPTypes
import Hummingbird
import Record

/// Answers requests for the static parts of one record, and for its tail.
struct RecordResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let source: DirectorySource
    let watch: CheckpointWatch
    /// A tail that has nothing to say shows a sign of life after this.
    var heartbeat = Duration.seconds(5)

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            return Self.refusal(.methodNotAllowed, "this address is read with GET")
        }
        let response = await answer(request, path: request.uri.path.drop { $0 == "/" })
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Answers for the part at a path below the record.
    func answer(_ request: Request, path: Substring) async -> Response {
        if path == "tail" { return tail(request) }
        guard let resource = RecordResource(path: path) else {
            return Self.refusal(.notFound, "a record has no such part")
        }
        do {
            guard let bytes = try await source.fetch(resource) else {
                return Self.refusal(.notFound, "it is not there")
            }
            return Self.found(bytes, as: resource, ifNoneMatch: request.headers[.ifNoneMatch])
        } catch {
            return Self.refusal(.internalServerError, "it could not be read")
        }
    }

    private func tail(_ request: Request) -> Response {
        let query = request.uri.query ?? ""
        let asked = query.split(separator: "&").first { $0.hasPrefix("from=") }?.dropFirst(5)
        guard let from = asked.map({ UInt64($0) }) ?? 0 else {
            return Self.refusal(.badRequest, "from is the index of an entry")
        }
        let last = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap { UInt64($0) }
        let tail = RecordTail(
            source: source, watch: watch, from: last.map { $0 < .max ? $0 + 1 : $0 } ?? from,
            heartbeat: heartbeat)
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in try await tail.write(to: &writer) })
    }

    /// A full tile or bundle can never change; a partial one neither, as its width is part of its name. Checkpoints do.
    private static func found(_ bytes: [UInt8], as resource: RecordResource, ifNoneMatch: String?) -> Response {
        var headers: HTTPFields = [.accessControlAllowOrigin: "*", .xContentTypeOptions: "nosniff"]
        headers[.cacheControl] = resource.isImmutable ? "public, max-age=31536000, immutable" : "no-cache"
        headers[.contentType] = resource.isImmutable ? "application/octet-stream" : "text/plain; charset=utf-8"
        let tag = "\"\(TreeHash.leaf(bytes).base64)\""
        headers[.eTag] = tag
        if ifNoneMatch == tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func refusal(_ status: HTTPResponse.Status, _ reason: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: reason + "\n")))
    }
}
