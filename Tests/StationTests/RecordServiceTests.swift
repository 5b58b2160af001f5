import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Record
import Testing

@testable import Station

@Suite("A record over HTTP", .timeLimit(.minutes(2)))
struct RecordServiceTests {
    @Test("is served with the cache headers that its parts deserve, and nothing else is")
    func parts() async throws {
        try await withRecord(entries: 300) { record, _, address in
            let full = try await get("\(address)/tile/0/000")
            #expect(full.status == .ok && full.bytes.count == 8192)
            #expect(full.headers.first(name: "cache-control")?.contains("immutable") == true)
            let checkpoint = try await get("\(address)/checkpoint")
            #expect(checkpoint.headers.first(name: "cache-control") == "no-cache")
            #expect(checkpoint.bytes == (await record.checkpoint).bytes)
            for path in ["tile/0/001.p/300", "tile/0/1", "private/key", "%2e%2e/private/key", "tile/9/000", ""] {
                #expect(try await get("\(address)/\(path)").status == .notFound, "\(path)")
            }
            #expect(try await get("\(address)/tail?from=x").status == .badRequest)
        }
    }

    @Test("verifies at its address as it does in its directory")
    func verification() async throws {
        try await withRecord(entries: 700) { record, _, address in
            let result = await RecordVerifier.verify(
                try HTTPTileSource(address), policy: VerificationPolicy(key: record.key.verifierKey))
            #expect(result.isProved)
            #expect(result.checkedEntries == 700)
        }
    }

    /// A replica that has nothing yet.
    private func copy(of record: RecordWriter, in folder: String) async throws -> Replica {
        try await Replica(
            RecordDirectory(folder + "/copy"), following: record.key.verifierKey,
            cosigner: try SigningKey(name: "example.net/copy"))
    }

