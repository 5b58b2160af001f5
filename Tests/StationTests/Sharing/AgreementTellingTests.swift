import Accord
import Airspace
import Separation
import Surveillance
import Testing

@testable import Station

/// What leaves a station under an agreement, and what does not.
@Suite struct AgreementTellingTests {
    private func concern(
        kind: AlertBody.Kind = .conflict, level: AlertBody.Level = .alarm, peer: String = "EAST"
    ) -> SharedConcern {
        SharedConcern(
            key: "pair", peer: peer, kind: kind, level: level, own: "39a001", foreign: "abcde", seconds: 60,
            horizontalNM: 1, verticalFt: 200)
    }

    private func types(_ due: AgreementTelling.Due, to peer: String) -> [String] {
        (due.entries[peer] ?? []).map { Swift.type(of: $0).type }
    }

    @Test func onlyWhatIsOnTheListIsTold() throws {
        let standing = try SharingSamples.standing()
        var telling = try SharingSamples.telling(standing)
        let states = [SharingSamples.state("39a001"), SharingSamples.state("39a002")]
        let due = telling.step(
            states, own: SharingSamples.ours, concerns: [], under: standing, at: SharingSamples.time)
        #expect(types(due, to: "EAST") == ["track/1"])
        #expect(due.names.map(\.track) == ["39a001"])
        let told = try #require(due.entries["EAST"]?.first as? TrackBody)
        #expect(told.track == due.names.first?.pseudonym)
        #expect(told.gridNM == 0.5)
        #expect(telling.told["EAST"]?[told.track]?.identifier == "39a001")
    }

    /// The alert that justifies a finer position stands before it in the record.
    @Test func alertsComeBeforeTheFinerPositionsThatTheyJustify() throws {
        let standing = try SharingSamples.standing()
        var telling = try SharingSamples.telling(standing)
        _ = telling.step(
            [SharingSamples.state("39a001")], own: SharingSamples.ours, concerns: [], under: standing,
            at: SharingSamples.time)
        let later = SharingSamples.time + 6
        let due = telling.step(
            [SharingSamples.state("39a001", at: later)], own: SharingSamples.ours, concerns: [concern()],
            under: standing, at: later)
        #expect(types(due, to: "EAST") == ["alert/1", "track/1"])
        #expect((due.entries["EAST"]?.last as? TrackBody)?.gridNM == 0.1)
        let alert = try #require(due.entries["EAST"]?.first as? AlertBody)
        #expect(alert.tracks.count == 2)
        #expect(!alert.tracks.contains("39a001"))
    }

    @Test func nothingIsSaidOfAnAircraftThatThePeerIsNotToldOf() throws {
        let standing = try SharingSamples.standing()
        var telling = try SharingSamples.telling(standing)
        let due = telling.step(
            [], own: SharingSamples.ours, concerns: [concern()], under: standing, at: SharingSamples.time)
        #expect(types(due, to: "EAST").isEmpty)
    }

    @Test func whileSuspendedOnlyDistressIsTold() throws {
        var standing = try SharingSamples.standing()
        var telling = try SharingSamples.telling(standing)
        _ = telling.step(
            [SharingSamples.state("39a001")], own: SharingSamples.ours, concerns: [], under: standing,
            at: SharingSamples.time)
        standing.flow = .suspended(owed: standing.document.agreement.owedWhileSuspended)
        var due = telling.step(
            [SharingSamples.state("39a001", at: SharingSamples.time + 6)], own: SharingSamples.ours, concerns: [],
            under: standing, at: SharingSamples.time + 6)
        #expect(types(due, to: "EAST") == ["track-ended/1"])
        due = telling.step(
            [SharingSamples.state("39a001", at: SharingSamples.time + 12, emergency: .mayday)],
            own: SharingSamples.ours, concerns: [], under: standing, at: SharingSamples.time + 12)
        #expect((due.entries["EAST"]?.first as? TrackBody)?.emergency == .mayday)
        for body in due.entries["EAST"] ?? [] {
            #expect(EntryPermission.mayWrite(try EntryDraft(body), in: .agreement, flow: standing.flow))
        }
    }

