import Accord
import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Synchronization

@testable import Station

/// A clock that a test moves.
final class MovableClock: Sendable {
    private let seconds: Mutex<Double>

    init(_ unixSeconds: Double = 1_780_000_000) { seconds = Mutex(unixSeconds) }

    var clock: NodeClock { NodeClock { self.seconds.withLock { $0 } } }

    func move(by moved: Double) { seconds.withLock { $0 += moved } }
}

/// Passwords that cost nothing to check: what scrypt itself costs is tested once, in `PasswordTests`.
let cheapCost = PasswordHash.Cost(rounds: 16, blockSize: 1, parallelism: 1)

/// A logger that says nothing.
var silentLogger: Logger {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
}

/// A whole node of a test, without sources, over its sockets.
struct NodeHarness: Sendable {
    let node: StationNode
    let address: String
    let clock: MovableClock
    let directory: NodeDirectory

    struct Reply: Sendable {
        var status: Int
        var headers: HTTPHeaders
        var body: [UInt8]
        var json: [String: JSONValue] { (try? JSONDecoder().decode([String: JSONValue].self, from: Data(body))) ?? [:] }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    static let password = "four words of a test"

    /// Sets a node up in `scratch` and runs it while `work` asks it.
    static func run(
        in scratch: Scratch, named name: String = "west", folder: String = "n", sources: [WatchSource] = [],
        clock: MovableClock = MovableClock(), _ work: @escaping @Sendable (NodeHarness) async throws -> Void
    ) async throws {
        let path = scratch.path + "/" + folder
        if !FileManager.default.fileExists(atPath: path + "/station.json") {
            _ = try NodeSetup(NodeSetup.Request(name: name, directory: path))
        }
        _ = try scratch.write("<!doctype html>", to: "index.html")
        var watch = WatchOptions(sources: sources, rules: alertingRules())
        watch.webDirectory = scratch.path
        var options = StationNode.Options(watch: watch, directory: path)
        options.port = 0
        options.peerPort = 0
        options.clock = clock.clock
        options.passwordCost = cheapCost
        let node = try await StationNode(options, logger: silentLogger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (runnings, running) = AsyncStream.makeStream(of: StationNode.Running.self)
            group.addTask { try await node.run { running.yield($0) } }
            group.addTask {
                for await running in runnings {
                    try await work(
                        NodeHarness(
                            node: node, address: String(running.pageAddress.dropLast()), clock: clock,
                            directory: NodeDirectory(path: path)))
                    return
                }
            }
            // The first to finish is the work; the station goes on until it is cancelled.
            try await group.next()
            group.cancelAll()
        }
    }

    /// Adds an operator of a role, as an administrator would.
    func add(_ role: Role, named name: String? = nil) async throws -> Person {
        let person = Person(name: name ?? "Officer \(role.rawValue)", role: role)
        _ = try await node.desk.add(person, password: Self.password, by: Person(name: "Test", role: .administrator))
        return person
    }

    /// A session of a person.
    func session(_ person: Person) async throws -> OperatorDesk.Opened { try await node.desk.open(person) }

    /// The token of a page that nobody has signed in at.
    func openToken() async throws -> String {
        guard case .text(let token) = try await ask("GET", "/api/session").json["csrf"] else { return "" }
        return token
    }

    /// A request at the operators' port.
    func ask(
        _ method: String, _ path: String, session: OperatorDesk.Opened? = nil, token: String? = nil,
        _ body: String? = nil,
        readingBody: Bool = true
    ) async throws -> Reply {
        var request = HTTPClientRequest(url: address + path)
        request.method = HTTPMethod(rawValue: method)
        if let session {
            let name = "parley-\(node.context.party)"
            request.headers.add(name: "Cookie", value: "other=1; \(name)=\(session.token)")
        }
        if let token = token ?? session?.session.writeToken {
            request.headers.add(name: "X-Parley-Token", value: token)
        }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let bytes = readingBody ? Array(try await response.body.collect(upTo: 16 << 20).readableBytesView) : []
        return Reply(status: Int(response.status.code), headers: response.headers, body: bytes)
    }

    /// The bodies of all entries of the private record of a type, as JSON text.
    func entries(ofType type: String) async throws -> [String] {
        try await privateEntries(of: directory).filter { $0.type == type }.map {
            String(decoding: $0.bodyJSON, as: UTF8.self)
        }
    }
}
