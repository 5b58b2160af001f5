import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import Station

/// A client that takes one piece each time it is let.
private struct GatedWriter: ResponseBodyWriter {
    let written: Written
    let gate: AsyncStream<Void>

    final class Written: Sendable {
        private let texts = Mutex<[String]>([])

        func add(_ text: String) { texts.withLock { $0.append(text) } }

        var all: [String] { texts.withLock { $0 } }
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        for await _ in gate { break }
        written.add(String(buffer: buffer))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

@Suite struct EventHubTests {
    private func frame(_ sequence: Int) -> EventFrame {
        EventFrame(
            sequence: sequence, isWhole: false,
            bytes: EventFrame.text(event: "delta", data: Array("{\"sequence\":\(sequence)}".utf8)))
    }

    @Test func aSlowClientMissesFramesAndGetsTheWholePictureInstead() async throws {
        let metrics = StationMetrics()
        let latest = Mutex(0)
        let hub = EventHub(metrics: metrics) {
            let sequence = latest.withLock { $0 }
            return (sequence, Array("{\"sequence\":\(sequence)}".utf8))
        }
        let written = GatedWriter.Written()
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let body = try hub.response().body
        let client = Task { try await body.write(GatedWriter(written: written, gate: gate)) }
        while metrics.eventClients.value == 0 { await Task.yield() }
        opener.yield()
        while written.all.count < 1 { try await Task.sleep(for: .milliseconds(5)) }
        for sequence in 1...500 {
            latest.withLock { $0 = sequence }
            hub.publish(frame(sequence))
        }
        for _ in 0..<20 { opener.yield() }
        while written.all.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        hub.close()
        try await client.value
        #expect(written.all[0].hasPrefix("event: picture\n"))
        #expect(written.all[1...].contains { $0.hasPrefix("event: reset\n") && $0.contains("\"sequence\":500") })
        #expect(written.all.count <= 4, "frames that were missed are not sent late")
        #expect(metrics.skippedFrames.value >= 490)
        #expect(metrics.eventClients.value == 0)
    }

    @Test func aClientThatKeepsUpGetsEachFrameOnce() async throws {
        let hub = EventHub(metrics: StationMetrics()) { (0, Array("{}".utf8)) }
        let written = GatedWriter.Written()
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let body = try hub.response().body
        let client = Task { try await body.write(GatedWriter(written: written, gate: gate)) }
        for _ in 0..<100 { opener.yield() }
        while written.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        for sequence in 1...20 {
            hub.publish(frame(sequence))
            while written.all.count < sequence + 1 { try await Task.sleep(for: .milliseconds(2)) }
        }
        hub.close()
        try await client.value
        let sequences = written.all.dropFirst().map { $0.filter(\.isNumber) }
        #expect(sequences == (1...20).map { String($0) })
    }

    @Test func aStationThatStopsTakesNoClients() throws {
        let hub = EventHub(metrics: StationMetrics()) { (0, []) }
        hub.close()
        #expect(throws: Problem.self) { try hub.response() }
    }
}

@Suite struct JSONWriterTests {
    @Test func numbersAreShortAndExact() throws {
        var writer = JSONWriter()
        writer.array {
            for (value, decimals) in [
                (1.5, 3), (-0.25, 2), (1_000, 3), (0, 2), (-0.001, 2), (48.123_456_7, 6), (1e300, 2), (.nan, 1),
            ] {
                $0.value(value, decimals: decimals)
            }
            $0.value(Int.min)
        }
        #expect(writer.text == "[1.5,-0.25,1000,0,0,48.123457,1e+300,null,\(Int.min)]")
    }

    @Test func anyTextSurvives() throws {
        for text in ["", "a\"b\\c", "line\nfeed\ttab\u{0}\u{1F}", "Ёж 🛩 </script>", "\u{7F}\u{2028}"] {
            var writer = JSONWriter()
            writer.object { $0.field("text", text) }
            let read = try JSONDecoder().decode([String: String].self, from: Data(writer.bytes))
            #expect(read["text"] == text)
        }
    }
}