    /// One that falls silent in distress stays in distress for the peer, and one whose distress is declared only then is told of all the
    /// same: without a word of where it is.
    @Test func distressOfOneThatFellSilentIsToldAndStays() throws {
        let standing = try SharingSamples.standing()
        var telling = try SharingSamples.telling(standing)
        let distress = SharedConcern(key: "d", peer: "", kind: .distress, level: .alarm, own: "39a001", seconds: 60)
        func step(_ second: Double, isHeard: Bool, _ concerns: [SharedConcern]) -> [any EntryBody] {
            let time = SharingSamples.time + second
            return telling.step(
                isHeard ? [SharingSamples.state("39a001", at: time)] : [], own: SharingSamples.ours,
                concerns: concerns, under: standing, at: time
            ).entries["EAST"] ?? []
        }
        _ = step(0, isHeard: true, [])
        let silence = (1...40).flatMap { step(Double($0), isHeard: false, []) }
        #expect(silence.map { Swift.type(of: $0).type } == ["track-ended/1"])
        #expect(step(41, isHeard: false, [concern()]).isEmpty, "a conflict of it is nobody's knowledge any more")
        let told = step(42, isHeard: false, [distress])
        let alert = try #require(told.first as? AlertBody)
        #expect(alert.kind == .distress && alert.tracks.count == 1 && alert.secondsToLoss == nil)
        #expect((43...600).flatMap { step(Double($0), isHeard: false, [distress]) }.isEmpty)
        #expect((601...610).flatMap { step(Double($0), isHeard: false, []) }.count == 1, "it ends when it ends")
    }

    /// An aircraft of ours in an emergency concerns the peers also when it has vanished from our picture; a pair that a person here silenced
    /// goes on concerning them as long as a loss is predicted.
    @Test func whatIsLostOrSilencedHereConcernsThem() throws {
        var alerts = AlertPicture(timeUnixSeconds: SharingSamples.time)
        alerts.emergencies = [
            Emergency(
                identifier: "39a001", squawk: "", kind: .lostLink, sinceUnixSeconds: SharingSamples.time - 90,
                isLost: true)
        ]
        var second = PictureSecond(second: Int(SharingSamples.time), alerts: alerts)
        func concerns(_ distressed: Set<String>) -> [AlertBody.Kind] {
            SharedConcern.all(in: second, intrusions: [], party: "WEST", distressed: distressed).map(\.kind)
        }
        #expect(concerns(["39a001"]) == [.distress])
        #expect(concerns([]).isEmpty)

        var engine = try PictureEngine(rules: alertingRules(), rule: MeasuringRule(minima: .enRoute), feeds: ["f1"])
        engine.setOurs(["own"])
        let middle = GeodeticPosition(latitudeDegrees: 40, longitudeDegrees: -30)
        for time in 1_000_000...1_000_200 {
            engine.take(report("own", at: Double(time), passing: middle, at: 1_000_300, track: 90), feed: 0)
            let other = report("x", at: Double(time), passing: middle, at: 1_000_300, track: 0)
            engine.take(
                ForeignTrack(
                    party: "EAST", pseudonym: "abcde",
                    state: KinematicState(
                        timeUnixSeconds: Double(time), position: try #require(other.position),
                        level: .pressure(feet: 35_000), groundSpeedMetresPerSecond: 230, trackDegrees: 0),
                    rule: "r1"))
            if time == 1_000_190 {
                let act = AlertAct(by: "Petrov", reason: "both know", untilUnixSeconds: 1_000_900)
                _ = try engine.inhibit(AlertIdentifier("own", "EAST:abcde"), act: act)
            }
            second = engine.advance(to: time)
        }
        #expect(second.alerts.alerts.first?.level == AlertLevel.none)
        #expect(concerns([]) == [.conflict])
    }

    /// Neither an end in between nor a restart makes it be told oftener than its rule lets it.
    @Test func anEndInBetweenDoesNotShortenTheInterval() throws {
        var standing = try SharingSamples.standing()
        var telling = try SharingSamples.telling(standing)
        func step(_ second: Double) -> [String] {
            let time = SharingSamples.time + second
            let due = telling.step(
                [SharingSamples.state("39a001", at: time)], own: SharingSamples.ours, concerns: [], under: standing,
                at: time)
            return types(due, to: "EAST")
        }
        #expect(step(0) == ["track/1"])
        standing.flow = .suspended(owed: [])
        #expect(step(1) == ["track-ended/1"])
        standing.flow = .inForce
        #expect(step(2).isEmpty)
        #expect((3...9).flatMap { step(Double($0)) } == ["track/1"])

        let pseudonyms = try Pseudonyms(agreement: standing.identifier, secret: Array(repeating: 7, count: 32))
        telling = AgreementTelling(
            standing, party: "WEST", pseudonyms: pseudonyms, startUnixSeconds: SharingSamples.time + 10)
        #expect((10...14).flatMap { step(Double($0)) }.isEmpty)
        #expect(step(15) == ["track/1"])
    }

