import Accord
import Foundation
import Record
import Testing

@testable import Station

/// A node in one file, and back.
@Suite struct BackupTests {
    @Test func aNodeComesBackWholeAndWritesToNewRecords() async throws {
        let scratch = try Scratch()
        let file = scratch.path + "/west.backup"
        let clock = MovableClock()
        try await NodeHarness.run(in: scratch, clock: clock) { node in
            _ = try await node.add(.administrator, named: "Anna")
            #expect(throws: StationError.self) { try NodeBackup(directory: node.directory.path).write(to: file) }
        }
        let original = NodeDirectory(path: scratch.path + "/n")
        #expect(try NodeBackup(directory: original.path).write(to: file) > 1_000)
        #expect(try SystemFiles().permissions(file) == 0o600, "it holds the private keys")
        #expect(throws: StationError.self) { try NodeBackup(directory: original.path).write(to: file) }
        let entries = try await privateEntries(of: original).count

        let other = try Scratch()
        let copy = NodeDirectory(path: other.path + "/n")
        let restored = try await NodeBackup(directory: copy.path).restore(from: file)
        #expect(restored == NodeBackup.Restored(party: "WEST", records: 1, entries: UInt64(entries)))
        for secret in [copy.identityKey, copy.certificateKey, copy.settings] {
            #expect(try SystemFiles().permissions(secret) == 0o600)
        }
        await #expect(throws: StationError.self) { try await NodeBackup(directory: copy.path).restore(from: file) }

        let old = try PrivateRecord.origins(in: copy, party: "WEST")
        let size = try await DirectorySource(RecordDirectory(copy.ownRecord(old[0].description))).newestCheckpoint()
        try await NodeHarness.run(in: other, clock: clock) { node in
            let anna = try #require(try await node.node.desk.store.account(named: "Anna"))
            let session = try await node.session(anna.person)
            #expect(try await node.ask("GET", "/api/operators", session: session).status == 200)
            _ = try await node.add(.observer)
        }
        // Somebody may have seen more of the old record than the backup had: it must never grow another way.
        let unchanged = try await DirectorySource(RecordDirectory(copy.ownRecord(old[0].description)))
            .newestCheckpoint()
        #expect(unchanged.bytes == size.bytes)
        let all = try PrivateRecord.origins(in: copy, party: "WEST")
        #expect(all.count == 2 && all[1].number == 2 && all[1].day == old[0].day)
        let first = try await RecordReader(
            source: DirectorySource(RecordDirectory(copy.ownRecord(all[1].description))),
            trusting: DirectorySource(RecordDirectory(copy.ownRecord(all[1].description))).newestCheckpoint().checkpoint
        ).entry(at: 0)
        guard case .continued(let key, let final)? = try RotationEntry(first) else {
            Issue.record("the new record does not name the old one")
            return
        }
        #expect(key.name == old[0].description && final.checkpoint.size == UInt64(entries))
    }

    @Test func aDamagedRecordIsNotRestoredInSilence() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let record = node.node.context.privateRecord
            for number in 0..<300 {
                let body = LoginBody(name: "Officer \(number)", role: .observer, outcome: .accepted)
                _ = try await record.append([try EntryDraft(body)])
            }
        }
        let directory = NodeDirectory(path: scratch.path + "/n")
        let origin = try PrivateRecord.origins(in: directory, party: "WEST")[0]
        let bundle = URL(fileURLWithPath: directory.ownRecord(origin.description) + "/published/tile/entries/000")
        var bytes = try Data(contentsOf: bundle)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: bundle)
        let file = scratch.path + "/west.backup"
        _ = try NodeBackup(directory: directory.path).write(to: file)
        let copy = NodeBackup(directory: scratch.path + "/copy")
        await #expect { try await copy.restore(from: file) } throws: { "\($0)".contains("does not verify") }
    }
}
