import Airspace
import Separation
import TestSupport
import Testing

@Suite("What always holds of alerts")
struct AlertPropertyTests {
    private func flyers(_ count: Int, using random: inout SeededRandom) -> [Flyer] {
        (0..<count).map { number in
            var flyer = Flyer(
                "f\(number)", east: .random(in: -25_000...25_000, using: &random),
                north: .random(in: -25_000...25_000, using: &random), track: .random(in: 0..<360, using: &random),
                speed: .random(in: 0...300, using: &random), feet: .random(in: 20_500...23_500, using: &random))
            flyer.feetPerMinute = Bool.random(using: &random) ? 0 : .random(in: -2_000...2_000, using: &random)
            return flyer
        }
    }

    @Test("Nothing alerts unless one of the two is in a declared volume at that instant", arguments: UInt64(0)..<6)
    func neverOutside(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var scene = try AlertScene(.circle(radiusMetres: 20_000, from: 21_000, to: 23_000))
        let flyers = flyers(16, using: &random)
        scene.run(flyers, seconds: 0...150)
        var alerted = 0
        let centre = GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2)
        for (second, picture) in scene.pictures.enumerated() {
            for alert in picture.alerts where alert.level != .none {
                alerted += 1
                let inside = flyers.contains { flyer in
                    guard flyer.identifier == alert.firstAircraft || flyer.identifier == alert.secondAircraft else {
                        return false
                    }
                    let state = flyer.track(at: Double(second), start: 0).state
                    guard case .pressure(let feet) = state.level, (21_000...23_000).contains(feet) else { return false }
                    return state.position.distanceMetres(to: centre) <= 20_000
                }
                #expect(inside, "\(alert.identifier) at \(second)")
            }
        }
        #expect(alerted > 0, "the scene must test something")
    }

    @Test("Every steady collision course inside alarms within three cycles of the horizon", arguments: UInt64(0)..<24)
    func neverMissed(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        // Where they meet, when, and from where each comes.
        let seconds = Double.random(in: 130...280, using: &random)
        let point = GeodeticPosition(
            latitudeDegrees: .random(in: -85...85, using: &random),
            longitudeDegrees: .random(in: -180...180, using: &random))
        let meets = ["a", "b"].map { name in
            var flyer = Flyer(name, track: 0, speed: .random(in: 20...300, using: &random))
            let from = Double.random(in: 0..<360, using: &random)
            let start = Geodesic.direct(
                from: point, azimuthDegrees: from, distanceMetres: flyer.metresPerSecond * seconds)
            flyer.position = start.position
            flyer.trackDegrees = bearingDegrees(start.azimuthDegrees + 180)
            return flyer
        }
        var scene = try AlertScene(.everywhere)
        scene.run(meets, seconds: 0...Int(seconds))
        let levels = scene.levels(pairAB)
        let due = scene.pictures.firstIndex { picture in
            picture.alerts.contains { ($0.prediction.secondsToLoss ?? .infinity) <= 120 }
        }
        let first = try #require(due)
        #expect(levels[min(first + 2, levels.count - 1)] == .alarm)
        // The prediction is right: the loss begins when they are 5 NM apart, not before and not after.
        for (second, picture) in scene.pictures.enumerated() where second < first {
            guard let toLoss = picture.alerts.first?.prediction.secondsToLoss else { continue }
            let then = meets.map { $0.track(at: Double(second) + toLoss, start: 0).state.position }
            if toLoss > 0 { #expect(abs(then[0].distanceMetres(to: then[1]) - 9_260) < 30) }
        }
        if let loss = scene.pictures.first(where: { $0.alerts.first?.prediction.isInLoss ?? false }) {
            let then = loss.timeUnixSeconds - AlertScene.start
            let places = meets.map { $0.track(at: then, start: 0).state.position }
            #expect(places[0].distanceMetres(to: places[1]) < 9_260)
        }
    }

    @Test("Members of a group never alert among themselves, whatever they do", arguments: UInt64(0)..<6)
    func neverAmongMembers(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let flyers = flyers(14, using: &random)
        let members = Set(flyers.prefix(6).map(\.identifier))
        var scene = try AlertScene(.everywhere)
        try scene.monitor.declare(
            TogetherGroup(
                name: "group", members: members, activeUnixSeconds: AlertScene.start...(AlertScene.start + 900),
                declaredBy: "planner"))
        scene.run(flyers, seconds: 0...60)
        for picture in scene.pictures {
            for alert in picture.alerts where alert.level != .none {
                guard case .pair(let first, let second) = alert.identifier else { continue }
                #expect(!(members.contains(first) && members.contains(second)))
            }
        }
    }

    @Test("The order of tracks and candidates, and who else is asked, make no difference", arguments: UInt64(0)..<4)
    func deterministic(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let flyers = flyers(16, using: &random)
        var plain = try ConflictMonitor(rules: .everywhere)
        var shuffled = try ConflictMonitor(rules: .everywhere)
        for second in 0...60 {
            let time = AlertScene.start + Double(second)
            let tracks = flyers.map { $0.track(at: Double(second), start: AlertScene.start) }
            let mixed = tracks.shuffled(using: &random)
            var pairs: [CandidatePair] = []
            for first in mixed.indices {
                for other in mixed.indices where other != first { pairs.append(CandidatePair(first, other)) }
            }
            let expected = plain.step(at: time, tracks: tracks)
            let actual = shuffled.step(at: time, tracks: mixed, candidates: pairs.shuffled(using: &random))
            #expect(actual == expected)
        }
    }

    @Test("After a jump back in time a replay says the same again")
    func replay() throws {
        var random = SeededRandom(seed: 7)
        let flyers = flyers(16, using: &random)
        var scene = try AlertScene(.everywhere)
        scene.run(flyers, seconds: 0...80)
        let first = scene.pictures
        scene.pictures = []
        scene.run(flyers, seconds: 0...80)
        #expect(scene.pictures == first)
    }
}
