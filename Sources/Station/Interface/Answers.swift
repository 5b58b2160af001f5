import Accord
import HTTPTypes
import Hummingbird

/// Answers that many routes give.
enum Answers {
    /// A JSON document.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A JSON document that is written here.
    static func json(status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) -> Void) -> Response {
        var writer = JSONWriter()
        write(&writer)
        return json(writer.bytes, status: status)
    }

    /// Done, and there is nothing to say.
    static var done: Response { Response(status: .noContent, headers: [.cacheControl: "no-store"]) }

    /// Plain text of a kind.
    static func text(_ text: String, kind: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: kind, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Call {
    /// The name of who acts: the operator in a node, who can't be anybody else; in `parley watch` the one that the body gives.
    func actor(_ fields: RequestFields) throws(Problem) -> String {
        if let person { return person.name }
        return try fields.text("by", maximum: 100)
    }

    /// A Unix time of the query; nil when it is not there.
    func unixTime(_ name: String) throws(Problem) -> Double? {
        guard let text = query[name] else { return nil }
        guard let value = Double(text), abs(value) <= 1e11 else {
            throw Problem.badRequest("“\(name)” must be a time in Unix seconds, such as 1633608000")
        }
        return value
    }

    /// A span in which nothing is: what lies from a later to an earlier time.
    static let nothing = 1e12...1e12

    /// A span of Unix time, `from` to `to`, open where one is not given.
    func span() throws(Problem) -> ClosedRange<Double> {
        let from = try unixTime("from") ?? -1e11
        let to = try unixTime("to") ?? 1e11
        return from <= to ? from...to : Self.nothing
    }

    /// Refuses a query parameter that the route doesn't have: a misspelt filter would give everything.
    func allowQuery(_ names: String...) throws(Problem) {
        if let stranger = query.keys.filter({ !names.contains($0) }).min() {
            throw Problem.badRequest("“\(stranger.prefix(40))” is no parameter of this address")
        }
    }
}
