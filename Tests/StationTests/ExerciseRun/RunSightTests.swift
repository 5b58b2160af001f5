import Accord
import Airspace
import Exercise
import Separation
import Testing

@testable import Station

/// Which tracks of the picture are flights of a plan, and who is not.
struct RunSightTests {
    private func sight(
        _ tracks: [PictureTrack], names: [FollowedRun.SharedName: String] = [:], _ changes: [(String, String)] = []
    ) throws -> RunSight {
        RunSight(RunSamples.second(tracks), plan: try RunSamples.plan(changes), names: names)
    }

    private func reports(_ sight: RunSight) -> [RunReport] {
        sight.events.compactMap { if case .report(let report) = $0 { report } else { nil } }
    }

    private func others(_ sight: RunSight) -> [String] {
        sight.events.compactMap { if case .other(let identifier, _, _, _) = $0 { identifier } else { nil } }
    }

    @Test("finds a flight by its address, and else by its call sign, however that is written")
    func found() throws {
        let sight = try sight([
            RunSamples.track("AE0011"), RunSamples.track("15aa21", callsign: "sokol21 "), RunSamples.track("4b1902"),
        ])
        #expect(reports(sight).map(\.participant) == ["VIPER", "SOKOL"])
        #expect(reports(sight).allSatisfy { $0.basis == .own && $0.levelFeet == 20_000 && $0.velocity != nil })
        #expect(others(sight) == ["4b1902"])
    }

    @Test("takes the address for the flight, and another with its call sign for a stranger")
    func sameCallsign() throws {
        let sight = try sight([
            RunSamples.track("4b1902", callsign: "VIPER11", north: 35.2), RunSamples.track("ae0011", north: 35.0),
        ])
        #expect(reports(sight).map(\.position.latitudeDegrees) == [35.0])
        #expect(others(sight) == ["4b1902"])
        // Two with the call sign and none with the address: nobody knows which one it is.
        let doubtful = try self.sight([
            RunSamples.track("4b1902", callsign: "VIPER11"), RunSamples.track("4b1903", callsign: "VIPER 11"),
        ])
        #expect(reports(doubtful).isEmpty)
        #expect(others(doubtful).count == 2)
    }

    @Test("has no level from a report that is older than a track may be")
    func oldLevel() throws {
        var track = RunSamples.track("ae0011")
        track.levelUnixSeconds = RunSamples.time - 5
        #expect(try reports(sight([track])).first?.levelFeet == 20_000)
        track.levelUnixSeconds = RunSamples.time - 6
        #expect(try reports(sight([track])).first?.levelFeet == nil)
    }

    @Test("passes over a place that stands still while its time goes on")
    func frozen() throws {
        var track = RunSamples.track("ae0011")
        track.quality = [.frozen]
        let sight = try sight([track])
        #expect(reports(sight).isEmpty)
        #expect(others(sight).isEmpty)
    }

    @Test("leaves what only the other side discloses to its entries, and knows a stranger of that side")
    func disclosed() throws {
        var track = RunSamples.track("EAST:abcd")
        track.shared = RunSamples.shared("EAST", "abcd", isSeenHere: false)
        // It may still be SOKOL.
        #expect(try sight([track]).events.isEmpty)
        let name = FollowedRun.SharedName(party: "EAST", track: "abcd")
        #expect(try sight([track], names: [name: "SOKOL"]).events.isEmpty)
        // SOKOL is another one.
        let other = FollowedRun.SharedName(party: "EAST", track: "efgh")
        #expect(try others(sight([track], names: [other: "SOKOL"])) == ["EAST:abcd"])
    }

    @Test("tells under which name a flight that is seen here is disclosed")
    func names() throws {
        var track = RunSamples.track("150021")
        track.shared = RunSamples.shared("EAST", "abcd", isSeenHere: true)
        let seen = try #require(try sight([track]).seen.first)
        #expect(seen.participant == "SOKOL")
        #expect(seen.shared == FollowedRun.SharedName(party: "EAST", track: "abcd"))
        // What WEST discloses is no flight of EAST, whatever it looks like.
        track.shared = RunSamples.shared("WEST", "abcd", isSeenHere: true)
        #expect(try sight([track]).seen.first?.shared == nil)
    }
}
