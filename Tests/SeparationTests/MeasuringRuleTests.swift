import Airspace
import Separation
import Testing

/// Each step of the rule on traffic small enough to be measured by hand.
@Suite("Measuring: the rule, step by step")
struct MeasuringRuleTests {
    /// Reports of an aircraft that flies along the equator at 0.001° a second, 111.3 m/s, unless told otherwise.
    private func report(
        _ identifier: String, _ time: Double, latitude: Double = 0, longitude: Double? = nil, feet: Double? = 30_000,
        onGround: Bool = false, callsign: String? = nil, quality: QualityFlags = []
    ) -> MeasuredReport {
        MeasuredReport(
            timeUnixSeconds: time, identifier: identifier, callsign: callsign,
            position: GeodeticPosition(
                latitudeDegrees: latitude, longitudeDegrees: longitude ?? time.rounded(.down) * 0.001),
            pressureAltitudeFeet: feet, isOnGround: onGround, quality: quality)
    }

    private func encounters(_ reports: [MeasuredReport], rule: MeasuringRule = MeasuringRule()) -> [Encounter] {
        var measurer = EncounterMeasurer(rule: rule, toleratedSeconds: 1_000)
        for report in reports { measurer.add(report) }
        return measurer.finish().encounters
    }

    @Test("1,000 ft is not a loss, 999.99 ft is, whatever unit the source used")
    func vertical() {
        func pair(_ first: Double, _ second: Double) -> [Encounter] {
            encounters([report("a", 0, feet: first), report("b", 0, feet: second)])
        }
        #expect(pair(30_000, 31_000).isEmpty)
        #expect(pair(30_000, 30_999.99).count == 1)
        // A source in metres, rounded to a centimetre: 5,791.20 m and 6,096.00 m, divided back into feet.
        #expect(pair(5_791.20 / 0.3048, 6_096.00 / 0.3048).isEmpty)
        for level in stride(from: 0.0, through: 40_000, by: 25) {
            #expect(pair(level * 0.3048 / 0.3048, (level * 0.3048 + 304.8) / 0.3048).isEmpty)
        }
        // Minima in metres: exactly 300 m apart is not a loss either.
        let metric = MeasuringRule(
            minima: Minima(horizontal: Length(10, .kilometres), vertical: Length(300, .metres)))
        let reports = [report("a", 0, feet: 9_000 / 0.3048), report("b", 0, feet: 9_300 / 0.3048)]
        #expect(encounters(reports, rule: metric).isEmpty)
    }

