import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
import Record

/// Speaks with the station that runs in a directory of this machine, as a named operator, through its control socket.
///
/// The session is kept in the user's state directory, mode 0600, so that a password is asked for once in a shift.
public struct ControlClient: Sendable {
    private let directory: NodeDirectory
    private let person: String?
    private let password: @Sendable (String) throws -> String
    private let sessions: ControlSessions

    /// It does not try again by itself: a station that is away is said to be away at once.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.timeout.connect = .seconds(5)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    private static let patienceSeconds: Int64 = 120
    private static let mostBytes = 64 << 20

    /// A client of the station in `directory`.
    ///
    /// - Parameters:
    ///   - person: the operator; nil for what needs none.
    ///   - password: asked for the password of a name when there is no session that holds.
    public init(directory: String, as person: String?, password: @escaping @Sendable (String) throws -> String) {
        self.directory = NodeDirectory(path: directory)
        self.person = person
        self.password = password
        sessions = ControlSessions()
    }

    /// Reads from the station.
    ///
    /// - Parameter path: an address of the interface with its query, percent-encoded.
    /// - Throws: `StationError.control` when no station answers, or what it refuses, in its words.
    public func get(_ path: String) async throws -> [UInt8] { try await send("GET", path, nil) }

    /// Asks the station to do something; what it answers.
    ///
    /// - Throws: as ``get(_:)``.
    @discardableResult
    public func send(_ method: String, _ path: String, _ body: [UInt8]?) async throws -> [UInt8] {
        guard let person else { return try Self.expect(await ask(method, path, body, token: nil)) }
        if let token = try sessions.token(of: person, in: directory.path) {
            let answer = try await ask(method, path, body, token: token)
            guard answer.status == 401 else { return try Self.expect(answer) }
        }
        let token = try await signIn(person)
        return try Self.expect(await ask(method, path, body, token: token))
    }

    /// Hands a watch over, which ends the session of this client and begins one of the relieving officer.
    ///
    /// - Throws: as ``get(_:)``.
    public func handOver(post: String, to relieving: String, notes: String?) async throws {
        guard let person else { throw StationError.control(path: directory.path, reason: "name the officer with --as") }
        let leavingPassword = try password(person)
        let relievingPassword = try password(relieving)
        var body = JSONWriter()
        body.object {
            $0.field("post", post)
            $0.object("from") {
                $0.field("name", person)
                $0.field("password", leavingPassword)
            }
            $0.object("to") {
                $0.field("name", relieving)
                $0.field("password", relievingPassword)
            }
            $0.field("notes", notes)
        }
        let session = try await signIn(person, with: leavingPassword)
        let answer = try Self.expect(await ask("POST", "/api/shifts", body.bytes, token: session))
        try sessions.forget(person, in: directory.path)
        if let token = Self.token(in: answer) { try sessions.keep(token, of: relieving, in: directory.path) }
    }

    private func signIn(_ person: String, with given: String? = nil) async throws -> String {
        let given = try given ?? password(person)
        var body = JSONWriter()
        body.object {
            $0.field("name", person)
            $0.field("password", given)
        }
        let answer = try Self.expect(await ask("POST", "/api/session", body.bytes, token: nil))
        guard let token = Self.token(in: answer) else {
            throw StationError.control(path: directory.controlSocket, reason: "the station began no session")
        }
        try sessions.keep(token, of: person, in: directory.path)
        return token
    }

    private static func token(in answer: [UInt8]) -> String? {
        struct Session: Decodable { var token: String? }
        return (try? JSONDecoder().decode(Session.self, from: Data(answer)))?.token
    }

    private struct Answer {
        var status: Int
        var body: [UInt8]
    }

    private func ask(_ method: String, _ path: String, _ body: [UInt8]?, token: String?) async throws -> Answer {
        let socket = directory.controlSocket.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        var request = HTTPClientRequest(url: "http+unix://\(socket)\(path)")
        request.method = HTTPMethod(rawValue: method)
        request.headers.add(name: "Host", value: "localhost")
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        do {
            let response = try await Self.client.execute(request, timeout: .seconds(Self.patienceSeconds))
            let bytes = try await response.body.collect(upTo: Self.mostBytes)
            return Answer(status: Int(response.status.code), body: Array(bytes.readableBytesView))
        } catch {
            throw StationError.control(path: directory.path, reason: reason(error))
        }
    }

    /// Why nothing answers, in plain words, and what to do.
    private func reason(_ error: any Error) -> String {
        let files = FileManager.default
        guard files.fileExists(atPath: directory.settings) else {
            return "no station answers: there is none in this directory; parley station init makes one"
        }
        let code =
            (error as? IOError)?.errnoCode
            ?? ((error as? NIOConnectionError)?.connectionErrors.first?.error as? IOError)?.errnoCode
        // A socket that nobody listens on is left over from a process that was killed.
        guard files.fileExists(atPath: directory.controlSocket), code != ECONNREFUSED else {
            return
                "no station answers: none runs in this directory; start it with parley station up --data \(directory.path) SOURCE"
        }
        if code == EACCES || code == EPERM {
            return "no station answers: its control socket may be opened only by the user that it runs as"
        }
        return "no station answers in time, though its control socket is there: \(error)"
    }

    private static func expect(_ answer: Answer) throws(StationError) -> [UInt8] {
        guard !(200..<300).contains(answer.status) else { return answer.body }
        struct Refusal: Decodable {
            var title: String
            var detail: String
        }
        let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(answer.body))
        throw .refused(
            status: answer.status, reason: refusal.map { "\($0.title): \($0.detail)" } ?? "no reason was given")
    }
}
