import Airspace
import Separation
import Testing

@Suite("Groups that are declared together")
struct GroupEnvelopeTests {
    private func group(_ members: Set<String>, name: String = "tanker", to seconds: Double = 3_600) -> TogetherGroup {
        TogetherGroup(
            name: name, members: members, activeUnixSeconds: AlertScene.start...(AlertScene.start + seconds),
            declaredBy: "planner")
    }

    @Test("Members never alert among themselves while the group holds, and do when it has expired")
    func members() throws {
        var scene = try AlertScene(.everywhere)
        try scene.monitor.declare(group(["a", "b"], to: 30))
        let flyers = [Flyer("a", track: 90), Flyer("b", north: 300, track: 90)]
        scene.run(flyers, seconds: 0...60)
        let levels = scene.levels(pairAB)
        #expect(levels[0...30].allSatisfy { $0 == .none })
        #expect(scene.pictures[10].alerts[0].together == "tanker")
        #expect(scene.pictures[10].alerts[0].prediction.isInLoss, "they are shown and recorded all the same")
        #expect(levels[33] == .alarm)
        #expect(scene.monitor.groups.isEmpty)
    }

    @Test("An outsider that would pass between the members, too far from each, alerts against the envelope")
    func between() throws {
        // Two members 12 km to either side of the outsider's way, level with it, 8 NM ahead of the look-ahead's end.
        let flyers = [
            Flyer("a", east: 20_000, north: 8_000, track: 270, speed: 100),
            Flyer("b", east: 20_000, north: -8_000, track: 270, speed: 100),
            Flyer("x", east: -20_000, track: 90, speed: 100),
        ]
        var rules = AlertRules.everywhere
        rules.minima = ClassMinima(Minima(horizontal: Length(3, .nauticalMiles), vertical: Length(1_000, .feet)))
        var scene = try AlertScene(rules)
        scene.run(flyers, seconds: 0...10)
        #expect(scene.pictures.allSatisfy { $0.alerts.isEmpty }, "8 km from each is beyond 3 NM")
        try scene.monitor.declare(group(["a", "b"]))
        scene.run(flyers, seconds: 11...230)
        let identifier = AlertIdentifier.envelope(outsider: "x", group: "tanker")
        let levels = scene.levels(identifier)
        #expect(levels[13] == .advisory || levels[13] == .alarm)
        // The hull is met at 200 s, its margin of 5,556 m 27.8 s earlier.
        let loss = 200 - 5_556 / 200.0
        let alarm = try #require(levels.firstIndex(of: .alarm))
        #expect(abs(Double(alarm) - (loss - 120)) <= 3)
        let entered = try #require(scene.pictures.firstIndex { $0.alerts.contains { $0.prediction.isInLoss } })
        #expect(abs(Double(entered) - loss) <= 1.5)
    }

    @Test(
        "An outsider above the highest or below the lowest member by the minimum is no conflict; between their levels it is"
    )
    func levels() throws {
        for (feet, alerts) in [(41_000.0, false), (29_000, false), (35_000, true), (40_900, true)] {
            var scene = try AlertScene(.everywhere)
            try scene.monitor.declare(group(["a", "b"]))
            scene.run(
                [
                    Flyer("a", track: 270, feet: 40_000), Flyer("b", north: 2_000, track: 270, feet: 30_000),
                    Flyer("x", east: -30_000, track: 90, feet: feet),
                ], seconds: 0...5)
            let level = scene.levels(.envelope(outsider: "x", group: "tanker")).last
            #expect((level == .alarm) == alerts, "at \(feet) ft")
        }
    }

    @Test("An outsider alerts once, against the envelope, not against each member")
    func folded() throws {
        var scene = try AlertScene(.everywhere)
        try scene.monitor.declare(group(["a", "b"]))
        scene.run(
            [Flyer("a", track: 270), Flyer("b", north: 500, track: 270), Flyer("x", east: -30_000, track: 90)],
            seconds: 0...10)
        let alerting = scene.pictures[5].alerts.filter { $0.level != .none }
        #expect(alerting.map(\.identifier) == [.envelope(outsider: "x", group: "tanker")])
        #expect(alerting.first?.secondAircraft == "a" || alerting.first?.secondAircraft == "b")
    }

    @Test("A member far from the others has no part in the envelope and alerts like any aircraft")
    func farMember() throws {
        var scene = try AlertScene(.everywhere)
        try scene.monitor.declare(group(["a", "b", "far"]))
        scene.run(
            [
                Flyer("a", north: 60_000, track: 90), Flyer("b", north: 60_500, track: 90),
                Flyer("far", north: -60_000, track: 90), Flyer("x", east: 30_000, track: 270),
                Flyer("y", east: 30_000, north: -60_000, track: 270),
            ], seconds: 0...5)
        let alerting = scene.pictures[5].alerts.filter { $0.level != .none }.map(\.identifier)
        #expect(alerting == [AlertIdentifier("far", "y")])
    }

    @Test("A group needs a name, two members, a time and whoever declares it")
    func refusals() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        for bad in [group(["a"]), group(["a", "b"], name: ""), group(["a", ""]), group(["a", "b"], to: 0)] {
            #expect(throws: SeparationError.self) { try monitor.declare(bad) }
        }
        try monitor.declare(group(["a", "b"]))
        let withdrawn = [monitor.withdrawGroup(named: "tanker"), monitor.withdrawGroup(named: "tanker")]
        #expect(withdrawn == [true, false])
    }
}