    @Test("is followed as it grows, every byte of every entry, and goes on after the server was away")
    func following() async throws {
        try await withRecord(entries: 3) { record, folder, address in
            let replica = try await copy(of: record, in: folder)
            let follower = try ReplicaFollower(replica, address: address)
            let following = Task { try await follower.run { _ in } }
            try await waitUntil { await replica.size == 3 }
            let awkward: [[UInt8]] = [[], [0], Array("a\nb\r\n\r".utf8), Array(0...255)]
            _ = try await record.append(contentsOf: awkward)
            try await waitUntil { await replica.size == 7 }
            following.cancel()
            _ = await following.result
            let read = RecordReader(
                source: DirectorySource(replica.directory),
                trusting: try #require(await replica.checkpoint).checkpoint)
            #expect(try await read.entries(in: 3..<7) == awkward)
            #expect(await replica.checkpoint?.note.signatures.count == 2)
            _ = try await record.append(contentsOf: (0..<500).map { Array("later \($0)".utf8) })
            #expect(try await follower.catchUp().checkpoint?.checkpoint.size == 507)
            try await replica.finish()
        }
    }

    @Test("is followed over one connection after another, each for so many bytes, and nothing is missed")
    func connections() async throws {
        try await withRecord(entries: 1) { record, folder, address in
            let replica = try await copy(of: record, in: folder)
            let follower = try ReplicaFollower(
                replica, address: address, client: HTTPClient.shared, mostTailBytes: 20_000)
            let writing = Task {
                var round = 0
                while !Task.isCancelled {
                    _ = try? await record.append(contentsOf: (0..<40).map { Array("entry \(round) \($0)".utf8) })
                    round += 1
                    try? await Task.sleep(for: .milliseconds(10))
                }
            }
            for _ in 0..<3 {
                _ = try await follower.catchUp()
                #expect(try await follower.followTail() == .longEnough)
            }
            writing.cancel()
            await writing.value
            let size = try #require(try await follower.catchUp().checkpoint).checkpoint.size
            #expect(size == (await record.checkpoint).checkpoint.size && size > 300)
            let read = RecordReader(
                source: DirectorySource(replica.directory),
                trusting: try #require(await replica.checkpoint).checkpoint)
            let entries = try await read.entries(in: 1..<size)
            #expect(entries == (0..<entries.count).map { Array("entry \($0 / 40) \($0 % 40)".utf8) })
            try await replica.finish()
        }
    }

    @Test(
        "goes on after the last event that a client has, whatever number it names",
        arguments: [
            ("0", ["1", "2"]), ("2", []), ("17", []), ("\(UInt64.max)", []), ("-1", ["0", "1", "2"]),
            ("99999999999999999999", ["0", "1", "2"]),
        ])
    func resuming(last: String, expected: [String]) async throws {
        try await withRecord(entries: 3) { _, _, address in
            var request = HTTPClientRequest(url: "\(address)/tail")
            request.headers.add(name: "last-event-id", value: last)
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
            #expect(response.status == .ok)
            var parser = EventStreamParser()
            var entries: [String] = []
            reading: for try await chunk in response.body {
                for event in try parser.read(chunk.readableBytesView) {
                    guard event.name == "entry" else { break reading }
                    entries.append(try #require(event.identifier))
                }
            }
            #expect(entries == expected)
        }
    }

    @Test("is cosigned by a witness that learns of it late, and not when its history was rewritten")
    func witnessing() async throws {
        try await withRecord(entries: 10) { record, folder, _ in
            let key = try SigningKey(name: "example.net/witness")
            let witness = try Witness(folder + "/witness", key: key, logs: [record.key.verifierKey])
            try await serving(WitnessServer(witness, at: .anyPort, logger: .silent)) { address in
                let client = WitnessClient(key: key.cosignatureKey, address: "http://\(address)")
                for _ in 0..<2 {
                    let checkpoint = await record.checkpoint
                    let reader = RecordReader(
                        source: DirectorySource(record.directory), trusting: checkpoint.checkpoint)
                    let signature = try await client.cosignature(on: checkpoint, reader: reader)
                    #expect(checkpoint.adding([signature]).cosigners(among: [key.cosignatureKey]).count == 1)
                    _ = try await record.append(contentsOf: [[1], [2]])
                }
                let other = try await RecordWriter.create(
                    at: RecordDirectory(folder + "/rewritten"), key: record.key)
                _ = try await other.append(contentsOf: (0..<20).map { [UInt8($0)] })
                let rewritten = await other.checkpoint
                let reader = RecordReader(source: DirectorySource(other.directory), trusting: rewritten.checkpoint)
                await #expect(throws: StationError.self) {
                    try await client.cosignature(on: rewritten, reader: reader)
                }
                try await other.finish()
            }
        }
    }

    @Test("is refused with a plain word when its address is none, or nobody answers there")
    func unreachable() async throws {
        #expect(throws: StationError.self) { try HTTPTileSource("ftp://example.org") }
        #expect(throws: StationError.self) { try ListenAddress(parsing: "127.0.0.1:http") }
        let nobody = try HTTPTileSource("http://127.0.0.1:9", patienceSeconds: 2)
        await #expect(throws: StationError.self) { _ = try await nobody.newestCheckpoint() }
    }
}

private struct Answer {
    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    var bytes: [UInt8]
}

private func get(_ address: String) async throws -> Answer {
    let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: address), timeout: .seconds(20))
    return Answer(
        status: response.status, headers: response.headers,
        bytes: Array(buffer: try await response.body.collect(upTo: 1 << 20)))
}

private func waitUntil(_ condition: () async -> Bool) async throws {
    for _ in 0..<2000 {
        if await condition() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("waited 40 s in vain")
}

/// A record with some entries, served at an address, in a folder of its own.
private func withRecord(
    entries: Int, _ body: @escaping @Sendable (RecordWriter, String, String) async throws -> Void
) async throws {
    let folder = NSTemporaryDirectory() + "parley-record-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let writer = try await RecordWriter.create(
        at: RecordDirectory(folder + "/record"), key: try SigningKey(name: "example.org/record"))
    _ = try await writer.append(contentsOf: (0..<entries).map { Array("entry \($0)".utf8) })
    try await serving(RecordServer(DirectorySource(writer.directory), at: .anyPort, logger: .silent)) { address in
        try await body(writer, folder, "http://\(address)")
    }
    try await writer.finish()
}

private protocol Serving: Sendable {
    func run(onRunning: @escaping @Sendable (ListenAddress) async -> Void) async throws
}
extension RecordServer: Serving {}
extension WitnessServer: Serving {}

/// Runs a server for as long as `body` takes.
private func serving(
    _ server: some Serving, _ body: @escaping @Sendable (ListenAddress) async throws -> Void
) async throws {
    let (running, continuation) = AsyncStream.makeStream(of: ListenAddress.self)
    let service = Task { try await server.run { continuation.yield($0) } }
    defer { service.cancel() }
    for await address in running {
        try await body(address)
        break
    }
    service.cancel()
    _ = await service.result
}

extension ListenAddress {
    fileprivate static let anyPort = ListenAddress(host: "127.0.0.1", port: 0)
}

extension Logger {
    fileprivate static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
