import Accord
import Airspace
import Testing

@testable import Station

/// Who is about to enter a zone, and may not.
@Suite struct ZoneWatchTests {
    /// The keep-out zone of the example: 3 NM around 48.05 N 2.10 E, up to 5,000 ft, and nobody is entitled.
    private func shelter() throws -> WatchedZone {
        let agreement = try SharingSamples.document("west-east").agreement
        return WatchedZone(try #require(agreement.zone("SHELTER")), of: agreement.identifier)
    }

    private func north() throws -> WatchedZone {
        let agreement = try SharingSamples.document("west-east").agreement
        return WatchedZone(try #require(agreement.zone("NORTH")), of: agreement.identifier)
    }

    private func watch(_ tracks: [PictureTrack], _ zone: WatchedZone, seconds: Int = 3) -> [ZoneIntrusion] {
        var watch = ZoneWatch()
        var found: [ZoneIntrusion] = []
        for second in 0..<seconds {
            found = watch.step(at: SharingSamples.time + Double(second), tracks: tracks, party: "WEST", zones: [zone])
        }
        return found
    }

    @Test func anEntryIsPredictedWithTimeAndDistance() throws {
        // 12 km south of the rim of the zone, northbound at 200 m/s.
        let rim = 48.05 - 3.0 / 60
        let track = SharingSamples.track("abc", north: rim - 12_000 / 111_200, east: 2.10, track: 0, feet: 3_000)
        let found = watch([track], try shelter())
        let intrusion = try #require(found.first)
        #expect((50...65).contains(intrusion.secondsToEntry))
        #expect((10_000...13_000).contains(intrusion.distanceMetres))
        #expect(intrusion.party == nil)
        #expect(watch([track], try shelter(), seconds: 1).isEmpty, "one look alone raises nothing")
    }

    @Test func whoIsInsideIsInsideAndWhoIsAboveIsNot() throws {
        let inside = SharingSamples.track("in", north: 48.05, east: 2.10, track: 0, feet: 3_000)
        let above = SharingSamples.track("above", north: 48.05, east: 2.10, track: 0, feet: 9_000)
        #expect(watch([inside, above], try shelter()).map(\.track) == ["in"])
        #expect(watch([inside], try shelter()).first?.secondsToEntry == 0)
    }

    @Test func theEntitledAreLeftAlone() throws {
        let ours = SharingSamples.track("ours", north: 49.6, east: 2.4, track: 0, isOurs: true)
        let stranger = SharingSamples.track("stranger", north: 49.6, east: 2.4, track: 0)
        #expect(watch([ours, stranger], try north()).map(\.track) == ["stranger"])
    }

    /// A coarse position just outside may be inside.
    @Test func aCoarsePlaceHidesNoEntry() throws {
        let rim = 48.05 - 3.0 / 60
        var track = SharingSamples.track(
            "EAST:abc", north: rim - 500 / 111_200, east: 2.10, track: 180, metresPerSecond: 0, feet: 3_000)
        track.shared = PictureTrack.Shared(
            party: "EAST", pseudonym: "abc", gridNauticalMiles: 0.5, levelGridFeet: 500, timeGridSeconds: 5,
            delaySeconds: 0, rule: "r", isSeenHere: false)
        track.uncertaintyMetres = 655
        #expect(watch([track], try shelter()).first?.party == "EAST")
        track.uncertaintyMetres = 100
        #expect(watch([track], try shelter()).isEmpty)
    }
}

/// The list of own aircraft as planners write it.
@Suite struct OursListTests {
    @Test(arguments: [
        ("3949ea", "3949ea", "AFR1", true), ("3949EA", "3949ea", nil, true), ("WEST*", "abc", "WEST11", true),
        ("WEST11", "abc", "WEST12", false), ("id:~2a01", "~2a01", nil, true), ("3949ea", "3949eb", nil, false),
    ])
    func patterns(_ text: String, _ identifier: String, _ callsign: String?, _ isOurs: Bool) throws {
        let pattern = try #require(OursList.pattern(text))
        #expect(pattern.matches(identifier: identifier, callsign: callsign) == isOurs)
    }

    @Test(arguments: ["", "*", "id:", "<b>", String(repeating: "A", count: 65)])
    func whatNamesNothingIsRefused(_ text: String) { #expect(OursList.pattern(text) == nil) }

    /// Each entry into a zone is in the private record: when it was predicted, when it happened, when it was over.
    @Test func whatHappensAtAZoneIsWrittenDownOnce() throws {
        func intrusion(_ seconds: Double) -> [ZoneIntrusion] {
            [
                ZoneIntrusion(
                    agreement: "SEINE-1", zone: "NORTH", track: "EAST:abcde", party: "EAST", secondsToEntry: seconds,
                    distanceMetres: seconds * 200)
            ]
        }
        let seconds = [[], intrusion(60), intrusion(59), intrusion(0), intrusion(0), []]
        var written: [AlarmBody] = []
        for (number, now) in seconds.enumerated().dropFirst() {
            written += AlarmBody.alarms(of: now, after: seconds[number - 1], at: SharingSamples.time + Double(number))
        }
        #expect(written.map(\.state) == [.shown, .alarm, .ended])
        #expect(Set(written.map(\.alert)).count == 1)
        #expect(written.allSatisfy { $0.kind == .zone && $0.zone == "NORTH" && $0.fault == nil })
        #expect(written.first?.secondsToLoss == 60)
    }
}
