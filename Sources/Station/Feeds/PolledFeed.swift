import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Surveillance

/// An `aircraft.json` of readsb or tar1090 that is asked for every second.
///
/// A server that hangs, sends rubbish or sends the same file for ever is a fault of this source and stops nothing else:
/// every answer has a time limit and a size limit, and a file that has not changed is no news.
struct PolledFeed: Service {
    let url: String
    let feed: Int
    let inbox: LiveInbox

    /// How long an answer may take, seconds.
    private static let answerSeconds = 5.0
    /// The longest answer; the whole world's traffic is some 10 MB.
    private static let maximumBytes = 64 << 20

    func run() async throws {
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(3), read: .seconds(5))
        configuration.redirectConfiguration = .follow(max: 3, allowCycles: false)
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        await cancelWhenGracefulShutdown { await poll(client) }
        try? await client.shutdown()
    }

    private func poll(_ client: HTTPClient) async {
        var backoff = Backoff(firstSeconds: 1, longestSeconds: 15)
        var news = SnapshotNews()
        var schedule = PollSchedule()
        while !Task.isCancelled {
            let started = Date().timeIntervalSince1970
            var wait: Double
            do {
                let bytes = try await withTimeLimit(seconds: Self.answerSeconds) { try await fetch(client) }
                let batch = news.take(bytes, source: url)
                inbox.deliver(
                    batch, from: feed, atMonotonicSeconds: PictureRunner.monotonicSeconds(),
                    wallUnixSeconds: Date().timeIntervalSince1970)
                backoff.succeed()
                wait = schedule.waitSeconds(afterQuestionAt: started, answeredAt: Date().timeIntervalSince1970)
            } catch {
                if Task.isCancelled { return }
                inbox.fail(feed, reason: Self.reason(error))
                wait = backoff.fail()
            }
            try? await Task.sleep(for: .seconds(wait))
        }
    }

    private func fetch(_ client: HTTPClient) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Accept", value: "application/json")
        let response = try await client.execute(request, timeout: .seconds(Int64(Self.answerSeconds)))
        guard response.status == .ok else { throw FeedFault.status(Int(response.status.code)) }
        let body = try await response.body.collect(upTo: Self.maximumBytes)
        return [UInt8](body.readableBytesView)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case is TimeLimitExceeded: "no whole answer within \(Int(answerSeconds)) s"
        case let fault as FeedFault: fault.description
        case is NIOTooManyBytesError: "the answer is longer than \(maximumBytes >> 20) MB"
        case let error as HTTPClientError where error == .connectTimeout: "no connection within 3 s"
        default: "\(error)"
        }
    }
}

/// What can be wrong with an answer as a whole.
enum FeedFault: Error, CustomStringConvertible {
    case status(Int)

    var description: String {
        switch self {
        case .status(let code): "the server answers with status \(code)"
        }
    }
}

/// Takes the news out of snapshots: reports that the snapshot before did not have.
struct SnapshotNews: Sendable {
    private var lastTimes: [String: Double] = [:]

    /// The reports of a snapshot that are new, and its faults.
    mutating func take(_ bytes: [UInt8], source: String) -> ReportBatch {
        var batch = ReportBatch()
        let format = RecordingFormat.sniff(name: "aircraft.json", start: bytes.span) ?? .aircraftSnapshot
        var reader = format.makeReader(source: source)
        reader.read(bytes.span, into: &batch)
        reader.finish(into: &batch)
        var times: [String: Double] = [:]
        times.reserveCapacity(batch.reports.count)
        let known = lastTimes
        batch.reports.removeAll { report in
            times[report.identifier] = report.timeUnixSeconds
            return known[report.identifier] == report.timeUnixSeconds
        }
        lastTimes = times
        return batch
    }
}
