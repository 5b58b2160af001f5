import Accord
import Airspace
import Separation
import Testing

@testable import Station

@Suite("Where our own aircraft have been")
struct OwnPastTests {
    /// An aircraft that is a hundredth of a degree further north each second.
    private func state(_ identifier: String, _ second: Int, callsign: String? = "WEST01") -> OwnTrackState {
        OwnTrackState(
            identifier: identifier, callsign: callsign, timeUnixSeconds: Double(second),
            position: GeodeticPosition(latitudeDegrees: 40 + Double(second) / 100, longitudeDegrees: 2),
            levelFeet: 20_000.25, speedKt: 300, trackDegrees: 359.5)
    }

    @Test("is told around a time, to the centimetre and the quarter of a foot")
    func around() throws {
        var past = OwnPast()
        for second in 1_000..<1_100 { past.hear([state("abc001", second), state("abc002", second)], at: second) }
        let found = past.states(around: 1_050, withinSeconds: 3)
        #expect(found.count == 14)
        #expect(Set(found.map(\.timeUnixSeconds)) == Set((1_047...1_053).map(Double.init)))
        let one = try #require(found.first { $0.identifier == "abc002" && $0.timeUnixSeconds == 1_050 })
        #expect(abs(one.position.latitudeDegrees - 50.5) < 1e-7)
        #expect(one.levelFeet == 20_000.25)
        #expect(one.callsign == "WEST01")
        #expect(abs(try #require(one.speedKt) - 300) < 0.001)
        #expect(past.states(around: 5_000, withinSeconds: 3).isEmpty)
        #expect(past.states(around: -1e300, withinSeconds: 3).isEmpty)
        #expect(past.states(around: 1e300, withinSeconds: .infinity).isEmpty)
    }

    @Test("reaches back five minutes and no further, with a report a second at the most")
    func window() {
        var past = OwnPast()
        for second in 0...1_000 {
            // The picture shows a report until the next one comes.
            past.hear([state("abc001", second - second % 2)], at: second)
        }
        #expect(
            [690, 699, 1_000, 1_014, 1_020].map { past.coverage(of: $0) } == [
                .outOfTime, .heard, .heard, .heard, .outOfTime,
            ])
        #expect(past.states(around: 702, withinSeconds: 4).map(\.timeUnixSeconds).sorted() == [700, 702, 704, 706])
        #expect(past.states(around: 690, withinSeconds: 4).isEmpty)
    }

    @Test("forgets who has gone, and all of it when time goes back")
    func forgetting() {
        var past = OwnPast()
        past.hear([state("abc001", 60)], at: 60)
        for second in 61...420 { past.hear([state("abc002", second)], at: second) }
        #expect(past.states(around: 120, withinSeconds: 120).allSatisfy { $0.identifier == "abc002" })
        past.hear([state("abc003", 100)], at: 100)
        #expect(past.states(around: 110, withinSeconds: 120).map(\.identifier) == ["abc003"])
        #expect(past.coverage(of: 105) == .silent, "what was heard before is forgotten as well")
    }
}

extension OwnPast {
    /// A second for which the receivers delivered.
    fileprivate mutating func hear(_ states: [OwnTrackState], at second: Int) {
        take(states, newestReport: Double(second) - 0.5, at: second)
    }
}

@Suite("The time for which our own receivers delivered")
struct HeardTimeTests {
    /// Seconds of which some are silent, worked up to the last of them.
    private func time(_ seconds: ClosedRange<Int>, silent: Range<Int> = 0..<0) -> HeardTime {
        var heard = HeardTime()
        for second in seconds { heard.take(silent.contains(second) ? nil : Double(second) - 1, at: second) }
        return heard
    }

    @Test("the picture says of each second how new the newest report is that was delivered for it")
    func picture() throws {
        var engine = try PictureEngine(rules: alertingRules(), rule: MeasuringRule(minima: .enRoute), feeds: ["f1"])
        let place = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        for time in [1_000.5, 1_000.25] {
            engine.take(report("abc\(Int(time * 4))", at: time, passing: place, at: 1_000, track: 90), feed: 0)
        }
        #expect(engine.advance(to: 1_001).newestReportUnixSeconds == 1_000.5)
        #expect(engine.advance(to: 1_002).newestReportUnixSeconds == nil)
    }

    @Test("nothing is known before anything was heard, and right after it")
    func starting() {
        #expect(HeardTime().coverage(of: 1_000) == .silent)
        #expect(time(1_000...1_060, silent: 1_000..<1_061).coverage(of: 1_060) == .silent)
        let heard = time(1_000...1_060, silent: 1_000..<1_030)
        #expect([1_020, 1_032, 1_045, 1_060].map { heard.coverage(of: $0) } == [.silent, .silent, .heard, .heard])
    }

    @Test("a receiver that is down makes its time unknown, and a short pause does not")
    func silence() {
        let down = time(1_000...1_160, silent: 1_100..<1_161)
        #expect([1_090, 1_110, 1_120, 1_160].map { down.coverage(of: $0) } == [.heard, .heard, .silent, .silent])
        let back = time(1_000...1_200, silent: 1_100..<1_161)
        #expect(
            [1_090, 1_110, 1_150, 1_165, 1_180].map { back.coverage(of: $0) } == [
                .heard, .silent, .silent, .silent, .heard,
            ])
        let paused = time(1_000...1_200, silent: 1_100..<1_110)
        #expect((1_020...1_200).allSatisfy { paused.coverage(of: Double($0)) == .heard })
    }

    @Test("a receiver whose clock is ahead, or that delivers late, makes nothing known that is not")
    func clocks() {
        var ahead = HeardTime()
        for second in 1_000...1_060 { ahead.take(second < 1_020 ? Double(second) + 9 : nil, at: second) }
        #expect(ahead.coverage(of: 1_040) == .silent)
        var late = HeardTime()
        for second in 1_000...1_100 { late.take(Double(second) - 60, at: second) }
        #expect([1_030, 1_100].map { late.coverage(of: $0) } == [.heard, .silent])
    }
}
