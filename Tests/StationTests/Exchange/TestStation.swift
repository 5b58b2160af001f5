import Accord
import Foundation
import GRDB
import Logging
import Record
import ServiceLifecycle
import Synchronization
import Testing

@testable import Station

/// The exchange of one party in a directory of its own, on loopback, without the rest of a node.
final class TestStation: Sendable {
    let party: String
    let directory: NodeDirectory
    let identity: SigningKey
    let clock: NodeClock
    private let offset: SharedOffset
    let handler: Collector
    private let state = Mutex<Running?>(nil)
    private let port: Mutex<Int>

    private struct Running {
        var part: ExchangePart
        var group: ServiceGroup
        var task: Task<Void, any Error>
    }

    init(_ party: String, in folder: String, offsetSeconds: Double = 0, peerPort: Int = 0) throws {
        self.party = party
        directory = NodeDirectory(path: "\(folder)/\(party)")
        let offset = SharedOffset(offsetSeconds)
        self.offset = offset
        clock = NodeClock { Date().timeIntervalSince1970 + offset.seconds.withLock { $0 } }
        handler = Collector(
            types: Set(EntryBodies.checks.keys).subtracting(["seen/1", "blob/1"]), log: "\(folder)/\(party).received")
        port = Mutex(peerPort)
        let files = SystemFiles()
        try files.makeDirectories(directory.keys, permissions: 0o700)
        if let known = try? SigningKey(readingFrom: directory.identityKey) {
            identity = known
        } else {
            identity = try SigningKey(name: party)
            try identity.write(to: directory.identityKey)
            try makeCertificate()
        }
    }

    /// Puts the clock on.
    func move(bySeconds seconds: Double) { offset.seconds.withLock { $0 += seconds } }

    /// A new certificate, valid from a day before a time.
    func makeCertificate(nowUnixSeconds: Double? = nil) throws {
        let made = try NodeCertificate(
            party: party, addresses: [], nowUnixSeconds: nowUnixSeconds ?? Date().timeIntervalSince1970)
        try? FileManager.default.removeItem(atPath: directory.certificateKey)
        try PrivateFile.write(Array(made.certificate.utf8), to: directory.certificate)
        try PrivateFile.write(Array(made.key.utf8), to: directory.certificateKey)
    }

