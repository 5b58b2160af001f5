import Accord
import Airspace
import Foundation
import Record
import Separation
import Synchronization
import Testing

@testable import Station

/// What the station itself sees, written down second by second for as long as it runs.
@Suite struct OwnTrackJournalTests {
    /// Calls that stand on the stack when the journal asks whether a track is ours, one number for each time.
    private final class Depths: Sendable {
        private let seen = Mutex<[Int]>([])
        var all: [Int] { seen.withLock { $0 } }
        func note() {
            let calls = Thread.callStackReturnAddresses.count
            seen.withLock { $0.append(calls) }
        }
    }

    private func second(_ number: Int) -> PictureSecond {
        var track = SharingSamples.track("39a001", north: 49, east: 2.4, track: 90)
        track.state.timeUnixSeconds += Double(number)
        var second = PictureSecond(second: number, alerts: AlertPicture(timeUnixSeconds: Double(number)))
        second.tracks = [track]
        second.changed = [0]
        return second
    }

    @Test func asLongAsItRunsASecondCostsTheSame() async throws {
        let scratch = try Scratch()
        let path = scratch.path + "/n"
        _ = try NodeSetup(NodeSetup.Request(name: "west", directory: path))
        let directory = NodeDirectory(path: path)
        let record = try await PrivateRecord.open(
            directory: directory, identity: try SigningKey(readingFrom: directory.identityKey),
            clock: MovableClock().clock)
        let journal = OwnTrackJournal(
            record: record, feeds: ["f1": "roof"], metrics: StationMetrics(), logger: silentLogger)
        let depths = Depths()
        journal.recognise { _ in
            depths.note()
            return true
        }
        for number in 0..<40 {
            journal.see(second(number), isRunUp: false)
            await journal.write()
        }
        await record.close()
        let written = try await privateEntries(of: directory).filter { $0.type == OwnTrackBody.type }
        #expect(written.count == 40)
        // Nothing wraps the question once more each second.
        let seen = depths.all
        try #require(seen.count == 40)
        #expect((seen.max() ?? 0) - (seen.min() ?? 0) < 20, "\(seen)")
    }
}
