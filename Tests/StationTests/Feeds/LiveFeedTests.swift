import Foundation
import NIOCore
import NIOPosix
import Surveillance
import Testing

@testable import Station

/// A TCP server that says to each connection what it is told, and nothing else.
private final class ScriptedServer: Sendable {
    let port: Int
    private let channel: any Channel

    /// Each connection gets the next script; a script is pieces, with milliseconds to wait before each. After its last piece the
    /// connection is closed if `closes`, else left open in silence.
    init(_ scripts: [[(afterMilliseconds: Int64, text: String)]], closes: Bool) async throws {
        let next = NextScript(scripts)
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                let script = next.take()
                var at: Int64 = 0
                for piece in script {
                    at += piece.afterMilliseconds
                    child.eventLoop.scheduleTask(in: .milliseconds(at)) {
                        child.writeAndFlush(ByteBuffer(string: piece.text), promise: nil)
                    }
                }
                if closes { child.eventLoop.scheduleTask(in: .milliseconds(at + 20)) { child.close(promise: nil) } }
                return child.eventLoop.makeSucceededVoidFuture()
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func stop() async { try? await channel.close() }

    private final class NextScript: @unchecked Sendable {
        private let lock = NSLock()
        private var scripts: [[(afterMilliseconds: Int64, text: String)]]

        init(_ scripts: [[(afterMilliseconds: Int64, text: String)]]) { self.scripts = scripts }

        func take() -> [(afterMilliseconds: Int64, text: String)] {
            lock.withLock { scripts.isEmpty ? [] : scripts.removeFirst() }
        }
    }
}

@Suite struct LiveFeedTests {
    private func inbox(_ kind: FeedStatus.Kind) -> LiveInbox {
        LiveInbox(feeds: [FeedStatus(identifier: "f1", name: "test", kind: kind)], metrics: StationMetrics())
    }

    /// Waits until a condition holds, at most ten seconds.
    private func eventually(_ holds: () -> Bool) async -> Bool {
        for _ in 0..<200 {
            if holds() { return true }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return holds()
    }

    private func line(_ identifier: String, at date: Date, latitude: Double = 48) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "yyyy/MM/dd,HH:mm:ss.SSS"
        let stamp = formatter.string(from: date)
        return "MSG,3,1,1,\(identifier),1,\(stamp),\(stamp),,35000,,,\(latitude),2.5,,,0,0,0,0\r\n"
    }

    @Test func halfLinesAreJoinedAndAnEndedConnectionIsDialledAgain() async throws {
        let first = line("ABC123", at: Date())
        let middle = first.index(first.startIndex, offsetBy: 40)
        let server = try await ScriptedServer(
            [
                [(0, String(first[..<middle])), (120, String(first[middle...]) + "MSG,3,1,1,DEF")],
                [(0, line("DEF456", at: Date()))],
            ], closes: true)
        let inbox = inbox(.sbs)
        let feed = BaseStationFeed(host: "127.0.0.1", port: server.port, name: "sbs", feed: 0, inbox: inbox)
        let running = Task { try await feed.run() }
        var heard: [String] = []
        #expect(
            await eventually {
                heard += inbox.drain().flatMap(\.reports).map(\.identifier)
                return heard.count >= 2
            })
        #expect(heard == ["abc123", "def456"])
        let status = inbox.statuses(atWallSeconds: Date().timeIntervalSince1970)[0]
        #expect(status.lastFault != nil, "the lost connection was said")
        running.cancel()
        await server.stop()
    }

    @Test func localTimeIsTakenAsATimeZone() {
        var lines = BaseStationLines(source: "test")
        let now = Date()
        let batch = lines.take(
            Array(line("ABC123", at: now.addingTimeInterval(7_200)).utf8),
            receivedUnixSeconds: now.timeIntervalSince1970)
        #expect(batch.reports.count == 1)
        #expect(abs(batch.reports[0].timeUnixSeconds - now.timeIntervalSince1970) < 1)
        #expect(batch.faults.first?.code == .clock)
        let second = lines.take(
            Array(line("ABC123", at: now.addingTimeInterval(7_201)).utf8),
            receivedUnixSeconds: now.timeIntervalSince1970 + 1)
        #expect(abs((second.reports.first?.timeUnixSeconds ?? 0) - now.timeIntervalSince1970 - 1) < 1)
    }

