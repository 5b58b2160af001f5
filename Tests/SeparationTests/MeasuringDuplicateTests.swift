import Airspace
import Separation
import TestSupport
import Testing

@Suite("Measuring: two identifiers of one aircraft")
struct MeasuringDuplicateTests {
    /// Two tracks northwards at 100 m/s; the second is `offset` metres east of the first and trails it, with some noise.
    private func quality(
        _ a: String, _ b: String, callsigns: (String?, String?) = (nil, nil), offsetMetres: Double,
        noiseMetres: Double = 0, seconds: Int = 30, across: Bool = false
    ) -> QualityFlags? {
        var random = SeededRandom(seed: 8)
        var measurer = EncounterMeasurer(rule: MeasuringRule())
        let start = GeodeticPosition(latitudeDegrees: 36, longitudeDegrees: -121)
        for second in 0..<seconds {
            let metres = Double(second) * 100
            let first = Geodesic.direct(from: start, azimuthDegrees: 0, distanceMetres: metres).position
            let noise = noiseMetres > 0 ? Double.random(in: 0...noiseMetres, using: &random) : 0
            let other =
                across
                ? Geodesic.direct(from: start, azimuthDegrees: 90, distanceMetres: metres - 1_500).position
                : Geodesic.direct(from: first, azimuthDegrees: 90, distanceMetres: offsetMetres + noise).position
            for (identifier, callsign, position) in [(a, callsigns.0, first), (b, callsigns.1, other)] {
                measurer.add(
                    MeasuredReport(
                        timeUnixSeconds: Double(second), identifier: identifier, callsign: callsign,
                        position: position, pressureAltitudeFeet: 5_000))
            }
        }
        return measurer.finish().encounters.first?.quality
    }

    @Test("a radar track that shadows an aircraft is marked, noisy or short as it may be")
    func shadow() {
        #expect(quality("a12345", "~2b0001", offsetMetres: 80) == .duplicateTrack)
        #expect(quality("a12345", "~2b0001", offsetMetres: 80, noiseMetres: 120) == .duplicateTrack)
        #expect(quality("a12345", "~2b0001", offsetMetres: 200, seconds: 1) == .duplicateTrack)
    }

    @Test("a radar track that flies on its own is not")
    func own() {
        #expect(quality("a12345", "~2b0001", offsetMetres: 2_000) == [])
        #expect(quality("a12345", "~2b0001", offsetMetres: 0, across: true) == [])
    }

    @Test("a formation is not: two addresses close together are two aircraft")
    func formation() {
        #expect(quality("a12345", "a12346", offsetMetres: 20) == [])
        #expect(quality("a12345", "a12346", callsigns: ("REDS1", "REDS2"), offsetMetres: 20) == [])
    }

    @Test("one call sign on two addresses that fly as one, or the very same places, are")
    func sameness() {
        #expect(quality("a12345", "a12346", callsigns: ("RRR1", "RRR1"), offsetMetres: 20) == .duplicateTrack)
        #expect(quality("a12345", "a12346", offsetMetres: 0) == .duplicateTrack)
    }
}
