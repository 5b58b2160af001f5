import Testing

@testable import Separation

@Suite("Emergency codes")
struct EmergencyTests {
    /// One track with a code by second; nil: not heard in that second.
    private func run(_ codes: [String?], rules: AlertRules = .everywhere) throws -> [AlertPicture] {
        var monitor = try ConflictMonitor(rules: rules)
        var flyer = Flyer("a", track: 90)
        var heard = 0
        return codes.enumerated().map { second, code in
            if let code {
                flyer.squawk = code
                heard = second
            }
            var track = flyer.track(at: Double(second), start: AlertScene.start)
            track.lastReportUnixSeconds = AlertScene.start + Double(heard)
            return monitor.step(at: AlertScene.start + Double(second), tracks: [track])
        }
    }

    @Test(
        "A code counts from the second report on",
        arguments: [("7500", "hijack"), ("7600", "radio"), ("7700", "general")])
    func confirmed(code: String, kind: String) throws {
        let pictures = try run(["1000", code, code, code])
        #expect(pictures.map(\.emergencies.count) == [0, 0, 1, 1])
        #expect(pictures[3].emergencies[0].kind.rawValue == kind)
        #expect(pictures[3].emergencies[0].sinceUnixSeconds == AlertScene.start + 1)
        #expect(pictures.flatMap(\.events).map(\.kind) == [.emergency])
    }

    @Test("One corrupt code raises nothing, however long it is the last one heard, and ends nothing")
    func corrupt() throws {
        #expect(try run(["1000", "7700", nil, nil, nil, "1000", "7700", "1000"]).allSatisfy { $0.emergencies.isEmpty })
        let pictures = try run(["7700", "7700", "1000", "7700", "1000", "1000"])
        #expect(pictures.map(\.emergencies.count) == [0, 1, 1, 1, 1, 0])
        #expect(pictures.flatMap(\.events).map(\.kind) == [.emergency, .emergencyEnded])
    }

    @Test("Another emergency code takes over once it is confirmed")
    func change() throws {
        let pictures = try run(["7600", "7600", "7700", "7700"])
        #expect(pictures.map { $0.emergencies.map(\.squawk) } == [[], ["7600"], ["7600"], ["7700"]])
    }

    @Test("An aircraft in emergency that is not heard any more stays, marked as lost")
    func lost() throws {
        var codes: [String?] = ["7700", "7700"]
        codes += Array(repeating: nil, count: 1_900)
        let pictures = try run(codes)
        #expect(!pictures[50].emergencies[0].isLost)
        #expect(pictures[100].emergencies[0].isLost)
        #expect(pictures[1_900].emergencies.isEmpty)
    }

    @Test("Emergencies need no declared volume")
    func everywhere() throws {
        let pictures = try run(["7700", "7700"], rules: AlertRules(minima: ClassMinima(.enRoute)))
        #expect(pictures[1].emergencies.count == 1)
    }

    @Test("What one party tells of buries no other emergency, and makes room once it is lost")
    func crowd() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        func track(_ identifier: String, _ party: String?, at second: Double, heard: Double? = nil) -> AlertTrack {
            var track = Flyer(identifier, track: 90).track(at: second, start: AlertScene.start)
            track.lastReportUnixSeconds = AlertScene.start + (heard ?? second)
            track.party = party
            track.distress = .mayday
            return track
        }
        let crowd = (0..<500).map { track("EAST:\($0)", "EAST", at: 0) }
        let others = [track("SOUTH:a", "SOUTH", at: 0), track("own", nil, at: 0)]
        var picture = monitor.step(at: AlertScene.start, tracks: crowd + others)
        #expect(picture.emergencies.count == EmergencyMonitor.mostOfAParty + 2)
        #expect(Set(picture.emergencies.map(\.identifier)).isSuperset(of: ["SOUTH:a", "own"]))
        // Later the first ones are heard of no more, and a new one stands in the place of one of them.
        picture = monitor.step(at: AlertScene.start + 200, tracks: [])
        picture = monitor.step(at: AlertScene.start + 201, tracks: [track("EAST:new", "EAST", at: 201)])
        #expect(picture.emergencies.contains { $0.identifier == "EAST:new" })
        #expect(picture.emergencies.count == EmergencyMonitor.mostOfAParty + 2)
        #expect(picture.events.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.emergency, .emergencyEnded])
    }

    @Test("Of thousands of conflicts that one party tells of the most urgent are shown, and those of others all")
    func conflicts() throws {
        var monitor = try ConflictMonitor(rules: .everywhere)
        func track(_ flyer: Flyer, _ party: String?) -> AlertTrack {
            var track = flyer.track(at: 0, start: AlertScene.start)
            track.party = party
            track.uncertaintyMetres = party == nil ? 0 : 500
            return track
        }
        let most = ConflictMonitor.mostConflictsOfAParty
        var tracks = [track(Flyer("own", track: 90), nil)]
        tracks.append(track(Flyer("SOUTH:a", east: 60_000, track: 270), "SOUTH"))
        tracks += (0..<most + 200).map {
            track(Flyer("EAST:\($0)", east: 8_000 + 50 * Double($0), track: 270), "EAST")
        }
        let candidates = tracks.indices.dropFirst().map { CandidatePair(0, $0) }
        let picture = monitor.step(at: AlertScene.start, tracks: tracks, candidates: candidates)
        #expect(picture.leftOut == ["EAST": 200])
        let shown = Set(picture.alerts.map(\.identifier))
        #expect(shown.contains(AlertIdentifier("own", "SOUTH:a")))
        #expect(shown.contains(AlertIdentifier("own", "EAST:0")))
        #expect(!shown.contains(AlertIdentifier("own", "EAST:\(most + 199)")))
        #expect(picture.alerts.count == most + 1)
    }
}
