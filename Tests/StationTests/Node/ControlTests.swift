import Accord
import Foundation
import Record
import Testing

@testable import Station

/// The control socket, and commands that speak through it.
@Suite struct ControlTests {
    @Test func theSocketIsForItsOwnerAloneAndAsksForOperatorsAllTheSame() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let files = SystemFiles()
            var patience = 100
            while patience > 0, (try? files.permissions(node.directory.controlSocket)) != 0o600 {
                try await Task.sleep(for: .milliseconds(50))
                patience -= 1
            }
            #expect(try files.permissions(node.directory.controlSocket) == 0o600)
            #expect(try files.permissions(node.directory.path) == 0o700)
            for secret in [node.directory.identityKey, node.directory.certificateKey, node.directory.settings] {
                #expect(try files.permissions(secret) == 0o600, "\(secret)")
            }
            let nobody = ControlClient(directory: node.directory.path, as: nil) { _ in "" }
            let status = String(decoding: try await nobody.get("/api/station"), as: UTF8.self)
            #expect(status.contains(#""party":"WEST""#))
            await #expect(throws: StationError.self) { try await nobody.get("/api/picture") }

            let person = try await node.add(.observer, named: "Anna \(UInt32.random(in: 0...UInt32.max))")
            let wrong = ControlClient(directory: node.directory.path, as: person.name) { _ in "not the password" }
            await #expect(throws: StationError.self) { try await wrong.get("/api/storage") }
            let right = ControlClient(directory: node.directory.path, as: person.name) { _ in NodeHarness.password }
            #expect(try await right.get("/api/storage").count > 10)
            // The session is kept: no password is asked for again.
            let kept = ControlClient(directory: node.directory.path, as: person.name) { _ in throw CancellationError() }
            #expect(try await kept.get("/api/storage").count > 10)
            await #expect(throws: StationError.self) {
                try await kept.send("POST", "/api/storage/retention", Array("{}".utf8))
            }
            try ControlSessions().forget(person.name, in: node.directory.path)
        }
    }

    @Test func aStationThatIsNotThereIsSaidToBeAway() async throws {
        let scratch = try Scratch()
        let client = ControlClient(directory: scratch.path, as: nil) { _ in "" }
        await #expect { try await client.get("/api/station") } throws: { error in
            "\(error)".contains("no station answers") && "\(error)".contains("parley station init")
        }
        let node = scratch.path + "/node"
        _ = try NodeSetup(NodeSetup.Request(name: "west", directory: node))
        let stopped = ControlClient(directory: node, as: nil) { _ in "" }
        await #expect { try await stopped.get("/api/station") } throws: { error in
            // In the words of people: nothing of sockets and calls.
            "\(error)".contains("start it with parley station up --data \(node)") && !"\(error)".contains("errno")
        }
    }
}
