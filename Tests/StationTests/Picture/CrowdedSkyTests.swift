import Airspace
import Separation
import Testing

@testable import Station

/// A party that tells of more than any sky holds costs no other party its conflicts, and nobody the picture.
@Suite struct CrowdedSkyTests {
    private static let middle = GeodeticPosition(latitudeDegrees: 40, longitudeDegrees: -30)
    private static let time = 1_000_000.0

    private func track(
        _ identifier: String, party: String? = nil, metres: Double = 0, uncertainty: Double = 0
    ) -> AlertTrack {
        AlertTrack(
            identifier: identifier,
            state: KinematicState(
                timeUnixSeconds: Self.time,
                position: Geodesic.direct(from: Self.middle, azimuthDegrees: 90, distanceMetres: metres).position,
                level: .pressure(feet: 35_000), groundSpeedMetresPerSecond: 200, trackDegrees: 90,
                verticalRateMetresPerSecond: 0),
            lastReportUnixSeconds: Self.time, uncertaintyMetres: uncertainty, party: party)
    }

    private func hasPair(_ pairs: [CandidatePair], _ one: Int, _ other: Int) -> Bool {
        pairs.contains(CandidatePair(min(one, other), max(one, other)))
    }

    /// Three hundred in one place are more pairs than this search may hold.
    @Test func aCrowdOfOnePartyHidesNothingOfAnother() throws {
        let monitor = try ConflictMonitor(rules: alertingRules())
        var search = CandidateSearch(mostConflicts: 30_000, mostCrowded: 200)
        var tracks = [track("own"), track("SOUTH:a", party: "SOUTH", metres: 3_000, uncertainty: 900)]
        tracks += (0..<300).map {
            track("EAST:\($0)", party: "EAST", metres: Double($0 % 100), uncertainty: 900)
        }
        let pairs = search.candidates(among: tracks, for: monitor)
        #expect(hasPair(pairs, 0, 1))
        #expect(hasPair(pairs, 0, 2), "nor are all of its own lost")
        #expect(search.leftOut == ["EAST": 100])
        #expect(pairs.count == 1 + 2 * 200, "none of two aircraft of one party")
    }

    @Test func placesThatMayBeAnywhereAreFewAndNeverPairedWithEachOther() throws {
        let monitor = try ConflictMonitor(rules: alertingRules())
        var search = CandidateSearch()
        let most = CandidateSearch.mostVagueOfAParty
        var tracks = (0..<50).map { track("own\($0)", metres: Double($0) * 1e5) }
        tracks += (0..<3 * most).map {
            track("EAST:\($0)", party: "EAST", metres: 4e5, uncertainty: 80_000 + Double($0))
        }
        let pairs = search.candidates(among: tracks, for: monitor)
        #expect(search.leftOut == ["EAST": 2 * most])
        #expect(pairs.count { min($0.first, $0.second) < 50 && max($0.first, $0.second) >= 50 } == 50 * most)
        #expect(!pairs.contains { $0.first >= 50 && $0.second >= 50 })
        #expect(hasPair(pairs, 0, 50), "the best known come first")
    }

    /// An honest sky is searched whole: nothing is left out of two thousand on either side.
    @Test func anHonestSkyIsSearchedWhole() throws {
        let monitor = try ConflictMonitor(rules: alertingRules())
        var search = CandidateSearch()
        let tracks =
            (0..<2_000).map { track("own\($0)", metres: Double($0) * 2_000) }
            + (0..<2_000).map { track("EAST:\($0)", party: "EAST", metres: Double($0) * 2_000, uncertainty: 1_500) }
        let pairs = search.candidates(among: tracks, for: monitor)
        #expect(search.leftOut == [:])
        for index in stride(from: 0, to: 2_000, by: 97) { #expect(hasPair(pairs, index, index + 2_000)) }
    }
}
