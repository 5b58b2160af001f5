import Separation
import Testing

@Suite("What people do about alerts")
struct AlertActsTests {
    private func act(until second: Double, reason: String = "own traffic, in contact") -> AlertAct {
        AlertAct(by: "watch officer", reason: reason, untilUnixSeconds: AlertScene.start + second)
    }

    @Test("An inhibited pair is shown and silent until the act expires, then alerts again")
    func inhibition() throws {
        var scene = try AlertScene(.everywhere)
        let flyers = Flyer.collision(in: 120)
        scene.run(flyers, seconds: 0...9)
        try scene.monitor.inhibit(pairAB, act: act(until: 30), at: AlertScene.start + 9)
        scene.run(flyers, seconds: 10...50)
        let levels = scene.levels(pairAB)
        #expect(levels[9] == .alarm)
        #expect(levels[10...29].allSatisfy { $0 == .none })
        #expect(scene.pictures[20].alerts[0].inhibited?.reason == "own traffic, in contact")
        #expect(levels[30] == .alarm)
        #expect(scene.story == ["1 alarm a|b", "30 inhibition-ended a|b", "30 alarm a|b"])
    }

    @Test("An inhibition can be lifted")
    func lifting() throws {
        var scene = try AlertScene(.everywhere)
        try scene.monitor.inhibit(pairAB, act: act(until: 600), at: AlertScene.start)
        scene.run(Flyer.collision(in: 120), seconds: 0...9)
        #expect(scene.levels(pairAB).allSatisfy { $0 == .none })
        let lifted = scene.monitor.liftInhibition(of: pairAB, by: "supervisor", at: AlertScene.start + 9)
        #expect(lifted?.kind == .inhibitionEnded)
        let again = scene.monitor.liftInhibition(of: pairAB, by: "supervisor", at: AlertScene.start + 9)
        #expect(again == nil)
        scene.run(Flyer.collision(in: 120), seconds: 10...12)
        #expect(scene.levels(pairAB)[10] == .alarm)
    }

    @Test("An acknowledged alarm keeps its level, does not call, and calls again when the loss begins")
    func acknowledgement() throws {
        var scene = try AlertScene(.everywhere)
        let flyers = Flyer.collision(in: 100)
        scene.run(flyers, seconds: 0...5)
        #expect(scene.pictures[5].alerts[0].calls)
        try scene.monitor.acknowledge(pairAB, act: act(until: 600), at: AlertScene.start + 5)
        scene.run(flyers, seconds: 6...90)
        #expect(scene.levels(pairAB)[6] == .alarm)
        #expect(!scene.pictures[60].alerts[0].calls)
        // The loss begins 20.13 s before they meet.
        #expect(scene.story == ["1 alarm a|b", "80 worsened a|b"])
        #expect(scene.pictures[80].alerts[0].calls)
    }

    @Test("An acknowledged advisory calls again when it becomes an alarm, and an acknowledgement expires")
    func acknowledgedAdvisory() throws {
        var scene = try AlertScene(.everywhere)
        let flyers = Flyer.collision(in: 200)
        scene.run(flyers, seconds: 0...5)
        try scene.monitor.acknowledge(pairAB, act: act(until: 30), at: AlertScene.start + 5)
        scene.run(flyers, seconds: 6...40)
        #expect(!scene.pictures[29].alerts[0].calls)
        #expect(scene.pictures[30].alerts[0].calls)
        try scene.monitor.acknowledge(pairAB, act: act(until: 600), at: AlertScene.start + 40)
        scene.run(flyers, seconds: 41...80)
        #expect(scene.story.last?.hasSuffix("worsened a|b") ?? false)
        #expect(scene.pictures[80].alerts[0].calls)
    }

    @Test("An act needs a name, a reason, an expiry within a watch, and something to act on")
    func refusals() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        let now = AlertScene.start
        let bad = [
            AlertAct(by: "", reason: "r", untilUnixSeconds: now + 60),
            AlertAct(by: "w", reason: "", untilUnixSeconds: now + 60),
            AlertAct(by: "w", reason: "r", untilUnixSeconds: now),
            AlertAct(by: "w", reason: "r", untilUnixSeconds: now + 86_400),
            AlertAct(by: "w", reason: "r", untilUnixSeconds: .nan),
        ]
        for act in bad {
            #expect(throws: SeparationError.self) { try monitor.inhibit(pairAB, act: act, at: now) }
        }
        #expect(throws: SeparationError.self) { try monitor.acknowledge(pairAB, act: act(until: 60), at: now) }
    }

    @Test("Identifiers are read as they are written")
    func identifiers() {
        for identifier in [pairAB, .envelope(outsider: "3949ea", group: "tanker one")] {
            #expect(AlertIdentifier(identifier.description) == identifier)
        }
        #expect(AlertIdentifier("b", "a") == pairAB)
        #expect(AlertIdentifier("nothing") == nil)
        #expect(AlertIdentifier("|b") == nil)
    }
}
