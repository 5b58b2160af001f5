import Airspace
import Testing

@testable import Separation

/// The detector against the slow reference, pair by pair.
@Suite struct ConflictDetectorTests {
    #if DEBUG
        private let pairsOfEachKind = 12
    #else
        private let pairsOfEachKind = 200
    #endif

    /// What may be decided either way, metres: far inside the 30 m that are promised.
    private let bandMetres = 0.02

    private func snapshot(_ pair: SlowReference) throws -> SkySnapshot {
        var snapshot = SkySnapshot()
        for (name, aircraft) in [("a", pair.one), ("b", pair.other)] {
            try snapshot.append(
                name, latitudeDegrees: aircraft.latitudeDegrees, longitudeDegrees: aircraft.longitudeDegrees,
                trackDegrees: aircraft.trackDegrees, groundSpeedMetresPerSecond: aircraft.groundSpeed,
                lowestLevelMetres: aircraft.altitudeMetres, highestLevelMetres: aircraft.altitudeMetres,
                verticalRateMetresPerSecond: aircraft.verticalRate)
        }
        return snapshot
    }

    @Test(arguments: AdversarialPairs.Kind.allCases) func agreesWithTheSlowReference(_ kind: AdversarialPairs.Kind)
        throws
    {
        var pairs = AdversarialPairs()
        var detector = ConflictDetector()
        var conflicts = 0
        var compared = 0
        for _ in 0..<pairsOfEachKind {
            let pair = pairs.pair(kind)
            let answer = pair.answer()
            let snapshot = try snapshot(pair)
            let found = try detector.detect(in: snapshot, minima: .enRoute, lookahead: TimeSpan(seconds: 300))
            // Half of 0.01 ft of the vertical minimum is given to rounding: worth this much in the scale of the depth.
            let rounding = 0.001_524 * 9260 / 304.8
            let band = bandMetres + rounding
            if answer.depthMetres > band { #expect(found.count == 1, "missed: \(pair) \(answer)") }
            if answer.depthMetres < -bandMetres { #expect(found.isEmpty, "invented: \(pair) \(answer) \(found)") }
            guard let conflict = found.first, let start = answer.lossStart, let end = answer.lossEnd else { continue }
            conflicts += 1
            #expect(abs(conflict.cpaHorizontalMetres - answer.cpaHorizontal) < 0.001, "\(pair) \(answer) \(conflict)")
            guard answer.depthMetres > 300 else { continue }
            compared += 1
            if abs(answer.ratioNow - 1) > 1e-5 { #expect(conflict.inLossNow == (answer.ratioNow < 1)) }
            #expect(abs(conflict.secondsToLoss - start) < 0.02, "\(pair) \(answer) \(conflict)")
            #expect(abs(conflict.secondsToLossEnd - end) < 0.02, "\(pair) \(answer) \(conflict)")
            let vertical = pair.vertical(conflict.secondsToCPA)
            #expect(abs(conflict.cpaVerticalMetres - vertical) < 1e-6)
            #expect(pair.horizontal(conflict.secondsToCPA) < answer.cpaHorizontal + 0.001)
        }
        #expect(conflicts > 0, "no pair of this kind was in conflict")
    }
}
