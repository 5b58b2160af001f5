import Accord
import Foundation
import Record
import Testing

@testable import Station

/// The private record: what it holds, and that it survives.
@Suite struct PrivateRecordTests {
    private let day = 86_400.0

    private func setUp(_ scratch: Scratch) throws -> (NodeDirectory, SigningKey) {
        let path = scratch.path + "/n"
        _ = try NodeSetup(NodeSetup.Request(name: "west", directory: path))
        let directory = NodeDirectory(path: path)
        return (directory, try SigningKey(readingFrom: directory.identityKey))
    }

    private func draft(_ number: Int) throws -> EntryDraft {
        try EntryDraft(LoginBody(name: "Officer \(number)", role: .observer, outcome: .accepted))
    }

    @Test func itTurnsWithTheDayAndVerifiesAcrossDays() async throws {
        let scratch = try Scratch()
        let (directory, identity) = try setUp(scratch)
        let clock = MovableClock()
        let record = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock.clock)
        var references: [EntryReference] = []
        for number in 0..<4 {
            references += try await record.append([try draft(number), try draft(100 + number)])
            clock.move(by: day)
        }
        // A clock that is set back writes on where it was.
        clock.move(by: -3 * day)
        references += try await record.append([try draft(9)])
        await record.close()
        #expect(Set(references.map(\.origin)).count == 4)
        #expect(try await verifyPrivateRecords(of: directory) == 4)
        let written = try await privateEntries(of: directory).filter { $0.type == "login/1" }
        #expect(written.count == 9 && Set(written.map(\.salt)).count == 9)
    }

    @Test func concurrentWritersLoseNothingWhenTheDayTurns() async throws {
        let scratch = try Scratch()
        let (directory, identity) = try setUp(scratch)
        let clock = MovableClock(1_780_012_799)
        let record = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock.clock)
        let references = try await withThrowingTaskGroup(of: [EntryReference].self) { group in
            for number in 0..<200 {
                group.addTask {
                    if number % 25 == 0 { clock.move(by: 20_000) }
                    return try await record.append([try self.draft(number)])
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        await record.close()
        #expect(Set(references).count == 200)
        let entries = try await privateEntries(of: directory).filter { $0.type == "login/1" }
        #expect(entries.count == 200)
        #expect(try await verifyPrivateRecords(of: directory) >= 2)
    }

    @Test func whatWasAcknowledgedIsThereAfterAKill() async throws {
        let scratch = try Scratch()
        let (directory, identity) = try setUp(scratch)
        let clock = MovableClock()
        let record = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock.clock)
        for number in 0..<300 { _ = try await record.append([try draft(number)]) }
        // What is on disk at this moment, as a kill would leave it: nothing was closed.
        let copy = NodeDirectory(path: scratch.path + "/killed")
        try FileManager.default.copyItem(atPath: directory.path, toPath: copy.path)
        let again = try await PrivateRecord.open(directory: copy, identity: identity, clock: clock.clock)
        #expect(await again.standing == record.standing)
        _ = try await again.append([try draft(300)])
        await again.close()
        await record.close()
        #expect(try await verifyPrivateRecords(of: copy) == 1)
        #expect(try await privateEntries(of: copy).count == 301)
    }

    @Test func aTurnThatWasBrokenOffIsTakenUp() async throws {
        let scratch = try Scratch()
        let (directory, identity) = try setUp(scratch)
        let clock = MovableClock()
        let record = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock.clock)
        _ = try await record.append([try draft(1)])
        await record.close()
        clock.move(by: day)
        // Killed when the new day's record had been made, and nothing more.
        let next = try RecordOrigin(writer: "WEST", scope: .privateRecord, dayOfUnixSeconds: clock.clock.now())
        let made = try await RecordWriter.create(
            at: RecordDirectory(directory.ownRecord(next.description)), key: identity.renamed(next.description))
        try await made.finish()
        let again = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock.clock)
        let place = try await again.append([try draft(2)])
        await again.close()
        #expect(place == [EntryReference(origin: next.description, index: 1)])
        #expect(try await verifyPrivateRecords(of: directory) == 2)
    }

    @Test func retentionDropsOwnTracksAndKeepsActsAndHashes() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let record = node.node.context.privateRecord
            let track = OwnTrackBody(
                track: "3949ea", time: EntryTime(unixSeconds: node.clock.clock.now()), lat: 48, lon: 2, source: "test",
                ours: false, quality: [])
            for _ in 0..<3 {
                for _ in 0..<200 { _ = try await record.append([try EntryDraft(track), try EntryDraft(track)]) }
                try await node.node.context.log.decision("ours", about: "3949ea", by: Person(name: "P", role: .planner))
                node.clock.move(by: 86_400)
            }
            _ = try await record.append([try EntryDraft(track)])
            let session = try await node.session(try await node.add(.administrator))
            let before = try await StorageReport.measure(node.directory)
            #expect(before.records.count == 4)
            #expect(before.records[0].types.first.map { [$0.type, "\($0.entries)"] } == ["own-track/1", "400"])
            let reply = try await node.ask("POST", "/api/storage/retention", session: session, #"{"days":1}"#)
            #expect(reply.json["droppedEntries"] == .number(800), "\(reply.text)")
            let after = try await StorageReport.measure(node.directory)
            #expect(after.records[0].droppedEntries > 0 && after.records[2].droppedEntries == 0)
            #expect(after.records[0].diskBytes < before.records[0].diskBytes)
            #expect(try await verifyPrivateRecords(of: node.directory) == 4, "what is left verifies")
            #expect(
                try await node.ask("POST", "/api/storage/retention", session: session, "{}").json["droppedEntries"]
                    == .number(0))
        }
    }
}
