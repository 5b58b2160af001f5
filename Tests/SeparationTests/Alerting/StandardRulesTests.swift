import Airspace
import Separation
import Testing

@Suite("The standard rules")
struct StandardRulesTests {
    @Test("They can hold for any minima and look-ahead, and so can those without rules")
    func faults() {
        for minima in [Minima.enRoute, Minima(horizontal: Length(150, .metres), vertical: Length(15, .metres))] {
            for seconds in [30.0, 60, 300, 1_200] {
                #expect(AlertRules.standard(minima: minima, lookAheadSeconds: seconds).faults.isEmpty)
                #expect(AlertRules.naive(minima: minima, lookAheadSeconds: seconds).faults.isEmpty)
            }
        }
    }

    private func level(_ flyers: [Flyer], after seconds: Int = 10) throws -> AlertLevel {
        var scene = try AlertScene(.standard())
        scene.run(flyers, seconds: 0...seconds)
        return scene.levels(AlertIdentifier(flyers[0].identifier, flyers[1].identifier))[seconds]
    }

    @Test("A collision course is an alarm in every layer but the lowest", arguments: [3_000.0, 5_000, 20_000, 43_000])
    func layers(feet: Double) throws {
        var flyers = Flyer.collision(in: 60)
        for index in flyers.indices { flyers[index].feet = feet }
        #expect(try level(flyers) == (feet < 3_500 ? .none : .alarm))
    }

    @Test("3 NM hold up to 10,000 ft, 5 NM above, and twice the vertical minimum above FL410")
    func minima() throws {
        func abeam(_ metres: Double, _ feet: Double, above: Double = 0) -> [Flyer] {
            [
                Flyer("a", track: 90, feet: feet), Flyer("b", north: metres, track: 90, feet: feet + above),
            ]
        }
        #expect(try level(abeam(7_000, 8_000)) == .none)
        #expect(try level(abeam(5_000, 8_000)) == .alarm)
        #expect(try level(abeam(7_000, 20_000)) == .alarm)
        #expect(try level(abeam(7_000, 38_000, above: 1_000)) == .none)
        #expect(try level(abeam(7_000, 41_500, above: 1_000)) == .alarm)
    }

    @Test("Two in level flight 800 ft apart do not alert, 700 ft do, and neither do two by visual rules")
    func toleranceAndVisual() throws {
        var flyers = Flyer.collision(in: 60)
        flyers[1].feet = 35_800
        #expect(try level(flyers) == .none)
        flyers[1].feet = 35_700
        #expect(try level(flyers) == .alarm)
        flyers[1].feet = 35_850
        flyers[1].feetPerMinute = -600
        #expect(try level(flyers) == .alarm, "closing vertically is not level flight")
        flyers = Flyer.collision(in: 60)
        for index in flyers.indices { flyers[index].squawk = "7000" }
        #expect(try level(flyers) == .none)
        flyers[1].squawk = "1000"
        #expect(try level(flyers) == .alarm)
    }
}
