import Airspace
import Testing

@testable import Separation

/// A disclosed position is a grid cell: whatever is true inside it, no conflict is hidden.
@Suite struct WidenedMinimaTests {
    private static let halfGridMetres = 463.0
    private static let halfLevelFeet = 250.0

    /// The same flyer as its party discloses it.
    private func disclosed(_ flyer: Flyer, at second: Int, east: Double, north: Double, feet: Double) -> AlertTrack {
        var track = flyer.track(at: Double(second), start: AlertScene.start)
        let frame = LocalFrame(at: track.state.position)
        track.state.position = GeodeticPosition(frame.origin + frame.east * east + frame.north * north)
        if case .pressure(let true_) = track.state.level { track.state.level = .pressure(feet: true_ + feet) }
        track.uncertaintyMetres = Self.halfGridMetres * 2.0.squareRoot()
        track.levelUncertaintyFeet = Self.halfLevelFeet
        track.party = "EAST"
        return track
    }

    @Test(arguments: [
        (9_200.0, 0.0, 270.0), (-9_000, 900, 270), (4_000, 990, 270), (-46_000, 0, 0), (14_000, -800, 225),
    ])
    func noPlaceInACellHidesAConflict(north: Double, feetApart: Double, track: Double) throws {
        let own = Flyer("own", east: -30_000, north: 0, track: 90)
        var other = Flyer("other", east: 20_000, north: north, track: track)
        other.feet = 35_000 + feetApart
        var trueScene = try AlertScene(.everywhere)
        trueScene.run([own, other], seconds: 0...200)
        let pair = AlertIdentifier("own", "other")
        let trueLevels = trueScene.levels(pair)
        let bounds = [-1.0, -0.5, 0, 0.5, 1]
        for east in bounds {
            for up in bounds {
                for northward in [-1.0, 0, 1] {
                    var monitor = try ConflictMonitor(rules: .everywhere)
                    for second in 0...200 {
                        let tracks = [
                            own.track(at: Double(second), start: AlertScene.start),
                            disclosed(
                                other, at: second, east: east * Self.halfGridMetres,
                                north: northward * Self.halfGridMetres, feet: up * Self.halfLevelFeet),
                        ]
                        let picture = monitor.step(at: AlertScene.start + Double(second), tracks: tracks)
                        let alert = picture.alerts.first { $0.identifier == pair }
                        let known = trueScene.pictures[second].alerts.first { $0.identifier == pair }
                        #expect(alert?.level ?? .none >= trueLevels[second], "\(east) \(northward) \(up) at \(second)")
                        if let seconds = known?.prediction.secondsToLoss {
                            #expect((alert?.prediction.secondsToLoss ?? .infinity) <= seconds + 0.5)
                        }
                    }
                }
            }
        }
        #expect(trueLevels.contains { $0 != .none })
    }

    @Test func bothDistancesAreTold() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        let flyers = Flyer.collision(in: 60)
        let picture = monitor.step(
            at: AlertScene.start,
            tracks: [
                flyers[0].track(at: 0, start: AlertScene.start),
                disclosed(flyers[1], at: 0, east: 0, north: 0, feet: 0),
            ])
        let alert = try #require(picture.alerts.first)
        #expect(alert.minima == .enRoute)
        #expect(abs(alert.widenedMinima.horizontal.metres - (9_260 + 463 * 2.0.squareRoot())) < 0.001)
        #expect(abs(alert.widenedMinima.vertical.feet - 1_250) < 0.001)
    }

    @Test func anotherPartyKeepsItsOwnApart() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        let flyers = Flyer.collision(in: 60)
        var parties: [String?] = ["EAST", "EAST"]
        func alerts() -> Int {
            let tracks = zip(flyers, parties).map { flyer, party in
                var track = disclosed(flyer, at: 0, east: 0, north: 0, feet: 0)
                track.party = party
                return track
            }
            return monitor.step(at: AlertScene.start, tracks: tracks).alerts.count
        }
        #expect(alerts() == 0)
        parties = ["EAST", "SOUTH"]
        #expect(alerts() == 1)
        parties = ["EAST", nil]
        #expect(alerts() == 1)
    }

    /// Of the place that may be meant by a coarse one, the strictest zone counts.
    @Test func whatWasAgreedHolds() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        let zone = AlertRules.circle(radiusMetres: 5_000).volumes[0]
        var agreed = AlertRules(
            minima: ClassMinima(Minima(horizontal: Length(3, .nauticalMiles), vertical: Length(500, .feet))))
        agreed.volumes = [zone, AlertVolume(name: "area", volume: Volume(footprint: .everywhere))]
        agreed.volumes[0].minima = ClassMinima(
            Minima(horizontal: Length(8, .nauticalMiles), vertical: Length(2000, .feet)))
        try monitor.agree(agreed, with: "EAST")
        #expect(monitor.largestMinima.horizontal.metres == 8 * 1852)
        func minima(atEast east: Double) -> Minima? {
            let own = Flyer("own", east: east + 200, north: 0, track: 90).track(at: 0, start: AlertScene.start)
            let other = Flyer("other", east: east, north: 0, track: 90)
            return monitor.step(
                at: AlertScene.start, tracks: [own, disclosed(other, at: 0, east: 0, north: 0, feet: 0)]
            ).alerts.first?.minima
        }
        #expect(minima(atEast: 20_000)?.horizontal == Length(3, .nauticalMiles))
        // 400 m outside the zone as it is shown, and perhaps inside.
        #expect(minima(atEast: 5_400)?.horizontal == Length(8, .nauticalMiles))
        try monitor.agree(nil, with: "EAST")
        #expect(minima(atEast: 20_000) == .enRoute)
    }

    @Test func declaredDistressCountsAtOnceAndEndsAtOnce() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        let flyer = Flyer("drone", track: 90)
        var track = flyer.track(at: 0, start: AlertScene.start)
        track.distress = .lostLink
        let first = monitor.step(at: AlertScene.start, tracks: [track])
        #expect(first.emergencies.map(\.kind) == [.lostLink])
        #expect(first.events.map(\.kind) == [.emergency])
        track.lastReportUnixSeconds += 1
        let second = monitor.step(at: AlertScene.start + 1, tracks: [track])
        #expect(second.emergencies.map(\.sinceUnixSeconds) == [AlertScene.start])
        #expect(second.events.isEmpty)
        track.distress = nil
        let third = monitor.step(at: AlertScene.start + 2, tracks: [track])
        #expect(third.emergencies.isEmpty)
        #expect(third.events.map(\.kind) == [.emergencyEnded])
    }
}
