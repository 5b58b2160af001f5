import Airspace
import Separation
import Testing

@Suite("The alert cycle")
struct ConflictMonitorTests {
    @Test(
        "A collision course is an advisory on the second cycle, and an alarm within three cycles of 120 s to the loss")
    func collisionCourse() throws {
        var scene = try AlertScene(.everywhere)
        scene.run(Flyer.collision(in: 200), seconds: 0...200)
        let levels = scene.levels(pairAB)
        // 5 NM apart at 460 m/s: the loss begins 20.13 s before they meet.
        let loss = 200 - 9_260 / 460.0
        #expect(levels[0] == .none)
        #expect(levels[1] == .advisory)
        let alarm = try #require(levels.firstIndex(of: .alarm))
        #expect(Double(alarm) >= loss - 120)
        #expect(Double(alarm) <= loss - 120 + 3)
        #expect(levels[alarm...200].allSatisfy { $0 == .alarm })
        #expect(scene.pictures[Int(loss) + 1].alerts[0].prediction.isInLoss)
        #expect(!scene.pictures[Int(loss) - 1].alerts[0].prediction.isInLoss)
    }

    @Test("After the closest approach the alarm is stepped down while they are in loss, and ends when they are not")
    func stepDown() throws {
        var scene = try AlertScene(.everywhere)
        scene.run(Flyer.collision(in: 60), seconds: 0...120)
        let levels = scene.levels(pairAB)
        #expect(levels[59] == .alarm)
        #expect(levels[63] == .advisory)
        // 5 NM apart again 20.13 s after they met.
        #expect(levels[80] == .advisory)
        #expect(levels[81] == .none)
        #expect(scene.story == ["1 alarm a|b", "62 stepped-down a|b", "81 ended a|b"])
    }

    @Test("Outside declared volumes a conflict is shown and nothing alerts")
    func outside() throws {
        var scene = try AlertScene(AlertRules(minima: ClassMinima(.enRoute)))
        scene.run(Flyer.collision(in: 100), seconds: 0...110)
        #expect(scene.levels(pairAB).allSatisfy { $0 == .none })
        #expect(scene.pictures[0].alerts.count == 1)
        #expect(scene.pictures[0].alerts[0].volume == nil)
        #expect(scene.story.isEmpty)
    }

    @Test("An alert ends at once when both leave the declared volumes")
    func leaving() throws {
        // The two are inside the circle until 30 s, then fly on outside in loss, side by side and closing slowly.
        var flyers = [Flyer("a", east: 0, track: 90), Flyer("b", east: 0, north: 6_000, track: 90.5)]
        flyers[1].metresPerSecond = 230
        var scene = try AlertScene(.circle(radiusMetres: 10_000))
        scene.run(flyers, seconds: 0...80)
        let levels = scene.levels(pairAB)
        #expect(levels[20] == .alarm)
        let last = try #require(levels.lastIndex { $0 != .none })
        let tracks = flyers.map { $0.track(at: Double(last), start: 0).state.position }
        let centre = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        #expect(tracks.contains { $0.distanceMetres(to: centre) <= 10_000 })
    }

