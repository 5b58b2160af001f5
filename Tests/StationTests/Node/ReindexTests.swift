import Accord
import Foundation
import GRDB
import Testing

@testable import Station

/// The index, and that the records bring it back.
@Suite struct ReindexTests {
    private func indexed(_ path: String) async throws -> [String] {
        let database = try DatabasePool(path: path + "/station.sqlite")
        let index = try EntryIndex(database)
        return try await index.entries(EntryQuery(direction: .noted)).map {
            "\($0.reference.origin) \($0.reference.index) \($0.entry.type)"
        }
    }

    /// What is in the index already costs nothing each second: a station that is a year old has as many records as days.
    private func expectDaysToBeDone(of context: NodeContext) async throws {
        let database = try DatabasePool(path: context.directory.path + "/station.sqlite")
        let service = PrivateIndexService(
            indexer: RecordIndexer(index: try EntryIndex(database), directory: context.directory), party: context.party,
            logger: silentLogger)
        var done: Set<RecordOrigin> = []
        try await service.catchUp(skipping: &done)
        #expect(done.map(\.day).sorted() == ["2026-05-28", "2026-05-29"])
        let before = try await database.write { try Int.fetchOne($0, sql: "SELECT total_changes()") }
        for _ in 0..<20 { try await service.catchUp(skipping: &done) }
        let after = try await database.write { try Int.fetchOne($0, sql: "SELECT total_changes()") }
        #expect(before == after)
    }

    @Test func theIndexComesBackFromTheRecordsAndOperatorsStay() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let record = node.node.context.privateRecord
            let track = OwnTrackBody(
                track: "3949ea", time: EntryTime(unixSeconds: node.clock.clock.now()), lat: 48, lon: 2, source: "test",
                ours: false, quality: [])
            for day in 0..<3 {
                for _ in 0..<300 { _ = try await record.append([try EntryDraft(track)]) }
                _ = try await node.add(.administrator, named: "Officer \(day)")
                node.clock.move(by: 86_400)
            }
            _ = try await record.append([try EntryDraft(track)])
            _ = try await RecordRetention(node.node.context).apply(days: 2)
            try await expectDaysToBeDone(of: node.node.context)
        }
        let path = scratch.path + "/n"
        let entries = try await NodeReindex(directory: path).run()
        let first = try await indexed(path)
        // Three decisions; own tracks are in the records only.
        #expect(entries == 3 && first.count == 3 && first.allSatisfy { $0.hasSuffix("decision/1") }, "\(first)")
        let database = try DatabasePool(path: path + "/station.sqlite")
        try await database.write { database in
            for table in ["exchangeEntry", "exchangeRecord"] { try database.execute(sql: "DELETE FROM \(table)") }
        }
        #expect(try await NodeReindex(directory: path).run() == 3)
        #expect(try await indexed(path) == first)
        try await NodeHarness.run(in: scratch) { node in
            let accounts = try await node.node.desk.store.accounts()
            #expect(accounts.count == 3)
            do {
                _ = try await NodeReindex(directory: path).run()
                Issue.record("it was indexed under a running station")
            } catch is StationError {}
        }
    }
}