    var part: ExchangePart {
        get throws { try #require(state.withLock { $0?.part }) }
    }

    /// The port for peers; the same over restarts.
    var peerPort: Int { port.withLock { $0 } }

    /// Opens the directory and listens.
    func start(
        pace: IntakePace.Limits = .init(), isDiskShort: @escaping @Sendable () -> Bool = { false }
    ) async throws {
        let (running, continuation) = AsyncStream.makeStream(of: ListenAddress.self)
        var options = ExchangePart.Options()
        options.pace = pace
        options.isDiskShort = isDiskShort
        options.onRunning = { continuation.yield($0) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        let handler = handler
        let part = try ExchangePart(
            directory: directory, party: party, identity: identity, clock: clock,
            database: try DatabasePool(path: directory.database, configuration: configuration),
            metrics: ExchangeMetrics(), address: ListenAddress(host: "127.0.0.1", port: peerPort), logger: .quiet,
            options: options, handlers: { [handler] })
        let group = ServiceGroup(
            configuration: .init(services: part.services, gracefulShutdownSignals: [], logger: .quiet))
        let task = Task {
            do { try await group.run() } catch {
                continuation.finish()
                throw error
            }
        }
        var address: ListenAddress?
        for await value in running {
            address = value
            break
        }
        let bound = try #require(address)
        port.withLock { $0 = bound.port }
        state.withLock { $0 = Running(part: part, group: group, task: task) }
    }

    /// Stops everything and leaves the directory.
    func stop() async {
        let running = state.withLock { state in
            defer { state = nil }
            return state
        }
        guard let running else { return }
        await running.group.triggerGracefulShutdown()
        _ = await running.task.result
    }

    /// Makes another station known as a peer, at a port that is not its own if one is given.
    func know(_ other: TestStation, atPort port: Int? = nil) async throws {
        let certificate = try StationCertificate(other.directory).certificate
        try part.register.add(
            key: other.identity.verifierKey, certificate: certificate,
            address: ListenAddress(host: "127.0.0.1", port: port ?? other.peerPort), nowUnixSeconds: clock.now())
        _ = try await part.table.open(to: other.party, scope: .contact)
    }

    func channel(to other: TestStation, _ scope: ChannelScope = .agreement("A1")) async throws -> PeerChannel {
        try await part.table.open(to: other.party, scope: scope)
    }
}

private final class SharedOffset: Sendable {
    let seconds: Mutex<Double>
    init(_ seconds: Double) { self.seconds = Mutex(seconds) }
}

/// Keeps what a station was told.
actor Collector: EntryHandler {
    nonisolated let types: Set<String>
    private(set) var received: [ReceivedEntry] = []
    private(set) var sent: [SentEntry] = []
    private(set) var seen: [String: UInt64] = [:]

    /// Where the numbers of new messages are written down, so that they outlive the process.
    private let log: String

    init(types: Set<String>, log: String) {
        self.types = types
        self.log = log
    }

    func take(_ received: ReceivedEntry) {
        self.received.append(received)
        guard !received.isHistory, let body = try? received.entry.body(MessageBody.self), let text = body.text else {
            return
        }
        note(text, in: log)
    }
    func take(_ sent: SentEntry) { self.sent.append(sent) }
    func seen(by peer: String, origin: String, size: UInt64, atUnixSeconds: Double) { seen[origin] = size }

    /// The texts of the messages that came, in order.
    var texts: [String] { received.compactMap { try? $0.entry.body(MessageBody.self).text } }
    var fresh: [ReceivedEntry] { received.filter { !$0.isHistory } }

    func forget() {
        received = []
        sent = []
        seen = [:]
    }
}

/// A message of the line, numbered.
func message(_ number: Int, by party: String = "WEST") throws -> EntryDraft {
    try EntryDraft(
        MessageBody(
            message: "\(party)-\(number)", elements: [], text: "number \(number)",
            written: EntryTime(unixSeconds: Double(number)), by: .station(party)))
}

/// Waits until something holds.
func eventually(
    _ what: String, seconds: Double = 60, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("waited \(Int(seconds)) s in vain: \(what)", sourceLocation: sourceLocation)
}

/// Two stations that know each other, and neither of which can reach the other: at the port is nobody who answers.
func withoutNetwork(in scratch: Scratch) async throws -> (west: TestStation, east: TestStation) {
    let west = try TestStation("WEST", in: scratch.path)
    let east = try TestStation("EAST", in: scratch.path)
    try await west.start()
    try await east.start()
    try await west.know(east, atPort: 9)
    try await east.know(west, atPort: 9)
    return (west, east)
}

/// Two stations that know each other, with a channel under an agreement.
func withPair(
    offsetSeconds: Double = 0, _ body: (TestStation, TestStation) async throws -> Void
) async throws {
    let scratch = try Scratch()
    let west = try TestStation("WEST", in: scratch.path)
    let east = try TestStation("EAST", in: scratch.path, offsetSeconds: offsetSeconds)
    try await west.start()
    try await east.start()
    try await west.know(east)
    try await east.know(west)
    _ = try await west.channel(to: east)
    _ = try await east.channel(to: west)
    do { try await body(west, east) } catch {
        await west.stop()
        await east.stop()
        throw error
    }
    await west.stop()
    await east.stop()
}

extension Logger {
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// Adds a line to a file.
func note(_ line: String, in path: String) {
    guard let file = fopen(path, "a") else { return }
    fputs(line + "\n", file)
    fclose(file)
}

/// The lines of a file; none when it is not there.
func lines(of path: String) -> [String] {
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
}

extension TestStation {
    /// The number after that of the last message of ours that is durable.
    func nextNumber() async throws -> Int {
        try await eventually("channels are open") { await !(try part).table.all.isEmpty }
        for channel in await (try part).table.all {
            // What a crash left over is handled first.
            try await eventually("own entries are handled") {
                let known = try await part.index.records(peer: channel.peer, scope: channel.scope, direction: .sent)
                return await known.last?.handled == channel.own.size
            }
        }
        var query = EntryQuery(types: ["message/1"], direction: .sent, latestFirst: true)
        query.limit = 1
        let last = try await part.index.entries(query).first
        let text = try last?.entry.body(MessageBody.self).text ?? ""
        return (Int(text.dropFirst("number ".count)) ?? -1) + 1
    }
}
