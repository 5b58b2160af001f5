import Airspace
import Foundation
import Separation
import Surveillance
import Testing

@testable import Station

/// The picture of several parties: what another party disclosed beside what our own receivers see.
@Suite struct SharedPictureTests: SharedScene {
    @Test func aConflictAcrossPartiesTellsBothDistances() throws {
        var engine = try engine()
        var result = engine.advance(to: Self.start - 1)
        for second in Self.start...Self.start + 200 {
            engine.take(report("own", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 0))
            result = engine.advance(to: second)
        }
        #expect(result.tracks.map(\.identifier) == ["own", "EAST:W7K3Q"])
        let alert = try #require(result.alerts.alerts.first)
        #expect(alert.identifier == AlertIdentifier("own", "EAST:W7K3Q"))
        #expect(alert.level == .alarm)
        #expect(alert.minima == .enRoute)
        #expect(alert.widenedMinima.horizontal.metres > 9_260 + 650)
        var writer = JSONWriter()
        alert.write(to: &writer)
        #expect(writer.text.contains(#""widened":{"horizontalMetres":"#))
        writer = JSONWriter()
        result.tracks[1].write(to: &writer)
        #expect(
            writer.text.contains(#""party":"EAST","pseudonym":"W7K3Q","precision":{"horizontalNM":0.5,"levelFt":500"#))
    }

    /// What comes between two seconds moves what is shown, and nothing else: no second is worked for it.
    @Test func whatComesBetweenSecondsMovesWhatIsShown() throws {
        var engine = try engine()
        engine.take(report("own", at: Double(Self.start), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
        engine.take(disclosed("W7K3Q", at: Self.start, track: 0))
        engine.take(disclosed("ZZZZZ", at: Self.start, track: 0))
        var present = engine.advance(to: Self.start)
        let before = present
        let newer = disclosed("W7K3Q", at: Self.start + 1, track: 0)
        let unknown = disclosed("QQQQQ", at: Self.start + 1, track: 0)
        for track in [newer, unknown] { engine.take(track) }
        engine.refreshForeign([newer, unknown], in: &present, at: Double(Self.start) + 1.4)
        let index = try #require(present.tracks.firstIndex { $0.identifier == "EAST:W7K3Q" })
        #expect(present.changed == [index])
        #expect(present.tracks[index].state == newer.state)
        #expect(abs(present.tracks[index].ageSeconds - 0.4) < 1e-6)
        #expect(present.tracks.count == before.tracks.count)
        #expect(present.alerts.alerts == before.alerts.alerts)
        // What the engine refused as too old is not shown either.
        let older = disclosed("W7K3Q", at: Self.start - 9, track: 0)
        engine.take(older)
        engine.refreshForeign([older], in: &present, at: Double(Self.start) + 1.4)
        #expect(present.changed.isEmpty)
        #expect(engine.advance(to: Self.start + 1).tracks.count == before.tracks.count + 1)
    }

    @Test func tracksOfASilentPartyGreyOutAtOnceAndKeepTheirAlert() throws {
        var engine = try engine()
        for second in Self.start...Self.start + 200 {
            engine.take(report("own", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 0))
            _ = engine.advance(to: second)
        }
        engine.setSilent(true, party: "EAST")
        engine.take(report("own", at: 1_000_201, passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
        let result = engine.advance(to: Self.start + 201)
        #expect(result.tracks.last?.freshness == .stale)
        #expect(result.alerts.alerts.first?.level == .alarm)
        #expect(result.alerts.alerts.first?.flaws.contains(.stale) == true)
        engine.setSilent(false, party: "EAST")
        engine.take(disclosed("W7K3Q", at: Self.start + 202, track: 0))
        #expect(engine.advance(to: Self.start + 202).tracks.last?.freshness == .live)
    }

    /// A delay of a minute makes the protected distance wider by miles, and the aircraft is not dropped for its age.
    @Test func delayWidens() throws {
        var engine = try engine()
        var result = engine.advance(to: Self.start - 1)
        for second in Self.start...Self.start + 150 {
            engine.take(report("own", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 0, delay: 60))
            result = engine.advance(to: second)
        }
        let alert = try #require(result.alerts.alerts.first)
        #expect(alert.widenedMinima.horizontal.metres > 9_260 + 9_000)
        #expect(result.tracks.last?.freshness == .live)
    }

    /// A rule that tells of an aircraft every 90 s makes no track that is late for a minute and more of them.
    @Test func aRareRuleIsNotLateness() throws {
        for (every, freshness) in [(90.0, PictureTrack.Freshness.live), (0, .stale)] {
            var engine = try engine()
            var track = disclosed("W7K3Q", at: Self.start, track: 0)
            track.everySeconds = every
            engine.take(track)
            for second in Self.start...Self.start + 80 { _ = engine.advance(to: second) }
            #expect(engine.advance(to: Self.start + 81).tracks.first?.freshness == freshness)
        }
    }

    /// A clock that is off makes its times that much less certain, is no lateness, and may be set right.
    @Test(arguments: [-40.0, 40]) func aClockThatIsOffWidensAndMayBeSetRight(_ offset: Double) throws {
        var engine = try engine()
        engine.setClockOffset(offset, party: "EAST")
        var result = engine.advance(to: Self.start - 1)
        func told(at second: Int) -> ForeignTrack {
            var track = disclosed("W7K3Q", at: second, track: 0)
            track.state.timeUnixSeconds += offset
            return track
        }
        for second in Self.start...Self.start + 100 {
            engine.take(report("own", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(told(at: second))
            result = engine.advance(to: second)
        }
        let track = try #require(result.tracks.last)
        #expect(track.freshness == .live)
        // 230 m/s for 40 s, before turns.
        #expect(track.uncertaintyMetres ?? 0 > 9_200)
        // The clock is set: the next position bears an earlier time, and counts when that has been measured.
        let isTakenBefore = engine.take(disclosed("W7K3Q", at: Self.start + 101, track: 0))
        #expect(isTakenBefore == (offset < 0))
        engine.setClockOffset(0, party: "EAST")
        let isTaken = engine.take(disclosed("W7K3Q", at: Self.start + 102, track: 0))
        #expect(isTaken)
        result = engine.advance(to: Self.start + 102)
        #expect(result.tracks.last?.state.timeUnixSeconds == Double(Self.start + 102))
        #expect(result.tracks.last?.uncertaintyMetres ?? .infinity < 2_000)
    }

    @Test func distressOfAnotherPartyStandsAboveAll() throws {
        var engine = try engine()
        var lost = disclosed("W7K3Q", at: Self.start, track: 0)
        lost.distress = .lostLink
        engine.take(lost)
        let result = engine.advance(to: Self.start)
        #expect(result.alerts.emergencies.map(\.kind) == [.lostLink])
        #expect(result.alerts.emergencies.map(\.identifier) == ["EAST:W7K3Q"])
        engine.endForeign("EAST:W7K3Q")
        let gone = engine.advance(to: Self.start + 1)
        #expect(gone.removed == ["EAST:W7K3Q"])
        #expect(gone.alerts.emergencies.count == 1, "that nothing is told any more does not end it")
        // While the agreement is suspended its distress would be told: what is told no more is in none.
        engine.endForeign("EAST:W7K3Q", isCalm: true)
        let calm = engine.advance(to: Self.start + 2)
        #expect(calm.alerts.emergencies.isEmpty)
        #expect(calm.alerts.events.map(\.kind) == [.emergencyEnded])
    }
}