    @Test("One bad report raises nothing, and one good one among bad ones does not end an alert")
    func confirmation() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        let apart = [Flyer("a", track: 0), Flyer("b", east: 60_000, track: 0)]
        let meeting = Flyer.collision(in: 60)
        func step(_ second: Int, _ flyers: [Flyer]) -> AlertLevel {
            let tracks = flyers.map { $0.track(at: Double(second), start: AlertScene.start) }
            let picture = monitor.step(at: AlertScene.start + Double(second), tracks: tracks)
            return picture.alerts.first?.level ?? .none
        }
        #expect([step(0, apart), step(1, meeting), step(2, apart), step(3, apart)] == [.none, .none, .none, .none])
        #expect([step(4, meeting), step(5, apart), step(6, meeting)] == [.none, .none, .alarm])
        #expect([step(7, apart), step(8, apart), step(9, apart), step(10, apart)] == [.alarm, .alarm, .alarm, .alarm])
        #expect(step(11, apart) == .none)
    }

    @Test("A climb to a conflict is believed for less time than a track, where the policy says so")
    func levelOff() throws {
        var flyers = [Flyer("a", track: 0), Flyer("b", north: 3_000, track: 0, feet: 31_000)]
        flyers[1].feetPerMinute = 1_500
        // 3,000 ft to go at 25 ft/s: the loss begins at 120 s.
        var rules = AlertRules.everywhere
        rules.policy.verticalLookAheadSeconds = 90
        rules.policy.verticalAlarmSeconds = 40
        var scene = try AlertScene(rules)
        scene.run(flyers, seconds: 0...130)
        let levels = scene.levels(pairAB)
        #expect(levels.firstIndex(of: .advisory) == 31)
        #expect(levels.firstIndex(of: .alarm) == 81)

        var plain = try AlertScene(.everywhere)
        plain.run(flyers, seconds: 0...10)
        #expect(plain.levels(pairAB).firstIndex(of: .alarm) == 1)
    }

    @Test("Without a level the pair is marked, is an advisory at most, and is never in loss")
    func levelUnknown() throws {
        var flyers = Flyer.collision(in: 60)
        flyers[0].feet = nil
        var scene = try AlertScene(.everywhere)
        scene.run(flyers, seconds: 0...70)
        #expect(scene.levels(pairAB).contains(.advisory))
        #expect(!scene.levels(pairAB).contains(.alarm))
        let alerts = scene.pictures.flatMap(\.alerts)
        #expect(alerts.allSatisfy { $0.isLevelUnknown && !$0.prediction.isInLoss && $0.prediction.verticalFeet == nil })
    }

    @Test("Exactly the minima apart is no loss, and 1,000 ft above is no conflict")
    func exactMinima() throws {
        var flyers = Flyer.collision(in: 60)
        flyers[1].feet = 36_000
        var scene = try AlertScene(.everywhere)
        scene.run(flyers, seconds: 0...70)
        #expect(scene.pictures.allSatisfy { $0.alerts.isEmpty })
        flyers[1].feet = 35_999.98
        scene.run(flyers, seconds: 71...75)
        #expect(scene.pictures.last?.alerts.count ?? 0 == 1)
    }

    @Test("Two tracks of one aircraft never alert, and say why; two aircraft in close formation do")
    func duplicates() throws {
        let flyers = [Flyer("a", track: 90), Flyer("~b", north: 200, track: 90)]
        var scene = try AlertScene(.everywhere)
        scene.run(flyers, seconds: 0...20)
        #expect(scene.levels(AlertIdentifier("a", "~b")).allSatisfy { $0 == .none })
        #expect(scene.pictures[5].alerts[0].flaws.contains(.duplicateTrack))
        // The second track has nothing of its own to say to others either: the aircraft itself speaks.
        var third = try AlertScene(.everywhere)
        third.run(flyers + [Flyer("c", east: 20_000, track: 270)], seconds: 0...5)
        let alerting = third.pictures[5].alerts.filter { $0.level != .none }.map(\.identifier)
        #expect(alerting == [AlertIdentifier("a", "c")])
        var formation = try AlertScene(.everywhere)
        formation.run([Flyer("a", track: 90), Flyer("b", north: 200, track: 90)], seconds: 0...20)
        #expect(formation.levels(pairAB)[5] == .alarm)
    }

    @Test("A coasting track raises nothing new; on the ground and stale ones take no part")
    func coasting() throws {
        var flyers = Flyer.collision(in: 140)
        flyers[0].silentAfterSeconds = 5
        var scene = try AlertScene(.everywhere)
        scene.run(flyers, seconds: 0...80)
        let levels = scene.levels(pairAB)
        #expect(levels[4] == .advisory || levels[4] == .alarm)
        #expect(levels[60] != .none, "it keeps what it had")
        #expect(levels[66] == .none, "a minute without a report is too old")
        #expect(scene.pictures[30].alerts[0].flaws.contains(.stale))

        var late = try AlertScene(.everywhere)
        flyers[0].silentAfterSeconds = -20
        late.run(flyers, seconds: 0...30)
        #expect(late.levels(pairAB).allSatisfy { $0 == .none })

        flyers = Flyer.collision(in: 60)
        flyers[0].isOnGround = true
        var ground = try AlertScene(.everywhere)
        ground.run(flyers, seconds: 0...30)
        #expect(ground.pictures.allSatisfy { $0.alerts.isEmpty })
    }

    @Test("Flaws of the data are said with the alert")
    func flaws() throws {
        var flyers = Flyer.collision(in: 60)
        flyers[1].flaws = [.frozen]
        var scene = try AlertScene(.everywhere)
        scene.run(flyers, seconds: 0...5)
        #expect(scene.pictures[5].alerts[0].flaws.names == ["frozen"])
        #expect(scene.pictures[5].alerts[0].level == .alarm)
    }

    @Test("Numbers that nothing can have, and an identifier twice, disturb nothing")
    func badTracks() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        var tracks = Flyer.collision(in: 60).map { $0.track(at: 0, start: 0) }
        var bad = tracks[0]
        bad.identifier = "x"
        bad.state.position.latitudeDegrees = .nan
        var endless = tracks[0]
        endless.identifier = "y"
        endless.state.groundSpeedMetresPerSecond = .infinity
        tracks += [bad, endless, tracks[0]]
        _ = monitor.step(at: 0, tracks: tracks, candidates: [CandidatePair(0, 1), CandidatePair(1, 0)])
        let picture = monitor.step(at: 1, tracks: tracks, candidates: [CandidatePair(0, 1), CandidatePair(0, 99)])
        #expect(picture.alerts.map(\.identifier) == [pairAB])
    }
}
