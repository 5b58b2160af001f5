import Accord
import Airspace
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
        for second in 1_000..<1_100 { past.take([state("abc001", second), state("abc002", second)], at: second) }
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
            past.take([state("abc001", second - second % 2)], at: second)
        }
        #expect(past.coveredUnixSeconds == 699...1_015)
        #expect(past.states(around: 702, withinSeconds: 4).map(\.timeUnixSeconds).sorted() == [700, 702, 704, 706])
        #expect(past.states(around: 690, withinSeconds: 4).isEmpty)
    }

    @Test("forgets who has gone, and all of it when time goes back")
    func forgetting() {
        var past = OwnPast()
        past.take([state("abc001", 60)], at: 60)
        for second in 61...420 { past.take([state("abc002", second)], at: second) }
        #expect(past.states(around: 120, withinSeconds: 120).allSatisfy { $0.identifier == "abc002" })
        past.take([state("abc003", 100)], at: 100)
        #expect(past.states(around: 110, withinSeconds: 120).map(\.identifier) == ["abc003"])
        #expect(past.coveredUnixSeconds == 99...115)
    }
}
