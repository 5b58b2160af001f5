import Airspace
import TestSupport
import Testing

@Suite("Chord distances")
struct ChordDistanceTests {
    /// Places that are awkward: poles, equator, antimeridian, and anywhere.
    private func place(_ index: Int, _ random: inout SeededRandom) -> GeodeticPosition {
        let latitude: Double =
            switch index % 5 {
            case 0: .random(in: 89.5...90, using: &random)
            case 1: .random(in: -90 ... -89.5, using: &random)
            case 2: .random(in: -0.2...0.2, using: &random)
            default: .random(in: -89...89, using: &random)
            }
        let longitude: Double =
            index % 3 == 0
            ? shortWayDegrees(.random(in: 179.7...180.3, using: &random)) : .random(in: -180...180, using: &random)
        return GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude)
    }

    @Test("within 1 mm of the geodesic up to 20 NM, and 0.02 mm up to 5 NM, anywhere")
    func bound() {
        var random = SeededRandom(seed: 3)
        var worst = 0.0
        var worstNear = 0.0
        for index in 0..<60_000 {
            let start = place(index, &random)
            let metres = Double.random(in: 0...ChordDistance.rangeMetres, using: &random)
            let end = Geodesic.direct(
                from: start, azimuthDegrees: .random(in: 0..<360, using: &random), distanceMetres: metres)
            let error = abs(
                ChordDistance.metres(EarthCentred(footOf: start), EarthCentred(footOf: end.position)) - metres)
            worst = max(worst, error)
            if metres <= 9260 { worstNear = max(worstNear, error) }
        }
        #expect(worst < ChordDistance.boundMetres)
        #expect(worstNear < 2e-5)
        // The correction is needed: without it the bound does not hold.
        #expect(ChordDistance.rangeMetres - ChordDistance.chordSquared(arcMetres: 37_040).squareRoot() > 0.05)
    }

    @Test("chord and arc undo each other")
    func inverse() {
        for metres in stride(from: 0.0, through: ChordDistance.rangeMetres, by: 7.3) {
            let back = ChordDistance.arcMetres(chordSquared: ChordDistance.chordSquared(arcMetres: metres))
            #expect(abs(back - metres) < 1e-6)
        }
    }

    @Test("the general distance has no step where the method changes")
    func seam() {
        let start = GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 179.95)
        for metres in [37_039.0, 37_039.999, 37_040.001, 37_041, 400_000] {
            let end = Geodesic.direct(from: start, azimuthDegrees: 77, distanceMetres: metres).position
            #expect(abs(start.distanceMetres(to: end) - metres) < ChordDistance.boundMetres)
        }
    }
}
