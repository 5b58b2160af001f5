import Airspace
import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Separation
import Surveillance
import Testing

@testable import Station

/// The whole station, over its sockets.
@Suite struct StationTests {
    private struct Reply {
        var status: Int
        var body: String
        var json: [String: JSONValue]
    }

    private func ask(_ port: Int, _ method: HTTPMethod, _ path: String, token: String? = nil, _ body: String? = nil)
        async throws -> Reply
    {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = method
        if let token { request.headers.add(name: "X-Parley-Token", value: token) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let bytes = try await response.body.collect(upTo: 16 << 20)
        let json = try? JSONDecoder().decode([String: JSONValue].self, from: Data(bytes.readableBytesView))
        return Reply(status: Int(response.status.code), body: String(buffer: bytes), json: json ?? [:])
    }

    /// Runs a station on `sources` while `work` asks it; what it keeps is in `scratch`.
    private func withStation(
        _ sources: [String], in scratch: Scratch? = nil, _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let scratch = try scratch ?? Scratch()
        _ = try scratch.write("<!doctype html>", to: "index.html")
        var options = WatchOptions(
            sources: try sources.map { try WatchSource(parsing: $0) }, rules: alertingRules())
        options.port = 0
        options.speed = 500
        options.dataDirectory = scratch.path + "/data"
        options.webDirectory = scratch.path
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let station = try WatchStation(options, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            group.addTask { try? await station.run { port.yield($0) } }
            group.addTask {
                for await port in ports {
                    try await work(port)
                    return
                }
            }
            // The first to finish is the work; the station goes on until it is cancelled.
            try await group.next()
            group.cancelAll()
        }
    }

    @Test(.timeLimit(.minutes(2))) func brokenFilesCostOnlyThemselves() async throws {
        let scratch = try Scratch()
        let rows = crossing().filter { $0.identifier != "cccccc" }.map { report in
            let position = report.position
            return "\(Int(report.timeUnixSeconds)),\(report.identifier),\(position?.latitudeDegrees ?? 0),"
                + "\(position?.longitudeDegrees ?? 0),230,\(report.trackDegrees ?? 0),0,TEST,False,2000,10668"
        }
        let noise = [
            "9,9", "1000300,dddddd,4330,2,230,0,0,BAD,False,2000,1000", "1000301,eeeeee,nan,nan,,,,,,,",
            "\u{1}\u{2}garbage",
        ]
        let text =
            (["time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,squawk,baroaltitude"] + rows[..<500]
            + noise
            + rows[500...]).joined(separator: "\n")
        let path = try scratch.write(text, to: "traffic.csv")
        try await withStation([path]) { port in
            var picture = Reply(status: 0, body: "", json: [:])
            for _ in 0..<200 {
                picture = try await self.ask(port, .GET, "/api/timeline")
                if picture.json["complete"] == .truth(true) { break }
                try await Task.sleep(for: .milliseconds(50))
            }
            guard case .list(let marks) = picture.json["encounters"] else {
                throw StationTestFault.noTimeline(picture.body)
            }
            #expect(marks.count == 1)
            let whole = try await self.ask(port, .GET, "/api/picture")
            guard case .list(let feeds) = whole.json["feeds"], case .object(let feed) = feeds.first else {
                throw StationTestFault.noTimeline(whole.body)
            }
            // One fault for each broken line; the one of unknown values breaks two columns.
            #expect(feed["faults"] == .number(5), "\(feed)")
            guard case .object(let fault) = feed["lastFault"], case .number(let line) = fault["position"] else {
                throw StationTestFault.noTimeline("\(feed)")
            }
            #expect(line == 505)
        }
    }

    @Test(.timeLimit(.minutes(2))) func theReplayIsSteered() async throws {
        let example = packageRoot.appendingPathComponent("Examples/example.states.csv").path
        try await withStation([example]) { port in
            let config = try await self.ask(port, .GET, "/api/config")
            guard case .text(let token) = config.json["csrf"] else { throw StationTestFault.noTimeline(config.body) }
            #expect(try await self.ask(port, .POST, "/api/replay", #"{"action":"pause"}"#).status == 403)
            #expect(try await self.ask(port, .POST, "/api/replay", token: token, #"{"action":"pause"}"#).status == 204)
            let seek = #"{"action":"seek","time":1767269190}"#
            #expect(try await self.ask(port, .POST, "/api/replay", token: token, seek).status == 204)
            let first = try await self.ask(port, .GET, "/api/conflicts")
            #expect(first.json["time"] == .number(1_767_269_190))
            #expect(first.body.contains("f00001|f00002"))
            #expect(
                try await self.ask(port, .POST, "/api/replay", token: token, #"{"action":"seek","time":1767268900}"#)
                    .status == 204)
            #expect(try await self.ask(port, .POST, "/api/replay", token: token, seek).status == 204)
            let second = try await self.ask(port, .GET, "/api/conflicts")
            #expect(second.body == first.body, "the same moment is the same picture")
            #expect(try await self.ask(port, .POST, "/api/replay", token: token, #"{"action":"fly"}"#).status == 400)
            #expect(try await self.ask(port, .PATCH, "/api/replay", token: token, "{}").status == 405)
            #expect(try await self.ask(port, .GET, "/api/tracks/nobody").status == 404)
        }
    }

    /// What a person silenced stays silent over a restart, until it is lifted.
    @Test(.timeLimit(.minutes(2))) func anInhibitionOutlivesARestart() async throws {
        let example = packageRoot.appendingPathComponent("Examples/example.states.csv").path
        let scratch = try Scratch()
        let kept = scratch.path + "/data"
        /// A start, the moment of the crossing airliners, an act, and what is said of the two then.
        func start(_ act: (method: HTTPMethod, body: String?)? = nil, expecting isInhibited: Bool) async throws {
            try await withStation([example], in: scratch) { port in
                let config = try await self.ask(port, .GET, "/api/config")
                guard case .text(let token) = config.json["csrf"] else {
                    throw StationTestFault.noTimeline(config.body)
                }
                for order in [#"{"action":"pause"}"#, #"{"action":"seek","time":1767269190}"#] {
                    #expect(try await self.ask(port, .POST, "/api/replay", token: token, order).status == 204)
                }
                if let act {
                    let path = "/api/alarms/f00001%7Cf00002/inhibit"
                    let answer = try await self.ask(port, act.method, path, token: token, act.body)
                    #expect(answer.status == 204, "\(answer.body)")
                    // What is noted is on disk a moment later; the station of a test ends as if it were killed.
                    let store = try WatchStore(directory: kept)
                    try await eventually("it is noted") {
                        try store.documents(in: .inhibition).isEmpty == (act.method == .DELETE)
                    }
                }
                let conflicts = try await self.ask(port, .GET, "/api/conflicts")
                guard case .list(let list) = conflicts.json["conflicts"] else {
                    throw StationTestFault.noTimeline(conflicts.body)
                }
                let alert = list.compactMap { if case .object(let fields) = $0 { fields } else { nil } }
                    .first { $0["id"] == .text("f00001|f00002") }
                #expect(conflicts.body.contains("both were told") == isInhibited, "\(conflicts.body)")
                // What is lifted calls in the next second.
                if isInhibited || act == nil { #expect((alert?["level"] == .text("none")) == isInhibited) }
            }
        }
        try await start(expecting: false)
        let act = #"{"by":"Petrov","reason":"both were told","minutes":600}"#
        try await start((.POST, act), expecting: true)
        try await start(expecting: true)
        try await start((.DELETE, nil), expecting: false)
        try await start(expecting: false)
    }

    @Test(.timeLimit(.minutes(2))) func whatIsListedIsWhatAReviewSays() async throws {
        let example = packageRoot.appendingPathComponent("Examples/example.states.csv").path
        let review = Review.run(ReviewRequest(paths: [example], rule: MeasuringRule(), wantsTracks: false)) { _, _ in }
        let reviewed = review.encounters.map { "\($0.a) \($0.b) \($0.start) \($0.lossSeconds) \($0.quality.names)" }
        #expect(!reviewed.isEmpty)
        try await withStation([example]) { port in
            for _ in 0..<400 {
                if try await self.ask(port, .GET, "/api/timeline").json["complete"] == .truth(true) { break }
                try await Task.sleep(for: .milliseconds(50))
            }
            var listed: [String] = []
            for _ in 0..<100 where listed.count < reviewed.count {
                let answer = try await self.ask(port, .GET, "/api/encounters?limit=1000")
                guard case .list(let encounters) = answer.json["encounters"] else { break }
                listed = encounters.map { Self.words($0) }
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(Set(listed) == Set(reviewed))
        }
    }

    private static func words(_ encounter: JSONValue) -> String {
        guard case .object(let fields) = encounter, case .text(let a) = fields["a"], case .text(let b) = fields["b"],
            case .number(let start) = fields["start"], case .number(let seconds) = fields["lossSeconds"],
            case .list(let quality) = fields["quality"]
        else { return "" }
        let names = quality.compactMap { if case .text(let name) = $0 { name } else { nil } }
        return "\(a) \(b) \(Int(start)) \(Int(seconds)) \(names)"
    }

    @Test func whatCanNotBeWatchedIsSaid() throws {
        let scratch = try Scratch()
        _ = try scratch.write("<!doctype html>", to: "index.html")
        let empty = try scratch.write("time,icao24,lat,lon\n1,zz,nothing,nowhere\n", to: "empty.csv")
        func start(_ sources: [String]) throws {
            var options = WatchOptions(
                sources: try sources.map { try WatchSource(parsing: $0) }, rules: alertingRules())
            options.dataDirectory = scratch.path + "/data"
            options.webDirectory = scratch.path
            _ = try WatchStation(options, logger: Logger(label: "test"))
        }
        #expect(throws: RecordingError.self) { try start([scratch.path + "/missing.csv"]) }
        #expect(throws: StationError.self) { try start([empty]) }
        #expect(throws: StationError.self) { try start([empty, "sbs://receiver:30003"]) }
        #expect(throws: StationError.self) { try start([]) }
    }
}

enum StationTestFault: Error {
    case noTimeline(String)
}
