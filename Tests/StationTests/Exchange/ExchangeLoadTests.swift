import Accord
import Foundation
import Testing

@testable import Station

/// How the exchange bears a load; run with PARLEY_LOAD set to the seconds that it is to last. It prints figures and asserts
/// only what no speed of a machine changes.
@Suite("The exchange under load", .serialized, .timeLimit(.minutes(90)))
struct ExchangeLoadTests {
    static let seconds = ProcessInfo.processInfo.environment["PARLEY_LOAD"].flatMap { Int($0) }

    @Test("brings 2,000 tracks a second each way", .enabled(if: ExchangeLoadTests.seconds != nil))
    func tracks() async throws {
        let seconds = Self.seconds ?? 1
        try await withPair { west, east in
            let toEast = try await west.channel(to: east)
            let toWest = try await east.channel(to: west)
            let before = Self.processorSeconds()
            let start = ContinuousClock.now
            async let westward: Void = Self.send(seconds: seconds, by: "W", over: toEast)
            async let eastward: Void = Self.send(seconds: seconds, by: "E", over: toWest)
            _ = try await (westward, eastward)
            let count = seconds * 2_000
            try await eventually("all came", seconds: 600) {
                let first = await west.handler.received.count
                let second = await east.handler.received.count
                return first == count && second == count
            }
            let passed = start.duration(to: .now) / .seconds(1)
            let used = Self.processorSeconds() - before
            for station in [west, east] {
                let ages = await station.handler.received.map { $0.receivedUnixSeconds - $0.entry.atUnixSeconds }
                    .sorted()
                let shown = [0.5, 0.95, 0.99, 1].map { share in
                    String(format: "%.0f ms", 1_000 * ages[min(ages.count - 1, Int(Double(ages.count) * share))])
                }
                print("\(station.party): age p50, p95, p99, greatest: \(shown.joined(separator: ", "))")
            }
            print(
                String(
                    format: "%.1f s, %.2f processors for both stations, %ld entries each way", passed, used / passed,
                    count))
            #expect(await west.channelFault(to: east) == nil)
        }
    }

    /// A second's tracks in ten portions, as the picture brings them.
    private static func send(seconds: Int, by party: String, over channel: PeerChannel) async throws {
        let start = ContinuousClock.now
        for portion in 0..<(seconds * 10) {
            let now = Date().timeIntervalSince1970
            let drafts = try (0..<200).map { number in
                try EntryDraft(
                    TrackBody(
                        track: "\(party)\(portion % 10 * 200 + number)", time: EntryTime(unixSeconds: now), lat: 48.5,
                        lon: 2.5 + Double(number) / 1_000, levelFt: 35_000, speedKt: 450, trackDegrees: 90, gridNM: 0.5,
                        levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "all"))
            }
            _ = try await channel.append(drafts)
            try await Task.sleep(until: start + .milliseconds(100 * (portion + 1)))
        }
    }

    private static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}

extension TestStation {
    fileprivate func channelFault(to other: TestStation) async -> String? {
        await (try? channel(to: other))?.currentState().fault
    }
}
