import Airspace
import Foundation
import Separation
import Surveillance
import Testing

@testable import Station

/// Which disclosed aircraft our own receivers see too: each is shown once, and none is taken for another.
@Suite struct SharedAircraftTests: SharedScene {
    @Test func whatOurReceiversSeeTooIsShownOnce() throws {
        var engine = try engine()
        var shown: [Int] = []
        for second in Self.start...Self.start + 20 {
            engine.take(report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 90))
            let result = engine.advance(to: second)
            shown.append(result.tracks.count)
            if second == Self.start + 20 {
                #expect(result.tracks.first?.shared?.party == "EAST")
                #expect(result.tracks.first?.shared?.isSeenHere == true)
                #expect(result.alerts.alerts.isEmpty)
            }
        }
        #expect(shown.first == 2)
        #expect(shown.last == 1)
        // It turns away from ours: it was another one, or is one now, and both are shown again.
        for second in Self.start + 21...Self.start + 40 {
            engine.take(report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 270))
            shown.append(engine.advance(to: second).tracks.count)
        }
        #expect(shown.last == 2)
    }

    /// An aircraft of theirs that we don't receive, and another one beside it that we do: were they taken for one, they would be in no
    /// conflict with each other, and ours would be kept from the wrong place.
    @Test(arguments: [true, false]) func aNeighbourIsNotTakenForIt(_ isVelocityTold: Bool) throws {
        var engine = try engine()
        let beside = Geodesic.direct(
            from: Self.middle, azimuthDegrees: 0, distanceMetres: isVelocityTold ? 1_700 : 100
        ).position
        var result = engine.advance(to: Self.start - 1)
        for second in Self.start...Self.start + 60 {
            engine.take(
                report("abc123", at: Double(second), passing: beside, at: 1_000_300, track: 90, feet: 35_500), feed: 0)
            var told = disclosed("W7K3Q", at: second, track: 90)
            if !isVelocityTold {
                told.state.groundSpeedMetresPerSecond = nil
                told.state.trackDegrees = nil
            }
            engine.take(told)
            result = engine.advance(to: second)
        }
        #expect(result.tracks.count == 2)
        #expect(result.alerts.alerts.contains { $0.identifier == AlertIdentifier("abc123", "EAST:W7K3Q") })
    }

    /// What is told a minute late is compared with where ours were a minute ago, and is shown once for all that.
    @Test func whatIsToldLateIsKnownAgain() throws {
        var engine = try engine()
        var shown: [Int] = []
        for second in Self.start...Self.start + 150 {
            engine.take(report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 90, delay: 60))
            shown.append(engine.advance(to: second).tracks.count)
        }
        #expect(shown.first == 2)
        #expect(shown.last == 1)
    }

    @Test func whereTwoWouldDoNothingIsGuessed() throws {
        var engine = try engine()
        let beside = Geodesic.direct(from: Self.middle, azimuthDegrees: 0, distanceMetres: 500).position
        var result = engine.advance(to: Self.start - 1)
        for second in Self.start...Self.start + 20 {
            engine.take(report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(report("abc124", at: Double(second), passing: beside, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 90))
            result = engine.advance(to: second)
        }
        #expect(result.tracks.count == 3)
        // Nor is one of ours taken for theirs.
        engine = try self.engine()
        engine.setOurs(["abc123"])
        for second in Self.start...Self.start + 20 {
            engine.take(report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("W7K3Q", at: second, track: 90))
            result = engine.advance(to: second)
        }
        #expect(result.tracks.map(\.isOurs) == [true, false])
    }

    /// What our receivers have lost hides nothing: an aircraft that flies out of our sight, and is still told of, can meet one of ours.
    @Test func whatOursHaveLostDoesNotHideWhatIsStillTold() throws {
        var engine = try engine()
        engine.setOurs(["own"])
        var result = engine.advance(to: Self.start - 1)
        for second in Self.start...Self.start + 260 {
            engine.take(report("own", at: Double(second), passing: Self.middle, at: 1_000_300, track: 0), feed: 0)
            if second <= Self.start + 60 {
                engine.take(
                    report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            }
            engine.take(disclosed("W7K3Q", at: second, track: 90))
            result = engine.advance(to: second)
            if second == Self.start + 60 { #expect(result.tracks.count == 2) }
        }
        #expect(result.tracks.map(\.identifier).contains("EAST:W7K3Q"))
        let alert = result.alerts.alerts.first { $0.identifier == AlertIdentifier("own", "EAST:W7K3Q") }
        #expect(alert?.level == .alarm)
    }

    /// A name that is an address says nothing about where the aircraft is: one that is told of elsewhere is shown where it is told.
    @Test func aNameAloneIsNotBelieved() throws {
        var engine = try engine()
        let elsewhere = Geodesic.direct(from: Self.middle, azimuthDegrees: 0, distanceMetres: 40_000).position
        for second in Self.start...Self.start + 20 {
            engine.take(report("abc123", at: Double(second), passing: Self.middle, at: 1_000_300, track: 90), feed: 0)
            engine.take(report("abc124", at: Double(second), passing: elsewhere, at: 1_000_300, track: 90), feed: 0)
            engine.take(disclosed("abc124", at: second, track: 90))
            engine.take(disclosed("abc125", at: second, track: 90))
            let result = engine.advance(to: second)
            if second == Self.start + 20 {
                #expect(result.tracks.map(\.identifier).contains("EAST:abc124"))
            }
        }
    }
}
