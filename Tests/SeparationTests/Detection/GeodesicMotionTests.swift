import Airspace
import TestSupport
import Testing

@testable import Separation

/// The power series of motion against the geodesic direct problem, solved elsewhere by other means.
@Suite struct GeodesicMotionTests {
    @Test func sineAndCosineAreExactToTheLastDigits() {
        for step in -7200...7200 {
            let degrees = Double(step) / 10
            let (sine, cosine) = sineCosine(degrees: degrees)
            let east = HorizontalVelocity(trackDegrees: degrees, metresPerSecond: 1)
            #expect(abs(sine - east.east) < 2e-15 && abs(cosine - east.north) < 2e-15, "\(degrees)")
        }
        #expect(sineCosine(degrees: 90) == (1, 0))
        #expect(sineCosine(degrees: -90) == (-1, 0))
        #expect(sineCosine(degrees: 180) == (0, -1))
        #expect(sineCosine(degrees: 0) == (0, 1))
    }

    /// How far the series is from the geodesic after a way, at its worst over random starts.
    private func worst(wayMetres: Double, seconds: Double, stretches: Int = 1) -> Double {
        var random = SeededRandom(seed: 7)
        var worst = 0.0
        for round in 0..<400 {
            let latitude = round == 0 ? 90 : round == 1 ? -90 : random.uniform(-90, 90)
            let longitude = random.uniform(-180, 180)
            let track = random.uniform(0, 360)
            var motion = GeodesicMotion(
                latitudeDegrees: latitude, longitudeDegrees: longitude, trackDegrees: track,
                groundSpeedMetresPerSecond: wayMetres / seconds)
            for _ in 1..<stretches { motion = motion.advanced(by: seconds / Double(stretches)) }
            let place = motion.position(after: seconds / Double(stretches))
            let truth = EarthCentred(
                footOf: Geodesic.direct(
                    from: GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude),
                    azimuthDegrees: track, distanceMetres: wayMetres
                ).position)
            worst = max(worst, (truth - EarthCentred(x: place.x, y: place.y, z: place.z)).length)
        }
        return worst
    }

    @Test func seriesFollowsTheGeodesic() {
        #expect(worst(wayMetres: 75_000, seconds: 300) < 2e-8)
        #expect(worst(wayMetres: 139_000, seconds: 300) < 1e-7)
        #expect(worst(wayMetres: GeodesicMotion.reachMetres, seconds: 60) < 3e-6)
        #expect(worst(wayMetres: GeodesicMotion.reachMetres, seconds: 60) > 5e-7, "the bound is no longer the real one")
    }

    @Test func stretchesFollowTheGeodesicAroundTheEarth() {
        #expect(worst(wayMetres: 43_200_000, seconds: 3600, stretches: 136) < 0.2)
    }
}
