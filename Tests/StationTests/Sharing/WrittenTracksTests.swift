import Accord
import Testing

@testable import Station

/// What a peer has of our aircraft is what was written to it, and nothing else.
@Suite struct WrittenTracksTests {
    private static let time = SharingSamples.time

    private static func body(_ track: String, at seconds: Double, delay: Double = 0) -> TrackBody {
        TrackBody(
            track: track, time: EntryTime(unixSeconds: time + seconds), lat: 49, lon: 2, gridNM: 0.5, levelGridFt: 500,
            timeGridSeconds: 5, delaySeconds: delay, rule: "west-all")
    }

    @Test("An aircraft is with the peer from its first position that was written to its end")
    func fromFirstToEnd() {
        var written = WrittenTracks()
        let names = ["aaaa": "39a001", "bbbb": "39a002"]
        let (one, other) = (Self.body("aaaa", at: 0), Self.body("bbbb", at: 1))
        written.take([one, other], to: "EAST", under: "SEINE-1") { names[$0] }
        let later = Self.body("aaaa", at: 5)
        written.take([later], to: "EAST", under: "SEINE-1") { _ in nil }
        let tracks = written.tracks(of: "EAST", under: "SEINE-1", at: Self.time + 6)
        #expect(tracks.map(\.identifier) == ["39a001", "39a002"])
        #expect(tracks.map(\.body) == [later, other])
        #expect(written.tracks(of: "EAST", under: "OTHER", at: Self.time).isEmpty)
        #expect(written.tracks(of: "SOUTH", under: "SEINE-1", at: Self.time).isEmpty)
        written.take([TrackEndedBody(track: "aaaa", reason: .silent)], to: "EAST", under: "SEINE-1") { _ in nil }
        #expect(written.tracks(of: "EAST", under: "SEINE-1", at: Self.time + 7).map(\.identifier) == ["39a002"])
    }

    @Test("One whose end could not be written goes when the peer forgets it")
    func forgetting() {
        var written = WrittenTracks()
        written.take([Self.body("aaaa", at: 0, delay: 60)], to: "EAST", under: "SEINE-1") { _ in "39a001" }
        let last = ForeignTrackTable.forgottenSeconds + 60
        #expect(written.tracks(of: "EAST", under: "SEINE-1", at: Self.time + last).count == 1)
        #expect(written.tracks(of: "EAST", under: "SEINE-1", at: Self.time + last + 1).isEmpty)
    }

    @Test("The list has who is told and has landed, and says why another is not told")
    func rows() {
        let told = [WrittenTracks.Track(identifier: "39A001", body: Self.body("aaaa", at: 0))]
        let landed = [WrittenTracks.Track(identifier: "39a009", body: Self.body("zzzz", at: -60, delay: 60))]
        let states = ["39a001", "39a002", "39a003"].map { SharingSamples.state($0) }
        let rows = DisclosureRow.all(states, told: told + landed) { state in
            state.identifier == "39a002" ? .refuse(.outside) : .tell(rule: "west-all", precision: .coarse)
        }
        #expect(rows.map(\.identifier) == ["39a001", "39a002", "39a003", "39a009"])
        #expect(rows.map { $0.told?.track } == ["aaaa", nil, nil, "zzzz"])
        #expect(rows.map { $0.withheld?.name } == [nil, "outside", "not-yet", nil])
        #expect(rows.map { $0.own == nil } == [false, false, false, true])
    }
}
