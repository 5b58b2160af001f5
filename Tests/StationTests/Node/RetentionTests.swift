import Accord
import Foundation
import Record
import Testing

@testable import Station

/// What is dropped when a day has been kept long enough, and what is not.
@Suite struct RetentionTests {
    private static let midnight = 1_780_012_800.0

    private static func alarm(_ alert: String, _ state: AlarmBody.State, at time: Double) -> AlarmBody {
        AlarmBody(
            alert: alert, tracks: alert.split(separator: ":").map(String.init), state: state, kind: .conflict,
            time: EntryTime(unixSeconds: time))
    }

    /// An hour before midnight: four aircraft each second, one pair in an alarm, the other two in advice; a second alarm begins a minute
    /// after midnight.
    private func writeTwoDays(_ node: NodeHarness) async throws {
        let record = node.node.context.privateRecord
        let start = node.clock.clock.now()
        // The first entry of a record always stays.
        _ = try await record.append([try EntryDraft(Self.alarm("aa0009:aa0010", .ended, at: start))])
        for second in stride(from: 0.0, to: 3_600, by: 1) {
            let time = EntryTime(unixSeconds: start + second)
            var drafts = try ["aa0001", "aa0002", "aa0003", "aa0004"].map {
                try EntryDraft(
                    OwnTrackBody(track: $0, time: time, lat: 48, lon: 2, source: "test", ours: true, quality: []))
            }
            switch second {
            case 1_000: drafts.append(try EntryDraft(Self.alarm("aa0001:aa0002", .shown, at: start + second)))
            case 1_010: drafts.append(try EntryDraft(Self.alarm("aa0001:aa0002", .alarm, at: start + second)))
            case 1_050: drafts.append(try EntryDraft(Self.alarm("aa0001:aa0002", .ended, at: start + second)))
            case 2_000: drafts.append(try EntryDraft(Self.alarm("aa0003:aa0004", .shown, at: start + second)))
            case 2_060: drafts.append(try EntryDraft(Self.alarm("aa0003:aa0004", .ended, at: start + second)))
            default: break
            }
            _ = try await record.append(drafts)
        }
        node.clock.move(by: Self.midnight + 60 - start)
        _ = try await record.append([try EntryDraft(Self.alarm("aa0004:bb0001", .alarm, at: Self.midnight + 60))])
    }

    /// The seconds after `start` of each own track that is still there.
    private func kept(_ node: NodeHarness, since start: Double) async throws -> [String: [Double]] {
        let context = node.node.context
        let origin = try #require(try PrivateRecord.origins(in: context.directory, party: context.party).first)
        let source = DirectorySource(RecordDirectory(context.directory.ownRecord(origin.description)))
        let checkpoint = try await source.newestCheckpoint().checkpoint
        let reader = RecordReader(source: source, trusting: checkpoint)
        var found: [String: [Double]] = [:]
        for index in 0..<checkpoint.size {
            guard let bytes = try? await reader.entry(at: index), let entry = try? Entry(bytes),
                let body: OwnTrackBody = try? entry.body()
            else { continue }
            found[body.track, default: []].append(body.time.unixSeconds - start)
        }
        return found
    }

    @Test func tracksOfAnAlarmStayAndTheOthersGo() async throws {
        let scratch = try Scratch()
        let start = Self.midnight - 3_600
        try await NodeHarness.run(in: scratch, clock: MovableClock(start)) { node in
            try await self.writeTwoDays(node)
            let retention = RecordRetention(node.node.context)
            #expect(try await retention.apply(days: 30) == 0)
            node.clock.move(by: 31 * 86_400)
            let dropped = try await retention.apply(days: 30)
            let kept = try await self.kept(node, since: start)
            // Two minutes on both sides of the alarm; and before the one that the next day begins with.
            #expect(kept["aa0001"] == Array(stride(from: 880.0, through: 1_170, by: 1)))
            #expect(kept["aa0002"] == kept["aa0001"])
            // What was only advice, and had an end, is no alarm.
            #expect(kept["aa0003"] == nil)
            #expect(kept["aa0004"] == Array(stride(from: 3_540.0, through: 3_599, by: 1)))
            #expect(dropped == 4 * 3_600 - 2 * 291 - 60)
            // Done once: another call reads nothing anew.
            #expect(try await retention.apply(days: 30) == 0)
        }
    }

    @Test func aClockThatLeaptAheadDropsNothingByItself() async throws {
        let scratch = try Scratch()
        let start = Self.midnight - 3_600
        try await NodeHarness.run(in: scratch, clock: MovableClock(start)) { node in
            try await self.writeTwoDays(node)
            let context = node.node.context
            let service = RetentionService(retention: RecordRetention(context), days: 30, logger: silentLogger)
            node.clock.move(by: 31 * 86_400)
            let mark = try EntryDraft(Self.alarm("aa0009:aa0010", .ended, at: start))
            _ = try await context.privateRecord.append([mark])
            await service.apply()
            #expect(try await self.kept(node, since: start)["aa0003"]?.count == 3_600)
            // A day later it has shown that it goes on as clocks do.
            node.clock.move(by: 86_400)
            _ = try await context.privateRecord.append([mark])
            await service.apply()
            #expect(try await self.kept(node, since: start)["aa0003"] == nil)
        }
    }
}
