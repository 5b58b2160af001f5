import Airspace
import Foundation
import Separation
import TestSupport
import Testing

@Suite("Measuring: random traffic")
struct MeasuringPropertyTests {
    /// A place around which traffic is made, and the parameters.
    struct Scene: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var latitude: Double
        var longitude: Double
        var rule = MeasuringRule()
        var aircraft = 60
        var radiusMetres = 60_000.0
    }

    static let scenes = [
        Scene(testDescription: "mid latitudes", latitude: 48, longitude: 2),
        Scene(testDescription: "antimeridian", latitude: -17, longitude: 180),
        Scene(testDescription: "north pole", latitude: 90, longitude: 0),
        Scene(testDescription: "south pole", latitude: -89.9, longitude: 77),
        Scene(
            testDescription: "equator, at most 24 aircraft", latitude: 0, longitude: -180, aircraft: 20,
            radiusMetres: 20_000),
        Scene(
            testDescription: "drones", latitude: 52, longitude: 13,
            rule: MeasuringRule(
                minima: Minima(horizontal: Length(150, .metres), vertical: Length(50, .feet)), gapSeconds: 3.5,
                mergeSeconds: 7.5),
            aircraft: 120, radiusMetres: 700),
        Scene(
            testDescription: "wide minima, beyond the chord's range", latitude: 60, longitude: -30,
            rule: MeasuringRule(minima: Minima(horizontal: Length(50, .nauticalMiles), vertical: Length(2_000, .feet))),
            radiusMetres: 400_000),
    ]

    /// Aircraft that fly, turn and climb a little; reports irregular, with holes, doubled, on the ground or without level at times.
    static func traffic(_ scene: Scene, seed: UInt64, seconds: Int = 240) -> [MeasuredReport] {
        var random = SeededRandom(seed: seed)
        var reports: [MeasuredReport] = []
        let centre = GeodeticPosition(
            latitudeDegrees: scene.latitude, longitudeDegrees: shortWayDegrees(scene.longitude))
        for number in 0..<scene.aircraft {
            var position = Geodesic.direct(
                from: centre, azimuthDegrees: .random(in: 0..<360, using: &random),
                distanceMetres: .random(in: 0...scene.radiusMetres, using: &random)
            ).position
            var track = Double.random(in: 0..<360, using: &random)
            let speed = Double.random(in: 0...scene.radiusMetres / 240, using: &random)
            var feet = (Double.random(in: 0...40, using: &random)).rounded() * 100
            let rate = Double.random(in: -20...20, using: &random)
            var time = Double.random(in: 1_000...1_030, using: &random)
            while time < 1_000 + Double(seconds) {
                let step = pow(Double.random(in: 0...1, using: &random), 6) * 40 + 0.2
                time += step
                track += .random(in: -5...5, using: &random)
                position = Geodesic.direct(from: position, azimuthDegrees: track, distanceMetres: speed * step).position
                feet += rate * step
                let fate = Int.random(in: 0..<40, using: &random)
                reports.append(
                    MeasuredReport(
                        timeUnixSeconds: (time * 100).rounded() / 100, identifier: String(number, radix: 16),
                        position: fate == 0 ? nil : position, pressureAltitudeFeet: fate == 1 ? nil : feet,
                        isOnGround: fate == 2))
            }
        }
        // In the order of arrival, which is not quite that of time.
        let arrivals = reports.map { ($0.timeUnixSeconds + .random(in: 0...4, using: &random), $0) }
        return arrivals.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func measure(_ reports: [MeasuredReport], _ rule: MeasuringRule, portions: Int) -> [Encounter] {
        var measurer = EncounterMeasurer(rule: rule, toleratedSeconds: 5)
        var encounters: [Encounter] = []
        for (index, report) in reports.enumerated() {
            measurer.add(report)
            if portions > 0, index % portions == portions - 1 { encounters += measurer.measure().encounters }
        }
        #expect(measurer.fates[.late] == nil)
        return encounters + measurer.finish().encounters
    }

    @Test("the same encounters as from all pairs, written plainly", arguments: scenes)
    func reference(scene: Scene) {
        var total = 0
        for seed in 0..<3 {
            let reports = Self.traffic(scene, seed: UInt64(seed))
            let expected = MeasuringReference.encounters(reports, rule: scene.rule)
            let found = measure(reports, scene.rule, portions: 0).sorted(by: Encounter.isListedBefore)
            total += expected.count
            #expect(found.count == expected.count)
            for (one, other) in zip(found, expected) {
                #expect((one.a, one.b) == (other.a, other.b))
                #expect((one.start, one.end, one.lossSeconds) == (other.start, other.end, other.lossSeconds))
                #expect(abs(one.minHorizontalMetres - other.minHorizontalMetres) < 1e-3)
                #expect(one.minHorizontalAt == other.minHorizontalAt)
                #expect(one.verticalFeetAtMinHorizontal == other.verticalFeetAtMinHorizontal)
                #expect(abs(one.minSlantMetres - other.minSlantMetres) < 1e-3)
                #expect(one.minVerticalFeet == other.minVerticalFeet)
            }
        }
        #expect(total > 20)
    }

    @Test(
        "no pair of a dense sky is overlooked, wherever the surface slants",
        arguments: [(35.0, 45.0), (-35, 135), (90, 0), (0, 0)])
    func dense(latitude: Double, longitude: Double) {
        var random = SeededRandom(seed: 77)
        var measurer = EncounterMeasurer(rule: MeasuringRule())
        var places: [(identifier: String, position: GeodeticPosition, foot: EarthCentred)] = []
        let centre = GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude)
        for number in 0..<1_200 {
            let position = Geodesic.direct(
                from: centre, azimuthDegrees: .random(in: 0..<360, using: &random),
                distanceMetres: 150_000 * Double.random(in: 0...1, using: &random).squareRoot()
            ).position
            places.append((String(1_000 + number), position, EarthCentred(footOf: position)))
            measurer.add(
                MeasuredReport(
                    timeUnixSeconds: 0, identifier: String(1_000 + number), position: position,
                    pressureAltitudeFeet: 10_000))
        }
        var expected: Set<String> = []
        for (index, one) in places.enumerated() {
            for other in places[(index + 1)...] where one.foot.chordSquared(to: other.foot) < 9_260 * 9_260 {
                let metres = Geodesic.inverse(from: one.position, to: other.position).distanceMetres
                if metres < 9_260 { expected.insert(one.identifier + other.identifier) }
            }
        }
        #expect(expected.count > 1_500)
        #expect(Set(measurer.finish().encounters.map { $0.a + $0.b }) == expected)
    }

    @Test("portions make no difference, nor does measuring only at the end", arguments: scenes)
    func portions(scene: Scene) {
        let reports = Self.traffic(scene, seed: 42)
        let whole = measure(reports, scene.rule, portions: 0)
        #expect(!whole.isEmpty)
        for portions in [1, 2, 7, 100, 1_001] {
            #expect(measure(reports, scene.rule, portions: portions) == whole)
        }
    }

    @Test("a live clock gives the same, and one wild clock makes nobody else late")
    func live() {
        let scene = Self.scenes[0]
        let reports = Self.traffic(scene, seed: 5)
        var measurer = EncounterMeasurer(rule: scene.rule, clock: .caller, toleratedSeconds: 5)
        var encounters: [Encounter] = []
        var now = -Double.infinity
        for (index, report) in reports.enumerated() {
            now = max(now, report.timeUnixSeconds)
            measurer.advance(toUnixSeconds: now)
            measurer.add(report)
            if index.isMultiple(of: 50) {
                var wild = report
                wild.timeUnixSeconds += 86_400
                #expect(measurer.add(wild) == .clock)
            }
            encounters += measurer.measure().encounters
        }
        encounters += measurer.finish().encounters
        #expect(encounters == measure(reports, scene.rule, portions: 0))
    }

    @Test("years without reports, and a time stamp centuries ahead, take no time")
    func spans() {
        var measurer = EncounterMeasurer(rule: MeasuringRule())
        for time in [0.0, 1.7e9, 2.5e11] {
            for identifier in ["a", "b"] {
                measurer.add(
                    MeasuredReport(
                        timeUnixSeconds: time, identifier: identifier,
                        position: GeodeticPosition(latitudeDegrees: 1, longitudeDegrees: 1),
                        pressureAltitudeFeet: 100))
            }
        }
        let late = MeasuredReport(
            timeUnixSeconds: 1.7e9 + 1, identifier: "a", position: nil, pressureAltitudeFeet: nil)
        #expect(measurer.add(late) == .late)
        #expect(measurer.worstLatenessSeconds == 2.5e11 - 1.7e9 - 1)
        #expect(measurer.finish().encounters.map(\.start) == [0, 1_700_000_000, 250_000_000_000])
    }

    @Test("aircraft that have long been silent are forgotten by a station, and their places used again")
    func forgetting() {
        var measurer = EncounterMeasurer(rule: MeasuringRule(), clock: .caller, toleratedSeconds: 0)
        var encounters: [Encounter] = []
        for visit in 0..<200 {
            for second in 0..<10 {
                let time = Double(visit * 1_000 + second)
                measurer.advance(toUnixSeconds: time)
                for identifier in ["a\(visit)", "b\(visit)"] {
                    measurer.add(
                        MeasuredReport(
                            timeUnixSeconds: time, identifier: identifier,
                            position: GeodeticPosition(latitudeDegrees: 1, longitudeDegrees: 1),
                            pressureAltitudeFeet: 100))
                }
                encounters += measurer.measure().encounters
            }
        }
        encounters += measurer.finish().encounters
        #expect(encounters.map(\.a) == (0..<200).map { "a\($0)" })
        #expect(measurer.aircraftCount < 12)
    }

    @Test("an encounter that is still open is seen while it goes on")
    func open() {
        var measurer = EncounterMeasurer(rule: MeasuringRule(), toleratedSeconds: 0)
        for second in 0..<60 {
            for identifier in ["a", "b"] {
                measurer.add(
                    MeasuredReport(
                        timeUnixSeconds: Double(second), identifier: identifier,
                        position: GeodeticPosition(latitudeDegrees: 1, longitudeDegrees: 1),
                        pressureAltitudeFeet: 100))
            }
            #expect(measurer.measure().encounters.isEmpty)
        }
        #expect(measurer.openEncounters.map(\.lossSeconds) == [59 - 15])
    }
}