    /// A rule may give a finer pace and no finer grid while a conflict lasts.
    @Test func aFinerPaceIsGivenWithTheSameGridsToo() throws {
        var standing = try SharingSamples.standing()
        let text = String(decoding: standing.document.bytes, as: UTF8.self)
            .replacing(/while-conflict: \{[^}]*\}/, with: "while-conflict: {time-grid: 1 s, every: 1 s}")
        standing.document = try AgreementDocument(Array(text.utf8))
        var telling = try SharingSamples.telling(standing)
        func step(_ second: Int, _ concerns: [SharedConcern]) -> Int {
            let time = SharingSamples.time + Double(second)
            let due = telling.step(
                [SharingSamples.state("39a001", at: time)], own: SharingSamples.ours, concerns: concerns,
                under: standing, at: time)
            return types(due, to: "EAST").count { $0 == "track/1" }
        }
        #expect((0..<10).map { step($0, []) }.reduce(0, +) == 2)
        #expect((10..<20).map { step($0, [concern()]) }.reduce(0, +) == 10)
    }

    /// Two agreements may have zones of one name: an alert of one is no matter of the other.
    @Test func anAlertOfAZoneIsAMatterOfItsAgreement() {
        let intrusion = ZoneIntrusion(
            agreement: "SEINE-1", zone: "NORTH", track: "39a001", party: "WEST", secondsToEntry: 60,
            distanceMetres: 9_000)
        let track = SharingSamples.track("39a001", north: 49, east: 2.4, track: 0, isOurs: true)
        let second = PictureSecond(
            second: Int(SharingSamples.time), tracks: [track],
            alerts: AlertPicture(timeUnixSeconds: SharingSamples.time))
        let concerns = SharedConcern.all(in: second, intrusions: [intrusion], party: "WEST", distressed: [])
        #expect(concerns.map { $0.concerns("SEINE-1") } == [true])
        #expect(concerns.map { $0.concerns("SEINE-2") } == [false])
        #expect(concern().concerns("SEINE-2"), "a conflict concerns all of them")
    }

    /// East has agreements with west and with south: what is a name under one is none under the other.
    @Test func whatIsToldUnderOneAgreementIsNothingUnderAnother() throws {
        let west = try SharingSamples.standing("west-east", party: "EAST")
        let south = try SharingSamples.standing("east-south", party: "EAST")
        var names: [String: String] = [:]
        for (standing, secret) in [(west, UInt8(7)), (south, 8)] {
            var telling = try SharingSamples.telling(standing, party: "EAST", secret: secret)
            let due = telling.step(
                [SharingSamples.state("39a001"), SharingSamples.state("WEST:abcde")], own: SharingSamples.ours,
                concerns: [], under: standing, at: SharingSamples.time)
            #expect(Set(due.entries.filter { !$0.value.isEmpty }.keys).isSubset(of: Set(standing.peers)))
            for body in due.entries.values.flatMap({ $0 }) {
                let told = try #require(body as? TrackBody)
                names[standing.identifier] = told.track
            }
        }
        #expect(names.count == Set(names.values).count)
    }
}

/// The alerts that one peer is told of.
@Suite struct AlertLedgerTests {
    private func concern(_ level: AlertBody.Level, _ kind: AlertBody.Kind = .conflict) -> SharedConcern {
        SharedConcern(key: "k", peer: "EAST", kind: kind, level: level, own: "a", foreign: "f")
    }

    @Test func anAlertIsToldOnceWorsensOnceAndEndsOnce() {
        var ledger = AlertLedger(startUnixSeconds: SharingSamples.time)
        func step(_ concerns: [SharedConcern], _ second: Double) -> [String] {
            ledger.step(concerns, at: SharingSamples.time + second) { .init(name: "name-\($0)", precision: nil) }
                .map { Swift.type(of: $0).type }
        }
        #expect(step([concern(.advisory)], 0) == ["alert/1"])
        #expect(step([concern(.advisory)], 1).isEmpty)
        #expect(step([concern(.alarm)], 2) == ["alert-ended/1", "alert/1"])
        #expect(step([concern(.advisory)], 3).isEmpty)
        #expect(step([concern(.alarm, .loss)], 4) == ["alert-ended/1", "alert/1"])
        #expect(ledger.ownInConflict == ["a"])
        #expect(step([], 5).isEmpty)
        #expect(step([], 6).isEmpty)
        #expect(step([], 7) == ["alert-ended/1"])
        #expect(ledger.ownInConflict.isEmpty)
    }
}