    @Test("exactly 5 NM is not a loss; a few thousandths of a millimetre less is, even where a chord can't tell")
    func horizontal() {
        for latitude in [0.0, 48, 89] {
            for azimuth in [0.0, 45, 90, 133] {
                let start = GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: 2)
                func count(_ metres: Double) -> Int {
                    let end = Geodesic.direct(from: start, azimuthDegrees: azimuth, distanceMetres: metres).position
                    return encounters([
                        report("a", 0, latitude: latitude, longitude: 2),
                        report("b", 0, latitude: end.latitudeDegrees, longitude: end.longitudeDegrees),
                    ]).count
                }
                #expect(count(9_260.000_003) == 0)
                #expect(count(9_259.999_997) == 1)
            }
        }
    }

    @Test("a gap of exactly the parameter is bridged, a second more is not")
    func gaps() {
        func lossSeconds(_ gap: Double) -> Int? {
            let reports = [report("a", 0), report("a", gap)] + (0...40).map { report("b", Double($0)) }
            return encounters(reports).first?.lossSeconds
        }
        #expect(lossSeconds(15) == 16)
        #expect(lossSeconds(16) == 2)
    }

    @Test("losses exactly the merge span apart are one encounter, a second more are two")
    func merging() {
        func count(_ apart: Double) -> [Int] {
            let times = [0.0, apart]
            return encounters(times.flatMap { [report("a", $0), report("b", $0)] }).map(\.lossSeconds)
        }
        #expect(count(60) == [2])
        #expect(count(61) == [1, 1])
    }

    @Test(
        "of several reports in a second the earliest counts, in whatever order they come, as if made at the whole second"
    )
    func oneASecond() {
        let later = report("a", 5.9, latitude: 1)
        let earlier = report("a", 5.1)
        let other = report("b", 5.999)
        for order in [[later, earlier, other], [earlier, later, other], [other, later, earlier]] {
            let found = encounters(order)
            #expect(found.count == 1)
            #expect(found.first?.start == 5)
            #expect(found.first?.minHorizontalMetres == 0)
        }
        // The later one alone is far away.
        #expect(encounters([later, other]).isEmpty)
    }

    @Test("what is on the ground, without position or level, or beyond belief is not kept, and counted")
    func kept() {
        var measurer = EncounterMeasurer(rule: MeasuringRule())
        let nowhere = MeasuredReport(
            timeUnixSeconds: 0, identifier: "a", position: nil, pressureAltitudeFeet: 30_000)
        let outside = MeasuredReport(
            timeUnixSeconds: 0, identifier: "a",
            position: GeodeticPosition(latitudeDegrees: 4_330.9, longitudeDegrees: 0), pressureAltitudeFeet: 30_000)
        #expect(measurer.add(report("b", 0)) == .kept)
        #expect(measurer.add(report("a", 0, onGround: true)) == .onGround)
        #expect(measurer.add(report("a", 0, feet: nil)) == .withoutAltitude)
        #expect(measurer.add(nowhere) == .withoutPosition)
        #expect(measurer.add(outside) == .outOfRange)
        #expect(measurer.add(report("a", 0, feet: -1_500.01)) == .outOfRange)
        #expect(measurer.add(report("a", 0, feet: 60_000.01)) == .outOfRange)
        #expect(measurer.add(report("a", 0, feet: .nan)) == .outOfRange)
        #expect(measurer.add(report("a", .nan)) == .clock)
        #expect(measurer.add(report("a", 1e300)) == .clock)
        #expect(measurer.finish().encounters.isEmpty)
        #expect(
            measurer.fates == [
                .kept: 1, .onGround: 1, .withoutAltitude: 1, .withoutPosition: 1, .outOfRange: 4, .clock: 2,
            ])
        for bound in [-1_500.0, 60_000] {
            #expect(encounters([report("a", 0, feet: bound), report("b", 0, feet: bound)]).count == 1)
        }
    }

    @Test("between reports place and level go straight, across the antimeridian too")
    func interpolation() throws {
        let reports = [
            report("a", 0, longitude: 179.99, feet: 30_000), report("a", 10, longitude: -179.99, feet: 31_000),
            report("b", 5, longitude: -180, feet: 30_500),
        ]
        let encounter = try #require(encounters(reports).first)
        #expect(encounter.lossSeconds == 1)
        #expect(encounter.minHorizontalMetres < 1e-6)
        #expect(encounter.minVerticalFeet == 0)
        #expect(abs(encounter.placeA.position.longitudeDegrees) == 180)
        #expect(encounter.placeA.altitudeFeet == 30_500)
    }

    @Test("the closest approach is the earliest of equals; a and b are in the order of their identifiers")
    func ties() throws {
        let reports = (0..<20).flatMap { second in
            ["~b", "a"].map { report($0, Double(second), longitude: 7, callsign: $0 == "a" ? "RRR1" : nil) }
        }
        let encounter = try #require(encounters(reports).first)
        #expect((encounter.a, encounter.b) == ("a", "~b"))
        #expect((encounter.start, encounter.end) == (0, 19))
        #expect((encounter.minHorizontalAt, encounter.minSlantAt) == (0, 0))
        #expect((encounter.callsignA, encounter.callsignB) == ("RRR1", nil))
    }

    @Test("level tolerance: 700 ft is still explained by level keeping, less is not")
    func levelTolerance() {
        func quality(_ feet: Double) -> QualityFlags? {
            encounters([report("a", 0), report("b", 0, latitude: 0.01, feet: 30_000 + feet)]).first?.quality
        }
        #expect(quality(700) == .levelTolerance)
        #expect(quality(699.99) == [])
        #expect(quality(999) == .levelTolerance)
    }

    @Test("flags of the reports that a loss rests on are carried into the encounter, others are not")
    func quality() {
        let reports = [
            report("a", 0, quality: .stale), report("a", 20, quality: .jump), report("a", 24), report("b", 22),
            report("b", 60, quality: .frozen),
        ]
        #expect(encounters(reports).first?.quality == .jump)
    }
}
