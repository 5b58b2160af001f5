import Accord
import Foundation
import Record
import Testing

@testable import Station

/// The real node, killed at any moment.
@Suite struct NodeKillTests {
    /// The command that was built beside the tests.
    private static let parley: URL? = {
        for kind in ["debug", "release"] {
            let file = packageRoot.appendingPathComponent(".build/\(kind)/parley")
            if FileManager.default.isExecutableFile(atPath: file.path) { return file }
        }
        return nil
    }()

    private static let rounds = ProcessInfo.processInfo.environment["PARLEY_SOAK"] == "1" ? 50 : 3

    private func start(_ path: String, _ parley: URL) throws -> Process {
        let process = Process()
        process.executableURL = parley
        process.arguments = [
            "station", "up", "--data", path, packageRoot.path + "/Examples/example.states.csv", "--speed", "200",
            "--port", "0",
            "--peer-port", "0", "--web", packageRoot.path + "/Web",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// How far the private record had grown when the running node last said so.
    private func standing(_ path: String) async throws -> UInt64? {
        struct Status: Decodable {
            struct Record: Decodable { var size: UInt64 }
            var privateRecord: Record
        }
        let client = ControlClient(directory: path, as: nil) { _ in "" }
        guard let answer = try? await client.get("/api/station") else { return nil }
        return try JSONDecoder().decode(Status.self, from: Data(answer)).privateRecord.size
    }

    @Test(.enabled(if: parley != nil, "parley has not been built"))
    func nothingAcknowledgedIsLostAndTheRecordVerifies() async throws {
        let parley = try #require(Self.parley)
        let scratch = try Scratch()
        let path = scratch.path + "/n"
        _ = try NodeSetup(NodeSetup.Request(name: "west", directory: path))
        let directory = NodeDirectory(path: path)
        var generator = SystemRandomNumberGenerator()
        var least: UInt64 = 0
        for round in 0..<Self.rounds {
            let process = try start(path, parley)
            defer { if process.isRunning { process.terminate() } }
            var seen: UInt64?
            var patience = 600
            let wanted = least + 1 + UInt64.random(in: 0..<200, using: &generator)
            while patience > 0, process.isRunning, (seen ?? 0) < wanted {
                patience -= 1
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...120, using: &generator)))
                seen = try await standing(path) ?? seen
            }
            let acknowledged = try #require(seen, "round \(round): the node did not start")
            #expect(acknowledged >= least, "round \(round): the record went back")
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            for origin in try PrivateRecord.origins(in: directory, party: "WEST") {
                try RecordDirectory(directory.ownRecord(origin.description)).mend()
            }
            // Midnight passed: the counts are of two records, and `PrivateRecordTests` is about that.
            guard try await verifyPrivateRecords(of: directory) == 1 else { return }
            least = UInt64(try await size(of: directory))
            #expect(least >= acknowledged, "round \(round): \(least) of \(acknowledged) are there")
        }
    }

    private func size(of directory: NodeDirectory) async throws -> UInt64 {
        guard let origin = try PrivateRecord.origins(in: directory, party: "WEST").last else { return 0 }
        let source = DirectorySource(RecordDirectory(directory.ownRecord(origin.description)))
        return try await source.newestCheckpoint().checkpoint.size
    }
}
