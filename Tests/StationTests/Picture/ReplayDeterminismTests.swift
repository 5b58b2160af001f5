import Foundation
import GRDB
import Logging
import Separation
import Surveillance
import Testing

@testable import Station

/// What a replay leaves in the store must not depend on how fast it ran.
@Suite struct ReplayDeterminismTests {
    private struct Outcome: Equatable {
        var encounters: [[UInt8]]
        var alarms: [String]
        var last: String
    }

    private func replay(speed: Double, tickSeconds: Double) async throws -> Outcome {
        let scratch = try Scratch()
        let store = try WatchStore(directory: scratch.path)
        let rule = MeasuringRule()
        let metrics = StationMetrics()
        let writer = StoreWriter(store: store, rule: rule, metrics: metrics, logger: Logger(label: "test"))
        let recording = try #require(makeRecording(crossing()))
        let clock = ReplayClock(start: recording.seconds.lowerBound, end: recording.seconds.upperBound, speed: speed)
        let board = PictureBoard()
        let runner = PictureRunner(
            engine: try PictureEngine(rules: alertingRules(), rule: rule, feeds: ["f1"]),
            mode: .replay(recording, clock), feeds: [FeedStatus(identifier: "f1", name: "test", kind: .opensky)],
            board: board, hub: EventHub(metrics: metrics) { board.wholePicture() }, metrics: metrics, store: store,
            writer: writer, timeline: Timeline(recorded: recording.seconds))
        let writing = Task { await writer.runUntilClosed() }
        let began = PictureRunner.monotonicSeconds()
        for tick in 0..<Int(700 / speed / tickSeconds) {
            // A wall clock of the test's own, ahead of the real one so that no step thinks it is late.
            await runner.step(at: began + 1e6 + Double(tick) * tickSeconds, wallUnixSeconds: 0)
        }
        await runner.close()
        await writing.value
        let alarms = try await store.pool.read {
            try Row.fetchAll($0, sql: "SELECT time, kind, subject, level FROM alarmEvent ORDER BY time, kind, subject")
                .map { "\($0)" }
        }
        let page = try await store.encounters(.init(span: -1e11...1e11, limit: 100), rule: rule)
        let picture = board.current
        let last = picture.alerts.alerts.map { "\($0.identifier) \($0.level) \($0.prediction.horizontalMetres)" }
        return Outcome(
            encounters: page.documents, alarms: alarms,
            last: "\(picture.timeUnixSeconds) \(picture.tracks.count) \(last)")
    }

    @Test func speedChangesNothing() async throws {
        let once = try await replay(speed: 1, tickSeconds: 0.1)
        #expect(once.encounters.count == 1)
        #expect(once.alarms.contains { $0.contains("\"alarm\"") && $0.contains("aaaaaa|bbbbbb") })
        #expect(once == (try await replay(speed: 20, tickSeconds: 0.1)))
        #expect(once == (try await replay(speed: 200, tickSeconds: 0.1)))
        #expect(once == (try await replay(speed: 20, tickSeconds: 0.037)))
    }

    @Test func chunksOfReportsChangeNothing() throws {
        let reports = crossing()
        var builder = RecordingBuilder()
        for start in stride(from: 0, to: reports.count, by: 7) {
            builder.add(Array(reports[start..<min(start + 7, reports.count)]), feed: 0)
        }
        let finished = builder.finish()
        let chunked = try #require(finished)
        let whole = try #require(makeRecording(reports.shuffled()))
        #expect(chunked.seconds == whole.seconds)
        for second in whole.seconds {
            let one = whole.indices(inSecond: second).map { whole.report(at: $0).report.identifier }
            let other = chunked.indices(inSecond: second).map { chunked.report(at: $0).report.identifier }
            #expect(Set(one) == Set(other))
        }
        #expect(
            whole.indices(inSecond: 1_000_001).map { whole.report(at: $0).report.timeUnixSeconds } == [
                1_000_000.25, 1_000_001,
            ])
    }
}

@Suite struct ReplayClockTests {
    @Test func workDueFollowsTheSpeed() {
        var clock = ReplayClock(start: 0, end: 1_000, speed: 20)
        #expect(clock.due(atWallSeconds: 5) == 0)
        #expect(clock.due(atWallSeconds: 5.25) == 5)
        for _ in 0..<5 { clock.advance() }
        #expect(clock.position == 4)
        clock.pause()
        #expect(clock.due(atWallSeconds: 6) == 0)
        clock.play()
        #expect(clock.due(atWallSeconds: 6.5) == 10)
    }

    @Test func aMachineThatFellAsleepDoesNotRaceThroughTheRecording() {
        var clock = ReplayClock(start: 0, end: 100_000, speed: 20)
        _ = clock.due(atWallSeconds: 0)
        #expect(clock.due(atWallSeconds: 3_600) == 20)
    }

    @Test func seekStaysInside() {
        var clock = ReplayClock(start: 100, end: 200, speed: 1)
        clock.seek(to: 5)
        #expect(clock.position == 99)
        clock.seek(to: 5_000)
        #expect(clock.position == 199)
        clock.advance()
        clock.advance()
        #expect(clock.hasEnded && clock.position == 200)
    }
}
