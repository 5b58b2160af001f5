import Airspace
import Separation
import Testing

@Suite("Measuring: tracks for drawing")
struct MeasuredTrackTests {
    @Test("at the closest approach a track is where the encounter says, for all traffic")
    func agrees() {
        let scene = MeasuringPropertyTests.scenes[1]
        let reports = MeasuringPropertyTests.traffic(scene, seed: 3)
        var tracks: [String: MeasuredTrack] = [:]
        var measurer = EncounterMeasurer(rule: scene.rule)
        for report in reports {
            measurer.add(report)
            tracks[report.identifier, default: MeasuredTrack(rule: scene.rule)].add(report)
        }
        let encounters = measurer.finish().encounters
        #expect(encounters.count > 10)
        for encounter in encounters {
            #expect(tracks[encounter.a]?.place(at: encounter.minHorizontalAt) == encounter.placeA)
            #expect(tracks[encounter.b]?.place(at: encounter.minHorizontalAt) == encounter.placeB)
        }
        #expect(tracks["0"]?.place(at: 0) == nil)
        #expect(tracks["0"]?.place(at: 1_000_000) == nil)
    }
}
