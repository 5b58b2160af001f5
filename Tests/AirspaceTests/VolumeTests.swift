import Airspace
import TestSupport
import Testing

@Suite("Volumes")
struct VolumeTests {
    /// Around a pole, across the antimeridian, concave, small, and as large as a flight information region.
    static let polygons: [[(Double, Double)]] = [
        [(80, 0), (82, 90), (79, 180), (81, -90)],
        [(-89, 10), (-88, 130), (-89.5, -110)],
        [(10, 179), (10, -179), (12, -179), (12, 179)],
        [(48, 2), (48, 3), (49, 3), (48.3, 2.5), (49, 2)],
        [(36.6, -121.5), (36.6, -121.45), (36.65, -121.45), (36.65, -121.5)],
        [(50, -30), (45, 10), (60, 25), (66, -10)],
    ]

    static func footprint(_ corners: [(Double, Double)]) -> Footprint {
        .polygon(corners.map { GeodeticPosition(latitudeDegrees: $0.0, longitudeDegrees: $0.1) })
    }

    @Test("of two places a centimetre to either side of an edge, exactly one is inside", arguments: 0..<6)
    func edges(index: Int) {
        let corners = Self.polygons[index].map { GeodeticPosition(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
        let footprint = Footprint.polygon(corners)
        let tester = VolumeTester(Volume(footprint: footprint))
        for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            let line = Geodesic.inverse(from: corner, to: next)
            for part in [0.03, 0.5, 0.9] {
                let point = Geodesic.direct(
                    from: corner, azimuthDegrees: line.initialAzimuthDegrees,
                    distanceMetres: line.distanceMetres * part)
                // A centimetre to either side of a true geodesic: exactly one of them is inside.
                let sides = [90.0, -90].map {
                    Geodesic.direct(
                        from: point.position, azimuthDegrees: point.azimuthDegrees + $0, distanceMetres: 0.01
                    ).position
                }
                #expect(footprint.contains(sides[0]) != footprint.contains(sides[1]))
                for side in sides {
                    #expect(tester.contains(side) == footprint.contains(side))
                    #expect(abs(abs(footprint.signedDistanceMetres(from: side)) - 0.01) < 2e-3)
                }
            }
        }
    }

    @Test("the fast answer is the exact one, for places all over and around each outline", arguments: 0..<6)
    func fast(index: Int) {
        let corners = Self.polygons[index]
        let footprint = Self.footprint(corners)
        let tester = VolumeTester(Volume(footprint: footprint))
        var random = SeededRandom(seed: UInt64(index))
        var inside = 0
        var different = 0
        for _ in 0..<3_000 {
            let corner = corners[Int.random(in: 0..<corners.count, using: &random)]
            let start = GeodeticPosition(latitudeDegrees: corner.0, longitudeDegrees: corner.1)
            let place = Geodesic.direct(
                from: start, azimuthDegrees: .random(in: 0..<360, using: &random),
                distanceMetres: .random(in: 0...(index == 4 ? 8_000 : index == 5 ? 2e6 : 300_000), using: &random)
            ).position
            let exact = footprint.contains(place)
            if exact { inside += 1 }
            if tester.contains(place) != exact { different += 1 }
        }
        #expect(inside > 100)
        #expect(different == 0)
        let far = GeodeticPosition(
            latitudeDegrees: -corners[0].0, longitudeDegrees: shortWayDegrees(corners[0].1 + 180))
        #expect(!tester.contains(far))
        #expect(!footprint.contains(far))
    }

    @Test("circles are as wide as they say")
    func circles() {
        for radius in [500.0, 60_000, 3_000_000] {
            let centre = GeodeticPosition(latitudeDegrees: 89, longitudeDegrees: 179)
            let tester = VolumeTester(Volume(footprint: .circle(centre: centre, radiusMetres: radius)))
            for azimuth in stride(from: 0.0, to: 360, by: 30) {
                let places = [radius - 0.01, radius + 0.01].map {
                    Geodesic.direct(from: centre, azimuthDegrees: azimuth, distanceMetres: $0).position
                }
                #expect(tester.contains(places[0]))
                #expect(!tester.contains(places[1]))
            }
        }
    }

    @Test("the distance to an outline is that to its nearest point")
    func distance() {
        let square = Self.footprint([(0, 0), (0, 1), (1, 1), (1, 0)])
        let middle = GeodeticPosition(latitudeDegrees: 0.25, longitudeDegrees: 0.5)
        let foot = GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 0.5)
        #expect(abs(square.signedDistanceMetres(from: middle) + middle.distanceMetres(to: foot)) < 1e-3)
        let beyond = GeodeticPosition(latitudeDegrees: -1, longitudeDegrees: -1)
        let corner = GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 0)
        #expect(abs(square.signedDistanceMetres(from: beyond) - beyond.distanceMetres(to: corner)) < 1e-3)
        #expect(Footprint.everywhere.signedDistanceMetres(from: middle) == -.infinity)
    }

    @Test("levels: what may be inside, and what surely is")
    func levels() {
        let volume = Volume(
            footprint: .everywhere, lower: Altitude(feet: 1_000, datum: .qnh(hectopascals: 1_003.25)),
            upper: Altitude(feet: 10_000, datum: .pressure))
        let tester = VolumeTester(volume)
        let place = GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 0)
        // 10 hPa below standard: 1,000 ft on QNH is about 1,275 ft pressure altitude.
        #expect(!tester.mayContain(place, level: .pressure(feet: 1_200)))
        #expect(tester.surelyContains(place, level: .pressure(feet: 1_300)))
        #expect(tester.surelyContains(place, level: .pressure(feet: 10_000)))
        #expect(!tester.mayContain(place, level: .pressure(feet: 10_001)))
        #expect(tester.mayContain(place, level: .between(lowerFeet: 500, upperFeet: 1_500)))
        #expect(!tester.surelyContains(place, level: .between(lowerFeet: 500, upperFeet: 1_500)))
        #expect(tester.mayContain(place, level: .unknown))
        #expect(!tester.surelyContains(place, level: .unknown))
    }
}