    @Test func aServerThatHangsIsAFaultAndOthersGoOn() async throws {
        let hanging = try await ScriptedServer([[]], closes: false)
        let rubbish = try await ScriptedServer(
            [[(0, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"aircra~")]], closes: true)
        let metrics = StationMetrics()
        let inbox = LiveInbox(
            feeds: ["f1", "f2"].map { FeedStatus(identifier: $0, name: $0, kind: .readsb) }, metrics: metrics)
        let first = Task {
            try await PolledFeed(url: "http://127.0.0.1:\(hanging.port)/aircraft.json", feed: 0, inbox: inbox).run()
        }
        let second = Task {
            try await PolledFeed(url: "http://127.0.0.1:\(rubbish.port)/aircraft.json", feed: 1, inbox: inbox).run()
        }
        #expect(
            await eventually {
                let statuses = inbox.statuses(atWallSeconds: Date().timeIntervalSince1970)
                return statuses[0].state == .failed && statuses[1].faults > 0
            })
        #expect(inbox.statuses(atWallSeconds: 0)[0].lastFault?.reason.isEmpty == false)
        first.cancel()
        second.cancel()
        await hanging.stop()
        await rubbish.stop()
    }

    @Test func aFileThatDoesNotChangeIsNoNews() {
        var news = SnapshotNews()
        let snapshot = Array(
            #"{"now":1000,"aircraft":[{"hex":"abc123","lat":1,"lon":2,"alt_baro":3000,"seen_pos":1}]}"#.utf8)
        #expect(news.take(snapshot, source: "test").reports.count == 1)
        #expect(news.take(snapshot, source: "test").reports.isEmpty)
    }

    @Test func silenceOfThreeSecondsIsQuiet() {
        let inbox = inbox(.readsb)
        var batch = ReportBatch()
        batch.reports = [Report(timeUnixSeconds: 999, identifier: "abc123")]
        inbox.deliver(batch, from: 0, atMonotonicSeconds: 0, wallUnixSeconds: 1_000)
        #expect(inbox.statuses(atWallSeconds: 1_002.9)[0].state == .live)
        #expect(inbox.statuses(atWallSeconds: 1_003)[0].state == .quiet)
        inbox.deliver(batch, from: 0, atMonotonicSeconds: 0, wallUnixSeconds: 1_004)
        #expect(inbox.statuses(atWallSeconds: 1_004)[0].state == .live)
    }

    /// A report of tomorrow would keep an aircraft where it says until tomorrow, as fresh as can be.
    @Test func whatIsFarAheadOfTheClockIsRefused() {
        let inbox = inbox(.readsb)
        var batch = ReportBatch()
        batch.reports = [999, 1_030, 90_000].map { Report(timeUnixSeconds: $0, identifier: "abc123") }
        inbox.deliver(batch, from: 0, atMonotonicSeconds: 0, wallUnixSeconds: 1_000)
        #expect(inbox.drain().flatMap(\.reports).map(\.timeUnixSeconds) == [999, 1_030])
        let status = inbox.statuses(atWallSeconds: 1_000)[0]
        #expect(status.faults == 1 && status.lastFault?.code == .clock && status.lastReportUnixSeconds == 1_030)
    }

    @Test func theInboxIsBounded() {
        let metrics = StationMetrics()
        let inbox = LiveInbox(feeds: [FeedStatus(identifier: "f1", name: "test", kind: .sbs)], metrics: metrics)
        var batch = ReportBatch()
        batch.reports = Array(repeating: Report(timeUnixSeconds: 1, identifier: "abc123"), count: 50_000)
        for _ in 0..<6 { inbox.deliver(batch, from: 0, atMonotonicSeconds: 0, wallUnixSeconds: 1) }
        #expect(inbox.waitingReports <= LiveInbox.maximumReports)
        #expect(metrics.droppedReports.value == 100_000)
    }

    @Test func sourcesAreToldApart() throws {
        #expect(try WatchSource(parsing: "sbs://receiver:30003") == .baseStation(host: "receiver", port: 30_003))
        #expect(try WatchSource(parsing: "sbs://[::1]:30003") == .baseStation(host: "::1", port: 30_003))
        #expect(try WatchSource(parsing: "a/b.csv.gz") == .recording(path: "a/b.csv.gz"))
        #expect(try WatchSource(parsing: "http://x/data/aircraft.json") == .polled(url: "http://x/data/aircraft.json"))
        for wrong in ["sbs://receiver", "ftp://x/y", "http://", "sbs://:30003", "sbs://x:99999"] {
            #expect(throws: StationError.self) { try WatchSource(parsing: wrong) }
        }
    }
}
