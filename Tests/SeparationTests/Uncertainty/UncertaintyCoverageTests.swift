import Airspace
import Separation
import TestSupport
import Testing

@Suite("The interval of a closest approach holds the truth")
struct UncertaintyCoverageTests {
    #if DEBUG
        private static let encounters = 300
    #else
        private static let encounters = 10_000
    #endif

    @Test("for each kind of error and for all together", arguments: SimulatedEncounter.ErrorKind.allCases)
    func coverage(_ kind: SimulatedEncounter.ErrorKind) {
        var random = SeededRandom(seed: 20_151_103)
        var held = 0
        var width = 0.0
        for _ in 0..<Self.encounters {
            let encounter = SimulatedEncounter(using: &random)
            let truth = encounter.trueMetres
            let interval = encounter.interval(kind, using: &random)
            guard let low = interval.lowMetres, let high = interval.highMetres else {
                Issue.record("nothing was measured")
                continue
            }
            // What the sampling of the truth may miss is a centimetre or two.
            if low <= truth + 0.02, truth <= high + 0.02 { held += 1 }
            width += high - low
        }
        let share = Double(held) / Double(Self.encounters)
        let mean = width / Double(Self.encounters)
        print("\(kind.rawValue): \(Self.encounters) encounters, held \(share), mean width \(mean) m")
        #expect(share >= 0.94)
        #expect(mean > 0)
    }

    @Test("a bounded error makes it wider, never narrower")
    func boundsWiden() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<40 {
            let encounter = SimulatedEncounter(using: &random)
            let parts = [
                PositionUncertainty(radius95Metres: 30),
                PositionUncertainty(radius95Metres: 30, gridMetres: 926),
                PositionUncertainty(radius95Metres: 30, gridMetres: 926, timeSeconds: 2),
            ]
            var before: ClosedRange<Double>?
            for uncertainty in parts {
                let interval = encounter.exact(uncertainty, clockSeconds: 0)
                let range = try #require(interval.lowMetres)...(try #require(interval.highMetres))
                if let before {
                    #expect(range.lowerBound <= before.lowerBound && before.upperBound <= range.upperBound)
                }
                before = range
            }
            let clocks = encounter.exact(parts[2], clockSeconds: 5)
            let range = try #require(before)
            #expect(try #require(clocks.lowMetres) <= range.lowerBound)
            #expect(try #require(clocks.highMetres) >= range.upperBound)
        }
    }
}
